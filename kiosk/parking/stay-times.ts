import type { Site } from '../../src-shared/api/site-schemas.ts'
import { daysOf, hoursOn } from '../opening/opening-hours.ts'
import { dateOf, QUARTER_MS, quartersOf, type Quarter } from '../opening/site-day.ts'

type Hours = Pick<Site, 'opening_hours' | 'closed_days' | 'timezone'>

/** A moment to come or to leave, on a quarter hour. */
export interface Moment {
  /** Milliseconds since the Unix epoch. */
  readonly atMs: number
  /** YYYY-MM-DD on the site's calendar: the day whose hours it belongs to. */
  readonly date: string
  readonly label: string
}

const HOUR_MS = 3_600_000
/** What a booking takes at the kiosk: a time proposed to somebody must not pass while they type their plate. */
const LEEWAY_MS = 180_000
/** What most people stay, in hours. */
const usualHours = [1, 2, 4]

/** When one can come on a day: each quarter hour of the opening hours that is still ahead. */
export function arrivalsOn(site: Hours, date: string, nowMs: number): Moment[] {
  return openQuarters(site, date)
    .filter(({ startMs }) => startMs > nowMs)
    .map(({ startMs, label }) => ({ atMs: startMs, date, label }))
}

/** When one can leave on a day after coming: the end of each open quarter hour. */
export function departuresOn(site: Hours, date: string, startMs: number): Moment[] {
  const labels = new Map(quartersOf(date, site.timezone).map((quarter) => [quarter.startMs, quarter.label]))
  return openQuarters(site, date)
    .map((quarter) => quarter.startMs + QUARTER_MS)
    .filter((atMs) => atMs > startMs)
    .map((atMs) => ({ atMs, date, label: labels.get(atMs) ?? '24:00' }))
}

/** The first day for once closed after a day; no car stands there over it. */
export function nextClosure(site: Pick<Site, 'closed_days'>, date: string): string | undefined {
  const days = site.closed_days.filter((day) => day.kind !== 'wash' && day.date > date).map((day) => day.date)
  return days.toSorted()[0]
}

/** The soonest that one can come at all, today or on the next open day of the window; undefined when never. */
export function soonestArrival(site: Hours & Pick<Site, 'window'>, nowMs: number): Moment | undefined {
  for (const date of daysOf(site.window)) {
    const first = arrivalsOn(site, date, nowMs + LEEWAY_MS)[0]
    if (first !== undefined) return first
  }
  return undefined
}

/** A length of stay to pick by one touch. */
export interface UsualStay {
  readonly end: Moment
  /** Whole hours; undefined for a stay until the lot closes. */
  readonly hours: number | undefined
}

/** Usual stays that end while the lot is open, and one until it closes. */
export function usualStays(site: Hours, startMs: number): UsualStay[] {
  const date = dateOf(startMs, site.timezone)
  const open = departuresOn(site, date, startMs)
  const stays = usualHours.flatMap((hours): UsualStay[] => {
    const end = open.find(({ atMs }) => atMs === startMs + hours * HOUR_MS)
    return end === undefined ? [] : [{ end, hours }]
  })
  const closing = lastWithoutBreak(open, startMs)
  const isNew = closing !== undefined && !stays.some(({ end }) => end.atMs === closing.atMs)
  return isNew ? [...stays, { end: closing, hours: undefined }] : stays
}

/** The end of the opening hours that somebody comes in, which a break at noon ends as well as the night. */
function lastWithoutBreak(open: readonly Moment[], startMs: number): Moment | undefined {
  return open.findLast(({ atMs }, index) => atMs === startMs + (index + 1) * QUARTER_MS)
}

function openQuarters(site: Hours, date: string): Quarter[] {
  const hours = hoursOn(site, 'parking', date)
  return quartersOf(date, site.timezone).filter(({ time }) =>
    hours.some(({ opens, closes }) => time >= opens && time < closes),
  )
}
