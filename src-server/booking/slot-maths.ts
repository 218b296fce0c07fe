import { dayBounds, instantOf, offsetLabel, timeLabel } from '../site/site-calendar.ts'

/** One slot of a service: [start, end) in ms since the epoch, and its time of day on the site's clock. */
export interface Slot {
  readonly start: number
  readonly end: number
  readonly label: string
}

export interface SlotPlan {
  /** The site's calendar day, YYYY-MM-DD. */
  readonly date: string
  readonly timezone: string
  /** Local opening intervals of that day, HH:MM, in order. */
  readonly openings: readonly { readonly opens: string; readonly closes: string }[]
  /** From one start to the next, in minutes. */
  readonly stepMinutes: number
  readonly durationMinutes: number
}

const MINUTE = 60_000

/**
 * The slots of a day. Starts are counted in real time from the opening, so that a day with a clock change loses and
 * repeats none: a lost hour has no slots, an hour that comes twice has twice as many, told apart by their offset.
 * A slot is there when its service ends by closing time; clean-up may run on after it.
 */
export function makeSlots(plan: SlotPlan): readonly Slot[] {
  const starts = openIntervals(plan).flatMap((interval) => startsWithin(plan, interval))
  const labels = starts.map((start) => timeLabel(start, plan.timezone))
  const ambiguous = new Set(labels.filter((label, index) => labels.indexOf(label) !== index))
  return starts.map((start, index) => {
    const label = labels[index] ?? ''
    return {
      start,
      end: start + plan.durationMinutes * MINUTE,
      label: ambiguous.has(label) ? `${label} (UTC${offsetLabel(start, plan.timezone)})` : label,
    }
  })
}

/** The opening hours of a day as instants: [from, to) in ms since the epoch. */
export function openIntervals(
  plan: Pick<SlotPlan, 'date' | 'timezone' | 'openings'>,
): readonly { from: number; to: number }[] {
  // A day that the zone leaves out (Apia, 30 December 2011) is empty; its hours are not those of the day after.
  const end = dayBounds(plan.date, plan.timezone).to
  return plan.openings.map(({ opens, closes }) => ({
    from: instantOf(plan.date, opens, plan.timezone),
    to: Math.min(end, instantOf(plan.date, closes, plan.timezone)),
  }))
}

function startsWithin(plan: SlotPlan, { from, to }: { from: number; to: number }): number[] {
  const starts: number[] = []
  for (let start = from; start + plan.durationMinutes * MINUTE <= to; start += plan.stepMinutes * MINUTE) {
    starts.push(start)
  }
  return starts
}
