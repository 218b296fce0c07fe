import * as v from 'valibot'
import { bookingStates } from '../booking/booking-states.ts'
import { BayClass, CalendarDate, Id, Instant, Money, Phone, Plate } from './fields.ts'
import { ParkingBookingRequest } from './parking-schemas.ts'

export const DateWindow = v.object({ min_date: CalendarDate, max_date: CalendarDate })
export type DateWindow = v.InferOutput<typeof DateWindow>

export const SlotState = v.picklist(['past', 'full', 'closed', 'open'])
export type SlotState = v.InferOutput<typeof SlotState>

export const WashSlot = v.object({
  start: Instant,
  end: Instant,
  /** Time of day on the site's clock; carries the offset where a clock change makes the time ambiguous. */
  label: v.string(),
  state: SlotState,
  /** Wash bays still free for this slot. */
  remaining: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Why a closed slot is closed. */
  closed_because: v.optional(v.picklist(['lead_time', 'closure'])),
})
export type WashSlot = v.InferOutput<typeof WashSlot>

export const WashAvailability = v.object({
  server_time: Instant,
  date: CalendarDate,
  window: DateWindow,
  /** How long before its start a slot can still be booked, in minutes. */
  lead_minutes: v.number(),
  slots: v.array(WashSlot),
})
export type WashAvailability = v.InferOutput<typeof WashAvailability>

export const WashBookingRequest = v.strictObject({
  kind: v.literal('wash'),
  service_id: Id,
  start: Instant,
  plate: Plate,
  phone: v.optional(Phone),
})
export type WashBookingRequest = v.InferOutput<typeof WashBookingRequest>

export const BookingRequest = v.variant('kind', [WashBookingRequest, ParkingBookingRequest])
export type BookingRequest = v.InferOutput<typeof BookingRequest>

export const IdempotencyHeaders = v.object({
  'idempotency-key': v.optional(
    v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 visible ASCII characters')),
  ),
})

export const BookingState = v.picklist(bookingStates)

const bookingEntries = {
  id: Id,
  /** Short and speakable, for the counter: `W-7KQ4`. */
  reference: v.string(),
  kind: v.picklist(['wash', 'parking']),
  state: BookingState,
  start: Instant,
  end: Instant,
  /** When a hold runs out; null once it is confirmed or gone. */
  hold_expires_at: v.nullable(Instant),
  /** When a confirmed booking must be paid at the counter; null where nothing is due. */
  payment_expires_at: v.nullable(Instant),
  resource: v.object({ id: Id, label: v.string() }),
  service: v.nullable(v.object({ id: Id, name: v.string() })),
  /** Of a parking booking, the class that it was priced by. */
  bay_class: v.nullable(BayClass),
  plate: v.string(),
  price: Money,
}

export const Booking = v.object(bookingEntries)
export type Booking = v.InferOutput<typeof Booking>

/** The answer to a new booking: the only time that the manage token is told. */
export const NewBooking = v.object({ ...bookingEntries, manage_token: v.string() })
export type NewBooking = v.InferOutput<typeof NewBooking>

/** What the counter sees of a booking beyond what the customer sees. */
export const StaffBooking = v.object({
  ...bookingEntries,
  phone: v.nullable(v.string()),
  created_at: Instant,
  made_by: v.string(),
  /** What was paid and not given back, by the last method used. */
  paid: v.nullable(v.object({ method: v.string(), amount: Money, at: Instant })),
  /** The payment that is open or was last made; null while nothing is due. */
  payment_id: v.nullable(Id),
})
export type StaffBooking = v.InferOutput<typeof StaffBooking>
