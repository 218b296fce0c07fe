import type { BayClass } from '../../src-shared/api/fields.ts'
import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { ExceptionKind, LostOutcome } from '../../src-shared/api/report-schemas.ts'
import type { ReceiptRow, ShiftRow, TenderRow } from './money-rows.ts'
import type { Ms, ServiceKind } from './basics.ts'

/**
 * A stretch of a report's period, [from, to), in which the site's clock keeps one distance from UTC. What is grouped
 * within it is grouped by the site's own hours: `localHour` counts hours of the site's clock since 1970 on that clock.
 */
export interface Piece {
  readonly from: Ms
  readonly to: Ms
  /** Local time minus UTC, in ms. */
  readonly offsetMs: number
}

export interface TenderSum {
  readonly localHour: number
  readonly kind: TenderRow['kind']
  readonly method: PaymentMethod
  readonly service: ServiceKind
  readonly count: number
  readonly amountMinor: number
}

export interface ReceiptSum {
  readonly localHour: number
  readonly series: ReceiptRow['series']
  readonly count: number
  readonly totalMinor: number
  /** What was taken off the prices of these receipts; 0 for credit notes. */
  readonly discountsMinor: number
  readonly taxMinor: number
}

/** Cars that came or went, by the class of their bay. */
export interface CarSum {
  readonly localHour: number
  readonly bayClass: BayClass
  readonly count: number
  /** Σ (instant − the piece's beginning), in ms. */
  readonly sinceFromMs: number
}

/** Stays that ended. */
export interface StaySum {
  readonly bayClass: BayClass
  readonly count: number
  readonly lastedMs: number
  readonly booked: number
  readonly permits: number
  readonly overstays: number
  readonly lostTickets: number
}

/** Washes whose work was finished. Sums go over those whose both ends are known. */
export interface WashSum {
  /** Days of the site's clock since 1970-01-01. */
  readonly localDay: number
  readonly serviceName: string
  readonly count: number
  readonly timed: number
  readonly workedMs: number
  readonly plannedMs: number
  readonly waited: number
  readonly waitedMs: number
}

/** Bookings that came to nothing, by what became of them. */
export interface LostSum {
  readonly service: ServiceKind
  /** Of a wash, which one; null for parking. */
  readonly serviceName: string | null
  readonly outcome: LostOutcome
  readonly count: number
  readonly priceMinor: number
}

/** A payment whose money and whose receipts in a stretch are not the same. Amounts: paid − refunded, receipts − credits. */
export interface Unmatched {
  readonly paymentId: string
  readonly movedMinor: number
  readonly receiptedMinor: number
  /** The same since the beginning, up to `from` and up to `to`. */
  readonly movedBefore: number
  readonly receiptedBefore: number
  readonly movedByEnd: number
  readonly receiptedByEnd: number
  /** Receipts of series R up to `from` and up to `to`. */
  readonly receiptsBefore: number
  readonly receiptsByEnd: number
}

/** What was moved in a stretch under one shift; null stands for money that belongs to none. */
export interface ShiftSum {
  readonly shiftId: string | null
  readonly movedMinor: number
}

export interface ReportShift extends Pick<ShiftRow, 'id' | 'number' | 'state' | 'report'> {
  /** Σ of all its tenders, paid − refunded. */
  readonly movedMinor: number
}

/** Something that an owner may want to look at. */
export interface ExceptionRow {
  readonly at: Ms
  readonly kind: ExceptionKind
  readonly actor: string
  readonly amountMinor: number | null
  readonly reason: string | null
  readonly subject: string
  /** What a person calls the subject: a ticket, a reference, a shift's number. */
  readonly label: string | null
  readonly plate: string | null
  /** What more there is to say, such as what the event was called. */
  readonly detail: string | null
}

/** What somebody did in a stretch, by what the trail calls it. */
export interface DeedSum {
  readonly actor: string
  readonly kind: string
  readonly count: number
  /** Σ of the amounts that those lines name. */
  readonly amountMinor: number
}

export interface TrailRow {
  readonly seq: number
  readonly at: Ms
  readonly kind: string
  readonly subject: string
  readonly actor: string
  /** JSON, as it was written down. */
  readonly data: string
  /** JSON of what it told of a person; null where it told nothing, or that is erased. */
  readonly personal: string | null
}

