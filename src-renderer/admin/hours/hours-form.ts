import type { OpeningHours } from '../../../src-shared/api/site-schemas.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const kinds = ['parking', 'wash'] as const
export type Kind = (typeof kinds)[number]

/** The hours of one kind on one day, with their places in the whole list. */
export function hoursOf(
  hours: readonly OpeningHours[],
  kind: Kind,
  weekday: number,
): readonly (OpeningHours & { readonly index: number })[] {
  return hours.map((one, index) => ({ ...one, index })).filter((one) => one.kind === kind && one.weekday === weekday)
}

/** One more stretch on a day: after those that are there, or the whole working day. */
export function withMore(hours: readonly OpeningHours[], kind: Kind, weekday: number): OpeningHours[] {
  const last = hoursOf(hours, kind, weekday).at(-1)
  const next = last === undefined ? { opens: '09:00', closes: '18:00' } : { opens: last.closes, closes: '24:00' }
  return [...hours, { kind, weekday, ...next }]
}

/** Every day gets the hours that Monday has, or whichever day is named. */
export function likeDay(hours: readonly OpeningHours[], kind: Kind, weekday: number): OpeningHours[] {
  const model = hoursOf(hours, kind, weekday)
  const others = hours.filter((one) => one.kind !== kind)
  const copies = weekdays.flatMap((day) => model.map(({ opens, closes }) => ({ kind, weekday: day, opens, closes })))
  return [...others, ...copies]
}
