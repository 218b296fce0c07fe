import { describe, expect, it } from 'vitest'
import { syncLost } from '../../../src-shared/time/clock-mode.ts'
import { TimeLink } from '../../../src-shared/time/time-link.ts'
import { FakeTimeServer, timeUpdate } from './fake-time-server.ts'
import { FakeWorld } from './fake-world.ts'
import { linkFixture } from './fixture.ts'
import { seededRandom, withSeed } from '../../support/seeded.ts'

describe('a link to the server’s time', () => {
  it('is back within a second of a server that restarts, and nobody is told or kept from booking', () => {
    const returned: number[] = []
    for (let seed = 1; seed <= 40; seed += 1) {
      const { world, server, link } = linkFixture({ random: seededRandom(seed) })
      world.advance(10_200)
      const from = world.now
      const modes = new Set<string>()
      link.onBeat(() => {
        const { mode, canSubmit, lostForMs } = link.read()
        modes.add(mode)
        expect([canSubmit, syncLost(false, mode, lostForMs)]).toEqual([true, false])
      })
      server.dropAll(1000)
      world.advance(3000)
      returned.push((server.connects.at(-1) ?? 0) - from)
      expect(link.read().mode).toBe('synced')
      expect(modes).not.toContain('offline')
    }
    expect(Math.max(...returned)).toBeLessThanOrEqual(1000)
    // Each at a moment of its own.
    expect(Math.max(...returned) - Math.min(...returned)).toBeGreaterThan(800)
  })

  it('knows no time before its first exchange, whatever the device says', () => {
    const { world, link } = linkFixture({ prepare: (server) => (server.answersSync = false) })
    world.advance(10_000)
    const reading = link.read()
    expect(reading).toMatchObject({ mode: 'init', displayMs: null, canSubmit: false, canBook: false })
    expect(link.isConnected).toBe(false)
    expect(link.timeData).not.toBeNull()
  })

  it('is synced within half a second, and then true to a few milliseconds', () => {
    const { world, server, link } = linkFixture()
    world.advance(500)
    const reading = link.read()
    expect(reading).toMatchObject({ mode: 'synced', canSubmit: true, canBook: true, lostForMs: null })
    expect(link.isConnected).toBe(true)
    expect(reading.uncertaintyMs).toBeLessThan(6)
    expect(Math.abs((reading.displayMs ?? 0) - server.now())).toBeLessThan(6)
  })

  it('asks eight times at 50 ms after connecting, then every 5 s ± 20 %', () => {
    const { world, asksSince } = linkFixture()
    world.advance(60_000)
    const asks = asksSince(0)
    expect(asks.slice(0, 8)).toEqual([10, 60, 110, 160, 210, 260, 310, 360])
    const gaps = asks.slice(8).map((at, index) => at - (asks[index + 7] ?? 0))
    expect(gaps.every((gap) => gap >= 4000 && gap <= 6000)).toBe(true)
  })

  it('runs on by itself when the link is lost, blocks submitting after 5 s, and is offline after a minute', () => {
    const { world, server, link } = linkFixture()
    world.advance(10_000)
    server.reachable = false
    server.dropAll()
    expect(link.read().mode).toBe('holdover')
    expect(link.isConnected).toBe(false)
    world.advance(3500)
    expect(link.read()).toMatchObject({ mode: 'holdover', canSubmit: true, canBook: true })
    world.advance(2000)
    expect(link.read()).toMatchObject({ mode: 'holdover', canSubmit: false, canBook: true })
    expect(Math.abs((link.read().displayMs ?? 0) - server.now())).toBeLessThan(10)
    world.advance(56_000)
    expect(link.read()).toMatchObject({ mode: 'offline', canSubmit: false, canBook: false })
  })

  it('comes back by itself, first to a fresh exchange, then to full use', () => {
    const { world, server, link } = linkFixture()
    world.advance(5000)
    server.reachable = false
    server.dropAll()
    world.advance(90_000)
    server.reachable = true
    world.advance(31_000)
    expect(link.read().mode).toBe('synced')
    expect(link.isConnected).toBe(true)
  })

  it('waits random(0, min(30 s, 0.5 s · 2ⁿ)) before each try', () => {
    withSeed(7, (random) => {
      const { world, server } = linkFixture({ random, prepare: (fake) => (fake.reachable = false) })
      world.advance(600_000)
      const waits = server.connects.slice(1).map((at, index) => at - (server.connects[index] ?? 0) - 1)
      expect(waits.length).toBeGreaterThan(20)
      waits.forEach((wait, n) => {
        expect(wait).toBeGreaterThanOrEqual(-0.001)
        expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** (n + 1)) + 0.001)
      })
      expect(Math.max(...waits)).toBeGreaterThan(15_000)
    })
  })

  it('starts its waits over once a link has been stable for 30 s', () => {
    const { world, server } = linkFixture({ random: () => 0.999, prepare: (fake) => (fake.reachable = false) })
    world.advance(60_000)
    server.reachable = true
    world.advance(70_000)
    const tries = server.connects.length
    server.reachable = false
    server.dropAll()
    const droppedAt = world.now
    world.advance(1000)
    expect(server.connects.length).toBe(tries + 1)
    expect((server.connects.at(-1) ?? 0) - droppedAt).toBeLessThanOrEqual(1000)
  })

  it('closes a socket that is silent for 3.5 s, and tries another', () => {
    const { world, server, link } = linkFixture()
    world.advance(5000)
    server.mute = true
    const silentSince = world.now
    world.advance(3400)
    expect(server.connects).toHaveLength(1)
    world.advance(1400)
    expect(link.read().mode).toBe('holdover')
    expect(server.connects.length).toBeGreaterThan(1)
    expect((server.connects[1] ?? 0) - silentSince).toBeLessThan(5000)
  })

  it('gives up a socket that never opens', () => {
    const { world, server } = linkFixture({ prepare: (fake) => (fake.latencyUp = () => 1e9) })
    world.advance(5000)
    expect(server.connects.length).toBeGreaterThan(1)
    expect(server.openSockets).toBeLessThanOrEqual(1)
  })

  it('tries again when the browser refuses even to try', () => {
    const world = new FakeWorld()
    const server = new FakeTimeServer(world)
    let refusals = 3
    const link = new TimeLink({
      time: world.time,
      timers: world.timers,
      random: () => 0.5,
      openSocket: (events) => {
        refusals -= 1
        if (refusals >= 0) throw new Error('insecure')
        return server.openSocket(events)
      },
    })
    link.start()
    expect(link.read().mode).toBe('init')
    world.advance(500 + 1000 + 1500 + 500)
    expect(link.read().mode).toBe('synced')
  })

  it('starts afresh after a server restart that moved its time by a few milliseconds', () => {
    const { world, server, link } = linkFixture()
    world.advance(10_000)
    server.dropAll()
    server.offsetMs -= 40
    world.advance(3000)
    const { uncertaintyMs, displayMs, mode } = link.read()
    expect(mode).toBe('synced')
    expect(Math.abs((displayMs ?? 0) - server.now())).toBeLessThanOrEqual((uncertaintyMs ?? 0) + 1)
  })

  it('drops all it knew in a new epoch, and shows no time until the next exchange', () => {
    const { world, server, link } = linkFixture()
    world.advance(5000)
    server.epoch = 2
    server.offsetMs -= 3_600_000
    server.tick()
    world.advance(6)
    expect(link.read()).toMatchObject({ mode: 'init', displayMs: null })
    world.advance(100)
    expect(link.read().mode).toBe('synced')
    expect(Math.abs((link.read().displayMs ?? 0) - server.now())).toBeLessThan(10)
  })

  it('stops for good, and starts again when asked', () => {
    const { world, server, link } = linkFixture()
    world.advance(2000)
    link.stop()
    world.advance(120_000)
    expect(server.openSockets).toBe(0)
    expect(server.connects).toHaveLength(1)
    link.start()
    link.start()
    world.advance(1000)
    expect(server.openSockets).toBe(1)
    expect(link.read().mode).toBe('synced')
  })
})

