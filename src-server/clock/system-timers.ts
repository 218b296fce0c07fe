import type { Timers } from './clock.ts'

/** The one place that arms timers of the runtime. */
export const systemTimers: Timers = {
  after(ms, wake) {
    const timer = setTimeout(wake, ms)
    return () => clearTimeout(timer)
  },
}