export interface ChainedRow extends TrailRow {
  readonly hash: string
  /** Of what it told of a person. */
  readonly salt: string | null
}

export interface TrailFilter {
  /** Kinds, or beginnings of kinds where they end in a dot; any where there are none. */
  readonly kinds: readonly string[]
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly from: Ms
  readonly to: Ms
  /** Part of the kind, the subject or the data, in any case. */
  readonly text?: string | undefined
  /** Only lines after the one and before the other. */
  readonly after: number
  readonly before: number
  readonly limit: number
}

/** A tender as the trail must tell of it. */
export type ChainTender = Pick<TenderRow, 'id' | 'paymentId' | 'kind' | 'method' | 'amountMinor'>

/** A payment whose own sums are not those of its tenders and discounts. */
export interface UnbalancedPayment {
  readonly id: string
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly discountMinor: number
  readonly tenderedMinor: number
  readonly givenBackMinor: number
  readonly discountsMinor: number
}

export interface ReportQueries {
  tenderSums(piece: Piece): Promise<readonly TenderSum[]>
  receiptSums(piece: Piece): Promise<readonly ReceiptSum[]>
  /** Bays in use today, by class. */
  bayCounts(): Promise<readonly { readonly bayClass: BayClass; readonly count: number }[]>
  washBayCount(): Promise<number>
  /** Cars in the car park at an instant, those that come at that very instant not yet among them. */
  carsAt(at: Ms): Promise<readonly { readonly bayClass: BayClass; readonly count: number }[]>
  carsThatCame(piece: Piece): Promise<readonly CarSum[]>
  carsThatWent(piece: Piece): Promise<readonly CarSum[]>
  stayFigures(piece: Piece): Promise<readonly StaySum[]>
  washFigures(piece: Piece): Promise<readonly WashSum[]>
  lostBookings(piece: Piece): Promise<readonly LostSum[]>

  unmatchedPayments(piece: Piece): Promise<readonly Unmatched[]>
  shiftSums(piece: Piece): Promise<readonly ShiftSum[]>
  reportShift(id: string): Promise<ReportShift | undefined>
  /** Paid − refunded, as the audit trail tells it. */
  chainSum(piece: Piece): Promise<number>

  /** What people and Kerbside itself did within [from, to), as the audit trail tells it. */
  deeds(piece: Pick<Piece, 'from' | 'to'>): Promise<readonly DeedSum[]>
  /** Shifts that were closed within [from, to), in their order. */
  closedShifts(piece: Pick<Piece, 'from' | 'to'>): Promise<readonly ShiftRow[]>

  /** Newest first, at most `limit` of each kind. */
  exceptions(piece: Pick<Piece, 'from' | 'to'>, limit: number): Promise<readonly ExceptionRow[]>

  /** The first and the last line written within [from, to). */
  trailBounds(from: Ms, to: Ms): Promise<{ readonly first: number; readonly last: number } | undefined>
  /** Newest first. It looks at every line between `after` and `before`, so they should not be far apart. */
  trail(filter: TrailFilter): Promise<readonly TrailRow[]>
  trailLength(): Promise<number>
  /** Up to which instant what lines told of people has been erased, as the trail itself says; null where never. */
  personalErasedUntil(): Promise<Ms | null>
  /** Lines after a position, in their order. */
  chain(after: number, limit: number): Promise<readonly ChainedRow[]>
  tender(id: string): Promise<ChainTender | undefined>
  /** Tenders in the order in which they were written down, after a row of the table. */
  tendersAfter(row: number, limit: number): Promise<readonly (ChainTender & { readonly row: number })[]>
  unbalancedPayments(
    row: number,
    limit: number,
  ): Promise<{ readonly unbalanced: readonly UnbalancedPayment[]; readonly lastRow: number | null }>
  receiptTotal(series: ReceiptRow['series'], number: number): Promise<number | undefined>
  /** Bookings of both kinds that begin within [from, to), by state. */
  bookingStates(from: Ms, to: Ms): Promise<readonly { readonly state: string; readonly count: number }[]>
  userNames(): Promise<readonly { readonly id: string; readonly name: string }[]>
}
