/**
 * How far the shown time can be relied on.
 * - `init`: no exchange yet; `--:--` is shown, everything is blocked
 * - `synced`: at most 250 ms uncertain and fed by ticks as often as they are due; nothing is blocked
 * - `doubt`: something happened that may have moved the clock; submitting waits for the next exchange
 * - `holdover`: the link is lost; the clock runs on by itself, and submitting is blocked after 5 s
 * - `offline`: 60 s without a link, or more than 2 s uncertain; nothing can be booked
 */
export type ClockMode = 'init' | 'synced' | 'doubt' | 'holdover' | 'offline'

/** All durations in milliseconds. */
export const modeLimits = {
  syncedUncertaintyMs: 250,
  tickLateMs: 2500,
  usableUncertaintyMs: 2000,
  holdoverSubmitMs: 5000,
  holdoverMs: 60_000,
  /** How long an answer to a doubt is waited for before the clock counts as offline. */
  doubtMs: 3500,
} as const
/** A link that is back sooner than this is not worth telling anybody. */
const BLINK_MS = 2000

/** What the mode is judged by; durations in milliseconds. */
export interface ClockEvidence {
  readonly exchanged: boolean
  /** The estimate is surely no further off than this; Infinity when a side is not known. */
  readonly uncertaintyMs: number
  /** Since the next tick was due, negative while it is not; Infinity before the first. */
  readonly tickLateMs: number
  /** Since the lost link was last heard of; null while it is up. */
  readonly lostForMs: number | null
  /** Since the last doubt that no exchange has answered; null without one. */
  readonly doubtForMs: number | null
}

/** The table of DESIGN section 3, "Client clock". */
export function clockMode(evidence: ClockEvidence): ClockMode {
  const { exchanged, uncertaintyMs, tickLateMs, lostForMs, doubtForMs } = evidence
  if (!exchanged) return 'init'
  if (lostForMs !== null && lostForMs >= modeLimits.holdoverMs) return 'offline'
  if (uncertaintyMs > modeLimits.usableUncertaintyMs) {
    return doubtForMs !== null && doubtForMs <= modeLimits.doubtMs ? 'doubt' : 'offline'
  }
  if (lostForMs !== null) return 'holdover'
  const close = uncertaintyMs <= modeLimits.syncedUncertaintyMs && tickLateMs <= modeLimits.tickLateMs
  return close && doubtForMs === null ? 'synced' : 'doubt'
}

/** Whether a form may be sent, as far as the clock goes. */
export function canSubmit(mode: ClockMode, lostForMs: number | null): boolean {
  return mode === 'synced' || (mode === 'holdover' && (lostForMs ?? 0) <= modeLimits.holdoverSubmitMs)
}

/** Whether choosing what to book makes sense, as far as the clock goes. */
export function canBook(mode: ClockMode): boolean {
  return mode !== 'init' && mode !== 'offline'
}

/** Whether people should be told that sync is lost: not for a blink, and until it is fully back. */
export function syncLost(before: boolean, mode: ClockMode, lostForMs: number | null): boolean {
  if (mode === 'synced') return false
  return before || mode === 'offline' || (mode === 'holdover' && (lostForMs ?? 0) >= BLINK_MS)
}
