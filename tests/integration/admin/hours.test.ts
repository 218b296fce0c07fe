import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminHours } from '../../../src-shared/api/admin-schemas.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { read, trail } from './admin-world.ts'

const SLOT = '2025-12-08T15:00:00+05:30'
const at = (kind: string, weekday: number, opens: string, closes: string) => ({ kind, weekday, opens, closes })

describe('the hours', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  const get = () => read<AdminHours>(still.owner, '/api/v1/admin/opening-hours')
  const put = (version: string, hours: object[]) =>
    still.owner.send('PUT', '/api/v1/admin/opening-hours', { version, hours })
  const slots = async (date: string) =>
    (
      await read<{ slots: { label: string; state: string }[] }>(
        still.visitor,
        `/api/v1/availability/wash?service_id=exterior&date=${date}`,
      )
    ).slots

  it('of a day may be several, up to midnight, and rule the slots at once', async () => {
    const done = await put((await get()).version, [
      at('wash', 1, '22:30', '24:00'),
      at('wash', 1, '09:00', '10:00'),
      at('parking', 1, '00:00', '24:00'),
    ])
    expect([done.status, done.text]).toEqual([200, expect.anything()])
    expect((await slots('2025-12-08')).map(({ label }) => label)).toEqual(['09:00', '09:30', '22:30', '23:00', '23:30'])
    expect(await slots('2025-12-09')).toEqual([])
    expect(trail(still, 'site.hours_changed')[0]?.data).toMatchObject({
      after: 'parking 1 00:00-24:00, wash 1 09:00-10:00, wash 1 22:30-24:00',
    })
  })

  it.each([
    ['that overlap', [at('wash', 1, '09:00', '12:00'), at('wash', 1, '11:59', '13:00')], 'body.hours.1'],
    ['that are the same', [at('wash', 1, '09:00', '12:00'), at('wash', 1, '09:00', '12:00')], 'body.hours.1'],
    ['that close before they open', [at('wash', 1, '12:00', '09:00')], 'body.hours.0'],
    ['that are empty', [at('wash', 1, '12:00', '12:00')], 'body.hours.0'],
    ['that open at 24:00', [at('wash', 1, '24:00', '24:00')], 'body.hours.0'],
    ['that are no times', [at('wash', 1, '9:00', '25:00')], 'body.hours.0'],
    ['of no weekday', [at('wash', 8, '09:00', '12:00')], 'body.hours.0.weekday'],
  ])('are refused by their path: hours %s', async (_, hours, path) => {
    const before = await get()
    const answer = await put(before.version, hours)
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
    expect((answer.json() as { errors: { path: string }[] }).errors[0]?.path).toBe(path)
    expect(await get()).toEqual(before)
  })

  it('may touch: one closing when the next opens', async () => {
    const { version } = await get()
    expect((await put(version, [at('wash', 1, '09:00', '12:00'), at('wash', 1, '12:00', '13:00')])).status).toBe(200)
  })

  it('are not overwritten unawares', async () => {
    const { version } = await get()
    await put(version, [])
    expect((await put(version, [at('wash', 1, '09:00', '12:00')])).code).toBe('changed_meanwhile')
  })

  it('tell of bookings that they leave outside, before and after, and cancel none', async () => {
    const booked = (await book(still.visitor, SLOT)).json() as { id: string; reference: string }
    const hours = [at('wash', 1, '09:00', '15:10')]
    const checked = await still.owner.post('/api/v1/admin/opening-hours/check', { hours })
    expect(checked.json()).toMatchObject({ stranded: [{ reference: booked.reference, start: SLOT }] })
    expect((await slots('2025-12-08')).length).toBeGreaterThan(20)
    const done = await put((await get()).version, hours)
    expect(done.json()).toMatchObject({ stranded: [{ id: booked.id }] })
    expect((await still.owner.get(`/api/v1/bookings/${booked.id}`)).json()).toMatchObject({ state: 'held' })
    // As long as the service, and not a minute more, is enough.
    expect(
      (
        await still.owner.post('/api/v1/admin/opening-hours/check', { hours: [at('wash', 1, '15:00', '15:20')] })
      ).json(),
    ).toEqual({ stranded: [] })
  })

  describe('closures', () => {
    const close = (change: object = {}) =>
      still.owner.post('/api/v1/admin/closures', {
        kind: 'wash',
        from_date: '2025-12-07',
        to_date: '2025-12-08',
        reason: 'New brushes',
        ...change,
      })

    it('close a range of days for one kind, tell whom they meet, and can be taken back', async () => {
      const booked = (await book(still.visitor, SLOT)).json() as { id: string }
      const done = await close()
      expect(done.status).toBe(201)
      const { closure } = done.json() as { closure: { id: string } }
      expect(done.json()).toMatchObject({ stranded: [{ id: booked.id }] })
      expect(new Set((await slots('2025-12-08')).map(({ state }) => state))).toEqual(new Set(['closed']))
      expect((await slots('2025-12-09')).some(({ state }) => state === 'open')).toBe(true)
      expect(await read(still.owner, '/api/v1/admin/closures')).toMatchObject({ closures: [{ reason: 'New brushes' }] })
      expect((await still.owner.delete(`/api/v1/admin/closures/${closure.id}`)).status).toBe(204)
      expect((await slots('2025-12-08')).some(({ state }) => state === 'open')).toBe(true)
      expect(trail(still, 'closure.removed')[0]?.data).toMatchObject({ reason: 'New brushes' })
      expect((await still.owner.delete(`/api/v1/admin/closures/${closure.id}`)).code).toBe('not_found')
    })

    it('of the other kind meet nobody', async () => {
      await book(still.visitor, SLOT)
      expect((await close({ kind: 'parking' })).json()).toMatchObject({ stranded: [] })
      expect((await slots('2025-12-08')).some(({ state }) => state === 'open')).toBe(true)
    })

    it('can be tried without closing', async () => {
      await book(still.visitor, SLOT)
      const body = { kind: null, from_date: '2025-12-08', to_date: '2025-12-08', reason: 'Try' }
      const answer = await still.owner.post('/api/v1/admin/closures/check', body)
      expect((answer.json() as { stranded: unknown[] }).stranded).toHaveLength(1)
      expect(await read(still.owner, '/api/v1/admin/closures')).toEqual({ closures: [] })
    })

    it.each([
      [{ to_date: '2025-12-06' }, 'body.to_date'],
      [{ from_date: '2025-02-29' }, 'body.from_date'],
      [{ reason: ' ' }, 'body.reason'],
    ])('refuse %j', async (change, path) => {
      const answer = await close(change)
      expect(answer.code).toBe('invalid_request')
      expect((answer.json() as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(path)
    })
  })
})
