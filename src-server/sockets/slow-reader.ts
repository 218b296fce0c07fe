import type { WebSocket } from 'ws'
import { closeCodes } from '../../src-shared/protocol/close-codes.ts'

/** A peer that lets this much pile up, in bytes, is cut off at once. */
export const MOST_BUFFERED = 64 * 1024

/** Ends a peer that does not read. */
export function cutOff(socket: WebSocket): void {
  const { code, reason } = closeCodes.tooSlow
  socket.close(code, reason)
  // Whoever reads nothing will not read a farewell either.
  socket.terminate()
}

/** Whether a peer may be sent more; one that has let too much pile up is cut off. To be asked before each send. */
export function keepsUp(socket: WebSocket): boolean {
  if (socket.bufferedAmount <= MOST_BUFFERED) return true
  cutOff(socket)
  return false
}
