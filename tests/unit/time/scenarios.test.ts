import { describe, expect, it } from 'vitest'
import { linkFixture, type LinkFixture } from './fixture.ts'
import { withSeed } from './seeded.ts'

interface Errors {
  readonly p99: number
  readonly max: number
}

/** Looks at the clock every 100 ms; each look must find the truth inside the bounds and the shown time not going back. */
function watch({ world, server, link }: LinkFixture, durationMs: number): Errors {
  const errors: number[] = []
  let before = -Infinity
  for (let elapsed = 0; elapsed < durationMs; elapsed += 100) {
    world.advance(100)
    const truth = server.now()
    expect(link.compare(truth)).toBe('unknown')
    const shown = link.read().displayMs
    if (shown === null) continue
    expect(shown).toBeGreaterThanOrEqual(before)
    before = shown
    errors.push(Math.abs(shown - truth))
  }
  errors.sort((a, b) => a - b)
  return { p99: errors[Math.floor(errors.length * 0.99)] ?? Infinity, max: errors.at(-1) ?? Infinity }
}

describe('on networks as they are', () => {
  it('LAN, 40 ppm, round trips of 1 to 21 ms, 20 minutes: error p99 ≤ 5 ms, max ≤ 10 ms', () => {
    withSeed(2025, (random) => {
      const fixture = linkFixture({
        random,
        prepare: (server) => {
          server.latencyUp = () => 0.5 + random() * 10
          server.latencyDown = () => 0.5 + random() * 10
        },
      })
      fixture.world.devicePpm = 40
      fixture.world.advance(5000)
      const { p99, max } = watch(fixture, 20 * 60_000)
      expect(p99).toBeLessThanOrEqual(5)
      expect(max).toBeLessThanOrEqual(10)
    })
  })

  it('bad Wi-Fi, asymmetric with 300 ms spikes and losses that a stream repairs: error p99 ≤ 50 ms', () => {
    withSeed(1912, (random) => {
      const spiky = (usual: number) => () => {
        const chance = random()
        if (chance < 0.02) return usual + 1000
        return chance < 0.1 ? usual + 300 * random() : usual + 10 * random()
      }
      const fixture = linkFixture({
        random,
        prepare: (server) => {
          server.latencyUp = spiky(5)
          server.latencyDown = spiky(45)
        },
      })
      fixture.world.devicePpm = -60
      fixture.world.advance(5000)
      expect(watch(fixture, 20 * 60_000).p99).toBeLessThanOrEqual(50)
    })
  })

  it('cold, at 20 ms of round trip: known to 50 ms within 500 ms', () => {
    const fixture = linkFixture({
      prepare: (server) => {
        server.latencyUp = () => 10
        server.latencyDown = () => 10
      },
    })
    fixture.world.advance(500)
    expect(fixture.link.read().uncertaintyMs).toBeLessThanOrEqual(50)
    expect(fixture.link.read().mode).toBe('synced')
  })

  it('ten minutes without a link at 100 ppm: off by no more than 60 ms, and it says how far it may be', () => {
    const fixture = linkFixture()
    fixture.world.devicePpm = 100
    fixture.world.advance(60_000)
    fixture.server.reachable = false
    fixture.server.dropAll()
    expect(watch(fixture, 600_000).max).toBeLessThanOrEqual(65)
    expect(fixture.link.read().uncertaintyMs).toBeGreaterThan(60)
  })

  it('the truth stays inside the bounds through sleeps, losses and device clocks set at random', () => {
    withSeed(5, (random) => {
      const fixture = linkFixture({ random })
      const { world, server } = fixture
      for (let round = 0; round < 60; round += 1) {
        const chance = random()
        if (chance < 0.3) world.sleep(300 + random() * 600_000)
        else if (chance < 0.5) world.wallOffsetMs += (random() - 0.5) * 1e10
        else if (chance < 0.7) server.dropAll()
        else if (chance < 0.8) server.mute = !server.mute
        watch(fixture, 5000)
      }
      expect(world.now).toBeGreaterThan(60 * 5000)
    })
  })
})
