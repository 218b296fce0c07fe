import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  askToLeave,
  at,
  bayOf,
  choosePin,
  enter,
  leave,
  paidBay,
  park,
  pass,
  payQuote,
  PIN,
  quoteOf,
  stateOf,
  trailOf,
} from '../../support/parking.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Without time sources the clock may be off by so much, and every edge is the customer’s by as much. */
const DOUBT_MS = 2000

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
})
afterEach(() => still.stop())

const post = (path: string, body?: unknown) => still.owner.post(path, body)
const tender = (paymentId: string | undefined, body: unknown) => post(`/api/v1/payments/${paymentId}/tenders`, body)

describe('a car that leaves', () => {
  it('within the entry grace owes nothing, to the millisecond, and leaves without being asked', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(10 * MINUTE + DOUBT_MS)
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 0 }, payment: null })
    const out = await leave(still, stay)
    expect([out.status, out.json()]).toMatchObject([200, { state: 'exited', exited_at: '2025-12-05T12:55:24+05:30' }])
    expect((await bayOf(still, 'A01')).state).toBe('free')
    const other = await park(still, 'KL1B')
    still.world.slip(10 * MINUTE + DOUBT_MS + 1)
    const due = await leave(still, other)
    expect([due.status, due.code, due.json()]).toMatchObject([409, 'payment_due', { left: { amount_minor: 200 } }])
  })

  it('is told the price with its lines, pays it, and is out; the bay is free at that instant', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(90 * MINUTE)
    const quote = await quoteOf(still, stay)
    expect(quote).toMatchObject({
      amount: { amount_minor: 400, currency: 'INR' },
      tariff: 'First tariff',
      left_at: '2025-12-05T14:15:22+05:30',
      expires_at: '2025-12-05T14:25:22+05:30',
      payment: { state: 'due', stay_id: stay.id, left: { amount_minor: 400 } },
      breakdown: { total_minor: 400 },
    })
    const due = await leave(still, stay)
    expect([due.status, due.code, due.json()]).toMatchObject([409, 'payment_due', { payment_id: quote.payment?.id }])
    await payQuote(still, quote)
    expect((await leave(still, stay)).status).toBe(200)
    expect((await bayOf(still, 'A01')).state).toBe('free')
    expect(trailOf(still, 'stay.exited')[0]?.data).toMatchObject({ paid_minor: 400, currency: 'INR' })
    expect(await leave(still, stay)).toMatchObject({ status: 409, code: 'invalid_state' })
    expect(await askToLeave(still, stay)).toMatchObject({ status: 409, code: 'invalid_state' })
  })

  it('has ten minutes after paying, and owes the rest from the first millisecond after', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(58 * MINUTE)
    const quote = await quoteOf(still, stay)
    still.world.slip(5 * MINUTE)
    await payQuote(still, quote)
    still.world.slip(10 * MINUTE + DOUBT_MS + 1)
    const late = await leave(still, stay)
    expect([late.code, late.json()]).toMatchObject(['payment_due', { left: { amount_minor: 200 }, payment_id: null }])
    const rest = await quoteOf(still, stay)
    expect(rest).toMatchObject({ amount: { amount_minor: 200 }, breakdown: { total_minor: 400 } })
    await payQuote(still, rest)
    expect((await leave(still, stay)).status).toBe(200)
  })

  it('may leave in the last millisecond of the grace', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(58 * MINUTE)
    await payQuote(still, await quoteOf(still, stay))
    still.world.slip(10 * MINUTE + DOUBT_MS)
    expect((await leave(still, stay)).status).toBe(200)
  })

  it('owes one thing at a time: a new quote makes the open one void', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(30 * MINUTE)
    const first = await quoteOf(still, stay)
    still.world.slip(9 * MINUTE)
    const second = await quoteOf(still, stay)
    expect(await tender(first.payment?.id, { method: 'cash' })).toMatchObject({ status: 409 })
    expect((await tender(second.payment?.id, { method: 'cash' })).status).toBe(201)
    const states = still.look((db) => db.prepare('SELECT state FROM payment ORDER BY rowid').pluck().all())
    expect(states).toEqual(['void', 'paid'])
  })

  it('pays in two parts while the quote holds, and is quoted the same meanwhile', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(90 * MINUTE)
    const quote = await quoteOf(still, stay)
    await tender(quote.payment?.id, { method: 'card', part_minor: 150 })
    expect(await quoteOf(still, stay)).toMatchObject({
      amount: { amount_minor: 250 },
      payment: { id: quote.payment?.id },
    })
    expect(await askToLeave(still, stay, { lost_ticket: true })).toMatchObject({ status: 409, code: 'invalid_state' })
    expect(await leave(still, stay)).toMatchObject({ code: 'payment_due' })
    await tender(quote.payment?.id, { method: 'cash' })
    expect((await leave(still, stay)).status).toBe(200)
  })

  it('keeps what it paid of a quote that ran out', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(90 * MINUTE)
    const quote = await quoteOf(still, stay)
    await tender(quote.payment?.id, { method: 'card', part_minor: 150 })
    still.world.slip(10 * MINUTE)
    expect(await tender(quote.payment?.id, { method: 'cash' })).toMatchObject({ status: 410, code: 'payment_expired' })
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 250 } })
  })

  it('owes anew what was given back to it, within the grace too', async () => {
    await choosePin(still)
    const stay = await park(still, 'KL1A')
    still.world.slip(90 * MINUTE)
    const quote = await quoteOf(still, stay)
    await payQuote(still, quote)
    const refund = { method: 'cash', reason: 'paid for the wrong car', pin: PIN }
    expect((await post(`/api/v1/payments/${quote.payment?.id}/refunds`, refund)).status).toBe(201)
    const out = await leave(still, stay)
    expect([out.code, out.json()]).toMatchObject(['payment_due', { left: { amount_minor: 400 } }])
  })

  it('pays the fee for a lost ticket, and not when the ticket turns up', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(30 * MINUTE)
    expect(await quoteOf(still, stay, { lost_ticket: true })).toMatchObject({
      amount: { amount_minor: 2000 },
      stay: { lost_ticket: true },
    })
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 2000 } })
    expect(await quoteOf(still, stay, { lost_ticket: false })).toMatchObject({ amount: { amount_minor: 200 } })
  })

  it('with a permit owes nothing, whenever it leaves', async () => {
    still.plant(
      "INSERT INTO permit (id, plate, holder, bay_class, valid_from, valid_to) VALUES ('p', 'KL1A', 'Asha', NULL, 0, 9e15)",
    )
    const stay = await park(still, 'KL1A')
    await pass(still, 30 * HOUR)
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 0 }, expires_at: null, payment: null })
    expect((await leave(still, stay)).status).toBe(200)
  })

  it('with a booking owes nothing until the exit grace after its end, then what goes beyond', async () => {
    const paid = await paidBay(still, at('13:00'), at('14:00'), { bay_id: 'A07' })
    const stay = await enter(still, paid)
    await pass(still, Date.parse(at('14:10')) - Date.parse('2025-12-05T12:45:22+05:30'))
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 0 }, stay: { overstay: true } })
    still.world.slip(10 * MINUTE)
    const late = await leave(still, stay)
    expect([late.code, late.json()]).toMatchObject(['payment_due', { left: { amount_minor: 200 } }])
    await payQuote(still, await quoteOf(still, stay))
    expect((await leave(still, stay)).status).toBe(200)
    expect((await stateOf(still, paid)).state).toBe('completed')
    expect((await bayOf(still, 'A07')).state).toBe('free')
  })

  it('pays by the tariff of its entry, though another is in force when it leaves', async () => {
    const stay = await park(still, 'KL1A')
    const plan = still.look((db) => db.prepare('SELECT plan FROM tariff_version').pluck().get()) as string
    still.plant(
      `INSERT INTO tariff_version SELECT 'tariff-2', 2, 'Dear', valid_from + 1764919800000,
       '${plan.replaceAll('200', '900')}', created_at, created_by FROM tariff_version`,
    )
    still.world.slip(30 * MINUTE)
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 200 }, tariff: 'First tariff' })
    const later = await park(still, 'KL1B')
    still.world.slip(30 * MINUTE)
    expect(await quoteOf(still, later)).toMatchObject({ amount: { amount_minor: 900 }, tariff: 'Dear' })
  })

  it('is priced by elapsed time where the clock changes: a night of 25 hours has one hour more', async () => {
    const berlin = await startStillServer({ startAt: '2025-10-26T00:30:00+02:00', timezone: 'Europe/Berlin' })
    const stay = await park(berlin, 'B1')
    await pass(berlin, 3 * HOUR)
    // From 00:30 to 02:30, the second of the two.
    const quote = await quoteOf(berlin, stay)
    expect([quote.left_at, quote.amount.amount_minor]).toEqual(['2025-10-26T02:30:00+01:00', 600])
    await berlin.stop()
  })
})

