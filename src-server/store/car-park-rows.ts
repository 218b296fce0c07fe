import type { BayClass } from '../../src-shared/api/fields.ts'
import type { StayState } from '../../src-shared/stay/stay-states.ts'
import type { WashJobState } from '../../src-shared/wash/wash-job-states.ts'
import type { Ms } from './basics.ts'

/** A version of the tariff; never changed, never deleted. The one in force is the last whose `validFrom` has come. */
export interface TariffVersionRow {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly validFrom: Ms
  /** A `TariffPlan` as JSON; read through its schema. */
  readonly plan: string
  readonly createdAt: Ms
  readonly createdBy: string
}

/** A price that the server has named, frozen with how it came about. */
export interface QuoteRow {
  readonly id: string
  readonly purpose: 'booking' | 'exit'
  readonly tariffVersionId: string
  readonly bayClass: BayClass
  readonly fromAt: Ms
  readonly toAt: Ms
  readonly amountMinor: number
  readonly currency: string
  /** A `Breakdown` as JSON; read through its schema. */
  readonly breakdown: string
  readonly createdAt: Ms
  readonly expiresAt: Ms
}

/** Who may park without paying, by plate, in [validFrom, validTo). */
export interface PermitRow {
  readonly id: string
  readonly plate: string
  readonly holder: string
  /** Null where it holds for bays of every class. */
  readonly bayClass: BayClass | null
  readonly validFrom: Ms
  readonly validTo: Ms
  readonly revokedAt: Ms | null
  readonly revokedReason: string | null
}

/** A car in the car park, by booking or as a walk-in. */
export interface StayRow {
  readonly id: string
  /** Short and speakable, on the ticket: `P-7KQ4X`. */
  readonly ticket: string
  readonly bookingId: string | null
  readonly resourceId: string
  readonly bayClass: BayClass
  readonly plate: string
  readonly phone: string | null
  readonly state: StayState
  /** What the price goes by; a correction moves it, and `recordedEnteredAt` keeps what was first written down. */
  readonly enteredAt: Ms
  readonly recordedEnteredAt: Ms
  /** The end of what was booked and paid for; null for a walk-in. */
  readonly bookedUntil: Ms | null
  /** When somebody else had booked its bay, as the gate was told; null where nobody had, or not so soon. */
  readonly bayBookedFrom: Ms | null
  readonly exitedAt: Ms | null
  readonly lostTicket: boolean
  /** When staff were told that it has outstayed its booking, so that they are told once. */
  readonly overstayToldAt: Ms | null
  readonly tariffVersionId: string
  readonly permitId: string | null
  /** The quote that the car was last given on its way out. */
  readonly exitQuoteId: string | null
  readonly madeBy: string
}

/** A stay with the names that a screen shows beside it. */
export interface StayView extends StayRow {
  readonly bayLabel: string
  /** The class of the bay that it stands in, which need not be the one it is priced by. */
  readonly bayOwnClass: BayClass | null
  readonly bookingReference: string | null
  readonly permitHolder: string | null
}

export interface WashJobRow {
  readonly id: string
  readonly bookingId: string
  readonly state: WashJobState
  /** Its place among the jobs of its column, smallest first. */
  readonly position: number
  readonly queuedAt: Ms | null
  readonly startedAt: Ms | null
  /** When the work was done, before it was checked. */
  readonly finishedAt: Ms | null
  readonly readyAt: Ms | null
  readonly collectedAt: Ms | null
  /** The booking whose bay this wash keeps too long, once staff were told of it, so that they are told once. */
  readonly toldBookingId: string | null
}

/** A wash job with what its booking and its service say. */
export interface WashJobView extends WashJobRow {
  readonly reference: string
  readonly plate: string
  readonly phone: string | null
  readonly resourceId: string
  readonly bayLabel: string
  readonly serviceId: string
  readonly serviceName: string
  readonly cleanupMinutes: number
  /** What was booked; the work is planned to take from the one to the other. */
  readonly startsAt: Ms
  readonly endsAt: Ms
  /** Until when its bay is kept for it, clean-up included; null once it is given back. */
  readonly busyTo: Ms | null
}

