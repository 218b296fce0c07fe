import type { OpeningHours } from '../api/site-schemas.ts'

export interface HoursProblem {
  /** Which of the list. */
  readonly index: number
  readonly kind: 'no_time' | 'ends_first' | 'overlap'
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What keeps a list from being the hours of a week: times that are none, a closing before its opening, and overlaps. */
export function hoursProblems(hours: readonly OpeningHours[]): HoursProblem[] {
  return hours.flatMap((one, index): HoursProblem[] => {
    if (!TIME.test(one.opens) || !(TIME.test(one.closes) || one.closes === '24:00')) return [{ index, kind: 'no_time' }]
    if (one.closes <= one.opens) return [{ index, kind: 'ends_first' }]
    // Told of the later one of a pair only.
    const overlaps = hours
      .slice(0, index)
      .some(
        (other) =>
          other.kind === one.kind &&
          other.weekday === one.weekday &&
          one.opens < other.closes &&
          other.opens < one.closes,
      )
    return overlaps ? [{ index, kind: 'overlap' }] : []
  })
}
