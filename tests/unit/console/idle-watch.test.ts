import { beforeEach, describe, expect, it } from 'vitest'
import { watchIdle, type IdleWatch } from '../../../src-renderer/sign-in/idle-watch.ts'

const MINUTE = 60_000

describe('a console at which nobody is', () => {
  let now: number
  let timers: { at: number; run: () => void }[]
  let locked: number
  let watch: IdleWatch
  beforeEach(() => {
    now = 1000
    timers = []
    locked = 0
    watch = watchIdle({
      time: { monotonicMs: () => now },
      timers: {
        after(ms, run) {
          const timer = { at: now + ms, run }
          timers.push(timer)
          return () => void (timers = timers.filter((other) => other !== timer))
        },
      },
      idleMs: 10 * MINUTE,
      onIdle: () => (locked += 1),
    })
  })

  /** Lets time pass; what was to be done meanwhile is done in its order. */
  function pass(ms: number): void {
    const end = now + ms
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
      if (next === undefined) break
      timers = timers.filter((timer) => timer !== next)
      now = Math.max(now, next.at)
      next.run()
    }
    now = end
  }

  it('locks once, when the time is over and not before', () => {
    pass(10 * MINUTE - 1)
    expect(locked).toBe(0)
    pass(1)
    expect(locked).toBe(1)
    pass(60 * MINUTE)
    expect(locked).toBe(1)
  })

  it('is one at which somebody is as long as it is touched', () => {
    for (let count = 0; count < 20; count += 1) {
      pass(9 * MINUTE)
      watch.touch()
    }
    expect(locked).toBe(0)
    pass(10 * MINUTE + 5000)
    expect(locked).toBe(1)
  })

  it('locks although it is touched, where the touch comes too late', () => {
    // The machine slept, and no timer ran meanwhile.
    now += 11 * MINUTE
    watch.touch()
    pass(0)
    expect(locked).toBe(1)
  })

  it('is watched no more once it is stopped', () => {
    watch.stop()
    pass(60 * MINUTE)
    expect([locked, timers.length]).toEqual([0, 0])
  })
})
