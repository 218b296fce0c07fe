import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, pickWanted, post, wentAs, type Act } from './act.ts'
import { refusalOf } from './booking-acts.ts'
import { giveBack, settlePayment, take } from './ledger.ts'
import { isOpen, keptOf, leftOf, openPaymentOf, type Method, type Model, type Payment } from './park-model.ts'
import { PIN } from './real-park.ts'

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
