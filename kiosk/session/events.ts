import type { Booking, NewBooking, WashAvailability, WashSlot } from '../../src-shared/api/booking-schemas.ts'
import type { BayClass } from '../../src-shared/api/fields.ts'
import type { ParkingAvailability } from '../../src-shared/api/parking-schemas.ts'
import type { WashService } from '../../src-shared/api/site-schemas.ts'
import type { Bay, Failure, Purpose, Stay } from './session.ts'

/** Everything that can happen to a session: what the customer does, what the server answers, what time brings. */
export type SessionEvent =
  // The kiosk itself
  | { readonly type: 'admitted' }
  | { readonly type: 'start_failed'; readonly failure: Failure }
  | { readonly type: 'start_again' }
  | { readonly type: 'unpaired' }
  | { readonly type: 'code_entered'; readonly code: string }
  | { readonly type: 'paired' }
  | { readonly type: 'pairing_failed'; readonly failure: Failure }
  // The customer
  /** Without a purpose, the customer is asked for it. */
  | { readonly type: 'begin'; readonly purpose?: Purpose }
  | { readonly type: 'purpose_chosen'; readonly purpose: Purpose }
  /** With the day that most come on, whose times are shown at once; without, the customer is asked for it. */
  | { readonly type: 'service_chosen'; readonly service: WashService; readonly date?: string }
  | { readonly type: 'date_chosen'; readonly date: string }
  | { readonly type: 'slot_chosen'; readonly slot: WashSlot }
  /** With when most come; without, the customer is asked for it. */
  | { readonly type: 'bay_class_chosen'; readonly bayClass: BayClass; readonly start?: string }
  | { readonly type: 'arrival_chosen'; readonly start: string }
  /** `offered`: with its price before the customer’s eyes, and a bay free. */
  | { readonly type: 'departure_chosen'; readonly end: string; readonly offered?: boolean }
  | { readonly type: 'other_time'; readonly date: string }
  | { readonly type: 'other_day' }
  /** Not as soon as possible. */
  | { readonly type: 'other_arrival' }
  /** Undefined is any free bay. */
  | { readonly type: 'bay_picked'; readonly bay: Bay | undefined }
  | { readonly type: 'bay_done' }
  /** Not any free bay: a certain one. */
  | { readonly type: 'other_bay' }
  | { readonly type: 'plate_typed'; readonly plate: string }
  | { readonly type: 'plate_done' }
  | { readonly type: 'phone_typed'; readonly phone: string }
  /** `key` is the Idempotency-Key of this try. */
  | { readonly type: 'submitted'; readonly key: string }
  | { readonly type: 'retried' }
  | { readonly type: 'confirm' }
  | { readonly type: 'give_back' }
  | { readonly type: 'choose_again' }
  | { readonly type: 'back' }
  | { readonly type: 'leave' }
  // The server
  | {
      readonly type: 'slots_arrived'
      readonly serviceId: string
      readonly date: string
      readonly availability: WashAvailability
    }
  | { readonly type: 'slots_missing'; readonly serviceId: string; readonly date: string; readonly failure: Failure }
  | { readonly type: 'arrival_refused'; readonly failure: Failure }
  | { readonly type: 'bays_arrived'; readonly stay: Stay; readonly availability: ParkingAvailability }
  | { readonly type: 'bays_missing'; readonly stay: Stay; readonly failure: Failure }
  | { readonly type: 'taken'; readonly booking: NewBooking }
  | { readonly type: 'told'; readonly booking: Booking }
  | { readonly type: 'refused'; readonly failure: Failure }
  // Time
  | { readonly type: 'hold_ran_out' }
  | { readonly type: 'walked_away' }

export type EventType = SessionEvent['type']
export type EventOf<T extends EventType> = Extract<SessionEvent, { type: T }>