describe('what a server says wrongly', () => {
  const nonsense = [
    '',
    'hello',
    '{',
    'null',
    '[]',
    '{"type":"time_update"}',
    '{"type":"sync_reply","nonce":"1","epoch":1,"t2":"now","t3":2}',
    '{"type":"sync_reply","nonce":"nobody asked","epoch":1,"t2":1,"t3":2}',
    '{"type":"sync_reply","nonce":"1","epoch":1.5,"t2":1,"t3":2}',
    '{"type":"launch"}',
    '{"__proto__":{"type":"time_update"}}',
    JSON.stringify(timeUpdate(1)).replace('"server_ms":1', '"server_ms":1e999'),
    'x'.repeat(100_000),
  ]

  it.each(nonsense.map((text) => [text.slice(0, 60), text]))('changes nothing: %s', (_head, text) => {
    const { world, server, link } = linkFixture()
    world.advance(2500)
    server.broadcast(text)
    world.advance(100)
    expect(link.read().mode).toBe('synced')
    expect(Math.abs((link.read().displayMs ?? 0) - server.now())).toBeLessThan(10)
  })

  it('does not keep a socket alive that says nothing else', () => {
    const { world, server } = linkFixture()
    world.advance(2000)
    server.mute = true
    for (let second = 0; second < 8; second += 1) {
      server.broadcast('{"type":"noise"}')
      world.advance(1000)
    }
    expect(server.connects.length).toBeGreaterThan(1)
  })
})

describe('availability over the same socket', () => {
  const change = { type: 'availability_changed', kind: 'wash', date: '2025-12-05', version: 3 }
  const subscriptions = (heard: { message: { type: string } }[]) =>
    heard.map(({ message }) => message.type).filter((type) => type.endsWith('subscribe'))

  it('is subscribed once for all who want it, and unsubscribed when nobody does', () => {
    const { world, server, link } = linkFixture()
    world.advance(100)
    const first = link.onAvailability(() => {})
    const second = link.onAvailability(() => {})
    expect(subscriptions(server.heard)).toEqual(['subscribe'])
    first()
    first()
    expect(subscriptions(server.heard)).toEqual(['subscribe'])
    second()
    expect(subscriptions(server.heard)).toEqual(['subscribe', 'unsubscribe'])
  })

  it('is passed on', () => {
    const { world, server, link } = linkFixture()
    world.advance(100)
    const seen: unknown[] = []
    link.onAvailability((news) => seen.push(news))
    server.broadcast(JSON.stringify(change))
    world.advance(10)
    expect(seen).toEqual([change])
  })

  it('is subscribed again after a reconnect, and whoever listens is told that some may have been missed', () => {
    const { world, server, link } = linkFixture()
    const seen: unknown[] = []
    link.onAvailability((news) => seen.push(news))
    world.advance(1000)
    expect(seen).toEqual([])
    server.dropAll()
    world.advance(2000)
    expect(subscriptions(server.heard)).toEqual(['subscribe', 'subscribe'])
    expect(seen).toEqual([null])
  })
})