describe('a time of leaving by hand', () => {
  const HALF_PAST = '2025-12-05T13:30:00+05:30'
  const manual = { left_at: HALF_PAST, reason: 'the barrier was stuck', pin: PIN }
  beforeEach(() => choosePin(still))

  it('is what is priced and recorded, with who said so and why', async () => {
    const stay = await park(still, 'KL1A')
    await pass(still, 3 * HOUR)
    const quote = await quoteOf(still, stay, manual)
    expect(quote).toMatchObject({ left_at: HALF_PAST, amount: { amount_minor: 200 } })
    const [line] = trailOf(still, 'stay.manual_time')
    expect(line?.actor).toMatch(/^user:/)
    expect(line?.data).toMatchObject({
      left_at: Date.parse(HALF_PAST),
      reason: 'the barrier was stuck',
      price_minor: 200,
    })
    await payQuote(still, quote)
    expect((await leave(still, stay)).json()).toMatchObject({ exited_at: HALF_PAST })
  })

  it.each([
    ['a wrong PIN', { ...manual, pin: '9999' }, 403, 'wrong_pin'],
    ['no PIN', { left_at: HALF_PAST, reason: 'the barrier was stuck' }, 403, 'pin_needed'],
    ['no reason', { left_at: HALF_PAST, pin: PIN }, 400, 'invalid_request'],
    ['a time before it came', { ...manual, left_at: '2025-12-05T12:45:21.999+05:30' }, 422, 'invalid_interval'],
    ['a time still to come', { ...manual, left_at: '2025-12-05T15:45:22.001+05:30' }, 422, 'invalid_interval'],
  ])('is refused with %s', async (_, body, status, code) => {
    const stay = await park(still, 'KL1A')
    await pass(still, 3 * HOUR)
    expect(await askToLeave(still, stay, body)).toMatchObject({ status, code })
    expect(trailOf(still, 'stay.manual_time')).toEqual([])
  })
})

