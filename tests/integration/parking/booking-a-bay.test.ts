import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, bookBay, holdBay, overlapsOf, paidBay, parkingFrom, stateOf } from '../../support/parking.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { manage } from '../../support/wash.ts'

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
})
afterEach(() => still.stop())

interface Availability {
  readonly free: number
  readonly bays: readonly { readonly id: string; readonly state: string }[]
  readonly quote: { readonly amount: { readonly amount_minor: number }; readonly tariff: string } | null
}

async function ask(start: string, end: string, bayClass = 'car') {
  const query = new URLSearchParams({ start, end, bay_class: bayClass })
  return still.visitor.get(`/api/v1/availability/parking?${query}`)
}
const free = async (start: string, end: string, bayClass?: string) =>
  (await ask(start, end, bayClass)).json() as Availability
const takenOf = ({ bays }: Availability) => bays.filter(({ state }) => state === 'taken').map(({ id }) => id)

describe('asking for bays', () => {
  it('names every bay of the class, how many are free, and the price', async () => {
    const answer = await free(at('14:00'), at('16:00'))
    expect([answer.free, answer.bays.length]).toEqual([20, 20])
    // The plain tariff: 2.00 for each started hour.
    expect(answer.quote).toMatchObject({ amount: { amount_minor: 400, currency: 'INR' }, tariff: 'First tariff' })
    expect((await free(at('14:00'), at('16:00'), 'ev')).bays.map(({ id }) => id)).toEqual(['E01', 'E02'])
    const noClass = await still.visitor.get(
      `/api/v1/availability/parking?${new URLSearchParams({ start: at('14:00'), end: at('16:00') })}`,
    )
    expect((noClass.json() as Availability).bays).toHaveLength(20)
  })

  it('has no price where no bay is free', async () => {
    for (const bay_id of ['E01', 'E02']) {
      await holdBay(still.visitor, at('14:00'), at('16:00'), { bay_class: 'ev', bay_id })
    }
    expect(await free(at('15:00'), at('17:00'), 'ev')).toMatchObject({ free: 0, quote: null })
  })

  const noon = '2025-12-05T12:45:22+05:30'
  it.each([
    ['that begins now', noon, at('16:00'), 422, 'slot_past'],
    ['that began a millisecond ago', '2025-12-05T12:45:21.999+05:30', at('16:00'), 422, 'slot_past'],
    ['without length', at('14:00'), at('14:00'), 422, 'invalid_interval'],
    ['that ends before it begins', at('14:00'), at('13:00'), 422, 'invalid_interval'],
    ['a millisecond shorter than the shortest', at('14:00'), '2025-12-05T14:14:59.999+05:30', 422, 'invalid_interval'],
    ['that arrives after the window', at('10:00', 8), at('11:00', 8), 422, 'outside_window'],
    ['that leaves after the window', at('22:00', 7), at('07:00', 8), 422, 'outside_window'],
    ['that arrives before the gate opens', at('05:59', 1), at('08:00', 1), 422, 'site_closed'],
    ['that arrives as the gate closes', at('23:00'), at('07:00', 1), 422, 'site_closed'],
    ['that leaves after the gate closes', at('22:00'), '2025-12-05T23:00:00.001+05:30', 422, 'site_closed'],
    ['that leaves as the gate opens', at('22:00'), at('06:00', 1), 422, 'site_closed'],
    ['without an offset', '2025-12-05T14:00:00', at('16:00'), 400, 'invalid_request'],
  ])('refuses an interval %s', async (_, start, end, status, code) => {
    expect(await ask(start, end)).toMatchObject({ status, code })
    expect(await bookBay(still.visitor, start, end)).toMatchObject({ status, code })
  })

  it.each([
    ['that begins a millisecond from now', '2025-12-05T12:45:22.001+05:30', at('16:00')],
    ['of the shortest length', at('14:00'), at('14:15')],
    ['from opening to closing', at('06:00', 1), at('23:00', 1)],
    ['over a night', at('22:59'), '2025-12-06T06:00:00.001+05:30'],
    ['over all days of the window', at('13:00'), at('23:00', 7)],
  ])('takes an interval %s', async (_, start, end) => {
    expect(await ask(start, end)).toMatchObject({ status: 200 })
  })

  it('refuses days that a closure touches, for parking or for everything, and not those of the wash alone', async () => {
    still.plant("INSERT INTO closure VALUES ('c1', 'parking', '2025-12-07', '2025-12-07', 'Marathon')")
    still.plant("INSERT INTO closure VALUES ('c2', NULL, '2025-12-09', '2025-12-09', 'Flood')")
    still.plant("INSERT INTO closure VALUES ('c3', 'wash', '2025-12-11', '2025-12-11', 'Pump')")
    expect((await ask(at('10:00', 2), at('11:00', 2))).code).toBe('site_closed')
    expect((await ask(at('10:00', 1), at('11:00', 3))).code).toBe('site_closed')
    expect((await ask(at('10:00', 4), at('11:00', 4))).code).toBe('site_closed')
    expect((await ask(at('10:00', 6), at('11:00', 6))).status).toBe(200)
  })
})

