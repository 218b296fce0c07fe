import * as v from 'valibot'
import { washJobStates } from '../wash/wash-job-states.ts'
import { TimeUpdate } from '../protocol/time-socket.ts'
import {
  Booking,
  BookingRequest,
  IdempotencyHeaders,
  NewBooking,
  StaffBooking,
  WashAvailability,
} from './booking-schemas.ts'
import { LotLayout } from '../lot/lot-layout.ts'
import { BayClass, CalendarDate, ClockState, Id, Instant } from './fields.ts'
import { ParkingAvailability } from './parking-schemas.ts'
import { PaymentQr } from './payment-schemas.ts'
import type { RouteTable } from './route.ts'
import { Site } from './site-schemas.ts'

const ById = v.strictObject({ id: Id })
const staff = ['attendant', 'owner', 'admin'] as const

/** What a kiosk calls, and a customer's phone as well. A tablet's page carries this table and no other. */
export const kioskRoutes = {
  'GET /healthz': {
    summary: 'Liveness: the process answers',
    access: { public: 'anyone', staff: 'anyone' },
    status: 200,
    response: v.object({ status: v.literal('ok') }),
  },
  'GET /readyz': {
    summary: 'Readiness: the store is open, and what the clock is worth',
    access: { public: 'anyone', staff: 'anyone' },
    status: 200,
    response: v.object({
      status: v.picklist(['ready', 'not_ready']),
      store: v.string(),
      clock_state: ClockState,
      /** There only where several servers share a site: `away` while they do not hear each other, and read instead. */
      bus: v.optional(v.picklist(['connected', 'away'])),
    }),
  },
  'GET /api/v1/time': {
    summary: 'The latest time_update',
    access: { public: 'anyone', staff: 'anyone' },
    status: 200,
    response: TimeUpdate,
  },
  'GET /api/v1/site': {
    summary: 'The site: name, zone, currency, window, hours, services, bay classes',
    access: { public: 'anyone', staff: 'anyone' },
    status: 200,
    response: Site,
  },
  'GET /api/v1/availability/wash': {
    summary: 'The slots of one service on one day, made by the server in the site’s zone',
    access: { public: 'kiosk', staff },
    query: v.strictObject({ service_id: Id, date: CalendarDate }),
    status: 200,
    response: WashAvailability,
  },
  'GET /api/v1/availability/parking': {
    summary: 'The bays of a class for an interval, and what it costs',
    access: { public: 'kiosk', staff },
    query: v.strictObject({ start: Instant, end: Instant, bay_class: v.optional(BayClass) }),
    status: 200,
    response: ParkingAvailability,
  },
  'GET /api/v1/lot/plan': {
    summary: 'The plan of the lot, without who stands where',
    access: { public: 'kiosk', staff },
    status: 200,
    response: LotLayout,
  },
  'POST /api/v1/bookings': {
    summary: 'Take a slot and hold it while the customer decides',
    access: { public: 'kiosk', staff },
    headers: IdempotencyHeaders,
    body: BookingRequest,
    status: 201,
    response: NewBooking,
  },
  'GET /api/v1/bookings/{id}': {
    summary: 'One booking; staff see who made it and its payment, too',
    access: { public: 'booking', staff },
    params: ById,
    status: 200,
    response: v.union([StaffBooking, Booking]),
  },
  'POST /api/v1/bookings/{id}/confirm': {
    summary: 'Turn a hold into a booking that is paid at the counter',
    access: { public: 'booking', staff },
    params: ById,
    status: 200,
    response: Booking,
  },
  'POST /api/v1/bookings/{id}/cancel': {
    summary: 'Give the slot back',
    access: { public: 'booking', staff },
    params: ById,
    status: 200,
    response: Booking,
  },
  'GET /api/v1/bookings/{id}/status': {
    summary: 'Where a booking stands, for the customer’s own phone: its wash, and how to pay for it',
    access: { public: 'booking', staff },
    params: ById,
    status: 200,
    response: v.object({
      server_time: Instant,
      site: v.string(),
      booking: Booking,
      wash_state: v.nullable(v.picklist(washJobStates)),
      /** When the car is likely to be ready, by how long such washes really take; null when nothing is under way. */
      ready_at: v.nullable(Instant),
      /** A UPI QR while something is due and the site takes UPI. */
      payment_qr: v.nullable(PaymentQr),
    }),
  },
  'POST /api/v1/devices/pair': {
    summary: 'Pair this kiosk by a one-time code; sets the device cookie',
    access: { public: 'anyone' },
    body: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(32)) }),
    status: 201,
    response: v.object({ device: v.object({ id: Id, name: v.string() }) }),
  },
  'GET /api/v1/devices/self': {
    summary: 'Who this kiosk is: its device, or null on a site with open kiosks',
    access: { public: 'kiosk' },
    status: 200,
    response: v.object({ device: v.nullable(v.object({ id: Id, name: v.string() })) }),
  },
} as const satisfies RouteTable
