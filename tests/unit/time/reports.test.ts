import { describe, expect, it } from 'vitest'
import type { TimeClientMessage } from '../../../src-shared/protocol/time-socket.ts'
import { TimeClientMessage as Schema } from '../../../src-shared/protocol/time-socket.ts'
import { parseJson } from '../../../src-shared/protocol/parse.ts'
import { linkFixture, type LinkFixture } from './fixture.ts'

type Report = Extract<TimeClientMessage, { type: 'report' }>

/** What the server was told of this client's clock, and when. */
function reports({ server }: LinkFixture, from = 0): (Report & { at: number })[] {
  return server.heard.flatMap(({ at, message }) =>
    message.type === 'report' && at >= from ? [{ ...message, at }] : [],
  )
}

describe('a client tells the server about its clock', () => {
  it('once the first exchanges are done, in the form that the server takes', () => {
    const fixture = linkFixture()
    fixture.world.advance(2000)
    const [first, ...more] = reports(fixture)
    expect(more).toEqual([])
    expect(first).toMatchObject({ mode: 'synced' })
    expect(first?.uncertainty_ms).toBeLessThan(10)
    const { at: _at, ...message } = first!
    expect(parseJson(Schema, JSON.stringify(message))).toEqual(message)
  })

  it('at least every 30 s, and not in step with others', () => {
    const gapsOf = (chance: number) => {
      const fixture = linkFixture({ random: () => chance })
      fixture.world.advance(300_000)
      const at = reports(fixture).map((report) => report.at)
      return at.slice(1).map((time, index) => time - (at[index] ?? 0))
    }
    for (const gap of [...gapsOf(0), ...gapsOf(0.5), ...gapsOf(0.99)]) {
      expect(gap).toBeGreaterThanOrEqual(18_000)
      expect(gap).toBeLessThanOrEqual(30_000)
    }
    expect(gapsOf(0)[0]).not.toBe(gapsOf(0.99)[0])
  })

  it('at once when its mode changes, and again when it has changed back', () => {
    const fixture = linkFixture()
    fixture.world.advance(10_200)
    const from = fixture.world.now
    fixture.wake('visible')
    fixture.world.advance(3000)
    expect(reports(fixture, from).map(({ mode, at }) => [mode, at - from <= 1300])).toEqual([
      ['doubt', true],
      ['synced', true],
    ])
    expect(reports(fixture, from)[0]).toMatchObject({ at: from, uncertainty_ms: null, device_offset_ms: null })
  })

  it('no more than once a second, however its mode flaps', () => {
    const fixture = linkFixture()
    fixture.world.advance(10_200)
    const from = fixture.world.now
    for (let wake = 0; wake < 100; wake += 1) {
      fixture.wake('visible')
      fixture.world.advance(100)
    }
    expect(reports(fixture, from).length).toBeGreaterThan(1)
    expect(reports(fixture, from).length).toBeLessThanOrEqual(11)
  })

  it.each([0, 1500, -315_360_000_000])('how far the device’s own clock is off: %i ms', (offsetMs) => {
    const fixture = linkFixture()
    const { world, server } = fixture
    world.advance(10_200)
    // The world's wall clock counts from zero, the server's time does not.
    world.wallOffsetMs = server.now() - world.now + offsetMs
    world.advance(3000)
    expect(reports(fixture).at(-1)?.device_offset_ms).toBeCloseTo(offsetMs, -1)
  })

  it('again on each new link, and never on one that has not answered yet', () => {
    const fixture = linkFixture()
    const { world, server } = fixture
    world.advance(5000)
    server.dropAll()
    server.answersSync = false
    const from = world.now
    world.advance(3000)
    expect(server.openSockets).toBe(1)
    expect(reports(fixture, from)).toEqual([])
    server.answersSync = true
    fixture.wake('visible')
    world.advance(2000)
    expect(reports(fixture, from).map(({ mode }) => mode)).toEqual(['synced'])
  })
})
