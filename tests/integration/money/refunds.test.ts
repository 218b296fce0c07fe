import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowCounts, startStillServer, type StillServer } from '../../support/still-server.ts'
import { follow, manage } from '../../support/wash.ts'
import { mustBalance } from './books.ts'
import { asPayment, choosePin, dueBooking, outcome, PRICE, Till, type DueBooking } from './till.ts'

describe('at the counter', () => {
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

  async function paid(): Promise<DueBooking> {
    const due = await dueBooking(still)
    await till.pay(due.held, { method: 'cash' })
    return due
  }

  describe('a refund', () => {
    it('gives everything back, with a credit note that names the receipt', async () => {
      const { paymentId } = await paid()
      const answer = await till.refund(paymentId, {})
      expect(answer.status).toBe(201)
      expect(asPayment(answer)).toMatchObject({
        state: 'refunded',
        refunded: { amount_minor: PRICE },
        left: { amount_minor: 0 },
        receipts: [{ label: 'R-000001' }, { label: 'C-000001' }],
      })
      const { document, total, plate } = await till.receipt('C-1')
      expect([total.amount_minor, plate]).toEqual([PRICE, 'KL07BX1234'])
      expect(document).toMatchObject({
        kind: 'credit_note',
        credits: { display_number: 'R-000001', reason: 'the brushes were worn' },
        total_minor: PRICE,
        tenders: [{ method: 'cash', amount_minor: PRICE }],
      })
    })

    it('gives parts back, each with a credit note, and never more than was paid', async () => {
      const { paymentId } = await paid()
      expect(asPayment(await till.refund(paymentId, { part_minor: 10_000 })).state).toBe('part_refunded')
      expect(outcome(await till.refund(paymentId, { part_minor: 15_001 }))).toBe('422 amount_too_high')
      expect(asPayment(await till.refund(paymentId, { part_minor: 5_000, method: 'upi' })).state).toBe('part_refunded')
      const all = asPayment(await till.refund(paymentId, {}))
      expect(all).toMatchObject({ state: 'refunded', refunded: { amount_minor: PRICE } })
      expect(all.receipts.map(({ label }) => label)).toEqual(['R-000001', 'C-000001', 'C-000002', 'C-000003'])
      expect(outcome(await till.refund(paymentId, {}))).toBe('409 invalid_state')
    })

    it('at many counters at once gives back once', async () => {
      const { paymentId } = await paid()
      const answers = await Promise.all(Array.from({ length: 5 }, () => till.refund(paymentId, {})))
      expect(answers.map(outcome).toSorted()).toEqual(['201', ...Array.from({ length: 4 }, () => '409 invalid_state')])
    })

    it('that comes twice with one key gives back once', async () => {
      const { paymentId } = await paid()
      const first = await till.refund(paymentId, { part_minor: 100 }, 'k')
      expect((await till.refund(paymentId, { part_minor: 100 }, 'k')).text).toBe(first.text)
      expect(outcome(await till.refund(paymentId, { part_minor: 200 }, 'k'))).toBe('409 idempotency_key_reused')
      expect(await till.payment(paymentId)).toMatchObject({ refunded: { amount_minor: 100 } })
    })

    it('takes the PIN, a reason, and an open shift', async () => {
      const { paymentId } = await paid()
      expect(outcome(await till.refund(paymentId, { pin: '1111' }))).toBe('403 wrong_pin')
      expect(outcome(await till.refund(paymentId, { reason: '  ' }))).toBe('400 invalid_request')
      expect(outcome(await till.refund(paymentId, { amount_minor: 1 }))).toBe('400 invalid_request')
      await till.close((await till.shift()).id, 0)
      expect(outcome(await till.refund(paymentId, {}))).toBe('409 no_open_shift')
      expect((await till.payment(paymentId)).state).toBe('paid')
    })

    it.each(['due', 'pending'])('is refused while the payment is %s', async (state) => {
      const { paymentId } = await dueBooking(still)
      if (state === 'pending') await till.tender(paymentId, { method: 'cash', part_minor: 1 })
      const before = rowCounts(still)
      expect(outcome(await till.refund(paymentId, {}))).toBe('409 invalid_state')
      expect(rowCounts(still)).toEqual(before)
    })

    it('is refused for what expired without any money in it, and for no payment', async () => {
      const { paymentId } = await dueBooking(still)
      still.world.slip(15 * 60_000)
      expect(outcome(await till.refund(paymentId, {}))).toBe('409 invalid_state')
      expect(outcome(await till.refund('none', {}))).toBe('404 not_found')
    })

    it('gives back the parts of a booking that expired, without a credit note: there was no receipt', async () => {
      const { paymentId } = await dueBooking(still)
      await till.tender(paymentId, { method: 'card', part_minor: 9_000 })
      still.world.slip(15 * 60_000)
      const back = asPayment(await till.refund(paymentId, { method: 'card' }))
      expect(back).toMatchObject({ state: 'refunded', refunded: { amount_minor: 9_000 }, receipts: [] })
    })

    it('gives back the parts of a booking that was cancelled', async () => {
      const { held, paymentId } = await dueBooking(still)
      await till.tender(paymentId, { method: 'card', part_minor: 9_000 })
      await manage(still.visitor, held, 'cancel')
      expect((await till.payment(paymentId)).state).toBe('void')
      expect(asPayment(await till.refund(paymentId, { part_minor: 4_000 })).state).toBe('part_refunded')
      expect(asPayment(await till.refund(paymentId, {})).state).toBe('refunded')
    })

    it('staff are told of when a paid booking is cancelled, and not when nothing was paid', async () => {
      const told = () =>
        still.look((db) => db.prepare("SELECT subject FROM event WHERE kind = 'payment.to_return'").pluck().all())
      const unpaid = await dueBooking(still, '2025-12-05T16:00:00+05:30')
      await manage(still.visitor, unpaid.held, 'cancel')
      expect(told()).toEqual([])
      const { held, paymentId } = await paid()
      await manage(still.visitor, held, 'cancel')
      expect(told()).toEqual([paymentId])
    })
  })

  describe('a discount', () => {
    it('in percent comes off what is due, and the receipt says why', async () => {
      const { paymentId } = await dueBooking(still)
      const answer = await till.discount(paymentId, { percent_bps: 1_250 })
      expect(answer.status).toBe(201)
      expect(asPayment(answer)).toMatchObject({
        state: 'due',
        discount: { amount_minor: 3_125 },
        left: { amount_minor: 21_875 },
        discounts: [{ amount: { amount_minor: 3_125 }, reason: 'a regular customer', given_by: 'Meera Pillai' }],
      })
      expect(asPayment(await till.tender(paymentId, { method: 'cash' }))).toMatchObject({
        state: 'paid',
        paid: { amount_minor: 21_875 },
      })
      expect((await till.receipt('R-1')).document).toMatchObject({
        lines: [{ text: 'Exterior', amount_minor: PRICE }],
        discounts: [{ text: 'Discount 12.5%', reason: 'a regular customer', amount_minor: 3_125 }],
        total_minor: 21_875,
      })
    })

    it('follows another on what the last left', async () => {
      const { paymentId } = await dueBooking(still)
      await till.discount(paymentId, { off_minor: 5_000 })
      expect(asPayment(await till.discount(paymentId, { percent_bps: 5_000 }))).toMatchObject({
        discount: { amount_minor: 15_000 },
        left: { amount_minor: 10_000 },
      })
    })

    it('of everything pays the booking, with a receipt over nothing', async () => {
      const { held, paymentId } = await dueBooking(still)
      expect(asPayment(await till.discount(paymentId, { percent_bps: 10_000 }))).toMatchObject({
        state: 'paid',
        tenders: [],
        receipts: [{ label: 'R-000001' }],
      })
      expect((await follow(still.visitor, held)).json()).toMatchObject({ state: 'confirmed' })
      expect((await till.receipt('R-1')).document).toMatchObject({ total_minor: 0, tenders: [] })
    })

    it('of exactly what is left after a part pays the rest', async () => {
      const { paymentId } = await dueBooking(still)
      await till.tender(paymentId, { method: 'cash', part_minor: 20_000 })
      expect(outcome(await till.discount(paymentId, { off_minor: 5_001 }))).toBe('422 amount_too_high')
      expect(outcome(await till.discount(paymentId, { percent_bps: 2_001 }))).toBe('422 amount_too_high')
      expect(asPayment(await till.discount(paymentId, { off_minor: 5_000 })).state).toBe('paid')
    })

    it.each([
      ['more than is due', { off_minor: PRICE + 1 }, '422 amount_too_high'],
      ['more than all', { percent_bps: 10_001 }, '400 invalid_request'],
      ['two amounts', { percent_bps: 1, off_minor: 1 }, '400 invalid_request'],
      ['no amount', {}, '400 invalid_request'],
      ['a new total', { total_minor: 1 }, '400 invalid_request'],
      ['no reason', { off_minor: 1, reason: 'x' }, '400 invalid_request'],
      ['a wrong PIN', { off_minor: 1, pin: '9999' }, '403 wrong_pin'],
    ])('is refused with %s', async (_, body, refusal) => {
      const { paymentId } = await dueBooking(still)
      expect(outcome(await till.discount(paymentId, body))).toBe(refusal)
      expect(await till.payment(paymentId)).toMatchObject({ state: 'due', discount: { amount_minor: 0 } })
    })

    it('is refused for what is paid, has expired or is not there', async () => {
      const { paymentId } = await paid()
      expect(outcome(await till.discount(paymentId, { off_minor: 1 }))).toBe('409 invalid_state')
      const other = await dueBooking(still, '2025-12-05T16:00:00+05:30')
      still.world.slip(15 * 60_000)
      expect(outcome(await till.discount(other.paymentId, { off_minor: 1 }))).toBe('410 payment_expired')
      expect(outcome(await till.discount('none', { off_minor: 1 }))).toBe('404 not_found')
    })

    it('that comes twice with one key is given once', async () => {
      const { paymentId } = await dueBooking(still)
      await till.discount(paymentId, { off_minor: 100 }, 'k')
      await till.discount(paymentId, { off_minor: 100 }, 'k')
      expect(await till.payment(paymentId)).toMatchObject({ discount: { amount_minor: 100 } })
    })
  })
})
