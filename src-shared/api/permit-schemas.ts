import * as v from 'valibot'
import { BayClass, CalendarDate, Id, Instant, Plate } from './fields.ts'

export const permitStates = ['coming', 'valid', 'ended', 'revoked'] as const

export const Permit = v.object({
  id: Id,
  plate: v.string(),
  holder: v.string(),
  /** Null where it holds for bays of every class. */
  bay_class: v.nullable(BayClass),
  state: v.picklist(permitStates),
  /** The first and the last day on the site's calendar, both included. */
  from_date: CalendarDate,
  to_date: CalendarDate,
  revoked_at: v.nullable(Instant),
  revoked_reason: v.nullable(v.string()),
})
export type Permit = v.InferOutput<typeof Permit>

export const NewPermit = v.strictObject({
  plate: Plate,
  holder: v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(80)),
  /** Null holds for bays of every class. */
  bay_class: v.nullable(BayClass),
  from_date: CalendarDate,
  /** Included. */
  to_date: CalendarDate,
})
export type NewPermit = v.InferOutput<typeof NewPermit>

/** As many as one import takes. */
export const MOST_PERMITS = 500
