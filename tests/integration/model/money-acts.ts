import fc from 'fast-check'
import { act, pickWanted, post, same, wentAs, type Act } from './act.ts'
import { awaitPayment, refusalOf } from './booking-acts.ts'
import { isParked, onStay } from './lot-acts.ts'
import {
  closePayment,
  isFree,
  isOpen,
  isUntrusted,
  keptOf,
  leftOf,
  openPaymentOf,
  paymentsOf,
  quoteDeadline,
  stayLeft,
  type Booking,
  type Method,
  type Model,
  type Payment,
  type Stay,
} from './park-model.ts'
import { PIN, type Answer } from './real-park.ts'

const anyIndex = fc.nat({ max: 10_000 })
const anyMethod = fc.constantFrom<Method>('cash', 'card', 'upi')
const anyPart = fc.oneof(fc.constant(undefined), fc.constantFrom(1, 100, 199, 200, 2000, 12_500, 25_000, 65_001))
const withPin = { reason: 'a regular customer', pin: PIN }
let keys = 0
const key = () => ({ key: `money-${(keys += 1)}` })

/** What the wire says of a payment, as far as the model knows it. */
export function samePayment(model: Model, id: string, body: unknown): void {
  const payment = model.payments.get(id)
  const wire = body as {
    state: string
    left: { amount_minor: number }
    paid: { amount_minor: number }
    refunded: { amount_minor: number }
  }
  const found = [wire.state, wire.left.amount_minor, wire.paid.amount_minor, wire.refunded.amount_minor]
  same(
    `payment ${id}`,
    found,
    payment && [payment.state, isOpen(payment) ? leftOf(payment) : 0, payment.paid, payment.refunded],
  )
}

function addToShift(model: Model, way: 'in' | 'out', method: Method, amount: number): void {
  if (model.shift === null) throw new Error('money without a shift')
  model.shift[way][method] += amount
}

function take(model: Model, payment: Payment, method: Method, amount: number): void {
  payment.paid += amount
  payment.state = 'pending'
  payment.lastPaid = model.now
  payment.parts.push({ amount, method })
  addToShift(model, 'in', method, amount)
  if (leftOf(payment) === 0) settlePayment(model, payment)
}

/**
 * The last of it was paid: its booking is confirmed, and each part that has none yet gets its receipt. A part of which
 * something went back meanwhile gets none, though what is left of it counts.
 */
function settlePayment(model: Model, payment: Payment): void {
  payment.state = 'paid'
  payment.whole = true
  const booking = model.bookings.get(payment.booking ?? '')
  if (booking !== undefined) {
    booking.state = 'confirmed'
    if (booking.kind === 'wash') booking.job = 'booked'
  }
  const parts =
    payment.stay === null
      ? []
      : paymentsOf(model, 'stay', payment.stay).filter(
          (one) => one !== payment && !one.receipted && one.state === 'expired' && one.paid > 0,
        )
  for (const one of [...parts, payment]) {
    one.receipted = true
    model.receipts += 1
    if (model.shift !== null) model.shift.receipts += 1
  }
}

function giveBack(model: Model, payment: Payment, method: Method, amount: number): void {
  payment.refunded += amount
  payment.state = keptOf(payment) === 0 ? 'refunded' : 'part_refunded'
  addToShift(model, 'out', method, amount)
  if (!payment.receipted) return
  model.credits += 1
  if (model.shift !== null) model.shift.credits += 1
}

const closedRefusal = ({ state }: Payment) => (state === 'expired' ? 'payment_expired' : 'invalid_state')

interface Handed {
  readonly method: Method
  readonly part: number | undefined
  /** Cash that was handed over beyond what it is to pay; below 0 it is too little. */
  readonly over: number | undefined
}

/** The amounts of a tender are said from what the model knows when it is asked; by the time it is taken more may be paid. */
function tenderBody({ method, part, over }: Handed, left: number) {
  const received = method === 'cash' && over !== undefined ? Math.max(1, (part ?? left) + over) : undefined
  return {
    method,
    ...(part !== undefined && { part_minor: part }),
    ...(received !== undefined && { cash_received_minor: received }),
    ...(method !== 'cash' && { terminal_reference: 'T-1' }),
  }
}

/** All that is left is worked out when it is asked for; where another took a part meanwhile, it may be too much. */
function tenderOutcomes(
  model: Model,
  payment: Payment,
  body: ReturnType<typeof tenderBody>,
  leftThen: number,
): readonly string[] {
  if (!isOpen(payment)) return [closedRefusal(payment)]
  if (model.shift === null) return ['no_open_shift']
  const amount = body.part_minor ?? leftOf(payment)
  if (amount > leftOf(payment)) return ['amount_too_high']
  const isRaced = body.part_minor === undefined && leftThen > leftOf(payment)
  const isTooLittle = body.cash_received_minor !== undefined && body.cash_received_minor < amount
  return [isTooLittle ? 'cash_too_little' : 'ok', ...(isRaced ? ['amount_too_high'] : [])]
}

