import { describe, expect, it } from 'vitest'
import { SyncPace } from '../../../src-shared/time/sync-pace.ts'
import { FakeWorld } from './fake-world.ts'
import { withSeed } from './seeded.ts'

function paced(random: () => number) {
  const world = new FakeWorld()
  const asked: number[] = []
  const pace = new SyncPace(world.timers, random, () => asked.push(world.now))
  return { world, asked, pace }
}

describe('the pace of exchanges', () => {
  it('is eight, 50 ms apart, then one every 5 s ± 20 %', () => {
    withSeed(11, (random) => {
      const { world, asked, pace } = paced(random)
      pace.burst()
      world.advance(120_000)
      expect(asked.slice(0, 8)).toEqual([0, 50, 100, 150, 200, 250, 300, 350])
      const gaps = asked.slice(8).map((at, index) => at - (asked[index + 7] ?? 0))
      expect(gaps.length).toBeGreaterThan(19)
      for (const gap of gaps) {
        expect(gap).toBeGreaterThanOrEqual(4000)
        expect(gap).toBeLessThanOrEqual(6000)
      }
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeGreaterThan(500)
    })
  })

  it('asks no faster when several things call for a burst at once', () => {
    const { world, asked, pace } = paced(() => 0.5)
    for (let call = 0; call < 5; call += 1) pace.burst()
    world.advance(1000)
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(50)
    expect(asked.length).toBeLessThanOrEqual(9)
  })

  it('stops, and starts again with a burst', () => {
    const { world, asked, pace } = paced(() => 0.5)
    pace.burst()
    world.advance(100)
    pace.stop()
    world.advance(60_000)
    expect(asked).toHaveLength(3)
    pace.burst()
    world.advance(400)
    expect(asked).toHaveLength(11)
  })
})
