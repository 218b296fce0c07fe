import type { KioskState } from '../../src-shared/protocol/kiosk-state.ts'
import type { TimeClientMessage } from '../../src-shared/protocol/time-socket.ts'

/** A paired kiosk that holds a socket, as far as it is known; forgotten when its last socket closes. */
export interface KioskHere {
  /** Business time in ms when it came. */
  readonly since: number
  /** What it said last that it shows. */
  readonly shows: KioskState | undefined
  /** What it said last of its own clock. */
  readonly report: Extract<TimeClientMessage, { type: 'report' }> | undefined
  /** Business time in ms when it was asked to open its page anew, where it has not come back since. */
  readonly reloadAskedAt: number | undefined
}

/** A kiosk by its id; undefined while it holds no socket. */
export type FindKiosk = (deviceId: string) => KioskHere | undefined
