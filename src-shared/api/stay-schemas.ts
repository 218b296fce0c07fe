import * as v from 'valibot'
import { Breakdown } from '../tariff/breakdown.ts'
import { BayState } from '../lot/bay-state.ts'
import { LotLayout } from '../lot/lot-layout.ts'
import { stayStates } from '../stay/stay-states.ts'
import { StaffBooking } from './booking-schemas.ts'
import { Permit } from './permit-schemas.ts'
import { ReceiptSummary } from './receipt-schemas.ts'
import { washJobStates } from '../wash/wash-job-states.ts'
import { BayClass, Id, Instant, Money } from './fields.ts'
import { Payment } from './payment-schemas.ts'

export const Stay = v.object({
  id: Id,
  ticket: v.string(),
  state: v.picklist(stayStates),
  plate: v.string(),
  phone: v.nullable(v.string()),
  bay: v.object({ id: Id, label: v.string(), bay_class: BayClass }),
  /** The class that it is priced by. */
  bay_class: BayClass,
  entered_at: Instant,
  /** Set where somebody corrected the entry: what was first written down. */
  first_entered_at: v.nullable(Instant),
  booked_until: v.nullable(Instant),
  exited_at: v.nullable(Instant),
  lost_ticket: v.boolean(),
  /** Past what was booked. */
  overstay: v.boolean(),
  booking: v.nullable(v.object({ id: Id, reference: v.string() })),
  permit_holder: v.nullable(v.string()),
})
export type Stay = v.InferOutput<typeof Stay>

/** The answer to a new ticket. */
export const ParkedStay = v.object({
  ...Stay.entries,
  /** A warning: somebody has booked the bay, from then on, within the time that a walk-in is expected to stay. */
  bay_booked_from: v.nullable(Instant),
})
export type ParkedStay = v.InferOutput<typeof ParkedStay>

/** What a car owes on its way out, good until it expires; then a new one is asked for. */
export const ExitQuote = v.object({
  stay: Stay,
  /** The instant that was priced: the time of leaving. */
  left_at: Instant,
  /** Paid by then the car may leave until then. Null when nothing runs out. */
  expires_at: v.nullable(Instant),
  /** What is left to pay: the price less what was paid for this stay before. */
  amount: Money,
  /** The price of the whole stay and how it came about, by the tariff that people call so. */
  breakdown: Breakdown,
  tariff: v.string(),
  /** Null when nothing is due: within the grace, on a permit, or all paid. */
  payment: v.nullable(Payment),
})
export type ExitQuote = v.InferOutput<typeof ExitQuote>

export const LotBay = v.object({
  id: Id,
  label: v.string(),
  kind: v.picklist(['bay', 'wash_bay']),
  bay_class: v.nullable(BayClass),
  state: BayState,
  plate: v.nullable(v.string()),
  /** Since when it is as it is, and until when as far as that is planned. */
  since: v.nullable(Instant),
  until: v.nullable(Instant),
  stay_id: v.nullable(Id),
  booking_id: v.nullable(Id),
  /** Why it is blocked. */
  note: v.nullable(v.string()),
  /** The next booking on it within the look-ahead. */
  next: v.nullable(v.object({ booking_id: Id, reference: v.string(), plate: v.string(), start: Instant })),
})
export type LotBay = v.InferOutput<typeof LotBay>

export const Lot = v.object({
  server_time: Instant,
  /** The plan as somebody drew it, or one made from the bays. */
  layout: LotLayout,
  bays: v.array(LotBay),
  /** Cars whose booked time is over, and bookings whose bay is not free for them: what somebody must look at. */
  conflicts: v.array(v.object({ booking: StaffBooking, stay_id: v.nullable(Id), bay: v.string() })),
})
export type Lot = v.InferOutput<typeof Lot>

export const Waiting = v.object({
  id: Id,
  plate: v.string(),
  phone: v.nullable(v.string()),
  bay_class: BayClass,
  state: v.picklist(['waiting', 'offered', 'served', 'left']),
  since: Instant,
  offered_at: v.nullable(Instant),
  /** When the bay is the next one's; null while none is offered. */
  offer_expires_at: v.nullable(Instant),
})
export type Waiting = v.InferOutput<typeof Waiting>

/** Everything that a plate, a ticket or a reference can mean, best match first. */
export const SearchAnswer = v.object({
  server_time: Instant,
  matches: v.array(
    v.object({
      /** `exact` and `part` are what was typed; `near` is one character off. */
      match: v.picklist(['exact', 'part', 'near']),
      stay: v.nullable(Stay),
      booking: v.nullable(StaffBooking),
      /** The wash of the booking, once there is one. */
      wash: v.nullable(v.object({ id: Id, state: v.picklist(washJobStates) })),
      waiting: v.nullable(Waiting),
      permit: v.nullable(Permit),
      receipt: v.nullable(ReceiptSummary),
    }),
  ),
})
export type SearchAnswer = v.InferOutput<typeof SearchAnswer>
