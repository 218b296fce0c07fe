import { describe, expect, it } from 'vitest'
import type { WakeReason } from '../../../src-shared/time/time-link-parts.ts'
import { linkFixture, type LinkFixture } from './fixture.ts'

/** A fixture that has run quietly for a while. */
function settled(): LinkFixture {
  const fixture = linkFixture()
  fixture.world.advance(10_200)
  expect(fixture.link.read().mode).toBe('synced')
  return fixture
}

describe('doubt', () => {
  it.each<WakeReason>(['visible', 'pageshow', 'resume', 'online'])(
    'on %s: blocks submitting at once, asks in a burst, and ends with the first answer',
    (reason) => {
      const { world, link, wake, asksSince } = settled()
      const from = world.now
      wake(reason)
      expect(link.read()).toMatchObject({ mode: 'doubt', canSubmit: false, canBook: true, uncertaintyMs: null })
      world.advance(400)
      expect(asksSince(from).slice(0, 8)).toEqual([0, 50, 100, 150, 200, 250, 300, 350].map((ms) => from + ms))
      expect(link.read()).toMatchObject({ mode: 'synced', canSubmit: true })
    },
  )

  it.each([300, -300, 315_360_000_000, -315_360_000_000])(
    'when the device’s clock is set by %i ms: seen within 250 ms, and no decision bends',
    (stepMs) => {
      const { world, server, link, asksSince } = settled()
      const from = world.now
      const modes = new Set<string>()
      link.onBeat(() => modes.add(link.read().mode))
      world.wallOffsetMs += stepMs
      world.advance(250)
      expect(modes).toContain('doubt')
      expect(asksSince(from).length).toBeGreaterThan(0)
      expect(link.compare(server.now() - 100)).toBe('before')
      world.advance(400)
      expect(link.compare(server.now() + 100)).toBe('after')
      expect(Math.abs((link.read().displayMs ?? 0) - server.now())).toBeLessThan(10)
    },
  )

  it('when the device slept: neither a late reply nor the old estimate is believed', () => {
    const { world, server, link } = settled()
    world.sleep(45_000)
    world.advance(0.1)
    expect(link.compare(server.now() + 1000)).not.toBe('before')
    expect(link.compare(server.now() - 44_000)).not.toBe('after')
    world.advance(1000)
    expect(link.read().mode).toBe('synced')
    expect(Math.abs((link.read().displayMs ?? 0) - server.now())).toBeLessThan(10)
  })

  it('lets no answer count whose question was asked before a sleep', () => {
    const { world, server, link, asksSince } = settled()
    const from = world.now
    while (asksSince(from).length === 0) world.advance(1)
    // The server has answered, and the answer is on its way; no tick follows soon that would put it right.
    world.advance(6)
    world.sleep(300)
    for (let ms = 0; ms < 300; ms += 1) {
      world.advance(1)
      expect(link.compare(server.now())).toBe('unknown')
    }
  })

  it('when ticks stay away for more than 3 s on a live socket', () => {
    const { world, server, link, asksSince } = settled()
    const modes = new Set<string>()
    link.onBeat(() => modes.add(link.read().mode))
    server.latencyDown = () => 2200
    world.advance(2900)
    server.latencyDown = () => 5
    expect(modes).toEqual(new Set(['synced']))
    const from = world.now
    world.advance(5000)
    expect(modes).toContain('doubt')
    expect(asksSince(from).length).toBeGreaterThanOrEqual(8)
    expect(server.connects).toHaveLength(1)
    expect(link.read().mode).toBe('synced')
  })

  it('of a frozen page does not blame its socket', () => {
    const { world, server, link } = settled()
    world.freeze(120_000)
    world.advance(500)
    expect(server.connects).toHaveLength(1)
    world.advance(1000)
    expect(link.read().mode).toBe('synced')
  })

  it('that nobody answers ends offline', () => {
    const { world, server, link, wake } = settled()
    server.answersSync = false
    wake('visible')
    world.advance(3400)
    expect(link.read().mode).toBe('doubt')
    world.advance(200)
    expect(link.read()).toMatchObject({ mode: 'offline', canSubmit: false, canBook: false })
  })

  it('without a link tries the network at once, not after the wait that was due', () => {
    const { world, server, link, wake } = settled()
    server.reachable = false
    server.dropAll()
    world.advance(300_000)
    server.reachable = true
    const tries = server.connects.length
    wake('online')
    world.advance(1001)
    expect(server.connects.length).toBe(tries + 1)
    world.advance(500)
    expect(link.read().mode).toBe('synced')
  })

  it('shows the last time meanwhile, never one that runs ahead of the truth, and never goes back', () => {
    const { world, server, link, wake } = settled()
    server.answersSync = false
    let before = link.read().displayMs ?? 0
    wake('visible')
    for (let beat = 0; beat < 300; beat += 1) {
      world.advance(10)
      const shown = link.read().displayMs ?? 0
      expect(shown).toBeGreaterThanOrEqual(before)
      expect(shown - server.now()).toBeLessThan(6)
      before = shown
    }
  })

  it('of a link that has been stopped wakes nobody', () => {
    const { world, server, link, wake } = settled()
    link.stop()
    wake('visible')
    world.advance(60_000)
    expect(server.connects).toHaveLength(1)
  })
})
