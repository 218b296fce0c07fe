import type { Cancel, Clock, Timers } from './clock.ts'

export interface SecondTicker {
  /** Ticks now if a second has begun: for long work, which would keep the timer waiting, to call between its pieces. */
  catchUp(): void
  stop(): void
}

/**
 * Calls `onTick` on each second boundary of business time. It is scheduled to the boundary each time, so it neither
 * drifts nor adds up delays; a timer that fires early is armed again for the rest; seconds that a stalled process
 * slept through are skipped, because a stale tick is worth nothing. Business time that is set back within a new epoch
 * ticks on from there.
 * @param onTick gets the boundary, in whole seconds since the Unix epoch
 * @param onSecond gets the same when the timer rings: what is to be done each second and may wait for other work
 */
export function startSecondTicker(
  clock: Clock,
  timers: Timers,
  onTick: (second: number) => void,
  onSecond: (second: number) => void = () => {},
): SecondTicker {
  let next = Math.floor(clock.now() / 1000) + 1
  let epoch = clock.epoch
  /** The second that was told before its timer rang. */
  let told: number | undefined
  let cancel: Cancel = () => {}
  function arm(): void {
    cancel = timers.after(Math.max(0, next * 1000 - clock.now()), wake)
  }
  function wake(): void {
    const second = Math.floor(clock.now() / 1000)
    if (second < next && clock.epoch === epoch) return arm()
    const isTold = second === told && clock.epoch === epoch
    epoch = clock.epoch
    next = second + 1
    // Armed first: whoever is called may stop the ticker, or throw.
    arm()
    if (!isTold) onTick(second)
    onSecond(second)
  }
  arm()
  let isStopped = false
  return {
    catchUp() {
      const second = Math.floor(clock.now() / 1000)
      if (isStopped || second < next || second === told || clock.epoch !== epoch) return
      told = second
      onTick(second)
    },
    stop() {
      isStopped = true
      cancel()
    },
  }
}
