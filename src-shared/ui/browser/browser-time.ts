import type { Cancel, TimeSource, Timers } from '../../time/time-source.ts'

/** Steps coarser than this are not looked at again: a browser that rounds to 100 ms would hold up the page. */
const COARSE_MS = 5
/** The page stands still meanwhile, a tick of the clock each: a first one cut short or passed over does not count then. */
const LOOKS = 3

/** In ms; a page that never rests goes on with what waited by then. */
const SURELY_IDLE_MS = 2000
/** In ms; where a browser does not tell when it is idle. */
const SURELY_DRAWN_MS = 200

let clocks: TimeSource | undefined

/** The page's clocks. This file alone reads them. */
export function browserTime(): TimeSource {
  // How fine they are takes milliseconds to find out.
  return (clocks ??= {
    monotonicMs: () => performance.now(),
    wallMs: () => Date.now(),
    granularityMs: measureGranularity(() => performance.now()),
  })
}

export const browserTimers: Timers = {
  after(ms: number, run: () => void): Cancel {
    const id = setTimeout(run, ms)
    return () => clearTimeout(id)
  },
}

/** Runs once when the page has nothing else to do, unless cancelled. */
export function whenIdle(run: () => void): Cancel {
  // Safari does not tell.
  if (!('requestIdleCallback' in window)) return browserTimers.after(SURELY_DRAWN_MS, run)
  const id = requestIdleCallback(run, { timeout: SURELY_IDLE_MS })
  return () => cancelIdleCallback(id)
}

/** Chance for jitter, never for secrets. */
export const browserRandom = (): number => Math.random()

/**
 * The smallest step that a clock is seen to make, in milliseconds. Browsers round their clocks, some to 100 ms, and the
 * bounds of the server's time must be wider by that.
 */
export function measureGranularity(read: () => number): number {
  let smallest = Infinity
  for (let look = 0; look < LOOKS; look += 1) {
    const from = read()
    let to = from
    while (to === from) to = read()
    smallest = Math.min(smallest, to - from)
    if (smallest > COARSE_MS) break
  }
  return smallest
}
