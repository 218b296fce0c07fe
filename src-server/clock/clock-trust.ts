import type { Clock } from './clock.ts'

/** The states of the clock in which deadlines cannot be trusted, so nothing new is promised and nothing expires. */
export function isClockUntrusted(clock: Pick<Clock, 'state'>): boolean {
  return clock.state === 'rollback' || clock.state === 'forward_suspect'
}
