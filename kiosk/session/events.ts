import type { Booking, NewBooking, WashAvailability, WashSlot } from '../../src-shared/api/booking-schemas.ts'
import type { WashService } from '../../src-shared/api/site-schemas.ts'
import type { Failure } from './session.ts'

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
  | { readonly type: 'begin' }
  | { readonly type: 'service_chosen'; readonly service: WashService }
  | { readonly type: 'date_chosen'; readonly date: string }
  | { readonly type: 'slot_chosen'; readonly slot: WashSlot }
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
  | { readonly type: 'taken'; readonly booking: NewBooking }
  | { readonly type: 'told'; readonly booking: Booking }
  | { readonly type: 'refused'; readonly failure: Failure }
  // Time
  | { readonly type: 'hold_ran_out' }
  | { readonly type: 'walked_away' }

export type EventType = SessionEvent['type']
export type EventOf<T extends EventType> = Extract<SessionEvent, { type: T }>
