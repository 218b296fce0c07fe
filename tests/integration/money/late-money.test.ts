import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { book, follow, hold, manage, slotsOf, type Held } from '../../support/wash.ts'
import type { LateAnswer } from '../../../src-server/payments/payment-service.ts'
import { mustBalance } from './books.ts'
import { choosePin, dueBooking, outcome, PRICE, SLOT, Till } from './till.ts'

const QUARTER = 15 * 60_000

describe('money that comes after its booking has expired', () => {
  let still: StillServer
  let till: Till
  beforeEach(async () => {
    still = await startStillServer()
    till = new Till(still.owner)
    await choosePin(still)
  })
  afterEach(async () => {
    mustBalance(still)
    await still.stop()
  })

  async function expired(parts: readonly number[] = []): Promise<{ held: Held; paymentId: string }> {
    const due = await dueBooking(still)
    for (const part_minor of parts) await till.tender(due.paymentId, { method: 'cash', part_minor })
    still.world.slip(QUARTER)
    expect(outcome(await till.pay(due.held, { method: 'cash' }))).toBe('410 payment_expired')
    return due
  }
  const late = async (held: Held, key?: string) => {
    const answer = await till.payLate(held, { method: 'upi', terminal_reference: 'UPI-9' }, key)
    expect(answer.status).toBe(201)
    return answer.json() as LateAnswer
  }
  const tenders = () =>
    still.look((db) => db.prepare('SELECT kind, method, amount_minor FROM tender ORDER BY rowid').raw().all())

  it('books the same bay and time again, straight to confirmed, with its receipt', async () => {
    const { held } = await expired()
    const { outcome: what, booking, payment } = await late(held)
    expect(what).toBe('rebooked')
    expect(booking).toMatchObject({ state: 'confirmed', start: held.start, end: held.end, resource: held.resource })
    expect(booking.id).not.toBe(held.id)
    expect(payment).toMatchObject({ state: 'paid', booking_id: booking.id, receipts: [{ label: 'R-000001' }] })
    expect(payment.tenders).toMatchObject([
      { method: 'upi', terminal_reference: 'UPI-9', amount: { amount_minor: PRICE } },
    ])
    const row = still.look((db) =>
      db.prepare('SELECT follows_booking_id FROM booking WHERE id = ?').pluck().get(booking.id),
    )
    expect(row).toBe(held.id)
    expect((await follow(still.visitor, held)).json()).toMatchObject({ state: 'expired' })
    const slot = (await slotsOf(still.visitor, '2025-12-05')).find(({ label }) => label === '15:00')
    expect(slot).toMatchObject({ remaining: 1 })
    // The bay is kept as it was before, clean-up included.
    const kept = still.look((db) =>
      db.prepare('SELECT state, busy_to - busy_from AS ms FROM allocation ORDER BY rowid').raw().all(),
    )
    expect(kept).toEqual([
      ['released', 30 * 60_000],
      ['confirmed', 30 * 60_000],
    ])
  })

  it('is written down and goes back at once when the bay has gone', async () => {
    const { held, paymentId } = await expired()
    await hold(still.visitor, SLOT)
    await hold(still.visitor, SLOT)
    const { outcome: what, booking, payment } = await late(held)
    expect([what, booking.id, booking.state]).toEqual(['refunded', held.id, 'expired'])
    expect(payment).toMatchObject({
      state: 'refunded',
      paid: { amount_minor: PRICE },
      refunded: { amount_minor: PRICE },
    })
    expect(tenders()).toEqual([
      ['payment', 'upi', PRICE],
      ['refund', 'upi', PRICE],
    ])
    expect(await till.payment(paymentId)).toMatchObject({ state: 'expired', paid: { amount_minor: 0 } })
    const told = still.look((db) => db.prepare("SELECT data FROM event WHERE kind = 'payment.to_return'").pluck().all())
    expect(told).toHaveLength(1)
  })

  it('goes back when the time has begun, to the millisecond', async () => {
    const { held } = await expired()
    still.world.slip(Date.parse(SLOT) - still.world.wallMs())
    await still.owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    expect((await late(held)).outcome).toBe('refunded')
  })

  it('books again one millisecond before the time begins', async () => {
    const { held } = await expired()
    still.world.slip(Date.parse(SLOT) - still.world.wallMs() - 2)
    await still.owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    still.world.slip(1)
    expect((await late(held)).outcome).toBe('rebooked')
  })

  it.each([
    ['the site has closed for the day', "INSERT INTO closure VALUES ('c', 'wash', '2025-12-05', '2025-12-05', 'x')"],
    ['the bay is out of use', "UPDATE resource SET active = 0 WHERE id = 'W1'"],
  ])('goes back when %s', async (_, sql) => {
    const { held } = await expired()
    still.plant(sql)
    expect((await late(held)).outcome).toBe('refunded')
  })

  it('takes the parts along that were paid in time', async () => {
    const { held, paymentId } = await expired([10_000])
    const { payment } = await late(held)
    expect(payment).toMatchObject({ state: 'paid', paid: { amount_minor: PRICE } })
    expect(payment.tenders.map(({ method, amount }) => [method, amount.amount_minor])).toEqual([
      ['cash', 10_000],
      ['upi', 15_000],
    ])
    expect(await till.payment(paymentId)).toMatchObject({ state: 'refunded', refunded: { amount_minor: 10_000 } })
  })

  it('leaves parts to be given back by hand when it goes back itself', async () => {
    const { held, paymentId } = await expired([10_000])
    await hold(still.visitor, SLOT)
    await hold(still.visitor, SLOT)
    expect((await late(held)).payment).toMatchObject({ paid: { amount_minor: 15_000 }, state: 'refunded' })
    expect(await till.payment(paymentId)).toMatchObject({ state: 'expired', paid: { amount_minor: 10_000 } })
    expect((await till.refund(paymentId, {})).status).toBe(201)
    expect(await till.payment(paymentId)).toMatchObject({ state: 'refunded', receipts: [] })
  })

  it('keeps the discount that was given in time', async () => {
    const due = await dueBooking(still)
    await till.discount(due.paymentId, { percent_bps: 2_000 })
    still.world.slip(QUARTER)
    const { payment } = await late(due.held)
    expect(payment).toMatchObject({ state: 'paid', discount: { amount_minor: 5_000 }, paid: { amount_minor: 20_000 } })
  })

  it('is booked once when the same request comes twice, and goes back when it comes again', async () => {
    const { held } = await expired()
    const first = await late(held, 'k')
    expect(await late(held, 'k')).toEqual(first)
    expect((await late(held, 'other')).outcome).toBe('refunded')
    expect(tenders()).toHaveLength(3)
  })

  it('goes back when it comes again, though the booking that followed was cancelled and the bay is free', async () => {
    const { held } = await expired()
    const { booking } = await late(held)
    expect((await still.owner.post(`/api/v1/bookings/${booking.id}/cancel`)).status).toBe(200)
    expect((await late(held)).outcome).toBe('refunded')
  })

  it('that comes at two counters at once books once and goes back once', async () => {
    const { held } = await expired()
    const outcomes = await Promise.all([late(held, 'a'), late(held, 'b'), late(held, 'c')])
    expect(outcomes.map((one) => one.outcome).toSorted()).toEqual(['rebooked', 'refunded', 'refunded'])
  })

  it.each(['held', 'awaiting_payment', 'confirmed', 'cancelled'])('is not for a booking that is %s', async (state) => {
    const held = await hold(still.visitor, SLOT)
    if (state !== 'held') await manage(still.visitor, held, 'confirm')
    if (state === 'confirmed') await till.pay(held, { method: 'cash' })
    if (state === 'cancelled') await manage(still.visitor, held, 'cancel')
    expect(outcome(await till.payLate(held, { method: 'cash' }))).toBe('409 invalid_state')
  })

  it('is not for a hold that ran out: nobody asked to be paid', async () => {
    const held = await hold(still.visitor, SLOT)
    still.world.slip(QUARTER)
    expect(outcome(await till.payLate(held, { method: 'cash' }))).toBe('409 invalid_state')
  })

  it('is refused without an open shift, with an amount of its own, and for no booking', async () => {
    const { held } = await expired()
    expect(outcome(await till.payLate(held, { method: 'cash', amount_minor: 1 }))).toBe('400 invalid_request')
    expect(outcome(await till.payLate({ id: 'none' }, { method: 'cash' }))).toBe('404 not_found')
    await till.close((await till.shift()).id, 0)
    expect(outcome(await till.payLate(held, { method: 'cash' }))).toBe('409 no_open_shift')
  })

  it('in the trail tells where the money went', async () => {
    const { held } = await expired()
    await book(still.visitor, SLOT)
    await book(still.visitor, SLOT)
    await late(held)
    const kinds = still.look((db) =>
      db.prepare("SELECT kind FROM event WHERE kind LIKE 'payment.%' ORDER BY seq").pluck().all(),
    )
    expect(kinds).toEqual([
      'payment.due',
      'payment.expired',
      'payment.recorded',
      'payment.refunded',
      'payment.to_return',
    ])
  })
})
