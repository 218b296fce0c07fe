import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClockReport } from '../../../src-shared/api/clock-schemas.ts'
import { signIn } from '../../support/still-server.ts'
import { hold, manage } from '../../support/wash.ts'
import { accept, choosePin, logOf, NOON, startClockWorld, timeOf, type ClockWorld } from './clock-world.ts'

const HOUR = 3_600_000

describe('an owner who vouches for the wall clock', () => {
  let parts: ClockWorld
  beforeEach(async () => {
    parts = await startClockWorld([])
    await choosePin(parts.still)
  })
  afterEach(() => parts.stop())

  const stateNow = async () => {
    const { clock_state, epoch, server_ms } = await timeOf(parts.still)
    return { clock_state, epoch, aheadMs: server_ms - parts.world.trueMs() }
  }

  it.each([-HOUR, HOUR])('sets business time by %i ms; what they said is written down', async (ms) => {
    parts.world.stepWall(ms)
    parts.world.advance(1000)
    const answer = await accept(parts.still.owner)
    expect(answer.status).toBe(200)
    const report = answer.json() as ClockReport
    expect(report).toMatchObject({ state: 'trusted', epoch: 2, wall_ahead_ms: 0 })
    expect(report.log[0]).toMatchObject({ what: 'accepted', from_state: 'guarded', reason: 'set by the radio clock' })
    expect(report.log[0]?.actor).toMatch(/^user:/)
    expect(report.log[1]).toMatchObject({ what: 'stepped', actor: 'clock', reason: null })
    expect(await stateNow()).toEqual({ clock_state: 'trusted', epoch: 2, aheadMs: ms })
    const events = parts.still.look((db) =>
      db.prepare("SELECT kind, data FROM event WHERE kind LIKE 'clock.%' ORDER BY seq").all(),
    ) as { kind: string; data: string }[]
    expect(events.map(({ kind }) => kind)).toEqual(['clock.started', 'clock.stepped', 'clock.accepted'])
    expect(events[2]?.data).toContain('set by the radio clock')
  })

  it('of a clock that was right all along only confirms it', async () => {
    expect((await accept(parts.still.owner)).json()).toMatchObject({ state: 'trusted', epoch: 1 })
    expect(logOf(parts.still).at(-1)).toMatchObject({ what: 'confirmed', from_state: 'provisional' })
  })

  it('is not blamed for a step that is noticed only now', async () => {
    parts.world.stepWall(HOUR)
    const { log } = (await accept(parts.still.owner)).json() as ClockReport
    expect(log.slice(0, 2)).toMatchObject([
      { what: 'accepted', reason: 'set by the radio clock' },
      { what: 'stepped', actor: 'clock', reason: null },
    ])
  })

  it('is refused without a PIN, with a wrong one, without a reason, and with a time of their own', async () => {
    parts.world.stepWall(HOUR)
    parts.world.advance(1000)
    const bodies = [
      { pin: '1357', reason: 'because' },
      { reason: 'because' },
      { pin: '2468' },
      { pin: '2468', reason: ' x ' },
      { pin: '2468', reason: 'because', time: '2025-12-05T12:00:00Z' },
    ]
    const codes = await Promise.all(
      bodies.map(async (body) => (await parts.still.owner.post('/api/v1/clock/accept', body)).code),
    )
    const invalid = 'invalid_request'
    expect(codes).toEqual(['wrong_pin', invalid, invalid, invalid, invalid])
    expect(await stateNow()).toEqual({ clock_state: 'guarded', epoch: 1, aheadMs: 0 })
  })

  it('may guess at the PIN five times in five minutes, and no change of the wall clock lifts that', async () => {
    for (let tries = 0; tries < 5; tries += 1) expect((await accept(parts.still.owner, '1357')).code).toBe('wrong_pin')
    expect((await accept(parts.still.owner)).code).toBe('rate_limited')
    parts.world.stepWall(24 * HOUR)
    parts.world.advance(1000)
    expect((await accept(parts.still.owner)).code).toBe('rate_limited')
    parts.world.slip(298_999)
    expect((await accept(parts.still.owner)).code).toBe('rate_limited')
    parts.world.advance(1)
    expect((await accept(parts.still.owner)).status).toBe(200)
  })

  it('is not locked out for longer by a wall clock that is set back', async () => {
    for (let tries = 0; tries < 5; tries += 1) await accept(parts.still.owner, '1357')
    parts.world.stepWall(-10 * 365 * 24 * HOUR)
    parts.world.slip(300_000)
    expect((await accept(parts.still.owner)).status).toBe(200)
  })

  it('keeps a hold to its very last millisecond, and not one more', async () => {
    const [one, other] = [
      await hold(parts.still.visitor, '2025-12-05T15:00:00+05:30'),
      await hold(parts.still.visitor, '2025-12-05T15:00:00+05:30'),
    ]
    parts.world.advance(120_000)
    parts.world.stepWall(-10 * 365 * 24 * HOUR)
    parts.world.advance(1000)
    expect((await accept(parts.still.owner)).status).toBe(200)
    const deadline = parts.still.look((db) =>
      db.prepare<[string], number>('SELECT hold_expires_at FROM booking WHERE id = ?').pluck().get(one.id),
    )
    parts.world.slip((deadline ?? 0) - parts.world.wallMs() - 1)
    expect((await manage(parts.still.visitor, one, 'confirm')).status).toBe(200)
    parts.world.slip(2)
    expect((await manage(parts.still.visitor, other, 'confirm')).code).toBe('hold_expired')
    expect(Math.abs(parts.world.trueMs() - Date.parse(NOON) - 300_000)).toBeLessThan(5)
  })

  it('lets a hold run out when it would have, had nobody touched the clock', async () => {
    const held = await hold(parts.still.visitor, '2025-12-05T15:00:00+05:30')
    parts.world.advance(120_000)
    parts.world.stepWall(-HOUR)
    parts.world.advance(1000)
    await accept(parts.still.owner)
    parts.world.advance(300_000 - 121_000)
    expect((await manage(parts.still.visitor, held, 'confirm')).code).toBe('hold_expired')
  })

  it('keeps a booking to its time to pay, though it was held by an earlier clock', async () => {
    const held = await hold(parts.still.visitor, '2025-12-05T15:00:00+05:30')
    const set = async (ms: number) => {
      parts.world.stepWall(ms)
      parts.world.advance(1000)
      expect((await accept(parts.still.owner)).status).toBe(200)
    }
    await set(120_000)
    expect((await manage(parts.still.visitor, held, 'confirm')).status).toBe(200)
    await set(-HOUR)
    parts.world.slip(15 * 60_000 - 1000)
    const answer = await parts.still.owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'cash' })
    expect(answer.code).toBe('payment_expired')
  })

  it('lengthens no session, and ends none', async () => {
    parts.world.stepWall(-24 * HOUR)
    parts.world.advance(1000)
    await accept(parts.still.owner)
    const { status } = await parts.still.owner.get('/api/v1/session')
    expect(status).toBe(200)
    parts.world.slip(2 * HOUR)
    expect((await parts.still.owner.get('/api/v1/session')).code).toBe('unauthenticated')
  })

  it('voids pairing codes that an earlier clock would keep alive', async () => {
    const made = await parts.still.owner.post('/api/v1/devices/pairing-codes')
    parts.world.stepWall(-HOUR)
    parts.world.advance(1000)
    await accept(parts.still.owner)
    const pairing = await parts.still.visitor.post('/api/v1/devices/pair', {
      code: (made.json() as { code: string }).code,
    })
    expect(pairing.code).toBe('pairing_code_invalid')
  })

  it('of an hour more lets what is overdue by then expire', async () => {
    const held = await hold(parts.still.visitor, '2025-12-05T15:00:00+05:30')
    parts.world.stepWall(HOUR)
    parts.world.advance(1000)
    await accept(parts.still.owner)
    parts.world.advance(1000)
    const state = (id: string) =>
      parts.still.look((db) => db.prepare('SELECT state FROM booking WHERE id = ?').pluck().get(id))
    await expect.poll(() => state(held.id)).toBe('expired')
  })
})

describe('nobody else may vouch for it', () => {
  let parts: ClockWorld
  beforeEach(async () => {
    parts = await startClockWorld([], { site: 'demo' })
  })
  afterEach(() => parts.stop())

  it.each([
    ['attendant', 403, 'forbidden'],
    ['owner', 200, undefined],
    ['admin', 200, undefined],
  ])('%s: %i', async (username, status, code) => {
    const caller = await signIn(parts.still, { username, password: `harbour-${username}` })
    const answer = await accept(caller)
    expect([answer.status, answer.code]).toEqual([status, code])
  })

  it('a stranger at the staff listener, and anybody at the public one', async () => {
    expect((await accept(parts.still.stranger)).code).toBe('unauthenticated')
    const owner = await signIn(parts.still, { username: 'owner', password: 'harbour-owner' })
    expect((await accept(owner.at(parts.still.server.publicUrl))).code).toBe('not_found')
  })

  it('nor an owner without a PIN', async () => {
    await parts.stop()
    parts = await startClockWorld([])
    expect((await accept(parts.still.owner)).code).toBe('pin_not_set')
  })
})
