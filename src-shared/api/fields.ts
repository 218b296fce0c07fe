import * as v from 'valibot'
import { isCalendarDate, parseInstant } from '../format/instant.ts'
import { isPlate } from '../plate/plate.ts'

/** An instant, ISO 8601 with an offset. What a client sends is checked for dates that do not exist. */
export const Instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check(
    (text) => parseInstant(text) !== undefined,
    'must be an ISO 8601 instant with an offset, of a day that exists',
  ),
  v.metadata({ format: 'date-time' }),
)

/** A day on the site's calendar, YYYY-MM-DD. */
export const CalendarDate = v.pipe(
  v.string(),
  v.check(isCalendarDate, 'must be a day that exists, as YYYY-MM-DD'),
  v.metadata({ format: 'date' }),
)

/** An opaque id that the server made. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be an id: letters, digits, - and _'))

export const Money = v.object({
  amount_minor: v.pipe(v.number(), v.integer()),
  currency: v.pipe(v.string(), v.length(3)),
})

export const Plate = v.pipe(
  v.string(),
  v.maxLength(24),
  v.check(isPlate, 'must be a number plate: 2 to 12 letters and digits'),
)

export const Phone = v.pipe(v.string(), v.regex(/^\+?[0-9][0-9 ()-]{5,19}$/, 'must be a telephone number'))

export const BayClass = v.picklist(['car', 'suv', 'two_wheeler', 'accessible', 'ev', 'permit'])
export type BayClass = v.InferOutput<typeof BayClass>

export const Role = v.picklist(['attendant', 'owner', 'admin'])
export type Role = v.InferOutput<typeof Role>

export const ClockState = v.picklist(['provisional', 'trusted', 'guarded', 'rollback', 'forward_suspect'])
export type ClockState = v.InferOutput<typeof ClockState>

/** Why nothing can be saved: the disk has no room, or it has failed, or the database does not answer. */
export const StoreTrouble = v.picklist(['disk_full', 'disk_failing', 'database_away'])
export type StoreTrouble = v.InferOutput<typeof StoreTrouble>
