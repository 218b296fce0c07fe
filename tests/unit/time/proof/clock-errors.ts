import { expect } from 'vitest'
import { linkFixture, type LinkFixture } from '../fixture.ts'
import { seededRandom } from '../../../support/seeded.ts'
import { connectBy, type Network } from './networks.ts'

const LOOK_MS = 100

/** How far the shown time was from the truth, in milliseconds. */
export interface Errors {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** Looks at the clock every 100 ms; each look must find the truth inside the bounds and the shown time not going back. */
export function watch({ world, server, link }: LinkFixture, durationMs: number): Errors {
  const errors: number[] = []
  let before = -Infinity
  for (let elapsed = 0; elapsed < durationMs; elapsed += LOOK_MS) {
    world.advance(LOOK_MS)
    const truth = server.now()
    // Not by `expect`, which would take longer than all the rest.
    if (link.compare(truth) !== 'unknown') throw new Error(`the truth is outside the bounds after ${world.now} ms`)
    const shown = link.read().displayMs
    if (shown === null) continue
    if (shown < before) throw new Error(`the shown time went back after ${world.now} ms`)
    before = shown
    errors.push(Math.abs(shown - truth))
  }
  errors.sort((a, b) => a - b)
  const share = (part: number) => errors[Math.floor(errors.length * part)] ?? Infinity
  return { p50: share(0.5), p99: share(0.99), max: errors.at(-1) ?? Infinity }
}

/** A device with a crystal that is off, on a network, with chance from a seed; started. */
export function deviceOn(network: Network, seed: number, devicePpm: number): LinkFixture {
  const random = seededRandom(seed)
  const fixture = linkFixture({ random, prepare: connectBy(network, random) })
  fixture.world.devicePpm = devicePpm
  return fixture
}

/** The errors of twenty minutes after five seconds, worst over seeds. */
export function twentyMinutes(network: Network, devicePpm: number, seeds: readonly number[]): Errors {
  return worstOf(seeds, (seed) => {
    const fixture = deviceOn(network, seed, devicePpm)
    fixture.world.advance(5000)
    return watch(fixture, 20 * 60_000)
  })
}

/** The errors of ten minutes without a link at 100 ppm, after some time with it, worst over seeds. */
export function tenMinutesAlone(network: Network, linkedMs: number, seeds: readonly number[]): Errors {
  return worstOf(seeds, (seed) => {
    const fixture = deviceOn(network, seed, 100)
    fixture.world.advance(linkedMs)
    fixture.server.reachable = false
    fixture.server.dropAll()
    const errors = watch(fixture, 600_000)
    expect(fixture.link.read().uncertaintyMs, 'says how far off it may be').toBeGreaterThan(errors.max)
    return errors
  })
}

/** When a page that has just been opened knows the time to 50 ms, and how well it knows it after half a second. */
export function coldStart(network: Network, seed: number): { toFiftyMs: number; uncertaintyMs: number } {
  const { world, link } = deviceOn(network, seed, 0)
  let toFiftyMs = Infinity
  while (world.now < 500) {
    world.advance(1)
    const { mode, uncertaintyMs } = link.read()
    if (mode === 'synced' && (uncertaintyMs ?? Infinity) <= 50) toFiftyMs = Math.min(toFiftyMs, world.now)
  }
  return { toFiftyMs, uncertaintyMs: link.read().uncertaintyMs ?? Infinity }
}

function worstOf(seeds: readonly number[], measure: (seed: number) => Errors): Errors {
  const all = seeds.map(measure)
  const worst = (of: keyof Errors) => Math.max(...all.map((errors) => errors[of]))
  return { p50: worst('p50'), p99: worst('p99'), max: worst('max') }
}
