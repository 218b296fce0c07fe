import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leave, park, pass, quoteOf } from '../../support/parking.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { openSocket, type TestSocket } from '../../support/test-socket.ts'
import { mustBalance } from './books.ts'
import { asClosed, asPayment, choosePin, dueBooking, outcome, PIN, Till } from './till.ts'

const MINUTE = 60_000

/** The owner's own notifications. */
async function listen({ owner, server }: StillServer): Promise<TestSocket> {
  const { user } = (await owner.get('/api/v1/session')).json() as { user: { id: string } }
  const base = server.staffUrl
  return openSocket(base, `/ws/notifications/${user.id}/`, { origin: base, cookie: owner.cookie })
}

describe('what a car pays on its way out', () => {
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

  async function due(minutes = 90) {
    const stay = await park(still, 'KL07BX1234')
    await pass(still, minutes * MINUTE)
    const quote = await quoteOf(still, stay)
    if (quote.payment === null) throw new Error('nothing is due')
    return { stay, quote, paymentId: quote.payment.id }
  }

  it('gets a receipt with the lines of its price, entry and exit, and the tariff', async () => {
    const { stay, quote, paymentId } = await due()
    const paid = asPayment(await till.tender(paymentId, { method: 'cash', cash_received_minor: 500 }))
    expect(paid).toMatchObject({ state: 'paid', stay_id: stay.id, receipts: [{ label: 'R-000001' }] })
    const { document, plate } = await till.receipt('R-1')
    expect(plate).toBe('KL07BX1234')
    expect(document).toMatchObject({
      plate: 'KL07BX1234',
      bay: 'A01',
      reference: stay.ticket,
      entry: stay.entered_at,
      exit: quote.left_at,
      tariff: { id: '1', name: 'First tariff' },
      total_minor: 400,
      tenders: [{ amount_minor: 400, received_minor: 500, change_minor: 100 }],
    })
    expect(document.lines.map(({ amount_minor }) => amount_minor)).toEqual(
      quote.breakdown.lines.map(({ amount_minor }) => amount_minor),
    )
    expect(document.service).toBeUndefined()
    expect((await leave(still, stay)).status).toBe(200)
  })

  it('is taken until the last millisecond of its quote, and not at the deadline itself', async () => {
    const { quote, paymentId } = await due()
    still.world.slip(Date.parse(quote.expires_at ?? '') - still.world.wallMs() - 1)
    expect((await till.tender(paymentId, { method: 'cash', part_minor: 1 })).status).toBe(201)
    still.world.slip(1)
    expect(outcome(await till.tender(paymentId, { method: 'cash' }))).toBe('410 payment_expired')
    expect(outcome(await till.discount(paymentId, { off_minor: 1 }))).toBe('410 payment_expired')
    expect((await till.payment(paymentId)).state).toBe('expired')
  })

  it('in parts that ran out counts towards the next price, and has its own receipt in the end', async () => {
    const { stay, paymentId } = await due()
    await till.tender(paymentId, { method: 'upi', part_minor: 150 })
    await pass(still, 30 * MINUTE)
    const next = await quoteOf(still, stay)
    expect(next.amount.amount_minor).toBe(next.breakdown.total_minor - 150)
    const paid = asPayment(await till.tender(next.payment?.id ?? '', { method: 'cash' }))
    expect(paid.receipts).toMatchObject([{ label: 'R-000002' }])
    expect((await till.payment(paymentId)).receipts).toMatchObject([{ label: 'R-000001' }])
    const totals = (await till.receipts()).map(({ total }) => total.amount_minor)
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(next.breakdown.total_minor)
    expect((await leave(still, stay)).status).toBe(200)
  })

  it('in parts that ran out counts no more once it was given back', async () => {
    const { stay, paymentId } = await due()
    await till.tender(paymentId, { method: 'cash', part_minor: 150 })
    await pass(still, 10 * MINUTE)
    expect((await till.refund(paymentId, { part_minor: 50 })).status).toBe(201)
    expect((await quoteOf(still, stay)).amount.amount_minor).toBe(300)
    expect((await till.refund(paymentId, {})).status).toBe(201)
    expect((await quoteOf(still, stay)).amount.amount_minor).toBe(400)
  })

  it('in parts of which something went back has a receipt and a credit note once the price is paid', async () => {
    const { stay, paymentId } = await due()
    await till.tender(paymentId, { method: 'cash', part_minor: 150 })
    await pass(still, 10 * MINUTE)
    expect((await till.refund(paymentId, { part_minor: 50, reason: 'he was short of change' })).status).toBe(201)
    const next = await quoteOf(still, stay)
    await till.tender(next.payment?.id ?? '', { method: 'card' })
    expect(await till.payment(paymentId)).toMatchObject({
      state: 'part_refunded',
      receipts: [{ label: 'R-000001' }, { label: 'C-000001' }],
    })
    const [receipt, credit] = [await till.receipt('R-1'), await till.receipt('C-1')]
    expect(receipt.document).toMatchObject({ total_minor: 150, tenders: [{ method: 'cash', amount_minor: 150 }] })
    expect(credit.document).toMatchObject({
      total_minor: 50,
      credits: { display_number: 'R-000001', reason: 'he was short of change' },
    })
    expect((await till.receipt('R-2')).document).toMatchObject({ total_minor: 300 })
    expect((await till.refund(paymentId, {})).status).toBe(201)
    expect((await till.receipt('C-2')).document).toMatchObject({ total_minor: 100 })
  })

  it('in parts that went back as a whole has no receipt', async () => {
    const { stay, paymentId } = await due()
    await till.tender(paymentId, { method: 'cash', part_minor: 150 })
    await pass(still, 10 * MINUTE)
    await till.refund(paymentId, {})
    await till.tender((await quoteOf(still, stay)).payment?.id ?? '', { method: 'cash' })
    expect((await till.payment(paymentId)).receipts).toEqual([])
    expect((await till.receipts()).map(({ total }) => total.amount_minor)).toEqual([400])
  })

  /** A part that is more than all that is due, as it turns out that the car came later than was written down. */
  async function coveredByPart() {
    const { stay, paymentId } = await due()
    await till.tender(paymentId, { method: 'cash', part_minor: 300 })
    await pass(still, 10 * MINUTE)
    const enteredAt = new Date(still.world.wallMs() - 50 * MINUTE).toISOString()
    const corrected = { entered_at: enteredAt, reason: 'the gate was slow', pin: PIN }
    expect((await still.owner.post(`/api/v1/stays/${stay.id}/correct-entry`, corrected)).status).toBe(200)
    await till.refund(paymentId, { part_minor: 100 })
    expect(await quoteOf(still, stay)).toMatchObject({ amount: { amount_minor: 0 }, payment: null })
    return { stay, paymentId }
  }

  it('in a part that covers the price by itself has its receipt when the car leaves', async () => {
    const { stay, paymentId } = await coveredByPart()
    expect((await till.payment(paymentId)).receipts).toEqual([])
    expect((await leave(still, stay)).status).toBe(200)
    expect((await till.payment(paymentId)).receipts).toMatchObject([{ label: 'R-000001' }, { label: 'C-000001' }])
  })

  it('in a part that covers the price by itself waits for an open shift, which its receipt belongs to', async () => {
    const { stay } = await coveredByPart()
    await till.close((await till.shift()).id, 0)
    expect(outcome(await leave(still, stay))).toBe('409 no_open_shift')
    await till.openShift(0)
    expect((await leave(still, stay)).status).toBe(200)
    const closed = asClosed(await till.close((await till.shift()).id, 0))
    expect(closed.report).toMatchObject({ takings_minor: 0, receipts: 1, credit_notes: 1 })
  })

  it('in parts that went back after the next price was named is asked for again', async () => {
    const { stay, paymentId } = await due()
    await till.tender(paymentId, { method: 'cash', part_minor: 150 })
    await pass(still, 10 * MINUTE)
    const next = await quoteOf(still, stay)
    await till.refund(paymentId, {})
    await till.tender(next.payment?.id ?? '', { method: 'cash' })
    expect(outcome(await leave(still, stay))).toBe('409 payment_due')
    const last = await quoteOf(still, stay)
    expect(last.amount.amount_minor).toBe(150)
    await till.tender(last.payment?.id ?? '', { method: 'cash' })
    expect((await leave(still, stay)).status).toBe(200)
  })

  it('with a discount leaves the car free to go', async () => {
    const { stay, paymentId } = await due()
    expect(asPayment(await till.discount(paymentId, { percent_bps: 5_000 }))).toMatchObject({
      left: { amount_minor: 200 },
      breakdown: { total_minor: 200, discounts: [{ amount_minor: 200 }] },
    })
    expect(asPayment(await till.tender(paymentId, { method: 'card' })).state).toBe('paid')
    expect((await leave(still, stay)).status).toBe(200)
  })
})

