import type { WebSocket } from 'ws'
import { closeCodes } from '../../src-shared/protocol/close-codes.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { mayHear } from '../../src-shared/protocol/notice-rules.ts'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import type { Principal } from '../identity/principal.ts'
import { keepsUp } from './slow-reader.ts'

interface Listener {
  readonly socket: WebSocket
  readonly principal: Principal
  answered: boolean
}

/** Staff hear what their role may; a kiosk hears about the clock, never about other people's bookings. */
function mayBeTold(principal: Principal, notification: Notification): boolean {
  if (principal.kind === 'user') return mayHear(principal.role, notification)
  return principal.kind === 'device' && notification.type === 'clock_changed'
}

function revoke(socket: WebSocket): void {
  socket.close(closeCodes.revoked.code, closeCodes.revoked.reason)
}

/** The sockets of `/ws/notifications/<user_id>/`: they listen, and say nothing. */
export class NotificationHub {
  readonly #listeners = new Set<Listener>()

  /** @param missed what was kept since the peer was last here, oldest first; it is told before anything new */
  add(socket: WebSocket, principal: Principal, missed: readonly Notification[] = []): void {
    const listener: Listener = { socket, principal, answered: true }
    this.#listeners.add(listener)
    socket.on('message', () => socket.close(closeCodes.unknownMessage.code, closeCodes.unknownMessage.reason))
    socket.on('pong', () => (listener.answered = true))
    socket.on('error', () => {})
    socket.on('close', () => this.#listeners.delete(listener))
    for (const notification of missed) socket.send(Buffer.from(JSON.stringify(notification)), { binary: false })
  }

  send(notification: Notification): void {
    if (this.#listeners.size === 0) return
    const frame = Buffer.from(JSON.stringify(notification))
    const at = parseInstant(notification.at) ?? Infinity
    for (const { socket, principal } of this.#listeners) {
      // A socket is let in once; the session that let it in must still be good when there is something to tell.
      if (principal.kind === 'user' && at >= principal.expiresAt) revoke(socket)
      else if (mayBeTold(principal, notification) && keepsUp(socket)) socket.send(frame, { binary: false })
    }
  }

  /**
   * Asks each peer whether it is still there; one that did not answer the last time goes, and so does one whose session
   * has ended. @param now business time in ms
   */
  checkAlive(now: number): void {
    for (const listener of this.#listeners) {
      const { principal } = listener
      if (principal.kind === 'user' && now >= principal.expiresAt) revoke(listener.socket)
      else if (listener.answered) {
        listener.answered = false
        listener.socket.ping()
      } else {
        listener.socket.terminate()
      }
    }
  }

  /** Who listens now. */
  principals(): Principal[] {
    return Array.from(this.#listeners, ({ principal }) => principal)
  }

  disconnect(matches: (principal: Principal) => boolean): void {
    for (const { socket, principal } of this.#listeners) {
      if (matches(principal)) revoke(socket)
    }
  }

  /** What sends each of them away for a restart; whoever has gone meanwhile is not met by it. */
  farewells(): (() => void)[] {
    const { code, reason } = closeCodes.restarting
    return Array.from(
      this.#listeners,
      ({ socket }) =>
        () =>
          socket.close(code, reason),
    )
  }

  closeAll(): void {
    for (const { socket } of this.#listeners) socket.close(closeCodes.goingAway.code, closeCodes.goingAway.reason)
  }
}
