import * as v from 'valibot'
import { BayClass, CalendarDate, Id, Instant, Money } from './fields.ts'
import { PaymentMethod } from './payment-schemas.ts'

const Count = v.pipe(v.number(), v.integer())
/** Whole minor units of the report's currency. */
const Minor = v.pipe(v.number(), v.integer())
/** Whole milliseconds. */
const Span = v.pipe(v.number(), v.integer())
const ServiceKind = v.picklist(['parking', 'wash'])

/** The most days that a report goes over. */
export const MOST_REPORT_DAYS = 400

/** Days of the site's calendar, both included. */
export const PeriodQuery = v.strictObject({ from: CalendarDate, to: CalendarDate })

/** What of a report is left out: nothing of the past is shown beyond now. */
export const Period = v.object({
  from: CalendarDate,
  to: CalendarDate,
  days: Count,
  /** The beginning of the first day, and the end of the last one or now. */
  start: Instant,
  end: Instant,
})

/**
 * Money in figures. Takings go by when money was handed over; receipts by when they were issued, which is when the last
 * part of a price was paid. Of receipts, credit notes are taken off net and tax.
 */
const takingsEntries = {
  tenders: Count,
  paid_minor: Minor,
  refunded_minor: Minor,
  /** Paid less refunded. */
  takings_minor: Minor,
  cash_minor: Minor,
  card_minor: Minor,
  upi_minor: Minor,
  parking_minor: Minor,
  wash_minor: Minor,
  receipts: Count,
  credit_notes: Count,
  /** Prices of what the receipts are for, before discounts. */
  gross_minor: Minor,
  discounts_minor: Minor,
  /** The receipts' totals: gross less discounts. */
  charged_minor: Minor,
  credited_minor: Minor,
  /** Charged less credited, without its tax. */
  net_minor: Minor,
  tax_minor: Minor,
}
export const TakingsFigures = v.object(takingsEntries)
export type TakingsFigures = v.InferOutput<typeof TakingsFigures>

const Takings = v.object({
  totals: TakingsFigures,
  by_day: v.array(v.object({ date: CalendarDate, ...takingsEntries })),
  /** Hours of the site's clock, 0 to 23; an hour that comes twice on a day counts twice. */
  by_hour: v.array(v.object({ hour: Count, ...takingsEntries })),
  by_method: v.array(
    v.object({
      method: PaymentMethod,
      tenders: Count,
      paid_minor: Minor,
      refunded_minor: Minor,
      takings_minor: Minor,
    }),
  ),
  by_kind: v.array(
    v.object({ kind: ServiceKind, tenders: Count, paid_minor: Minor, refunded_minor: Minor, takings_minor: Minor }),
  ),
})

/** Time that bays were in use, of the time that they were there: in use ÷ total = busy ÷ capacity. */
const occupancyEntries = { busy_ms: Span, capacity_ms: Span }

const Occupancy = v.object({
  bays: Count,
  ...occupancyEntries,
  by_class: v.array(
    v.object({
      bay_class: BayClass,
      bays: Count,
      ...occupancyEntries,
      arrivals: Count,
      stays: Count,
      /** Of stays that ended; null where none did. */
      average_stay_ms: v.nullable(Span),
      walk_ins: Count,
      booked: Count,
      permits: Count,
      overstays: Count,
      lost_tickets: Count,
    }),
  ),
  by_day: v.array(
    v.object({
      date: CalendarDate,
      ...occupancyEntries,
      /** The fullest hour of the day. */
      peak_hour: v.nullable(Count),
      peak_busy_ms: Span,
      peak_capacity_ms: Span,
    }),
  ),
  /** ISO weekday 1 to 7 by hour 0 to 23. */
  by_weekday_hour: v.array(v.object({ weekday: Count, hour: Count, ...occupancyEntries })),
})

const Stays = v.object({
  arrivals: Count,
  ended: Count,
  average_stay_ms: v.nullable(Span),
  /** Stays that ended, for each bay and day, in hundredths. */
  turnover_hundredths: Count,
  walk_ins: Count,
  booked: Count,
  permits: Count,
  overstays: Count,
  lost_tickets: Count,
})

const washEntries = {
  finished: Count,
  /** Of those whose beginning is known; null where of none. */
  average_ms: v.nullable(Span),
  planned_ms: v.nullable(Span),
  /** From the car's coming to the work's beginning. */
  waiting_ms: v.nullable(Span),
}
const Wash = v.object({
  ...washEntries,
  by_day: v.array(v.object({ date: CalendarDate, finished: Count })),
  by_service: v.array(
    v.object({ service: v.string(), ...washEntries, no_shows: Count, cancelled: Count, expired: Count }),
  ),
})

