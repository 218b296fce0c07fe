import type { Cancel, TimeSource, Timers } from '../../src-shared/time/time-source.ts'

/** How often it is looked whether anybody is there, in ms. */
const LOOK_MS = 5000

export interface IdleWatch {
  /** Somebody is there. */
  touch(): void
  stop(): void
}

/**
 * Tells once when nobody has touched anything for so long. Time is the page's monotonic one, which no setting of a clock
 * bends; it may stand still while the machine sleeps.
 */
export function watchIdle(options: {
  readonly time: Pick<TimeSource, 'monotonicMs'>
  readonly timers: Timers
  readonly idleMs: number
  readonly onIdle: () => void
}): IdleWatch {
  const { time, timers, idleMs, onIdle } = options
  let touchedAt = time.monotonicMs()
  let wait: Cancel = lookLater()

  function lookLater(): Cancel {
    return timers.after(Math.min(LOOK_MS, idleMs), () => {
      if (time.monotonicMs() - touchedAt >= idleMs) onIdle()
      else wait = lookLater()
    })
  }
  return {
    touch() {
      const now = time.monotonicMs()
      // A touch that comes too late, before it was looked, does not count: it may be somebody else's.
      if (now - touchedAt < idleMs) touchedAt = now
    },
    stop: () => wait(),
  }
}
