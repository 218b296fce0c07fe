import { describe, expect, it } from 'vitest'
import { Tripwire } from '../../../src-shared/time/tripwire.ts'
import { FakeWorld } from './fake-world.ts'

describe('the tripwire between the device’s two clocks', () => {
  it('keeps still while both run alike, and while they part slowly', () => {
    const world = new FakeWorld()
    const tripwire = new Tripwire(world.time)
    for (let second = 0; second < 600; second += 1) {
      world.advance(1000)
      world.wallOffsetMs += 50
      expect(tripwire.tripped()).toBe(false)
    }
  })

  it.each([251, -251, 3_600_000, -315_360_000_000])('trips when the wall clock is set by %i ms, once', (step) => {
    const world = new FakeWorld()
    const tripwire = new Tripwire(world.time)
    world.wallOffsetMs += step
    expect(tripwire.tripped()).toBe(true)
    expect(tripwire.tripped()).toBe(false)
  })

  it('trips when the device slept', () => {
    const world = new FakeWorld()
    const tripwire = new Tripwire(world.time)
    world.sleep(1000)
    expect(tripwire.tripped()).toBe(true)
  })
})
