/**
 * What a car park is, in plain data and without a line of the product: who has which bay when, which deadline runs out
 * at which millisecond, what is owed and what was paid. All instants are ms of business time, all money minor units.
 */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** The site of the model stands in India, which knows no other offset. */
const OFFSET = 5.5 * HOUR

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
  /** When it was last given another bay than it had; null where it never was. */
  baySince: number | null
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
  /** From when on it has its bay by plan; to come only where a clock was set back since. */
  busyFrom: number
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
/** The time of day, in ms since the site's midnight, and that midnight. */
export const timeOfDay = (at: number) => (at + OFFSET) % DAY
export const midnight = (at: number) => at - timeOfDay(at)

export function openPaymentOf(model: Model, of: 'booking' | 'stay', id: string): Payment | undefined {
  return [...model.payments.values()].find((payment) => payment[of] === id && isOpen(payment))
}

export function paymentsOf(model: Model, of: 'booking' | 'stay', id: string): readonly Payment[] {
  return [...model.payments.values()].filter((payment) => payment[of] === id)
}
