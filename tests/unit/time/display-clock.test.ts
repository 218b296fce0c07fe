import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DisplayClock } from '../../../src-shared/time/display-clock.ts'

const T = 1_764_938_722_000

describe('the shown time', () => {
  it('starts at the estimate and runs with it', () => {
    const display = new DisplayClock()
    expect(display.read(T, 1000)).toBe(T)
    expect(display.read(T + 250, 1250)).toBe(T + 250)
  })

  it('runs at 95 % while it is at most a second ahead, until the estimate has caught up', () => {
    const display = new DisplayClock()
    display.read(T + 100, 1000)
    expect(display.read(T + 1000, 2000)).toBeCloseTo(T + 100 + 950, 3)
    expect(display.read(T + 2000, 3000)).toBeCloseTo(T + 2000, 3)
  })

  it('stands still while it is more than a second ahead', () => {
    const display = new DisplayClock()
    display.read(T + 5000, 1000)
    expect(display.read(T + 1000, 2000)).toBe(T + 5000)
  })

  it('catches up at double speed while it is at most a second behind', () => {
    const display = new DisplayClock()
    display.read(T, 1000)
    expect(display.read(T + 1000, 1100)).toBeCloseTo(T + 200, 3)
    expect(display.read(T + 1010, 1110)).toBeCloseTo(T + 220, 3)
    expect(display.read(T + 2000, 2100)).toBe(T + 2000)
  })

  it('steps forward when it is more than a second behind', () => {
    const display = new DisplayClock()
    display.read(T, 1000)
    expect(display.read(T + 90_000, 2000)).toBe(T + 90_000)
  })

  it('may go back only after a reset, as in a new epoch', () => {
    const display = new DisplayClock()
    display.read(T, 1000)
    display.reset()
    expect(display.read(T - 3_600_000, 2000)).toBe(T - 3_600_000)
  })

  it('never runs backwards, whatever the estimates', () => {
    const reading = fc.tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.double({ min: 0, max: 5000, noNaN: true }))
    fc.assert(
      fc.property(fc.array(reading, { minLength: 2, maxLength: 100 }), (readings) => {
        const display = new DisplayClock()
        let m = 0
        let before = -Infinity
        for (const [offset, elapsed] of readings) {
          m += elapsed
          const shown = display.read(T + m + offset, m)
          expect(shown).toBeGreaterThanOrEqual(before)
          before = shown
        }
      }),
    )
  })
})
