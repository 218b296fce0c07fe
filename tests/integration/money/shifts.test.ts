import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenShift, ShiftSummary, ZReport } from '../../../src-shared/api/shift-schemas.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { balance } from './books.ts'
import { asClosed, asPayment, choosePin, dueBooking, outcome, PIN, PRICE, Till } from './till.ts'

describe('a shift', () => {
  let still: StillServer
  let till: Till
  beforeEach(async () => {
    still = await startStillServer({ shift: false })
    till = new Till(still.owner)
    await choosePin(still)
  })
  afterEach(() => still.stop())

  const inr = (amount_minor: number) => ({ amount_minor, currency: 'INR' })

  it('is opened with a float, one at a time', async () => {
    expect((await still.owner.get('/api/v1/shifts/current')).json()).toEqual({ shift: null })
    const opened = await till.openShift(50_000)
    expect(opened.status).toBe(201)
    expect(opened.json()).toMatchObject({
      number: 1,
      opened_at: '2025-12-05T12:45:22+05:30',
      opened_by: 'Meera Pillai',
      float: inr(50_000),
      tenders: 0,
      cash_moves: [],
    })
    expect(outcome(await till.openShift(1))).toBe('409 shift_already_open')
    const answers = await Promise.all(Array.from({ length: 5 }, () => till.openShift(1)))
    expect(new Set(answers.map(outcome))).toEqual(new Set(['409 shift_already_open']))
  })

  it('is opened once by many at once, and once by a request that comes twice', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => till.openShift(7)))
    expect(answers.map(outcome).toSorted()).toEqual([
      '201',
      ...Array.from({ length: 4 }, () => '409 shift_already_open'),
    ])
    const { id } = await till.shift()
    await till.close(id, 7)
    const first = await till.openShift(7, 'k')
    expect((await till.openShift(7, 'k')).text).toBe(first.text)
    expect(outcome(await till.openShift(8, 'k'))).toBe('409 idempotency_key_reused')
  })

  it('never tells what the drawer should hold while it is open', async () => {
    const { id } = (await till.openShift(50_000)).json() as OpenShift
    const { held } = await dueBooking(still)
    await till.pay(held, { method: 'cash' })
    await till.moveCash(id, { kind: 'out', moved_minor: 1_000 })
    const { text } = await still.owner.get('/api/v1/shifts/current')
    expect(text).not.toMatch(/expected|takings|variance|74000|75000/)
    expect(outcome(await still.owner.get(`/api/v1/shifts/${id}/report`))).toBe('409 invalid_state')
    expect(outcome(await still.owner.get(`/api/v1/shifts/${id}/report.pdf`))).toBe('409 invalid_state')
  })

  it('is closed by a blind count, and its Z report adds up', async () => {
    const { id } = (await till.openShift(50_000)).json() as OpenShift
    const one = await dueBooking(still)
    await till.pay(one.held, { method: 'cash', cash_received_minor: 50_000 })
    const two = await dueBooking(still, '2025-12-05T16:00:00+05:30', 'KL01CA4521')
    await till.discount(two.paymentId, { off_minor: 5_000 })
    await till.tender(two.paymentId, { method: 'upi', part_minor: 8_000 })
    await till.tender(two.paymentId, { method: 'card' })
    await till.refund(one.paymentId, { part_minor: 10_000 })
    await till.moveCash(id, { kind: 'in', moved_minor: 2_000 })
    await till.moveCash(id, { kind: 'out', moved_minor: 3_000 })
    await till.moveCash(id, { kind: 'drawer_open', moved_minor: 0 })
    still.world.slip(60_000)
    const { report, next_shift } = asClosed(await till.close(id, 63_900))
    expect(next_shift).toBeNull()
    expect(report).toEqual({
      number: 1,
      currency: 'INR',
      opened_at: '2025-12-05T12:45:22+05:30',
      opened_by: 'Meera Pillai',
      closed_at: expect.stringMatching(/^2025-12-05T12:46:22/) as string,
      closed_by: 'Meera Pillai',
      handed_over_to: null,
      float_minor: 50_000,
      by_method: [
        { method: 'cash', count: 2, paid_minor: 25_000, refunded_minor: 10_000 },
        { method: 'card', count: 1, paid_minor: 12_000, refunded_minor: 0 },
        { method: 'upi', count: 1, paid_minor: 8_000, refunded_minor: 0 },
      ],
      takings_minor: 35_000,
      discounts_minor: 5_000,
      cash_in_minor: 2_000,
      cash_out_minor: 3_000,
      drawer_opens: 1,
      expected_minor: 64_000,
      counted_minor: 63_900,
      variance_minor: -100,
      first_receipt: 'R-000001',
      last_receipt: 'R-000002',
      receipts: 2,
      credit_notes: 1,
      trail: { line: expect.any(Number) as number, code: expect.stringMatching(/^[0-9a-f]{32}$/) as string },
    } satisfies ZReport)
    expect((await still.owner.get(`/api/v1/shifts/${id}/report`)).json()).toEqual(report)
    const { line, code } = report.trail ?? { line: 0, code: '' }
    const check = await still.owner.get(`/api/v1/audit/line?seq=${line}&code=${code.replaceAll(/.{4}/g, '$&+')}`)
    expect(check.json()).toMatchObject({ seq: line, result: 'same' })
    const pdf = await still.owner.get(`/api/v1/shifts/${id}/report.pdf`)
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
    expect(still.look(balance)).toEqual([])
    const { shifts } = (await still.owner.get('/api/v1/shifts')).json() as { shifts: ShiftSummary[] }
    expect(shifts).toMatchObject([
      { number: 1, state: 'closed', variance: inr(-100), takings: inr(35_000), closed_by: 'Meera Pillai' },
    ])
  })

  it('that is closed takes no money and no cash, and is not closed again', async () => {
    const { id } = (await till.openShift(0)).json() as OpenShift
    const { held } = await dueBooking(still)
    await till.close(id, 0)
    expect(outcome(await till.pay(held, { method: 'cash' }))).toBe('409 no_open_shift')
    expect(outcome(await till.moveCash(id, { kind: 'in', moved_minor: 1 }))).toBe('409 no_open_shift')
    expect(outcome(await till.close(id, 0))).toBe('409 no_open_shift')
  })

  it('closes with a payment taken in part: each part counts in the shift that took it', async () => {
    const { id } = (await till.openShift(0)).json() as OpenShift
    const { paymentId } = await dueBooking(still)
    await till.tender(paymentId, { method: 'cash', part_minor: 5_000 })
    expect(asClosed(await till.close(id, 5_000)).report).toMatchObject({ takings_minor: 5_000, receipts: 0 })
    const next = (await till.openShift(5_000)).json() as OpenShift
    expect(asPayment(await till.tender(paymentId, { method: 'cash' }))).toMatchObject({ state: 'paid' })
    const second = asClosed(await till.close(next.id, 25_000)).report
    expect(second).toMatchObject({ takings_minor: 20_000, receipts: 1, variance_minor: 0 })
    expect(still.look(balance)).toEqual([])
  })

  it('is handed over with what was counted, in one step', async () => {
    const staff = async () =>
      ((await still.owner.get('/api/v1/staff-names')).json() as { staff: { id: string; name: string }[] }).staff
    const [owner] = await staff()
    const { id } = (await till.openShift(10_000)).json() as OpenShift
    const { held } = await dueBooking(still)
    await till.pay(held, { method: 'cash' })
    const body = { hand_over_to: owner?.id }
    const handed = await till.close(id, 34_000, body, 'k')
    const { report, next_shift } = asClosed(handed)
    expect(report).toMatchObject({ handed_over_to: 'Meera Pillai', expected_minor: 35_000, variance_minor: -1_000 })
    expect(next_shift).toMatchObject({ number: 2, float: inr(34_000), opened_by: 'Meera Pillai', tenders: 0 })
    expect(next_shift?.opened_at).toBe(report.closed_at)
    expect((await till.close(id, 34_000, body, 'k')).text).toBe(handed.text)
    expect(await till.shift()).toEqual(next_shift)
    expect(still.look(balance)).toEqual([])
  })

  it('is not handed over to somebody who does not work here, and stays open', async () => {
    const { id } = (await till.openShift(0)).json() as OpenShift
    expect(outcome(await till.close(id, 0, { hand_over_to: 'nobody' }))).toBe('400 invalid_request')
    expect((await till.shift()).id).toBe(id)
  })

  it('is closed with the PIN only', async () => {
    const { id } = (await till.openShift(0)).json() as OpenShift
    expect(outcome(await till.close(id, 0, { pin: '1111' }))).toBe('403 wrong_pin')
    expect((await till.shift()).id).toBe(id)
  })

  it.each([
    ['nothing in', { kind: 'in', moved_minor: 0 }],
    ['nothing out', { kind: 'out', moved_minor: 0 }],
    ['money with a drawer that is only opened', { kind: 'drawer_open', moved_minor: 5 }],
    ['less than nothing', { kind: 'in', moved_minor: -5 }],
    ['no reason', { kind: 'in', moved_minor: 5, reason: ' ' }],
  ])('moves no cash with %s', async (_, body) => {
    const { id } = (await till.openShift(0)).json() as OpenShift
    expect(outcome(await till.moveCash(id, body))).toBe('400 invalid_request')
    expect((await till.shift()).cash_moves).toEqual([])
  })

  it('moves cash once when the request comes twice', async () => {
    const { id } = (await till.openShift(0)).json() as OpenShift
    await till.moveCash(id, { kind: 'in', moved_minor: 5 }, 'k')
    await till.moveCash(id, { kind: 'in', moved_minor: 5 }, 'k')
    expect((await till.shift()).cash_moves).toMatchObject([{ kind: 'in', amount: inr(5), reason: 'small change' }])
  })

  it('goes on over a restart', async () => {
    const { id } = (await till.openShift(1_000)).json() as OpenShift
    const { held } = await dueBooking(still)
    await till.pay(held, { method: 'cash' })
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    till = new Till(await signIn(still, { username: 'owner', password: 'quay-lane-owner' }))
    expect((await till.shift()).tenders).toBe(1)
    expect(asClosed(await till.close(id, 1_000 + PRICE)).report).toMatchObject({ variance_minor: 0 })
  })

  it('is written down in the trail when it opens and when it closes', async () => {
    const { id } = (await till.openShift(0)).json() as OpenShift
    await till.close(id, 0, { pin: PIN })
    const kinds = still.look((db) =>
      db.prepare('SELECT kind FROM event WHERE subject = ? ORDER BY seq').pluck().all(id),
    )
    expect(kinds).toEqual(['shift.opened', 'shift.closed'])
  })
})
