import { describe, expect, it } from 'vitest'
import { WORLD_BEGAN } from './fake-time-server.ts'
import { linkFixture, type LinkFixture } from './fixture.ts'

const MINUTE_MS = 60_000

function paceAsked({ server }: LinkFixture, from: number): number[] {
  return server.heard.flatMap(({ at, message }) => (message.type === 'ticks' && at >= from ? [message.every] : []))
}

/** A page that has rested for so long, 5 ms away from its server each way. */
function resting(ms: number): LinkFixture & { readonly began: number } {
  const fixture = linkFixture()
  fixture.world.advance(20_200)
  const began = fixture.world.now
  fixture.link.follow('resting')
  fixture.world.advance(ms)
  return { ...fixture, began }
}

describe('a page that rests', () => {
  it('asks for a tick every 30 s, and for the time with each, and for nothing else', () => {
    const fixture = resting(10 * MINUTE_MS)
    expect(paceAsked(fixture, fixture.began)).toEqual([30])
    const said = fixture.server.heard.filter(({ at }) => at > fixture.began + 1000)
    const asked = said.filter(({ message }) => message.type === 'sync')
    const reported = said.filter(({ message }) => message.type === 'report')
    expect(asked.length).toBeGreaterThan(18)
    expect(asked.length).toBeLessThan(22)
    // What it reports goes out with what it asks.
    expect(reported.length).toBeGreaterThan(8)
    for (const { at } of reported) expect(asked.map((sync) => sync.at)).toContain(at)
    expect(said.length).toBe(asked.length + reported.length)
  })

  it('knows the time all the while, at any drift that its bounds allow', () => {
    for (const ppm of [-240, -60, 0, 60, 240]) {
      const { world, link } = resting(0)
      world.devicePpm = ppm
      for (let second = 0; second < 15 * 60; second += 1) {
        world.advance(1000)
        const reading = link.read()
        expect(reading).toMatchObject({ mode: 'synced', canSubmit: true })
        expect(reading.uncertaintyMs).toBeLessThan(25)
        expect(Math.abs((reading.displayMs ?? 0) - WORLD_BEGAN - world.now)).toBeLessThan(25)
      }
    }
  })

  it('hears each second as soon as it lives again, and asks at once', () => {
    const fixture = resting(5 * MINUTE_MS + 11_000)
    const { world, link, server } = fixture
    const woken = world.now
    link.follow('live')
    expect(link.read()).toMatchObject({ mode: 'synced', canSubmit: true })
    world.advance(400)
    expect(paceAsked(fixture, woken)).toEqual([1])
    expect(fixture.asksSince(woken)).toHaveLength(8)
    const seq = link.timeData?.seq ?? 0
    world.advance(10_000)
    expect((link.timeData?.seq ?? 0) - seq).toBeGreaterThanOrEqual(10)
    expect(link.read().mode).toBe('synced')
    expect(server.connects).toHaveLength(1)
  })

  it('that lives again on a link that died meanwhile finds out within 3.5 s', () => {
    const { world, link, server } = resting(5 * MINUTE_MS + 11_000)
    server.mute = true
    link.follow('live')
    world.advance(3400)
    expect(server.connects).toHaveLength(1)
    world.advance(2500)
    expect(server.connects.length).toBeGreaterThan(1)
    expect(link.isConnected).toBe(false)
  })

  it('closes a socket on which nothing has come for 32.5 s', () => {
    const { world, link, server } = resting(5 * MINUTE_MS)
    const heardAt = Math.max(...server.heard.filter(({ message }) => message.type === 'sync').map(({ at }) => at))
    server.mute = true
    world.advance(heardAt + 32_000 - world.now)
    expect(link.read().mode).toBe('synced')
    world.advance(1500)
    expect(link.isConnected).toBe(false)
  })

  it('asks for its pace again on a new link', () => {
    const fixture = resting(MINUTE_MS)
    const from = fixture.world.now
    fixture.server.dropAll()
    fixture.world.advance(2 * MINUTE_MS)
    expect(paceAsked(fixture, from)).toEqual([30])
    expect(fixture.link.read().mode).toBe('synced')
  })

  it('doubts its clock when a tick is missing, and looks again', () => {
    const { world, link, server } = resting(MINUTE_MS)
    world.sleep(45_000)
    const from = world.now
    link.wake('resume')
    expect(link.read()).toMatchObject({ mode: 'doubt', canSubmit: false })
    world.advance(500)
    expect(link.read().mode).toBe('synced')
    expect(server.heard.filter(({ at, message }) => at >= from && message.type === 'sync').length).toBeGreaterThan(4)
  })
})
