import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowCounts, startStillServer, type StillServer } from '../../support/still-server.ts'
import { follow } from '../../support/wash.ts'
import { asBooking, asPayment, dueBooking, outcome, PRICE, Till } from './till.ts'

describe('money at the counter', () => {
  let still: StillServer
  let till: Till
  beforeEach(async () => {
    still = await startStillServer()
    till = new Till(still.owner)
  })
  afterEach(() => still.stop())

  it('is due, with the time that is left for it, as soon as a booking is confirmed', async () => {
    const { held, paymentId } = await dueBooking(still)
    const { expires_at, ...due } = await till.payment(paymentId)
    const money = (amount_minor: number) => ({ amount_minor, currency: 'INR' })
    expect(due).toEqual({
      id: paymentId,
      state: 'due',
      booking_id: held.id,
      stay_id: null,
      gross: money(PRICE),
      discount: money(0),
      left: money(PRICE),
      paid: money(0),
      refunded: money(0),
      breakdown: null,
      tenders: [],
      discounts: [],
      receipts: [],
    })
    expect(expires_at).toMatch(/^2025-12-05T13:00:22(\.\d{3})?\+05:30$/)
  })

  it('in cash gets the change that the server works out', async () => {
    const { paymentId } = await dueBooking(still)
    const answer = await till.tender(paymentId, { method: 'cash', cash_received_minor: 50_000 })
    expect(answer.status).toBe(201)
    expect(asPayment(answer)).toMatchObject({
      state: 'paid',
      left: { amount_minor: 0 },
      expires_at: null,
      tenders: [
        {
          kind: 'payment',
          method: 'cash',
          amount: { amount_minor: PRICE },
          received: { amount_minor: 50_000 },
          change: { amount_minor: 25_000 },
          recorded_by: 'Meera Pillai',
        },
      ],
      receipts: [{ series: 'R', number: 1, label: 'R-000001' }],
    })
  })

  it('by card carries the terminal’s reference to the tender', async () => {
    const { held } = await dueBooking(still)
    const paid = await till.pay(held, { method: 'card', terminal_reference: ' TXN 42 ' })
    expect(asBooking(paid)).toMatchObject({ state: 'confirmed', paid: { method: 'card' } })
    const [tender] = (await till.payment(`pay-${held.id}`)).tenders
    expect(tender).toMatchObject({ method: 'card', terminal_reference: 'TXN 42', received: null, change: null })
  })

  it('is taken in parts, and only the last part confirms the booking', async () => {
    const { held, paymentId } = await dueBooking(still)
    const first = await till.tender(paymentId, { method: 'upi', part_minor: 10_000 })
    expect(asPayment(first)).toMatchObject({
      state: 'pending',
      left: { amount_minor: 15_000 },
      receipts: [],
    })
    expect((await follow(still.visitor, held)).json()).toMatchObject({ state: 'awaiting_payment' })
    const part = { method: 'cash', part_minor: 5_000, cash_received_minor: 5_000 } as const
    expect(asPayment(await till.tender(paymentId, part))).toMatchObject({
      state: 'pending',
      left: { amount_minor: 10_000 },
    })
    const last = asPayment(await till.tender(paymentId, { method: 'card' }))
    expect(last).toMatchObject({ state: 'paid', paid: { amount_minor: PRICE }, receipts: [{ number: 1 }] })
    expect(
      last.tenders.map(({ method, amount, change }) => [method, amount.amount_minor, change?.amount_minor]),
    ).toEqual([
      ['upi', 10_000, undefined],
      ['cash', 5_000, 0],
      ['card', 10_000, undefined],
    ])
    expect((await follow(still.visitor, held)).json()).toMatchObject({ state: 'confirmed' })
  })

  it('goes on between its parts over a restart', async () => {
    const { paymentId } = await dueBooking(still)
    await till.tender(paymentId, { method: 'cash', part_minor: 20_000 }, 'one')
    await still.halt()
    const { dataDir, world } = still
    still = await startStillServer({ dataDir, world })
    const after = new Till(still.owner.at(still.server.staffUrl))
    const { code } = await after.tender(paymentId, { method: 'cash' })
    expect(code).toBe('unauthenticated')
    await still.owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    till = new Till(still.owner)
    expect(await till.payment(paymentId)).toMatchObject({ state: 'pending', left: { amount_minor: 5_000 } })
    expect(asPayment(await till.tender(paymentId, { method: 'cash', part_minor: 20_000 }, 'one'))).toMatchObject({
      state: 'pending',
    })
    expect(asPayment(await till.tender(paymentId, { method: 'cash' }, 'two'))).toMatchObject({
      state: 'paid',
      tenders: [{ amount: { amount_minor: 20_000 } }, { amount: { amount_minor: 5_000 } }],
    })
  })

  it.each([
    ['more than is left', { method: 'cash', part_minor: PRICE + 1 }, '422 amount_too_high'],
    ['less cash than it is to pay', { method: 'cash', cash_received_minor: PRICE - 1 }, '422 cash_too_little'],
    ['a total of the page’s own', { method: 'cash', total_minor: 1 }, '400 invalid_request'],
    ['an amount of the page’s own', { method: 'cash', amount_minor: 1 }, '400 invalid_request'],
    ['a time of the page’s own', { method: 'cash', at: '2025-12-05T12:00:00+05:30' }, '400 invalid_request'],
    ['a part of nothing', { method: 'cash', part_minor: 0 }, '400 invalid_request'],
    ['a part of a paisa', { method: 'cash', part_minor: 0.5 }, '400 invalid_request'],
    ['change on a card', { method: 'card', cash_received_minor: PRICE }, '400 invalid_request'],
    ['a terminal for cash', { method: 'cash', terminal_reference: 'x' }, '400 invalid_request'],
    ['another way to pay', { method: 'cheque' }, '400 invalid_request'],
  ])('is refused when it is %s, and nothing is written', async (_, body, refusal) => {
    const { paymentId } = await dueBooking(still)
    const before = rowCounts(still)
    expect(outcome(await till.tender(paymentId, body as never))).toBe(refusal)
    expect(rowCounts(still)).toEqual(before)
    expect(await till.payment(paymentId)).toMatchObject({ state: 'due', left: { amount_minor: PRICE } })
  })

  it('is refused for a payment that is not there', async () => {
    expect(outcome(await till.tender('nothing', { method: 'cash' }))).toBe('404 not_found')
  })

  it('is refused once everything is paid', async () => {
    const { held, paymentId } = await dueBooking(still)
    await till.pay(held, { method: 'cash' })
    expect(outcome(await till.tender(paymentId, { method: 'cash' }))).toBe('409 invalid_state')
  })

  it('is refused while no shift is open, and nothing is written', async () => {
    await still.stop()
    still = await startStillServer({ shift: false })
    till = new Till(still.owner)
    const { held, paymentId } = await dueBooking(still)
    const before = rowCounts(still)
    expect(outcome(await till.pay(held, { method: 'cash' }))).toBe('409 no_open_shift')
    expect(outcome(await till.tender(paymentId, { method: 'upi' }))).toBe('409 no_open_shift')
    expect(rowCounts(still)).toEqual(before)
  })

  it('is good until the last millisecond before the deadline, and too late at it', async () => {
    const { held, paymentId } = await dueBooking(still)
    const other = await dueBooking(still, '2025-12-05T16:00:00+05:30', 'KL01CA4521')
    const deadline = still.look((db) =>
      db.prepare<[string], number>('SELECT expires_at FROM payment WHERE id = ?').pluck().get(paymentId),
    )
    still.world.slip((deadline ?? 0) - still.world.wallMs() - 1)
    expect((await till.tender(paymentId, { method: 'cash', part_minor: 1 })).status).toBe(201)
    still.world.slip(1)
    expect(outcome(await till.tender(paymentId, { method: 'cash' }))).toBe('410 payment_expired')
    expect(outcome(await till.pay(held, { method: 'cash' }))).toBe('410 payment_expired')
    expect((await till.payment(paymentId)).state).toBe('expired')
    void other
  })
})