describe('holding a bay', () => {
  it('gives a reference to say, a frozen price, five minutes and the bay that was asked for', async () => {
    const held = await holdBay(still.visitor, at('14:00'), at('16:30'), { bay_id: 'A07', phone: '+91 98470 12345' })
    expect(held).toMatchObject({
      kind: 'parking',
      state: 'held',
      bay_class: 'car',
      resource: { id: 'A07', label: 'A07' },
      price: { amount_minor: 600, currency: 'INR' },
      hold_expires_at: '2025-12-05T12:50:22+05:30',
      start: at('14:00'),
      end: at('16:30'),
    })
    expect(held.reference).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{5}$/)
    const quote = still.look((db) => db.prepare('SELECT purpose, amount_minor, bay_class FROM quote').all())
    expect(quote).toEqual([{ purpose: 'booking', amount_minor: 600, bay_class: 'car' }])
  })

  it('keeps the bay for ten minutes before and after, half-open, and only that bay', async () => {
    await holdBay(still.visitor, at('14:00'), at('16:00'), { bay_id: 'A07' })
    expect(takenOf(await free(at('16:00'), at('17:00')))).toEqual(['A07'])
    expect(takenOf(await free(at('16:19'), at('17:00')))).toEqual(['A07'])
    expect(takenOf(await free(at('16:20'), at('17:00')))).toEqual([])
    expect(takenOf(await free(at('13:00'), at('13:41')))).toEqual(['A07'])
    expect(takenOf(await free(at('13:00'), at('13:40')))).toEqual([])
    expect(await bookBay(still.visitor, at('16:10'), at('17:00'), { bay_id: 'A07' })).toMatchObject({
      status: 409,
      code: 'slot_taken',
    })
    expect((await bookBay(still.visitor, at('16:20'), at('17:00'), { bay_id: 'A07' })).status).toBe(201)
  })

  it.each([['A21'], ['B01'], ['W1'], ['no-such-bay']])('refuses bay %s, which is none of the class', async (bay_id) => {
    const answer = await bookBay(still.visitor, at('14:00'), at('16:00'), { bay_id })
    expect(answer).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(answer.text).toContain('body.bay_id')
  })

  it('keeps bays for those with a permit to those with a permit', async () => {
    const ask1 = () => bookBay(still.visitor, at('14:00'), at('16:00'), { bay_class: 'permit' })
    expect(await ask1()).toMatchObject({ status: 409, code: 'permit_needed' })
    still.plant(
      "INSERT INTO permit (id, plate, holder, bay_class, valid_from, valid_to) VALUES ('p', 'KL07BX1234', 'Asha', NULL, 0, 9e15)",
    )
    expect((await ask1()).status).toBe(201)
  })

  it('chooses the bay that the interval fits most tightly, so that long free times stay whole', async () => {
    await holdBay(still.visitor, at('16:20'), at('18:00'), { bay_id: 'A11' })
    const fitted = await holdBay(still.visitor, at('14:00'), at('16:00'))
    expect(fitted.resource.id).toBe('A11')
    const other = await holdBay(still.visitor, at('14:00'), at('16:00'))
    expect(other.resource.id).toBe('A01')
  })

  it('answers the same key with the same booking, and another request under it not at all', async () => {
    const headers = { 'idempotency-key': 'k1' }
    const body = parkingFrom(at('14:00'), at('16:00'))
    const first = await still.visitor.post('/api/v1/bookings', body, headers)
    const again = await still.visitor.post('/api/v1/bookings', { ...body, plate: 'kl-07 bx 1234' }, headers)
    expect([again.status, again.json()]).toEqual([201, first.json()])
    for (const change of [{ end: at('17:00') }, { bay_class: 'ev' }, { bay_id: 'A02' }, { plate: 'KL01' }]) {
      const other = await still.visitor.post('/api/v1/bookings', { ...body, ...change }, headers)
      expect([other.status, other.code]).toEqual([409, 'idempotency_key_reused'])
    }
  })

  it('expires to the millisecond, and its bay is free again', async () => {
    const held = await holdBay(still.visitor, at('14:00'), at('16:00'), { bay_id: 'A07' })
    still.world.slip(5 * 60_000 - 1)
    expect((await bookBay(still.visitor, at('14:00'), at('16:00'), { bay_id: 'A07' })).code).toBe('slot_taken')
    still.world.slip(1)
    expect((await manage(still.visitor, held, 'confirm')).code).toBe('hold_expired')
    expect((await bookBay(still.visitor, at('14:00'), at('16:00'), { bay_id: 'A07' })).status).toBe(201)
  })

  it('is confirmed, paid at the counter within a quarter of an hour, and listed beside the washes', async () => {
    const paid = await paidBay(still, at('14:00'), at('16:00'))
    expect((await stateOf(still, paid)).state).toBe('confirmed')
    const list = async (query: string) =>
      ((await still.owner.get(`/api/v1/bookings?${query}`)).json() as { bookings: { id: string }[] }).bookings
    expect((await list('kind=parking')).map(({ id }) => id)).toEqual([paid.id])
    expect(await list('kind=wash')).toEqual([])
    expect((await list('')).map(({ id }) => id)).toEqual([paid.id])
  })

  it('gives its bay back when it is cancelled', async () => {
    const held = await holdBay(still.visitor, at('14:00'), at('16:00'), { bay_id: 'A07' })
    expect((await manage(still.visitor, held, 'cancel')).status).toBe(200)
    expect(takenOf(await free(at('14:00'), at('16:00')))).toEqual([])
  })

  it('200 requests at once for one bay: one success', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        bookBay(still.visitor, at('14:00'), at('16:00'), { bay_id: 'A07', plate: `KL07${n + 1000}` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'slot_taken')).toHaveLength(199)
    expect(overlapsOf(still)).toBe(0)
  })

  it('200 requests at once for any bay of twenty: twenty successes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        bookBay(still.visitor, at('14:00'), at('16:00'), { plate: `KL07${n + 1000}` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ code }) => code === 'slot_taken')).toHaveLength(180)
    expect(overlapsOf(still)).toBe(0)
  })
})
