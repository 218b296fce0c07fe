import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClockGuard } from '../../../src-server/clock/clock-guard.ts'
import { StillWorld } from '../../support/still-world.ts'

const NOON = Date.parse('2025-12-05T12:00:00Z')

describe('business time', () => {
  it('is the wall clock’s at start, and goes on with the monotonic clock', () => {
    const world = new StillWorld('2025-12-05T12:00:00Z')
    const clock = new ClockGuard(world, undefined, 0)
    expect(clock.now()).toBe(NOON)
    world.advance(61_000.25)
    expect(clock.now()).toBe(NOON + 61_000.25)
  })

  it.each([-86_400_000, -1, 1, 3_600_000, 31_536_000_000])(
    'is not changed by a step of the wall clock of %i ms',
    (step) => {
      const world = new StillWorld('2025-12-05T12:00:00Z')
      const clock = new ClockGuard(world, undefined, 0)
      world.advance(1000)
      world.stepWall(step)
      expect(clock.now()).toBe(NOON + 1000)
      world.advance(1000)
      expect(clock.now()).toBe(NOON + 2000)
      expect(clock.commitStamp()).toBe(NOON + 2000)
    },
  )

  it('never goes backwards, whatever is done to the wall clock', () => {
    const acts = fc.array(fc.record({ pass: fc.double({ min: 0, max: 1e6, noNaN: true }), step: fc.integer() }))
    fc.assert(
      fc.property(acts, (list) => {
        const world = new StillWorld('2025-12-05T12:00:00Z')
        const clock = new ClockGuard(world, undefined, 0)
        let before = clock.now()
        for (const { pass, step } of list) {
          world.stepWall(step)
          world.slip(pass)
          expect(clock.now()).toBeGreaterThanOrEqual(before)
          before = clock.now()
        }
      }),
    )
  })
})

describe('commit stamps', () => {
  it('are whole milliseconds of business time', () => {
    const world = new StillWorld('2025-12-05T12:00:00Z')
    const clock = new ClockGuard(world, undefined, 0)
    world.advance(0.9)
    expect(clock.commitStamp()).toBe(NOON)
    world.advance(10)
    expect(clock.commitStamp()).toBe(NOON + 10)
  })

  it('go up by one while time stands still', () => {
    const clock = new ClockGuard(new StillWorld('2025-12-05T12:00:00Z'), undefined, 0)
    expect([clock.commitStamp(), clock.commitStamp(), clock.commitStamp()]).toEqual([NOON, NOON + 1, NOON + 2])
  })

  it('stay above those of before a restart, though the wall clock has gone back', () => {
    const last = NOON + 3_600_000
    const world = new StillWorld('2025-12-05T12:00:00Z')
    const clock = new ClockGuard(world, undefined, last)
    expect([clock.commitStamp(), clock.commitStamp()]).toEqual([last + 1, last + 2])
    world.advance(3_600_100)
    expect(clock.commitStamp()).toBe(NOON + 3_600_100)
  })

  it('strictly rise over any mixture of time passing and commits', () => {
    const passing = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { maxLength: 200 })
    fc.assert(
      fc.property(passing, fc.integer({ min: 0, max: NOON + 5000 }), (list, last) => {
        const world = new StillWorld('2025-12-05T12:00:00Z')
        const clock = new ClockGuard(world, undefined, last)
        let before = last
        for (const ms of list) {
          world.slip(ms)
          const stamp = clock.commitStamp()
          expect(stamp).toBeGreaterThan(before)
          expect(Number.isInteger(stamp)).toBe(true)
          before = stamp
        }
      }),
    )
  })
})
