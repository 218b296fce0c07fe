import * as v from 'valibot'
import { mayHoldPlate } from '../plate/plate-like.ts'
import { AuditGroup } from './audit-schemas.ts'
import { BookingState } from './booking-schemas.ts'
import { CalendarDate, Id } from './fields.ts'

/** Stretches of days that go on with the calendar. */
export const periodNames = ['today', 'yesterday', 'week', 'month'] as const
export const bookingKinds = ['parking', 'wash'] as const

/** A day by its date, or by how far it is from today, so that it goes on with the calendar: `-1` is yesterday. */
export const FilterDay = v.union([
  CalendarDate,
  v.pipe(v.string(), v.regex(/^(0|-?[1-9]\d{0,2})$/, 'must be days from today')),
])
const period = { days: v.optional(v.picklist(periodNames)), from: v.optional(FilterDay), to: v.optional(FilterDay) }

/**
 * What each list can be narrowed to, in the words of its address. What is searched for is not among them, nor what a line
 * of the trail is about: either may be somebody's plate.
 */
export const narrowings = {
  reports: v.strictObject(period),
  bookings: v.strictObject({
    date: v.optional(FilterDay),
    kind: v.optional(v.picklist(bookingKinds)),
    state: v.optional(BookingState),
  }),
  receipts: v.strictObject({ date: v.optional(FilterDay) }),
  audit: v.strictObject({
    ...period,
    group: v.optional(AuditGroup),
    actor: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{1,16}(:[A-Za-z0-9_-]{1,64})?$/, 'must be an actor'))),
  }),
}
export type FilteredScreen = keyof typeof narrowings

/** So many may somebody save for one screen: more would be another list to search. */
export const MOST_SAVED_FILTERS = 20

export const FilterName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(40),
  v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'must be one line of printable text'),
  v.check((name) => !mayHoldPlate(name), 'must not hold a number plate'),
)

const content = <S extends FilteredScreen>(screen: S) => ({ screen: v.literal(screen), narrowed: narrowings[screen] })
const asked = { name: FilterName, is_default: v.boolean() }
const kept = { id: Id, name: v.string(), is_default: v.boolean() }

export const NewSavedFilter = v.variant('screen', [
  v.strictObject({ ...content('reports'), ...asked }),
  v.strictObject({ ...content('bookings'), ...asked }),
  v.strictObject({ ...content('receipts'), ...asked }),
  v.strictObject({ ...content('audit'), ...asked }),
])
export type NewSavedFilter = v.InferOutput<typeof NewSavedFilter>

export const SavedFilter = v.variant('screen', [
  v.object({ ...content('reports'), ...kept }),
  v.object({ ...content('bookings'), ...kept }),
  v.object({ ...content('receipts'), ...kept }),
  v.object({ ...content('audit'), ...kept }),
])
export type SavedFilter = v.InferOutput<typeof SavedFilter>

export const SavedFilterChange = v.strictObject({ name: v.optional(FilterName), is_default: v.optional(v.boolean()) })
