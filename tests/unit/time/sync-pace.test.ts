import { describe, expect, it } from 'vitest'
import { linkPaces } from '../../../src-shared/time/link-pace.ts'
import { SyncPace } from '../../../src-shared/time/sync-pace.ts'
import { FakeWorld } from './fake-world.ts'
import { withSeed } from '../../support/seeded.ts'

/** A page's pace, beside a server that ticks each second or never. */
function paced(random: () => number, { ticks = true } = {}) {
  const world = new FakeWorld()
  const asked: number[] = []
  const pace = new SyncPace(world.timers, random, linkPaces.live, () => asked.push(world.now))
  const tick = () => {
    pace.ticked()
    world.after(1000, tick, 'elsewhere')
  }
  if (ticks) world.after(700, tick, 'elsewhere')
  return { world, asked, pace }
}

function gapsOf(asked: readonly number[]): number[] {
  return asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
}

describe('the pace of exchanges', () => {
  it.each([true, false])('is eight, 50 ms apart, then one every 5 s ± 20 %%, with ticks: %s', (ticks) => {
    withSeed(11, (random) => {
      const { world, asked, pace } = paced(random, { ticks })
      pace.burst()
      world.advance(120_000)
      expect(asked.slice(0, 8)).toEqual([0, 50, 100, 150, 200, 250, 300, 350])
      const gaps = gapsOf(asked.slice(7))
      expect(gaps.length).toBeGreaterThan(18)
      for (const gap of gaps) {
        expect(gap).toBeGreaterThanOrEqual(4000)
        expect(gap).toBeLessThanOrEqual(6000)
      }
    })
  })

  it('is spread over 50 ms, a tenth of a second after a tick', () => {
    withSeed(12, (random) => {
      const { world, asked, pace } = paced(random)
      pace.burst()
      world.advance(120_000)
      const afterTick = asked.slice(8).map((at) => (at - 700) % 1000)
      expect(Math.min(...afterTick)).toBeGreaterThanOrEqual(100)
      expect(Math.max(...afterTick)).toBeLessThanOrEqual(150)
      expect(Math.max(...afterTick) - Math.min(...afterTick)).toBeGreaterThan(30)
    })
  })

  it('is one with each tick for a page that rests, and one now and then where no tick comes', () => {
    const { world, asked, pace } = paced(() => 0.5, { ticks: false })
    pace.follow(linkPaces.resting)
    pace.burst()
    for (let round = 0; round < 5; round += 1) {
      world.advance(30_000)
      pace.ticked()
      world.advance(0)
    }
    expect(asked.slice(8)).toEqual([30_000, 60_000, 90_000, 120_000, 150_000])
    world.advance(100_000)
    expect(asked.slice(13)).toEqual([181_000, 212_000, 243_000])
  })

  it('asks no faster when several things call for a burst at once', () => {
    const { world, asked, pace } = paced(() => 0.5)
    for (let call = 0; call < 5; call += 1) pace.burst()
    world.advance(1000)
    expect(Math.min(...gapsOf(asked))).toBeGreaterThanOrEqual(50)
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
