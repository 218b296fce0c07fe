import * as v from 'valibot'
import { IdempotencyHeaders, StaffBooking } from '../booking-schemas.ts'
import { BayClass, Id, Instant, Phone, Plate } from '../fields.ts'
import { ReasonText } from '../payment-schemas.ts'
import type { RouteTable } from '../route.ts'
import { ExitQuote, Lot, ParkedStay, SearchAnswer, Stay, Waiting } from '../stay-schemas.ts'
import { ById, Pin, staff } from './fields.ts'

/** The attendant's day: the lot, cars in and out, the waitlist. */
export const lotRoutes = {
  'GET /api/v1/lot': {
    summary: 'The live map: every bay as it is now, and what needs looking at',
    access: { staff },
    status: 200,
    response: Lot,
  },
  'GET /api/v1/search': {
    summary:
      'All that a plate, a ticket or a reference can mean: cars, bookings, washes, the waitlist, permits, receipts, however old; one wrong or swapped character is forgiven for those of these days',
    access: { staff },
    query: v.strictObject({ q: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
    status: 200,
    response: SearchAnswer,
  },
  'GET /api/v1/stays': {
    summary: 'The cars that are in the car park, longest first',
    access: { staff },
    status: 200,
    response: v.object({ server_time: Instant, stays: v.array(Stay) }),
  },
  'POST /api/v1/stays': {
    summary: 'A walk-in: a ticket for a car that stands at the gate; any free bay of the class unless one is named',
    access: { staff },
    headers: IdempotencyHeaders,
    body: v.strictObject({
      plate: Plate,
      phone: v.optional(Phone),
      /** A car when neither is said. */
      bay_class: v.optional(BayClass),
      bay_id: v.optional(Id),
    }),
    status: 201,
    response: ParkedStay,
  },
  'GET /api/v1/stays/{id}': {
    summary: 'One car',
    access: { staff },
    params: ById,
    status: 200,
    response: Stay,
  },
  'POST /api/v1/stays/{id}/exit-quotes': {
    summary: 'What the car owes if it leaves now; frozen until it expires',
    access: { staff },
    params: ById,
    body: v.nullish(
      v.strictObject({
        lost_ticket: v.optional(v.boolean()),
        /** Lets the car leave at another time than now, because the clock or the gate failed; with the PIN and a reason. */
        left_at: v.optional(Instant),
        reason: v.optional(ReasonText),
        pin: v.optional(Pin),
      }),
    ),
    status: 201,
    response: ExitQuote,
  },
  'POST /api/v1/stays/{id}/exit': {
    summary: 'The car leaves; everything due must be paid',
    access: { staff },
    params: ById,
    status: 200,
    response: Stay,
  },
  'POST /api/v1/stays/{id}/move': {
    summary: 'The car stands in another bay',
    access: { staff },
    params: ById,
    body: v.strictObject({ bay_id: Id }),
    status: 200,
    response: Stay,
  },
  'POST /api/v1/stays/{id}/correct-entry': {
    summary: 'Correct the time of entry, with a reason and the PIN; the first time stays on record',
    access: { staff },
    params: ById,
    body: v.strictObject({ entered_at: Instant, reason: ReasonText, pin: Pin }),
    status: 200,
    response: Stay,
  },
  'POST /api/v1/stays/{id}/void': {
    summary: 'The ticket was a mistake; with a reason and the PIN',
    access: { staff },
    params: ById,
    body: v.strictObject({ reason: ReasonText, pin: Pin }),
    status: 200,
    response: Stay,
  },
  'POST /api/v1/bookings/{id}/move': {
    summary: 'Give a booking another bay',
    access: { staff },
    params: ById,
    body: v.strictObject({ bay_id: Id }),
    status: 200,
    response: StaffBooking,
  },
  'POST /api/v1/bays/{id}/block': {
    summary: 'Keep a bay free for maintenance, until a time or until it is unblocked',
    access: { staff },
    params: ById,
    body: v.strictObject({ reason: ReasonText, until: v.optional(Instant) }),
    status: 204,
  },
  'POST /api/v1/bays/{id}/unblock': {
    summary: 'The bay can be used again',
    access: { staff },
    params: ById,
    status: 204,
  },
  'GET /api/v1/waitlist': {
    summary: 'Who is waiting for a bay, longest first',
    access: { staff },
    status: 200,
    response: v.object({ server_time: Instant, waiting: v.array(Waiting) }),
  },
  'POST /api/v1/waitlist': {
    summary: 'Put a car on the waitlist',
    access: { staff },
    body: v.strictObject({ plate: Plate, phone: v.optional(Phone), bay_class: BayClass }),
    status: 201,
    response: Waiting,
  },
  'POST /api/v1/waitlist/{id}/serve': {
    summary: 'Give the car the bay that has become free: makes its walk-in ticket',
    access: { staff },
    params: ById,
    status: 201,
    response: ParkedStay,
  },
  'POST /api/v1/waitlist/{id}/return': {
    summary: 'Put a car that was taken off the waitlist just now back to its place',
    access: { staff },
    params: ById,
    status: 200,
    response: Waiting,
  },
  'DELETE /api/v1/waitlist/{id}': {
    summary: 'The car does not wait any more',
    access: { staff },
    params: ById,
    status: 204,
  },
} as const satisfies RouteTable
