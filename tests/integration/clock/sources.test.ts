import { afterEach, describe, expect, it } from 'vitest'
import type { SntpMode } from '../../support/fake-sntp-server.ts'
import { openSocket } from '../../support/test-socket.ts'
import { hold } from '../../support/wash.ts'
import { logOf, roundOver, startClockWorld, timeOf, until, type ClockWorld } from './clock-world.ts'

const HOUR = 3_600_000
const good: SntpMode = { kind: 'good' }
const lying = (offsetMs: number): SntpMode => ({ kind: 'lying', offsetMs })

let parts: ClockWorld
afterEach(() => parts.stop())

const becomes = (state: string) =>
  until(
    () => timeOf(parts.still),
    ({ clock_state }) => clock_state === state,
  )

describe('a provisional clock', () => {
  it.each<[string, SntpMode[]]>([
    ['three agree', [good, good, good]],
    ['two agree against a liar', [good, lying(HOUR), good]],
    ['two agree and one says nothing', [good, { kind: 'silent' }, good]],
    ['two agree and one wants to be left alone', [{ kind: 'kiss', code: 'DENY' }, good, good]],
  ])('is trusted, in the same epoch, when %s', async (_, modes) => {
    parts = await startClockWorld(modes)
    await until(
      async () => parts.sources,
      (sources) => sources.every(({ requests }) => requests > 0),
    )
    // Time for whoever is silent to be given up.
    await until(
      async () => {
        parts.world.advance(250)
        return timeOf(parts.still)
      },
      ({ clock_state }) => clock_state === 'trusted',
    )
    expect((await timeOf(parts.still)).epoch).toBe(1)
    expect(logOf(parts.still).at(-1)).toMatchObject({ what: 'confirmed', actor: 'sources', to_state: 'trusted' })
  })

  it.each<[string, SntpMode[], (string | null)[]]>([
    ['two lie differently', [good, lying(HOUR), lying(-HOUR)], [null, null, null]],
    [
      'only one answers as it should',
      [good, { kind: 'unsynchronised' }, { kind: 'kiss', code: 'RATE' }],
      [null, 'unsynchronised', 'kiss RATE'],
    ],
    ['all agree on another time', [lying(HOUR), lying(HOUR), lying(HOUR)], [null, null, null]],
  ])('stays so when %s', async (_, modes, troubles) => {
    parts = await startClockWorld(modes)
    const report = await roundOver(parts, ({ sources }) =>
      sources.every((one) => one.reach > 0 || one.trouble !== null),
    )
    expect(report.state).toBe('provisional')
    expect(report.sources.map(({ trouble }) => trouble)).toEqual(troubles)
  })

  it('stays so when one server goes by three names', async () => {
    parts = await startClockWorld([good])
    const [source] = parts.sources
    const { name = '' } = source ?? {}
    await parts.still.stop()
    const { stop } = parts
    parts = { ...(await startClockWorld([], { env: { KERBSIDE_NTP: [name, name, name].join(',') } })), stop }
    const report = await roundOver(parts, ({ sources }) => sources.every(({ reach }) => reach > 0))
    expect([report.state, report.agreement, report.sources.length]).toEqual(['provisional', null, 3])
    await parts.still.stop()
    await source?.stop()
    parts = { ...parts, stop: async () => {} }
  })

  it('waits on for the right answer when a wrong one comes, until time is up', async () => {
    parts = await startClockWorld([{ kind: 'wrong echo' }])
    await until(
      async () => parts.sources[0]?.requests,
      (requests) => requests === 1,
    )
    const report = await roundOver(parts, ({ sources }) => {
      parts.world.advance(250)
      return sources[0]?.trouble !== null
    })
    expect(report.sources[0]).toMatchObject({ trouble: 'silent', reach: 0, offset_ms: null })
  })
})

