/**
 * What a car park is, in plain data and without a line of the product: who has which bay when, which deadline runs out
 * at which millisecond, what is owed and what was paid. All instants are ms of business time, all money minor units.
 */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** The site of the model stands in India, which knows no other offset. */
const OFFSET = 5.5 * HOUR
const HOLD = 5 * MINUTE
const PAY = 15 * MINUTE
export const EXIT_GRACE = 10 * MINUTE
const NO_SHOW = { wash: 20 * MINUTE, parking: 120 * MINUTE }
/** A car is taken to stand where it stands for so long, and its bay is looked to so long before its time is over. */
const STANDING = 15 * MINUTE
const NEARLY_OVER = 5 * MINUTE

export type Method = 'cash' | 'card' | 'upi'

export interface Bay {
  readonly id: string
  readonly kind: 'bay' | 'wash_bay'
  readonly bayClass: string | null
}

export interface Span {
  from: number
  to: number
}

export interface Booking {
  readonly id: string
  readonly token: string
  readonly kind: 'wash' | 'parking'
  readonly bayClass: string | null
  readonly service: string | null
  readonly plate: string
  readonly start: number
  readonly end: number
  readonly price: number
  readonly created: number
  state: string
  bay: string
  /** For how long it has its bay, buffers included. */
  busy: Span
  holdUntil: number | null
  payUntil: number | null
  job: string | null
  followed: boolean
}

export interface Stay {
  readonly id: string
  readonly plate: string
  readonly bayClass: string
  readonly booking: string | null
  readonly bookedUntil: number | null
  state: string
  bay: string
  busyTo: number
  entered: number
  /** When it left; null while it is here, and where its ticket was voided. */
  exited: number | null
  recorded: number
  lost: boolean
  /** What was last asked for on the way out; null where nothing was, or it is void. */
  quote: Quote | null
}

export interface Quote {
  readonly payment: string | null
  /** The whole price, of which a part may have been paid before. */
  readonly price: number
  readonly at: number
  readonly created: number
  expires: number
}

export interface Payment {
  readonly id: string
  readonly booking: string | null
  readonly stay: string | null
  readonly created: number
  state: string
  gross: number
  discount: number
  paid: number
  refunded: number
  expires: number | null
  receipted: boolean
  /** Whether all of it was paid once; discounts then count as paid. */
  whole: boolean
  /** Each part that was taken, as late money moves them one by one. */
  parts: { readonly amount: number; readonly method: Method }[]
  /** How often something of it went back. */
  refunds: number
  lastPaid: number
}

export interface Shift {
  readonly id: string
  readonly number: number
  float: number
  in: Record<Method, number>
  out: Record<Method, number>
  cashIn: number
  cashOut: number
  opens: number
  receipts: number
  credits: number
}

export interface Model {
  now: number
  /** The instant of the last decision: whatever was overdue by then has happened, and nothing that was not. */
  decided: number
  clock: 'provisional' | 'trusted' | 'guarded' | 'rollback' | 'forward_suspect'
  /** How far the machine's clock is ahead of business time. */
  wallAhead: number
  epochSince: number
  /** Who runs the place, and takes over shifts from himself. */
  readonly owner: string
  readonly bays: readonly Bay[]
  readonly bookings: Map<string, Booking>
  readonly stays: Map<string, Stay>
  readonly payments: Map<string, Payment>
  readonly blocks: Map<string, Span & { readonly id: string }>
  /** Clean-up after washes that are over, and whatever else keeps a bay without a booking or a car that is live. */
  leftovers: { readonly bay: string; readonly span: Span }[]
  readonly waiting: Map<
    string,
    { readonly id: string; readonly plate: string; readonly bayClass: string; open: boolean }
  >
  shift: Shift | null
  shifts: number
  receipts: number
  credits: number
  prints: Map<string, number>
  deadlines: number
}

export function newModel({ now, owner, bays }: Pick<Model, 'now' | 'owner' | 'bays'>): Model {
  return {
    now,
    decided: now,
    clock: 'provisional',
    wallAhead: 0,
    epochSince: now,
    owner,
    bays,
    bookings: new Map(),
    stays: new Map(),
    payments: new Map(),
    blocks: new Map(),
    leftovers: [],
    waiting: new Map(),
    shift: null,
    shifts: 0,
    receipts: 0,
    credits: 0,
    prints: new Map(),
    deadlines: 0,
  }
}

export function newShift(id: string, number: number, float: number): Shift {
  const nothing = () => ({ cash: 0, card: 0, upi: 0 })
  return {
    id,
    number,
    float,
    in: nothing(),
    out: nothing(),
    cashIn: 0,
    cashOut: 0,
    opens: 0,
    receipts: 0,
    credits: 0,
  }
}

export const isUntrusted = ({ clock }: Model) => clock === 'rollback' || clock === 'forward_suspect'
export const isOpen = ({ state }: Payment) => state === 'due' || state === 'pending'
export const leftOf = ({ gross, discount, paid }: Payment) => gross - discount - paid
export const keptOf = ({ paid, refunded }: Payment) => paid - refunded
export const holdDeadline = (at: number) => at + HOLD
export const payDeadline = (at: number) => at + PAY
export const quoteDeadline = (at: number) => at + EXIT_GRACE
/** The time of day, in ms since the site's midnight, and that midnight. */
export const timeOfDay = (at: number) => (at + OFFSET) % DAY
export const midnight = (at: number) => at - timeOfDay(at)