const handed = fc.record({ method: anyMethod, part: anyPart, over: fc.constantFrom(undefined, 0, 50_000, -50) })

export const tender = fc.tuple(anyIndex, handed).map(([index, given]) =>
  act('tender', (model) => {
    const asked = pickWanted(model.payments.values(), index, isOpen)
    if (asked === undefined) return undefined
    const body = tenderBody(given, leftOf(asked))
    return {
      request: post(`/payments/${asked.id}/tenders`, body, key()),
      judge(now, answer) {
        const payment = now.payments.get(asked.id) ?? asked
        if (!wentAs(answer, ...tenderOutcomes(now, payment, body, leftOf(asked)))) return
        take(now, payment, given.method, body.part_minor ?? leftOf(payment))
        samePayment(now, payment.id, answer.body)
      },
    }
  }),
)

export const payBooking = fc.tuple(anyIndex, handed).map(([index, given]) =>
  act('pay a booking', (model) => {
    const asked = pickWanted(model.bookings.values(), index, ({ state }) => state === 'awaiting_payment')
    if (asked === undefined) return undefined
    const seen = openPaymentOf(model, 'booking', asked.id)
    const body = tenderBody(given, seen === undefined ? 0 : leftOf(seen))
    return {
      request: post(`/bookings/${asked.id}/payments`, body, key()),
      judge(now, answer) {
        const booking = now.bookings.get(asked.id) ?? asked
        const payment = openPaymentOf(now, 'booking', asked.id)
        // The money was set aside for what was due when it was asked; what ran out since is named as such.
        const leftThen = seen === undefined ? 0 : leftOf(seen)
        const allowed = payment === undefined ? [refusalOf(booking)] : tenderOutcomes(now, payment, body, leftThen)
        if (!wentAs(answer, ...allowed) || payment === undefined) return
        take(now, payment, given.method, body.part_minor ?? leftOf(payment))
      },
    }
  }),
)

export const refund = fc.tuple(anyIndex, anyMethod, anyPart).map(([index, method, part]) =>
  act('refund', (model) => {
    const asked = pickWanted(model.payments.values(), index, (one) => !isOpen(one) && keptOf(one) > 0)
    if (asked === undefined) return undefined
    const body = { method, ...(part !== undefined && { part_minor: part }), ...withPin }
    return {
      request: post(`/payments/${asked.id}/refunds`, body, key()),
      judge(now, answer) {
        const payment = now.payments.get(asked.id) ?? asked
        const amount = part ?? keptOf(payment)
        if (!wentAs(answer, refundOutcome(now, payment, amount))) return
        giveBack(now, payment, method, amount)
        samePayment(now, payment.id, answer.body)
      },
    }
  }),
)

function refundOutcome(model: Model, payment: Payment, amount: number): string {
  if (isOpen(payment) || keptOf(payment) === 0) return 'invalid_state'
  if (model.shift === null) return 'no_open_shift'
  return amount > keptOf(payment) ? 'amount_too_high' : 'ok'
}

const anyDiscount = fc.oneof(
  fc.constantFrom(1, 50, 200, 5000, 70_000).map((off_minor) => ({ off_minor })),
  fc.constantFrom(1, 333, 2500, 10_000).map((percent_bps) => ({ percent_bps })),
)

export const discount = fc.tuple(anyIndex, anyDiscount).map(([index, given]) =>
  act('discount', (model) => {
    const asked = pickWanted(model.payments.values(), index, isOpen)
    if (asked === undefined) return undefined
    return {
      request: post(`/payments/${asked.id}/discounts`, { ...given, ...withPin }, key()),
      judge(now, answer) {
        const payment = now.payments.get(asked.id) ?? asked
        const price = payment.gross - payment.discount
        // Half a unit is the customer's.
        const off = 'off_minor' in given ? given.off_minor : Math.floor((price * given.percent_bps) / 10_000 + 0.5)
        const open = now.shift === null ? 'no_open_shift' : off > leftOf(payment) ? 'amount_too_high' : 'ok'
        if (!wentAs(answer, isOpen(payment) ? open : closedRefusal(payment))) return
        payment.discount += off
        if (leftOf(payment) === 0) settlePayment(now, payment)
        samePayment(now, payment.id, answer.body)
      },
    }
  }),
)

export const payLate = fc.tuple(anyIndex, anyMethod).map(([index, method]) =>
  act('pay late', (model) => {
    const asked = pickWanted(
      model.bookings.values(),
      index,
      ({ state, payUntil }) => state === 'expired' && payUntil !== null,
    )
    if (asked === undefined) return undefined
    return {
      request: post(`/bookings/${asked.id}/late-payments`, { method }, key()),
      judge(now, answer) {
        const booking = now.bookings.get(asked.id) ?? asked
        const first = now.payments.get(`pay-${booking.id}`) ?? paymentsOf(now, 'booking', booking.id)[0]
        const isLate = booking.state === 'expired' && first !== undefined
        const allowed = !isLate ? 'invalid_state' : now.shift === null ? 'no_open_shift' : 'ok'
        if (wentAs(answer, allowed) && first !== undefined) takeLate(now, booking, first, method, answer)
      },
    }
  }),
)