describe('staff', () => {
  it('hear of shifts, of payments and of money to give back', async () => {
    const still = await startStillServer({ shift: false })
    const till = new Till(still.owner)
    await choosePin(still)
    const socket = await listen(still)
    await till.openShift(100)
    expect(await socket.nextOf('shift_changed')).toMatchObject({ number: 1, state: 'open' })
    const { paymentId } = await dueBooking(still)
    expect(await socket.nextOf('payment_changed')).toMatchObject({ payment_id: paymentId, state: 'due' })
    await till.tender(paymentId, { method: 'cash', part_minor: 7_000 })
    expect(await socket.nextOf('payment_changed')).toMatchObject({ payment_id: paymentId, state: 'pending' })
    still.world.slip(15 * MINUTE)
    expect(outcome(await till.tender(paymentId, { method: 'cash' }))).toBe('410 payment_expired')
    expect(await socket.nextOf('payment_changed')).toMatchObject({ payment_id: paymentId, state: 'expired' })
    expect(await socket.nextOf('money_to_return')).toMatchObject({
      payment_id: paymentId,
      amount: { amount_minor: 7_000, currency: 'INR' },
    })
    await till.close((await till.shift()).id, 100)
    expect(await socket.nextOf('shift_changed')).toMatchObject({ number: 1, state: 'closed' })
    socket.close()
    await still.stop()
  })
})
