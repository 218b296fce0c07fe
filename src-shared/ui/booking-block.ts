import type { ClockState, StoreTrouble } from '../api/fields.ts'
import type { ClockMode } from '../time/clock-mode.ts'

/**
 * Why no new booking can be sent.
 * - `checking`: the time is asked for or checked; a moment's wait
 * - `offline`: the server is out of reach
 * - `clock_untrusted`: the server itself cannot vouch for the time, and refuses
 * - `store_read_only`: the server cannot save anything, and refuses
 */
export type BookingBlock = 'checking' | 'offline' | 'clock_untrusted' | 'store_read_only'

/** Whether the server refuses new bookings because it cannot vouch for its time; with a guarded clock it still can. */
export function isUntrusted(state: ClockState | null): boolean {
  return state === 'rollback' || state === 'forward_suspect'
}

/** @param canSubmit whether the clock here and the link to the server allow it */
export function blockedBecause(
  mode: ClockMode,
  canSubmit: boolean,
  serverClockState: ClockState | null,
  storeTrouble: StoreTrouble | null = null,
): BookingBlock | null {
  // What an unreachable server said last may have changed since.
  if (!canSubmit && (mode === 'holdover' || mode === 'offline')) return 'offline'
  if (storeTrouble !== null) return 'store_read_only'
  if (isUntrusted(serverClockState)) return 'clock_untrusted'
  return canSubmit ? null : 'checking'
}