export function openPaymentOf(model: Model, of: 'booking' | 'stay', id: string): Payment | undefined {
  return [...model.payments.values()].find((payment) => payment[of] === id && isOpen(payment))
}

export function paymentsOf(model: Model, of: 'booking' | 'stay', id: string): readonly Payment[] {
  return [...model.payments.values()].filter((payment) => payment[of] === id)
}

/** What happens by itself at a decision: each deadline to the millisecond, and never while nobody vouches for the time. */
export function settle(model: Model): void {
  model.decided = model.now
  if (isUntrusted(model)) return
  for (const booking of model.bookings.values()) {
    const deadline = { held: booking.holdUntil, awaiting_payment: booking.payUntil }[booking.state] ?? null
    if (deadline !== null && deadline <= model.now) {
      booking.state = 'expired'
      closePayment(model, 'booking', booking.id, 'expired')
      model.deadlines += 1
    } else if (booking.state === 'confirmed' && missedAt(model, booking) <= model.now) {
      booking.state = 'no_show'
      if (booking.job !== null) booking.job = 'no_show'
      model.deadlines += 1
    }
  }
  for (const payment of model.payments.values()) {
    if (payment.stay === null || !isOpen(payment) || payment.expires === null || payment.expires > model.now) continue
    payment.state = 'expired'
    model.deadlines += 1
  }
}

/** A car that another kept out of its bay has its time from when that one left; of its whole time, and it is none. */
function missedAt(model: Model, { kind, bay, start, end }: Booking): number {
  const missed = Math.min(end, start + NO_SHOW[kind])
  if (kind === 'wash') return missed
  if (parked(model).some((stay) => stay.bay === bay)) return Infinity
  const left = Math.max(start, ...[...model.stays.values()].map((stay) => (stay.bay === bay ? (stay.exited ?? 0) : 0)))
  if (left === start) return missed
  return left >= end ? Infinity : Math.max(missed, left + NO_SHOW[kind])
}

export function closePayment(model: Model, of: 'booking' | 'stay', id: string, to: 'expired' | 'void'): void {
  const payment = openPaymentOf(model, of, id)
  if (payment !== undefined) payment.state = to
}

/** The deadlines that are to come, for whoever wants to stand on one, or one millisecond beside it. */
export function deadlinesOf(model: Model): readonly number[] {
  const ofBookings = [...model.bookings.values()].map((booking) => {
    if (booking.state === 'held') return booking.holdUntil
    if (booking.state === 'awaiting_payment') return booking.payUntil
    return booking.state === 'confirmed' ? missedAt(model, booking) : null
  })
  const ofPayments = [...model.payments.values()].map((one) => (one.stay !== null && isOpen(one) ? one.expires : null))
  const ofQuotes = parked(model).map(({ quote }) => quote?.expires ?? null)
  return [...ofBookings, ...ofPayments, ...ofQuotes].filter(
    (at) => at !== null && at > model.now && at < Infinity,
  ) as number[]
}

const liveBooking = new Set(['held', 'awaiting_payment', 'confirmed'])

export function isToCome({ state }: Booking): boolean {
  return liveBooking.has(state)
}

/** Whether a wash that has begun keeps its bay by a plan that only the board knows. */
export const isAtWash = ({ kind, state }: Booking) => kind === 'wash' && state === 'checked_in'

export const parked = (model: Model) => [...model.stays.values()].filter(({ state }) => state === 'parked')

/** Who has a bay, when: [from, to). `own` is left out. */
export function takenSpans(model: Model, bay: string, own?: string): readonly Span[] {
  const spans: Span[] = []
  for (const one of model.bookings.values()) {
    if (one.bay === bay && one.id !== own && (isToCome(one) || isAtWash(one))) spans.push(one.busy)
  }
  for (const stay of parked(model)) {
    if (stay.bay !== bay || stay.id === own) continue
    spans.push({ from: -Infinity, to: Math.max(stay.busyTo, model.now + STANDING) })
  }
  const block = model.blocks.get(bay)
  if (block !== undefined) spans.push(block)
  for (const left of model.leftovers) if (left.bay === bay) spans.push(left.span)
  return spans
}

export function isFree(model: Model, bay: string, { from, to }: Span, own?: string): boolean {
  return !takenSpans(model, bay, own).some((span) => span.from < to && span.to > from)
}

export const carIn = (model: Model, bay: string) => parked(model).find((stay) => stay.bay === bay)
export const carOf = (model: Model, plate: string) => parked(model).find((stay) => stay.plate === plate)
export const ofClass = (model: Model, bayClass: string) => model.bays.filter((bay) => bay.bayClass === bayClass)

/** Whether a car's planned time is nearly over, so that bookings may give way to it by the next decision. */
export function mayShift(model: Model): boolean {
  return !isUntrusted(model) && parked(model).some(({ busyTo }) => busyTo <= model.now + NEARLY_OVER)
}