interface LateAnswer {
  readonly outcome: string
  readonly booking: { readonly id: string; readonly payment_id: string }
  readonly payment: { readonly id: string }
}

function takeLate(model: Model, booking: Booking, first: Payment, method: Method, { body }: Answer): void {
  const { outcome, booking: told, payment } = body as LateAnswer
  const mayFollow = !isUntrusted(model) && first.state === 'expired' && !booking.followed && booking.start > model.now
  same('what became of late money', outcome, mayFollow && isFreeAgain(model, booking) ? 'rebooked' : 'refunded')
  if (outcome === 'refunded') {
    const amount = leftOf(first)
    const came = {
      state: 'expired',
      gross: amount,
      discount: 0,
      paid: amount,
      refunded: 0,
      receipted: false,
      whole: false,
    }
    const late: Payment = { ...first, id: payment.id, created: model.now, parts: [], lastPaid: model.now, ...came }
    model.payments.set(late.id, late)
    addToShift(model, 'in', method, amount)
    return giveBack(model, late, method, amount)
  }
  booking.followed = true
  const again: Booking = {
    ...booking,
    id: told.id,
    token: '',
    busy: { ...booking.busy },
    created: model.now,
    holdUntil: null,
    job: null,
    followed: false,
  }
  model.bookings.set(again.id, again)
  awaitPayment(model, again)
  const open = model.payments.get(`pay-${again.id}`)
  if (open === undefined) return
  open.discount = first.discount
  for (const { amount, method: way } of first.parts) {
    giveBack(model, first, way, amount)
    take(model, open, way, amount)
  }
  take(model, open, method, leftOf(open))
}

/** The rows alone say whether a bay is free again: a car that stands there beyond its time is nothing that was booked. */
function isFreeAgain(model: Model, booking: Booking): boolean {
  return isFree(model, booking.bay, booking.busy)
}

interface Quoted {
  readonly left_at: string
  readonly expires_at: string
  readonly amount: { readonly amount_minor: number }
  readonly payment: { readonly id: string } | null
}

function quoteOutcomes(model: Model, stay: Stay, isLost: boolean): string {
  if (!isParked(stay)) return 'invalid_state'
  if (isHeldTo(model, stay)) return isLost ? 'invalid_state' : 'ok'
  return isUntrusted(model) && !(isLost || stay.lost) ? 'clock_untrusted' : 'ok'
}

/** Whether a part was taken of what was asked for, and the rest is still to come. */
function isHeldTo(model: Model, stay: Stay): boolean {
  const open = openPaymentOf(model, 'stay', stay.id)
  return open !== undefined && open.paid > 0 && (open.expires ?? Infinity) > model.now
}

const isLostOf = (index: number) => index % 9 === 1

export const quoteExit = onStay(
  'exit quote',
  isParked,
  ({ id }, index) => post(`/stays/${id}/exit-quotes`, isLostOf(index) ? { lost_ticket: true } : undefined),
  (model, stay, answer, index) => {
    if (!wentAs(answer, quoteOutcomes(model, stay, isLostOf(index)))) return
    const quoted = answer.body as Quoted
    const open = openPaymentOf(model, 'stay', stay.id)
    if (open !== undefined && isHeldTo(model, stay)) return same('the rest', quoted.amount.amount_minor, leftOf(open))
    closePayment(model, 'stay', stay.id, open?.expires != null && open.expires <= model.now ? 'expired' : 'void')
    stay.lost ||= isLostOf(index)
    addQuote(model, stay, quoted)
  },
)

function addQuote(model: Model, stay: Stay, { left_at, expires_at, amount, payment }: Quoted): void {
  const at = isUntrusted(model) ? stay.entered : model.now
  same('the time of leaving', Date.parse(left_at), Math.max(stay.entered, at))
  same('the end of a quote', Date.parse(expires_at), quoteDeadline(model.now))
  same('what is left to pay', amount.amount_minor, stayLeft(model, stay, at))
  same('whether something is due', payment !== null, amount.amount_minor > 0)
  const expires = quoteDeadline(model.now)
  stay.quote = { payment: payment?.id ?? null, at: Math.max(stay.entered, at), expires, created: model.now }
  if (payment === null) return
  const nothing = { discount: 0, paid: 0, refunded: 0, receipted: false, whole: false, parts: [], lastPaid: model.now }
  const due = { id: payment.id, booking: null, stay: stay.id, state: 'due', gross: amount.amount_minor, expires }
  model.payments.set(payment.id, { ...due, ...nothing, created: model.now })
}

export const print = anyIndex.map((index): Act =>
  act('print a receipt', (model) => {
    const name = model.receipts === 0 ? undefined : `R-${1 + (index % model.receipts)}`
    if (name === undefined) return undefined
    return {
      request: post(`/receipts/${name}/prints`, { paper: 'roll80' }),
      judge(now, answer) {
        wentAs(answer, 'ok')
        now.prints.set(name, (now.prints.get(name) ?? 0) + 1)
      },
    }
  }),
)