describe('two counters', () => {
  let still: StillServer
  let till: Till
  beforeEach(async () => {
    still = await startStillServer()
    till = new Till(still.owner)
  })
  afterEach(() => still.stop())

  it('that take the same money at once take it once', async () => {
    const { held, paymentId } = await dueBooking(still)
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => till.tender(paymentId, { method: 'cash' })),
      ...Array.from({ length: 6 }, () => till.pay(held, { method: 'card' })),
    ])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => outcome(answer) === '409 invalid_state')).toHaveLength(11)
    const sum = still.look((db) => db.prepare('SELECT sum(amount_minor) FROM tender').pluck().get())
    expect(sum).toBe(PRICE)
  })

  it('that take parts at once never take more than the price', async () => {
    const { paymentId } = await dueBooking(still)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => till.tender(paymentId, { method: 'upi', part_minor: 4_000 })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(6)
    expect(await till.payment(paymentId)).toMatchObject({ state: 'pending', left: { amount_minor: 1_000 } })
  })

  it('that take many payments at once number their receipts without a gap', async () => {
    const slots = Array.from({ length: 25 }, (_, n) => {
      const minutes = 9 * 60 + (n % 24) * 30
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      return `2025-12-${n < 24 ? '08' : '09'}T${time}:00+05:30`
    })
    const due = []
    for (const slot of slots) due.push(await dueBooking(still, slot), await dueBooking(still, slot, 'KL01CA4521'))
    const answers = await Promise.all(due.map(({ held }) => till.pay(held, { method: 'cash' })))
    expect(answers.map(outcome)).toEqual(Array.from({ length: 50 }, () => '201'))
    const numbers = still.look((db) => db.prepare('SELECT number FROM receipt ORDER BY number').pluck().all())
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
  })
})

