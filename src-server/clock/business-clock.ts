import type { Clock, TimeSource } from './clock.ts'

/**
 * Business time S = S₀ + elapsed monotonic time: the OS wall clock is read once, at start, and whatever is done to it
 * afterwards changes nothing here.
 * @param lastStamp the highest commit stamp in the store, in milliseconds since the epoch; 0 in an empty store
 */
export function createBusinessClock(source: TimeSource, lastStamp: number): Clock {
  const wallAtStart = source.wallMs()
  const monotonicAtStart = source.monotonicMs()
  let stamp = lastStamp
  const now = (): number => wallAtStart + (source.monotonicMs() - monotonicAtStart)
  return {
    now,
    epoch: 1,
    // No outside source has agreed with the wall clock that was read at start.
    state: 'provisional',
    commitStamp() {
      stamp = Math.max(Math.floor(now()), stamp + 1)
      return stamp
    },
  }
}