export interface WaitlistRow {
  readonly id: string
  readonly bayClass: BayClass
  readonly plate: string
  readonly phone: string | null
  readonly state: 'waiting' | 'offered' | 'served' | 'left'
  readonly createdAt: Ms
  readonly offeredAt: Ms | null
  readonly closedAt: Ms | null
  readonly madeBy: string
}

export interface TariffQueries {
  /** All versions, newest first. */
  tariffVersions(): Promise<readonly TariffVersionRow[]>
  tariffVersion(id: string): Promise<TariffVersionRow | undefined>
  /** The version in force at an instant: the last whose `validFrom` has come, by number where two begin together. */
  tariffAt(at: Ms): Promise<TariffVersionRow | undefined>
  quote(id: string): Promise<QuoteRow | undefined>
  /** Every permit, the one that ends last first. */
  permits(): Promise<readonly PermitRow[]>
  permit(id: string): Promise<PermitRow | undefined>
  /** Permits of a plate that are not revoked and hold at some instant of [from, to). */
  permitsBetween(plate: string, from: Ms, to: Ms): Promise<readonly PermitRow[]>
  /**
   * A permit of the plate that holds at an instant.
   * @param bayClass only one that holds for bays of this class
   */
  permitFor(plate: string, at: Ms, bayClass?: BayClass): Promise<PermitRow | undefined>
}

export interface TariffWrites {
  insertTariffVersion(row: TariffVersionRow): Promise<void>
  insertQuote(row: QuoteRow): Promise<void>
  insertPermit(row: PermitRow): Promise<void>
  /** @returns false when it was revoked already; nothing is written then */
  revokePermit(id: string, at: Ms, reason: string): Promise<boolean>
}

export interface StayQueries {
  stay(id: string): Promise<StayView | undefined>
  stayOfBooking(bookingId: string): Promise<StayView | undefined>
  /** Every car that is in the car park now. */
  parkedStays(): Promise<readonly StayView[]>
  /** The bays in which a car stands, by their ids. */
  standingBays(): Promise<readonly string[]>
  /** Cars that have left within [from, to), the last first. */
  exitedStays(from: Ms, to: Ms): Promise<readonly StayView[]>
  waitlist(id: string): Promise<WaitlistRow | undefined>
  /** Who is waiting for a bay, or has been offered one, longest first. */
  openWaitlist(): Promise<readonly WaitlistRow[]>
}

export interface StayWrites {
  /** @returns false when the ticket is in use already; nothing is written then */
  insertStay(row: StayRow): Promise<boolean>
  updateStay(
    id: string,
    change: Partial<
      Pick<
        StayRow,
        | 'state'
        | 'bookingId'
        | 'resourceId'
        | 'enteredAt'
        | 'exitedAt'
        | 'lostTicket'
        | 'overstayToldAt'
        | 'tariffVersionId'
        | 'exitQuoteId'
      >
    >,
  ): Promise<void>
  insertWaitlist(row: WaitlistRow): Promise<void>
  updateWaitlist(id: string, change: Pick<WaitlistRow, 'state' | 'offeredAt' | 'closedAt'>): Promise<void>
}

export interface WashJobQueries {
  washJob(id: string): Promise<WashJobView | undefined>
  washJobOfBooking(bookingId: string): Promise<WashJobView | undefined>
  /** The washes whose cars are here, from the queue to ready, in the order of their positions. */
  openWashJobs(): Promise<readonly WashJobView[]>
  /** The washes that were booked to start within [from, to), in whatever state they are. */
  washJobsStarting(from: Ms, to: Ms): Promise<readonly WashJobView[]>
  /** How long the last washes of a service really took, in ms, newest first. */
  washDurations(serviceId: string, limit: number): Promise<readonly number[]>
}

export interface WashJobWrites {
  insertWashJob(row: WashJobRow): Promise<void>
  updateWashJob(id: string, change: Partial<Omit<WashJobRow, 'id' | 'bookingId'>>): Promise<void>
}