const LostOutcome = v.picklist(['no_show', 'cancelled', 'expired_hold', 'expired_payment'])
export type LostOutcome = v.InferOutput<typeof LostOutcome>

const Lost = v.array(
  v.object({
    kind: ServiceKind,
    outcome: LostOutcome,
    count: Count,
    /** What those bookings would have cost. */
    price_minor: Minor,
  }),
)

/** The takings told by three books that are kept apart. Amounts that differ mean that something is wrong. */
export const Reconciliation = v.object({
  /** Whether all books say the same, to the minor unit. */
  agrees: v.boolean(),
  takings_minor: Minor,
  receipts: v.object({
    receipts_minor: Minor,
    credit_notes_minor: Minor,
    /** Money that came without a receipt so far: parts of prices, and what was taken for nothing and given back. */
    without_receipt_minor: Minor,
    total_minor: Minor,
    /** Takings less total. */
    difference_minor: Minor,
    /** Payments whose receipts are not what was paid; at most fifty. */
    payments: v.array(v.object({ payment_id: Id, difference_minor: Minor })),
  }),
  shifts: v.object({
    /** Z reports of the shifts that took money in the period. */
    z_reports: Count,
    z_reports_minor: Minor,
    /** What of them was taken on other days. */
    outside_minor: Minor,
    open_shift_minor: Minor,
    without_shift_minor: Minor,
    total_minor: Minor,
    difference_minor: Minor,
    /** Shifts whose Z report is not what their tenders say. */
    shifts: v.array(v.object({ shift_id: Id, number: Count, difference_minor: Minor })),
  }),
  audit_trail: v.object({ total_minor: Minor, difference_minor: Minor }),
})
export type Reconciliation = v.InferOutput<typeof Reconciliation>

export const Report = v.object({
  server_time: Instant,
  currency: v.string(),
  timezone: v.string(),
  period: Period,
  takings: Takings,
  occupancy: Occupancy,
  stays: Stays,
  wash: Wash,
  lost: Lost,
  reconciliation: Reconciliation,
})
export type Report = v.InferOutput<typeof Report>

export const exceptionKinds = [
  'void',
  'lost_ticket',
  'manual_time',
  'nil_exit',
  'nil_booking',
  'discount',
  'refund',
  'drawer_open',
  'cash_move',
  'variance',
  'clock',
] as const
const ExceptionKind = v.picklist(exceptionKinds)
export type ExceptionKind = v.InferOutput<typeof ExceptionKind>

/** Something that an owner may want to look at: who, when, what, how much, why. */
export const ReportException = v.object({
  at: Instant,
  kind: ExceptionKind,
  actor: v.string(),
  who: v.string(),
  amount: v.nullable(Money),
  reason: v.nullable(v.string()),
  /** What the audit trail calls what it happened to. */
  subject: v.string(),
  /** What people call it: a ticket, a reference, a shift's number. */
  label: v.nullable(v.string()),
  plate: v.nullable(v.string()),
  detail: v.nullable(v.string()),
})
export type ReportException = v.InferOutput<typeof ReportException>

export const Exceptions = v.object({
  server_time: Instant,
  period: Period,
  /** Newest first. */
  exceptions: v.array(ReportException),
  /** Whether there were more of some kind than are listed. */
  shortened: v.boolean(),
})
export type Exceptions = v.InferOutput<typeof Exceptions>

export const reportTables = [
  'takings_by_day',
  'takings_by_hour',
  'takings_by_method',
  'takings_by_kind',
  'occupancy_by_day',
  'occupancy_by_weekday_hour',
  'stays_by_class',
  'wash_by_day',
  'wash_by_service',
  'lost_bookings',
  'reconciliation',
  'exceptions',
] as const
export const ReportTableName = v.picklist(reportTables)
export type ReportTableName = v.InferOutput<typeof ReportTableName>

/** For the spreadsheet of a machine whose decimals have a point or a comma, or for programs, with stable English names. */
export const csvShapes = ['spreadsheet_point', 'spreadsheet_comma', 'plain'] as const
export const CsvShape = v.picklist(csvShapes)
export type CsvShape = v.InferOutput<typeof CsvShape>