describe('an Idempotency-Key of money', () => {
  let still: StillServer
  let till: Till
  beforeEach(async () => {
    still = await startStillServer()
    till = new Till(still.owner)
  })
  afterEach(() => still.stop())

  it('takes the money once when the same request comes many times at once', async () => {
    const { paymentId } = await dueBooking(still)
    const send = () => till.tender(paymentId, { method: 'cash', part_minor: 1_000 }, 'k-1')
    const answers = await Promise.all(Array.from({ length: 8 }, send))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await till.payment(paymentId)).toMatchObject({ paid: { amount_minor: 1_000 } })
  })

  it('answers a repeated request after everything is paid', async () => {
    const { held } = await dueBooking(still)
    const first = await till.pay(held, { method: 'cash' }, 'k-2')
    const again = await till.pay(held, { method: 'cash' }, 'k-2')
    expect([again.status, again.text]).toEqual([201, first.text])
  })

  it.each([
    [{ method: 'card' }],
    [{ method: 'cash', part_minor: 2 }],
    [{ method: 'cash', part_minor: 1, cash_received_minor: 1 }],
  ] as const)('is refused for another request: %j', async (other) => {
    const { paymentId } = await dueBooking(still)
    await till.tender(paymentId, { method: 'cash', part_minor: 1 }, 'k-3')
    expect(outcome(await till.tender(paymentId, other, 'k-3'))).toBe('409 idempotency_key_reused')
    expect(await till.payment(paymentId)).toMatchObject({ paid: { amount_minor: 1 } })
  })

  it('of a refused request is free to be used again', async () => {
    const { paymentId } = await dueBooking(still)
    expect(outcome(await till.tender(paymentId, { method: 'cash', part_minor: PRICE + 1 }, 'k-4'))).toBe(
      '422 amount_too_high',
    )
    expect(outcome(await till.tender(paymentId, { method: 'cash' }, 'k-4'))).toBe('201')
  })
})
