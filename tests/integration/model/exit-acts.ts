import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, iso, pickWanted, post, wentAs } from './act.ts'
import { closePayment, EXIT_GRACE, quoteDeadline } from './deadlines.ts'
import { addPayment, partsWithoutReceipt, receiptParts } from './ledger.ts'
import { isUntrusted, leftOf, MINUTE, openPaymentOf, type Model, type Quote, type Stay } from './park-model.ts'
import { PIN, type Answer } from './real-park.ts'
import { endStay, isParked, onStay } from './stay-acts.ts'
import { coveredOf, stayLeft, stayPrice } from './stay-price.ts'

interface Quoted {
  readonly left_at: string
  readonly expires_at: string
  readonly amount: { readonly amount_minor: number }
  readonly payment: { readonly id: string } | null
}

function quoteOutcome(model: Model, stay: Stay, isLost: boolean): string {
  if (!isParked(stay)) return 'invalid_state'
  if (isHeldTo(model, stay)) return isLost ? 'invalid_state' : 'ok'
  return isUntrusted(model) && !(isLost || stay.lost) ? 'clock_untrusted' : 'ok'
}

const anyIndex = fc.nat({ max: 10_000 })

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
    if (!wentAs(answer, quoteOutcome(model, stay, isLostOf(index)))) return
    const quoted = answer.body as Quoted
    const open = openPaymentOf(model, 'stay', stay.id)
    if (open !== undefined && isHeldTo(model, stay)) return same('the rest', quoted.amount.amount_minor, leftOf(open))
    stay.lost ||= isLostOf(index)
    // Nobody vouches for the time: what is fixed is asked for as of a car that leaves when it came.
    addQuote(model, stay, quoted, isUntrusted(model) ? stay.entered : model.now)
  },
)

/** The gate or the clock failed, and somebody says when the car left: soon after it came, later, or not possibly then. */
function handTime(model: Model, { entered }: Stay, index: number): number {
  const step = index >> 3
  if (index % 5 === 0) return model.now + (step % 4) - 2
  return index % 5 < 3 ? entered + (step % 11) * MINUTE : entered + ((step % 60) - 2) * 5 * MINUTE
}

export const quoteByHand = anyIndex.map((index) =>
  act('exit quote by hand', (model) => {
    const asked = pickWanted(model.stays.values(), index, isParked)
    if (asked === undefined) return undefined
    const leftAt = handTime(model, asked, index)
    return {
      request: post(`/stays/${asked.id}/exit-quotes`, { left_at: iso(leftAt), reason: 'the gate was open', pin: PIN }),
      judge(now, answer) {
        const stay = now.stays.get(asked.id) ?? asked
        if (wentAs(answer, handOutcome(now, stay, leftAt))) addQuote(now, stay, answer.body as Quoted, leftAt, 0)
      },
    }
  }),
)

function handOutcome(model: Model, stay: Stay, leftAt: number): string {
  if (!isParked(stay) || isHeldTo(model, stay)) return 'invalid_state'
  const isPossible = leftAt >= stay.entered && (isUntrusted(model) || leftAt <= model.now)
  return isPossible ? 'ok' : 'invalid_interval'
}

/** What was asked for before is over; from now on it is this. @param doubt how far the time may be off, where not two seconds */
function addQuote(model: Model, stay: Stay, quoted: Quoted, leftAt: number, doubt?: number): void {
  const { left_at, expires_at, amount, payment } = quoted
  const open = openPaymentOf(model, 'stay', stay.id)
  closePayment(model, 'stay', stay.id, open?.expires != null && open.expires <= model.now ? 'expired' : 'void')
  const [at, expires] = [Math.max(stay.entered, leftAt), quoteDeadline(model.now)]
  const left = stayLeft(model, stay, leftAt, doubt)
  const told = [Date.parse(left_at), Date.parse(expires_at), amount.amount_minor, payment !== null]
  same('a quote', told, [at, expires, left, left > 0])
  const price = stayPrice(stay, leftAt, doubt)
  stay.quote = { payment: payment?.id ?? null, price, at, expires, created: model.now }
  if (payment !== null) addPayment(model, { id: payment.id, booking: null, stay: stay.id, gross: left, expires })
}

const isAskedToPay = (stay: Stay) => isParked(stay) && stay.quote !== null

export const exit = onStay('exit', isAskedToPay, ({ id }) => post(`/stays/${id}/exit`), judgeExit)

/** The car of which it was said last what it owes. */
export const lastAsked = (model: Model): Stay | undefined =>
  [...model.stays.values()]
    .filter(isAskedToPay)
    .toSorted((a, b) => (a.quote?.expires ?? 0) - (b.quote?.expires ?? 0))
    .at(-1)

export const exitLastAsked = act('exit', (model) => {
  const asked = lastAsked(model)
  if (asked === undefined) return undefined
  return {
    request: post(`/stays/${asked.id}/exit`),
    judge: (now, answer) => judgeExit(now, now.stays.get(asked.id) ?? asked, answer),
  }
})

function judgeExit(model: Model, stay: Stay, answer: Answer): void {
  const outcome = exitOutcome(model, stay)
  const isOwedReceipt = outcome === 'ok' && partsWithoutReceipt(model, stay.id).length > 0
  if (!wentAs(answer, isOwedReceipt && model.shift === null ? 'no_open_shift' : outcome)) return
  const { exited_at } = answer.body as { exited_at: string }
  const left = Math.max(stay.entered, leavingTime(model, stay))
  same('the time of leaving', Date.parse(exited_at), left)
  stay.exited = left
  receiptParts(model, stay.id)
  endStay(model, stay, 'exited')
}

/** A time that was set by hand stands as long as its quote does. */
function leavingTime(model: Model, stay: Stay): number {
  const { quote } = stay
  return quote !== null && quote.at !== quote.created && holdsStill(model, stay, quote) ? quote.at : model.now
}

function exitOutcome(model: Model, stay: Stay): string {
  if (!isParked(stay)) return 'invalid_state'
  if (openPaymentOf(model, 'stay', stay.id) !== undefined) return 'payment_due'
  if (stay.quote !== null && holdsStill(model, stay, stay.quote)) return 'ok'
  if (isUntrusted(model)) return stay.booking === null ? 'clock_untrusted' : 'ok'
  return stayLeft(model, stay, model.now) === 0 ? 'ok' : 'payment_due'
}

function holdsStill(model: Model, stay: Stay, quote: Quote): boolean {
  const payment = model.payments.get(quote.payment ?? '')
  if (payment !== undefined && payment.state !== 'paid') return false
  // Parts that were counted when it was named may have gone back since.
  if (coveredOf(model, stay) < quote.price) return false
  if (isUntrusted(model) || model.now < quote.expires) return true
  return payment !== undefined && model.now - 2000 <= payment.lastPaid + EXIT_GRACE
}