describe('putting right what was written down', () => {
  beforeEach(() => choosePin(still))
  const correct = (id: string, entered_at: string, pin = PIN) =>
    post(`/api/v1/stays/${id}/correct-entry`, { entered_at, reason: 'typed late', pin })

  it('moves the entry, keeps the first time, and asks for the price anew', async () => {
    const stay = await park(still, 'KL1A')
    still.world.slip(30 * MINUTE)
    await quoteOf(still, stay)
    const answer = await correct(stay.id, at('10:45'))
    expect([answer.status, answer.json()]).toMatchObject([
      200,
      { entered_at: at('10:45'), first_entered_at: '2025-12-05T12:45:22+05:30' },
    ])
    expect(trailOf(still, 'stay.entry_corrected')[0]?.data).toMatchObject({
      entered_at: Date.parse(at('10:45')),
      entered_at_before: Date.parse('2025-12-05T12:45:22+05:30'),
      reason: 'typed late',
    })
    expect(still.look((db) => db.prepare('SELECT state FROM payment').pluck().all())).toEqual(['void'])
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 600 } })
  })

  it('is refused for a time to come, with a wrong PIN, and once a part is paid or the car has left', async () => {
    const stay = await park(still, 'KL1A')
    expect(await correct(stay.id, '2025-12-05T12:45:22.001+05:30')).toMatchObject({ code: 'invalid_interval' })
    expect(await correct(stay.id, at('10:00'), '9999')).toMatchObject({ code: 'wrong_pin' })
    still.world.slip(90 * MINUTE)
    const quote = await quoteOf(still, stay)
    await tender(quote.payment?.id, { method: 'card', part_minor: 100 })
    expect(await correct(stay.id, at('10:00'))).toMatchObject({ code: 'invalid_state' })
    await tender(quote.payment?.id, { method: 'card' })
    await leave(still, stay)
    expect(await correct(stay.id, at('10:00'))).toMatchObject({ code: 'invalid_state' })
  })

  it('voids a ticket that was a mistake: its bay is free, its payment void, its booking cancelled', async () => {
    const paid = await paidBay(still, at('13:00'), at('15:00'), { bay_id: 'A07' })
    const stay = await enter(still, paid)
    const body = { reason: 'the wrong car', pin: PIN }
    expect(await post(`/api/v1/stays/${stay.id}/void`, { ...body, pin: '9999' })).toMatchObject({ code: 'wrong_pin' })
    const voided = await post(`/api/v1/stays/${stay.id}/void`, body)
    expect([voided.status, voided.json()]).toMatchObject([200, { state: 'voided', exited_at: null }])
    expect((await stateOf(still, paid)).state).toBe('cancelled')
    expect((await bayOf(still, 'A07')).state).toBe('free')
    expect(trailOf(still, 'stay.voided')[0]?.data).toMatchObject({ reason: 'the wrong car' })
    for (const act of ['void', 'exit']) {
      expect(await post(`/api/v1/stays/${stay.id}/${act}`, act === 'void' ? body : undefined)).toMatchObject({
        code: 'invalid_state',
      })
    }
    const walkIn = await park(still, 'KL1A')
    still.world.slip(30 * MINUTE)
    await quoteOf(still, walkIn)
    await post(`/api/v1/stays/${walkIn.id}/void`, body)
    const last = still.look((db) => db.prepare('SELECT state FROM payment ORDER BY rowid DESC').pluck().get())
    expect(last).toBe('void')
  })

  it('moves a car to a bay that is free, and to no other', async () => {
    const stay = await park(still, 'KL1A')
    await park(still, 'KL1B', { bay_id: 'A05' })
    const move = (bay_id: string) => post(`/api/v1/stays/${stay.id}/move`, { bay_id })
    expect(await move('A05')).toMatchObject({ code: 'bay_occupied' })
    expect(await move('A01')).toMatchObject({ code: 'invalid_state' })
    expect(await move('W1')).toMatchObject({ code: 'invalid_request' })
    const moved = await move('B02')
    expect([moved.status, moved.json()]).toMatchObject([
      200,
      { bay: { id: 'B02', bay_class: 'suv' }, bay_class: 'car' },
    ])
    expect((await bayOf(still, 'A01')).state).toBe('free')
    expect(await bayOf(still, 'B02')).toMatchObject({ state: 'taken', plate: 'KL1A' })
    expect(trailOf(still, 'stay.moved')[0]?.data).toMatchObject({ from_resource: 'A01', resource: 'B02' })
  })

  it('moves the booking of a booked car along', async () => {
    const paid = await paidBay(still, at('13:00'), at('15:00'), { bay_id: 'A07' })
    const stay = await enter(still, paid)
    await post(`/api/v1/stays/${stay.id}/move`, { bay_id: 'A09' })
    expect((await stateOf(still, paid)).resource.id).toBe('A09')
    expect((await bayOf(still, 'A07')).state).toBe('free')
  })

  it.each(['exit-quotes', 'exit', 'move', 'correct-entry', 'void'])(
    'finds no ticket to %s where there is none',
    async (act) => {
      const bodies: Readonly<Record<string, unknown>> = {
        move: { bay_id: 'A01' },
        'correct-entry': { entered_at: at('10:00'), reason: 'typed late', pin: PIN },
        void: { reason: 'the wrong car', pin: PIN },
      }
      expect(await post(`/api/v1/stays/no-such-stay/${act}`, bodies[act])).toMatchObject({
        status: 404,
        code: 'not_found',
      })
    },
  )
})
