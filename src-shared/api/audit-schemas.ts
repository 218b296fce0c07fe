import * as v from 'valibot'
import { CalendarDate, Instant } from './fields.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The parts of the business that lines of the trail belong to, each with the kinds that it covers. */
export const auditGroups = {
  money: ['payment.', 'receipt.', 'shift.', 'cash.', 'discount.', 'report.'],
  bookings: ['booking.'],
  cars: ['stay.', 'bay.', 'waitlist.', 'allocation.'],
  wash: ['wash_job.', 'wash.'],
  clock: ['clock.'],
  people: ['session.', 'user.', 'device.'],
  settings: [
    'site.',
    'closure.',
    'service.',
    'resource.',
    'tariff.',
    'permit.',
    'lot.',
    'backup.',
    'store.',
    'privacy.',
  ],
} as const satisfies Record<string, readonly string[]>
export type AuditGroup = keyof typeof auditGroups
export const AuditGroup = v.picklist(Object.keys(auditGroups) as AuditGroup[])

export const AuditQuery = v.strictObject({
  from: CalendarDate,
  to: CalendarDate,
  group: v.optional(AuditGroup),
  actor: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  subject: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64))),
  /** Goes on where the page before ended. */
  before: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/, 'must be the position of a line'), v.transform(Number)),
  ),
})
export type AuditQuery = v.InferOutput<typeof AuditQuery>

export const AuditEvent = v.object({
  seq: Count,
  at: Instant,
  kind: v.string(),
  subject: v.string(),
  actor: v.string(),
  /** Who that is, as people call them. */
  who: v.string(),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
  /** It told of a person, and that was erased when its time was over. */
  personal_erased: v.boolean(),
})
export type AuditEvent = v.InferOutput<typeof AuditEvent>

export const AuditPage = v.object({
  server_time: Instant,
  /** Newest first. */
  events: v.array(AuditEvent),
  /** For the next page; null where this is the last one. */
  next_before: v.nullable(Count),
})
export type AuditPage = v.InferOutput<typeof AuditPage>

/** What is wrong with the trail's lines, and what the books say otherwise than the trail. */
export const AuditFault = v.object({
  what: v.picklist([
    'line_changed',
    'lines_missing',
    'lines_inserted',
    'line_moved',
    'link_broken',
    'trail_cut',
    'trail_rewritten',
    'trail_replaced',
    'head_unreadable',
    'personal_differs',
    'personal_missing',
    'tender_differs',
    'tender_missing',
    'tender_untold',
    'receipt_differs',
    'receipt_missing',
    'payment_unbalanced',
  ]),
  /** The line of the trail, where there is one. */
  seq: v.nullable(Count),
  /** The last of several lines; of a line that was moved, where it stood. */
  to_seq: v.nullable(Count),
  subject: v.string(),
})
export type AuditFault = v.InferOutput<typeof AuditFault>

export const AuditVerification = v.object({
  state: v.picklist(['never', 'running', 'done', 'failed']),
  started_at: v.nullable(Instant),
  finished_at: v.nullable(Instant),
  /** Lines looked at so far, of so many that there were when it began. */
  checked: Count,
  total: Count,
  /** The first line that is not what was written down, or is not there. */
  first_broken_seq: v.nullable(Count),
  /** Tenders, receipts and payments compared with the trail so far. */
  amounts_checked: Count,
  /** At most fifty. */
  faults: v.array(AuditFault),
  fault_count: Count,
  /** What was written down outside the store of where the trail ended. */
  heads: v.object({
    /** Compared with the trail so far. */
    checked: Count,
    newest: v.nullable(v.object({ at: Instant, seq: Count })),
    /** Written before a backup was restored, or before the demo was wiped: the trail itself says so. */
    superseded: Count,
    folder: v.string(),
    /** Why none can be written now. */
    problem: v.nullable(v.string()),
  }),
})
export type AuditVerification = v.InferOutput<typeof AuditVerification>

/** What a Z report says of the trail: a line, and the code that stands beside it. Blanks and hyphens do not matter. */
export const LineCheckQuery = v.strictObject({
  seq: v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/, 'must be the number of a line'), v.transform(Number)),
  code: v.pipe(
    v.string(),
    v.maxLength(120),
    v.transform((text) => text.replaceAll(/[\s-]/g, '').toLowerCase()),
    v.regex(/^[0-9a-f]{32}$/, 'must be the 32 digits and letters beside the line'),
  ),
})
export type LineCheckQuery = v.InferOutput<typeof LineCheckQuery>

export const LineCheck = v.object({
  seq: Count,
  /** `missing`: the trail ends before it. */
  result: v.picklist(['same', 'differs', 'missing']),
  at: v.nullable(Instant),
})
export type LineCheck = v.InferOutput<typeof LineCheck>
