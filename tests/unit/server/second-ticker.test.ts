import FakeTimers from '@sinonjs/fake-timers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clock, Timers } from '../../../src-server/clock/clock.ts'
import { startSecondTicker } from '../../../src-server/clock/second-ticker.ts'
import { StillWorld } from '../../support/still-world.ts'

const START = Date.parse('2025-12-05T12:45:22.400Z')
const FIRST = 1764938723

function clockOf(now: () => number): Clock {
  return { now, epoch: 1, state: 'trusted', commitStamp: now }
}

interface Tick {
  readonly second: number
  readonly at: number
}

/** A ticker in a still world whose timers are off by what `lateness` says, in ms; negative is early. */
function tickerIn(world: StillWorld, lateness: () => number) {
  const ticks: Tick[] = []
  const timers: Timers = { after: (ms, wake) => world.after(Math.max(0, ms + lateness()), wake) }
  const seconds: number[] = []
  const { stop, catchUp } = startSecondTicker(
    clockOf(() => world.wallMs()),
    timers,
    (second) => ticks.push({ second, at: world.wallMs() }),
    (second) => seconds.push(second),
  )
  return { ticks, seconds, stop, catchUp }
}

describe('the second ticker', { timeout: 30_000 }, () => {
  it('ticks on each boundary, the first one as soon as it comes', () => {
    const world = new StillWorld('2025-12-05T12:45:22.400Z')
    const { ticks } = tickerIn(world, () => 0)
    world.advance(599)
    expect(ticks).toEqual([])
    world.advance(1)
    expect(ticks).toEqual([{ second: FIRST, at: FIRST * 1000 }])
    world.advance(3000)
    expect(ticks.map(({ second }) => second)).toEqual([FIRST, FIRST + 1, FIRST + 2, FIRST + 3])
    expect(ticks.every(({ second, at }) => at === second * 1000)).toBe(true)
  })

  it('waits a whole second when it starts on a boundary', () => {
    const world = new StillWorld('2025-12-05T12:45:22Z')
    const { ticks } = tickerIn(world, () => 0)
    world.advance(999)
    expect(ticks).toEqual([])
    world.advance(1)
    expect(ticks).toHaveLength(1)
  })

  it('catches up with a second that has begun while its timer waits, and does not tick twice', () => {
    const world = new StillWorld('2025-12-05T12:45:22.400Z')
    const { ticks, seconds, catchUp, stop } = tickerIn(world, () => 0)
    catchUp()
    world.slip(599)
    catchUp()
    expect(ticks).toEqual([])
    world.slip(3)
    catchUp()
    catchUp()
    expect(ticks).toEqual([{ second: FIRST, at: FIRST * 1000 + 2 }])
    // What may wait does wait, for the timer.
    expect(seconds).toEqual([])
    world.advance(0)
    expect([ticks.length, seconds]).toEqual([1, [FIRST]])
    world.advance(997)
    expect(ticks).toHaveLength(1)
    world.advance(1)
    expect(seconds).toEqual([FIRST, FIRST + 1])
    expect(ticks.map(({ second }) => second)).toEqual([FIRST, FIRST + 1])
    stop()
    world.slip(5000)
    catchUp()
    expect(ticks).toHaveLength(2)
  })

  it('neither drifts nor doubles over an hour of timers that are early and late', () => {
    const jitter = fc.array(fc.double({ min: -20, max: 40, noNaN: true }), { minLength: 50, maxLength: 200 })
    fc.assert(
      fc.property(jitter, (lateness) => {
        let turn = 0
        const world = new StillWorld('2025-12-05T12:45:22.400Z')
        const { ticks } = tickerIn(world, () => lateness[turn++ % lateness.length] ?? 0)
        world.advance(3_600_000)
        expect(ticks).toHaveLength(3600)
        for (const [index, { second, at }] of ticks.entries()) {
          expect(second).toBe(FIRST + index)
          const late = at - second * 1000
          if (late < 0 || late > 41) throw new Error(`tick ${index} was ${late} ms late`)
        }
      }),
      { numRuns: 4 },
    )
  })

  it('does not tick when its timer fires early, and is armed again for the rest', () => {
    const world = new StillWorld('2025-12-05T12:45:22.400Z')
    const early = [-300, -200, -50, 0]
    const { ticks } = tickerIn(world, () => early.shift() ?? 0)
    world.advance(599)
    expect(ticks).toEqual([])
    world.advance(1)
    expect(ticks).toEqual([{ second: FIRST, at: FIRST * 1000 }])
  })

  it('skips the seconds that a stalled process slept through', () => {
    const world = new StillWorld('2025-12-05T12:45:22.400Z')
    const { ticks } = tickerIn(world, () => 0)
    world.advance(1600)
    world.stall(90_250)
    world.advance(750)
    expect(ticks.map(({ second }) => second - FIRST)).toEqual([0, 1, 91, 92])
  })

  it('goes with business time, whatever the timers measure', () => {
    // Business time at half speed, as no slew would ever be: two of the machine's seconds to a tick.
    const world = new StillWorld('2025-12-05T12:45:22Z')
    const seconds: number[] = []
    const clock = clockOf(() => START + (world.wallMs() - START) / 2)
    startSecondTicker(clock, world, (second) => seconds.push(second))
    world.advance(20_000)
    expect(seconds).toHaveLength(10)
    expect(new Set(seconds).size).toBe(10)
  })

  it('ticks on from where business time was set back to, in its new epoch', () => {
    const world = new StillWorld('2025-12-05T12:45:22Z')
    const seconds: number[] = []
    let back = 0
    const clock: Clock = { ...clockOf(() => world.wallMs() - back), epoch: 1 }
    const ticking = Object.defineProperty(clock, 'epoch', { get: () => (back === 0 ? 1 : 2) })
    startSecondTicker(ticking, world, (second) => seconds.push(second))
    world.advance(2000)
    back = 3_600_000
    world.advance(3000)
    expect(seconds.map((second) => second - FIRST)).toEqual([0, 1, -3598, -3597, -3596])
  })

  it('stops for good, also from within a tick', () => {
    const world = new StillWorld('2025-12-05T12:45:22.400Z')
    const first = tickerIn(world, () => 0)
    first.stop()
    first.stop()
    let count = 0
    const { stop } = startSecondTicker(
      clockOf(() => world.wallMs()),
      world,
      () => {
        count += 1
        stop()
      },
    )
    world.advance(10_000)
    expect(first.ticks).toEqual([])
    expect(count).toBe(1)
  })

  it('goes on after a tick that threw', () => {
    const world = new StillWorld('2025-12-05T12:45:22Z')
    const seconds: number[] = []
    startSecondTicker(
      clockOf(() => world.wallMs()),
      world,
      (second) => {
        seconds.push(second)
        if (seconds.length === 1) throw new Error('a listener is broken')
      },
    )
    expect(() => world.advance(1000)).toThrow('a listener is broken')
    world.advance(2000)
    expect(seconds).toEqual([FIRST, FIRST + 1, FIRST + 2])
  })

  it('keeps to the second on timers of whole milliseconds, too', () => {
    const fake = FakeTimers.createClock(START)
    const timers: Timers = {
      after(ms, wake) {
        const id = fake.setTimeout(wake, ms)
        return () => fake.clearTimeout(id)
      },
    }
    const seconds: number[] = []
    // A fraction of a millisecond before the timers' own time, so that each timer fires a little early.
    const { stop } = startSecondTicker(
      clockOf(() => fake.now - 0.25),
      timers,
      (second) => seconds.push(second),
    )
    fake.tick(60_000)
    stop()
    expect(seconds).toEqual(Array.from({ length: 60 }, (_, index) => FIRST + index))
    expect(fake.countTimers()).toBe(0)
  })
})