describe('a stepped wall clock', () => {
  it('is noticed within 250 ms, written down twice, and announced', async () => {
    parts = await startClockWorld([good, good, good])
    await becomes('trusted')
    const { owner, look } = parts.still
    const me = (await owner.get('/api/v1/session')).json() as { user: { id: string } }
    const socket = await openSocket(owner.base, `/ws/notifications/${me.user.id}/`, {
      origin: owner.base,
      cookie: owner.cookie,
    })
    const steppedAt = parts.world.trueMs()
    parts.world.stepWall(-HOUR)
    parts.world.advance(250)
    expect(await socket.nextOf('clock_changed')).toMatchObject({ what: 'stepped', clock_state: 'guarded', epoch: 1 })
    socket.close()
    const line = logOf(parts.still).at(-1)
    expect(line).toMatchObject({ what: 'stepped', from_state: 'trusted', to_state: 'guarded', wall_ahead_ms: -HOUR })
    expect((line?.at ?? 0) - steppedAt).toBeLessThanOrEqual(250)
    const event = look((db) => db.prepare('SELECT kind, subject, actor, data FROM event ORDER BY seq DESC').get())
    expect(event).toMatchObject({ kind: 'clock.stepped', subject: 'clock', actor: 'clock' })
  })

  it('changes nothing about the time, and bookings go on', async () => {
    parts = await startClockWorld([])
    parts.world.stepWall(10 * 365 * 24 * HOUR)
    parts.world.advance(1000)
    expect(await timeOf(parts.still)).toMatchObject({ clock_state: 'guarded', server_ms: parts.world.trueMs() })
    const held = await hold(parts.still.visitor, '2025-12-05T15:00:00+05:30')
    expect(Date.parse(held.hold_expires_at ?? '')).toBe(Math.floor(parts.world.trueMs() / 1000) * 1000 + 300_000)
  })

  it('that the sources do not bear out is not accepted, and the report says so', async () => {
    parts = await startClockWorld([good, good, good])
    await becomes('trusted')
    parts.world.stepWall(HOUR)
    parts.world.advance(1000)
    parts.world.advance(16_000)
    const report = await roundOver(parts, ({ sources }) => sources.every(({ reach }) => reach === 3))
    expect([report.state, report.sources_bear_out, report.wall_ahead_ms]).toEqual(['guarded', 'business', HOUR])
    parts.world.stepWall(-HOUR)
    parts.world.advance(16_000)
    expect(await becomes('trusted')).toMatchObject({ epoch: 1, server_ms: parts.world.trueMs() })
  })

  it('that the sources bear out is accepted: a new epoch, while the ticks are counted on', async () => {
    parts = await startClockWorld([lying(-HOUR), lying(-HOUR), good])
    const socket = await openSocket(parts.still.visitor.base, '/ws/time/')
    const first = await socket.nextOf('time_update')
    parts.world.stepWall(-HOUR)
    parts.world.advance(1000)
    expect((await timeOf(parts.still)).clock_state).toBe('guarded')
    parts.world.advance(16_000)
    const after = await becomes('trusted')
    expect(after).toMatchObject({ epoch: 2, server_ms: parts.world.trueMs() - HOUR })
    parts.world.advance(3000)
    const updates = (await socket.soFar()).filter(({ type }) => type === 'time_update')
    const seqs = [first, ...updates].map(({ seq }) => Number(seq))
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index))
    expect(updates.at(-1)).toMatchObject({ epoch: 2, clock_state: 'trusted' })
    expect(updates.filter(({ epoch }) => epoch === 2)).toHaveLength(3)
    socket.close()
    const [guarded, accepted] = logOf(parts.still).slice(-2)
    expect(guarded).toMatchObject({ what: 'stepped', epoch: 1 })
    expect(accepted).toMatchObject({ what: 'accepted', epoch: 2, actor: 'sources', wall_ahead_ms: -HOUR })
    // What was stamped before stays before; what is decided now is decided by the new time.
    const held = await hold(parts.still.visitor, '2025-12-05T15:00:00+05:30')
    expect(Date.parse(held.hold_expires_at ?? '')).toBe(
      Math.floor((parts.world.trueMs() - HOUR) / 1000) * 1000 + 300_000,
    )
  })
})
