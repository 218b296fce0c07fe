import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Permit } from '../../../src-shared/api/permit-schemas.ts'
import type { Answer, Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { jumpTo, pathsOf } from './tariff-calls.ts'

const PERMIT = {
  plate: 'kl-07 bx 1234',
  holder: 'Flat 3',
  bay_class: null,
  from_date: '2025-12-05',
  to_date: '2025-12-07',
}

const DEMO_OWNER = { username: 'owner', password: 'harbour-owner' }

describe('permits', () => {
  let still: StillServer
  let owner: Caller
  beforeEach(async () => {
    still = await startStillServer({ site: 'demo' })
    owner = await signIn(still, DEMO_OWNER)
    still.plant('UPDATE stay SET permit_id = NULL; DELETE FROM permit')
  })
  afterEach(() => still.stop())

  const add = (part: Readonly<Record<string, unknown>> = {}) => owner.post('/api/v1/permits', { ...PERMIT, ...part })
  const made = async (part: Readonly<Record<string, unknown>> = {}) => (await add(part)).json() as Permit
  const list = async () => ((await owner.get('/api/v1/permits')).json() as { permits: Permit[] }).permits
  const revoke = (id: string, reason = 'moved away') => owner.post(`/api/v1/permits/${id}/revoke`, { reason })
  const refusal = (answer: Answer) => [answer.status, answer.code]

  it('hold from the first midnight to the last, by the site’s clock', async () => {
    await add({ from_date: '2025-12-06', to_date: '2025-12-06' })
    const state = async () => (await list())[0]?.state
    expect(await state()).toBe('coming')
    owner = await jumpTo(still, '2025-12-05T23:59:59.999+05:30', DEMO_OWNER)
    expect(await state()).toBe('coming')
    still.world.advance(1)
    expect(await state()).toBe('valid')
    owner = await jumpTo(still, '2025-12-06T23:59:59.999+05:30', DEMO_OWNER)
    expect(await state()).toBe('valid')
    still.world.advance(1)
    expect(await state()).toBe('ended')
  })

  it('are kept by the plate as it is compared, and told by days', async () => {
    const answer = await add()
    expect(answer.status).toBe(201)
    expect(answer.json()).toMatchObject({ ...PERMIT, plate: 'KL07BX1234', state: 'valid', revoked_at: null })
  })

  it('end at once when they are revoked, and say why', async () => {
    const { id } = await made()
    const revoked = await revoke(id)
    expect(revoked.json()).toMatchObject({ state: 'revoked', revoked_reason: 'moved away' })
    expect(refusal(await revoke(id))).toEqual([409, 'permit_over'])
    expect((await add()).status).toBe(201)
    expect(refusal(await revoke('unknown'))).toEqual([404, 'not_found'])
    expect(refusal(await revoke(id, 'x'))).toEqual([400, 'invalid_request'])
  })

  it('cannot be revoked once they are over', async () => {
    const { id } = await made({ to_date: '2025-12-05' })
    owner = await jumpTo(still, '2025-12-06T00:00:00+05:30', DEMO_OWNER)
    expect(refusal(await revoke(id))).toEqual([409, 'permit_over'])
  })

  it('are one at a time for a plate and a class', async () => {
    await add({ bay_class: 'car' })
    expect(refusal(await add({ bay_class: 'car', from_date: '2025-12-07', to_date: '2025-12-31' }))).toEqual([
      409,
      'permit_exists',
    ])
    expect((await add()).code).toBe('permit_exists')
    expect((await add({ bay_class: 'suv' })).status).toBe(201)
    expect((await add({ bay_class: 'car', from_date: '2025-12-08', to_date: '2025-12-31' })).status).toBe(201)
    expect((await add({ plate: 'KL 01 AA 1111' })).status).toBe(201)
  })

  it.each([
    ['ends before it begins', { from_date: '2025-12-09', to_date: '2025-12-08' }, 'body.to_date'],
    ['is over', { from_date: '2025-12-01', to_date: '2025-12-04' }, 'body.to_date'],
    ['has a day that does not exist', { from_date: '2025-02-30' }, 'body.from_date'],
    ['has no holder', { holder: ' ' }, 'body.holder'],
    ['has no plate', { plate: '!' }, 'body.plate'],
    ['is for a class that there is not', { bay_class: 'boat' }, 'body.bay_class'],
  ])('are refused where one %s', async (_, part, path) => {
    const answer = await add(part)
    expect(refusal(answer)).toEqual([400, 'invalid_request'])
    expect(pathsOf(answer)).toContain(path)
    expect(await list()).toEqual([])
  })

  it('are imported all, or none', async () => {
    const importing = (...permits: unknown[]) => owner.post('/api/v1/permits/import', { permits })
    const other = { ...PERMIT, plate: 'KL01AA1111' }
    const twice = await importing(PERMIT, other, { ...other, from_date: '2025-12-07', to_date: '2025-12-20' })
    expect(refusal(twice)).toEqual([409, 'permit_exists'])
    expect(pathsOf(twice)).toEqual(['body.permits.2.plate'])
    const over = await importing(PERMIT, { ...other, from_date: '2025-01-01', to_date: '2025-01-02' })
    expect(pathsOf(over)).toEqual(['body.permits.1.to_date'])
    expect(await list()).toEqual([])
    const done = await importing(PERMIT, other)
    expect(done.status).toBe(201)
    expect((await list()).map(({ plate }) => plate).toSorted()).toEqual(['KL01AA1111', 'KL07BX1234'])
    expect(pathsOf(await importing(PERMIT))).toEqual(['body.permits.0.plate'])
    expect(refusal(await importing())).toEqual([400, 'invalid_request'])
  })

  it('can be looked at by attendants, and changed by managers only', async () => {
    const attendant = await signIn(still, { username: 'attendant', password: 'harbour-attendant' })
    expect((await attendant.get('/api/v1/permits')).status).toBe(200)
    expect(refusal(await attendant.post('/api/v1/permits', PERMIT))).toEqual([403, 'forbidden'])
  })

  it('leave their mark in the trail', async () => {
    const { id } = await made()
    await revoke(id)
    const kinds = still.look((db) =>
      db.prepare('SELECT kind FROM event WHERE subject = ? ORDER BY seq').pluck().all(id),
    )
    expect(kinds).toEqual(['permit.added', 'permit.revoked'])
  })
})

it('a permit’s day has as many hours as the site’s', async () => {
  const still = await startStillServer({ startAt: '2026-03-01T12:00:00Z', timezone: 'Europe/London' })
  await still.owner.post('/api/v1/permits', { ...PERMIT, from_date: '2026-03-29', to_date: '2026-03-29' })
  const row = still.look((db) => db.prepare('SELECT valid_from, valid_to FROM permit').get()) as {
    valid_from: number
    valid_to: number
  }
  expect([row.valid_from, row.valid_to].map((ms) => new Date(ms).toISOString())).toEqual([
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T23:00:00.000Z',
  ])
  await still.stop()
})
