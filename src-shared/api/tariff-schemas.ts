import * as v from 'valibot'
import { TariffPlan } from '../tariff/tariff-plan.ts'
import { BayClass, CalendarDate, Id, Instant } from './fields.ts'

const Minutes = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))

/** A time on the site's own clock, for a person who thinks in that. A clock change moves it as calendars do. */
const SiteClockTime = v.strictObject({
  date: CalendarDate,
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM')),
})

/** A moment, as an instant or as the site's clock shows it. */
const Moment = v.union([Instant, SiteClockTime], 'must be an instant, or a date and a time on the site’s clock')
export type Moment = v.InferOutput<typeof Moment>

/**
 * Where a version stands: in force now; coming; past, after others have followed; or replaced, because one with a later
 * number begins at the same instant.
 */
const TariffState = v.picklist(['in_force', 'coming', 'past', 'replaced'])

export const TariffVersion = v.object({
  id: Id,
  /** Counts up from 1. */
  number: v.number(),
  name: v.string(),
  state: TariffState,
  /** Null for the one that a site begins with: it is valid from the first. */
  valid_from: v.nullable(Instant),
  /** Where another one follows; null for the last one, and for what is replaced. */
  valid_until: v.nullable(Instant),
  created_at: Instant,
  /** A member of staff by name; `setup` for what a site begins with. */
  created_by: v.string(),
  plan: TariffPlan,
})
export type TariffVersion = v.InferOutput<typeof TariffVersion>

export const NewTariffVersion = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(60)),
  /** From this very moment on, or from a moment that is still to come. */
  valid_from: v.union(
    [v.literal('now'), Moment],
    'must be "now", an instant, or a date and a time on the site’s clock',
  ),
  plan: TariffPlan,
})
export type NewTariffVersion = v.InferOutput<typeof NewTariffVersion>

/** The tariff to ask: a draft, a version, or, where nothing is said, the one in force. */
const asked = { plan: v.optional(TariffPlan), version_id: v.optional(Id) }

/** A year. */
const LONGEST_PREVIEW = 366 * 1440
/** A fortnight. */
const LONGEST_OF_MANY = 14 * 1440

export const TariffPreviewRequest = v.strictObject({
  ...asked,
  bay_class: BayClass,
  start: Moment,
  minutes: Minutes(LONGEST_PREVIEW),
  /** Of a booked stay, the end of what was booked. */
  booked_until: v.optional(Moment),
  lost_ticket: v.optional(v.boolean()),
  permit: v.optional(v.boolean()),
})
export type TariffPreviewRequest = v.InferOutput<typeof TariffPreviewRequest>

/** Stays that are looked at side by side: for a table, or for the curve of a day. */
export const TariffPricesRequest = v.strictObject({
  ...asked,
  stays: v.pipe(
    v.array(v.strictObject({ bay_class: BayClass, start: Moment, minutes: Minutes(LONGEST_OF_MANY) })),
    v.minLength(1),
    v.maxLength(400),
  ),
})
export type TariffPricesRequest = v.InferOutput<typeof TariffPricesRequest>
