import type { NewBooking, WashAvailability, WashSlot } from '../../src-shared/api/booking-schemas.ts'
import type { BayClass } from '../../src-shared/api/fields.ts'
import type { ParkingAvailability } from '../../src-shared/api/parking-schemas.ts'
import type { WashService } from '../../src-shared/api/site-schemas.ts'
import type { ErrorCode } from '../../src-shared/errors/error-codes.ts'

/** Why something did not work: the server's code, or that it could not be reached. */
export type Failure = ErrorCode | 'unreachable'

/** What the customer tells about themselves. Wiped when they leave. */
export interface Details {
  readonly plate: string
  readonly phone: string
}

/** What somebody comes for. */
export type Purpose = 'wash' | 'parking'

/** A wash as the customer has picked it. */
export interface WashChoice {
  readonly kind: 'wash'
  readonly service: WashService
  /** YYYY-MM-DD on the site's calendar. */
  readonly date: string
  readonly slot: WashSlot
}

export interface Bay {
  readonly id: string
  readonly label: string
}

/** When a bay of a class is wanted; instants, ISO 8601 with offset. */
export interface Stay {
  readonly bayClass: BayClass
  readonly start: string
  readonly end: string
}

/** A stay as the customer has picked it. */
export interface ParkingChoice extends Stay {
  readonly kind: 'parking'
  /** Any free bay of the class will do when undefined. */
  readonly bay: Bay | undefined
}

/** What the customer has picked. */
export type Choice = WashChoice | ParkingChoice

/** The slots of the chosen day, as far as they are known. */
export type Slots =
  | { readonly are: 'loading' }
  | { readonly are: 'here'; readonly availability: WashAvailability }
  | { readonly are: 'missing'; readonly failure: Failure }

/** The bays for the chosen stay, as far as they are known. */
export type Bays =
  | { readonly are: 'loading' }
  | { readonly are: 'here'; readonly availability: ParkingAvailability }
  | { readonly are: 'missing'; readonly failure: Failure }

/** Why a customer has no booking after all: the server's word, or their own. */
export type EndReason = 'hold_expired' | 'payment_expired' | 'cancelled' | 'given_back'

/** A slot or a bay that the server keeps for this customer until the hold runs out. */
interface Hold {
  readonly choice: Choice
  readonly details: Details
  readonly booking: NewBooking
}

interface MayCarryNotice {
  /** What the server refused just now, said at the top of the screen that mends it. */
  readonly notice?: Failure
}

/** Where the kiosk is. One state is one screen; what a state needs is in it, and nothing else is. */
export type Session =
  /** Asks who it is; `code` is tried when it turns out to be nobody, `failure` is why the last asking failed. */
  | { readonly at: 'starting'; readonly asking: boolean; readonly code?: string; readonly failure?: Failure }
  | { readonly at: 'unpaired'; readonly failure?: Failure }
  | { readonly at: 'pairing'; readonly code: string }
  | { readonly at: 'attract' }
  /** Park or wash? Asked only where there are both. */
  | { readonly at: 'purpose'; readonly details: Details }
  // A wash: what, which day, when
  | ({ readonly at: 'service'; readonly details: Details } & MayCarryNotice)
  | ({ readonly at: 'date'; readonly service: WashService; readonly details: Details } & MayCarryNotice)
  | ({
      readonly at: 'slot'
      readonly service: WashService
      readonly date: string
      readonly slots: Slots
      readonly details: Details
    } & MayCarryNotice)
  // Parking: what for, from when, until when, where
  | ({ readonly at: 'bay_class'; readonly details: Details } & MayCarryNotice)
  | ({ readonly at: 'arrive' } & Arriving & MayCarryNotice)
  | ({ readonly at: 'arrive_day' } & Arriving)
  | ({ readonly at: 'arrive_time'; readonly date: string } & Arriving)
  | ({ readonly at: 'leave' } & Leaving & MayCarryNotice)
  | ({ readonly at: 'leave_day' } & Leaving)
  | ({ readonly at: 'leave_time'; readonly date: string } & Leaving)
  | ({
      readonly at: 'bay'
      readonly stay: Stay
      readonly bays: Bays
      /** The bay that the customer wants; any free one when undefined. */
      readonly bay: Bay | undefined
      /** The label of a bay that they wanted, and that somebody else has taken meanwhile. */
      readonly gone?: string
      readonly details: Details
    } & MayCarryNotice)
  // Both
  | ({ readonly at: 'plate'; readonly choice: Choice; readonly details: Details } & MayCarryNotice)
  | ({ readonly at: 'phone'; readonly choice: Choice; readonly details: Details } & MayCarryNotice)
  /** The booking is asked for. `key` stays the same for each retry, so that a lost answer cannot book twice. */
  | {
      readonly at: 'taking'
      readonly choice: Choice
      readonly details: Details
      readonly key: string
      readonly answer: 'awaited' | 'lost'
    }
  | ({ readonly at: 'held' } & Hold & MayCarryNotice)
  | ({ readonly at: 'confirming' } & Hold)
  /** The clock says that the hold may be over, or an answer was lost: the server is asked what is so. */
  | ({ readonly at: 'settling' } & Hold)
  | ({ readonly at: 'ended'; readonly why: EndReason } & Pick<Hold, 'choice' | 'details'>)
  | { readonly at: 'booked'; readonly booking: NewBooking }

interface Arriving {
  readonly bayClass: BayClass
  readonly details: Details
}

interface Leaving extends Arriving {
  /** When the customer comes. */
  readonly start: string
}

export type Place = Session['at']
export type SessionAt<P extends Place> = Extract<Session, { at: P }>

export const noDetails: Details = { plate: '', phone: '' }

/** Where the customer pressed to have a slot or a bay: after the phone number, where they typed one. */
export function pressedAt({ phone }: Details): 'plate' | 'phone' {
  return phone === '' ? 'plate' : 'phone'
}

/** The hold that a session keeps, if it keeps one. */
export function holdOf(session: Session): NewBooking | undefined {
  return 'booking' in session && session.at !== 'booked' ? session.booking : undefined
}
