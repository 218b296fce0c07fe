import { MOST_REPORT_DAYS, type Report } from '../../src-shared/api/report-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { dateAt, dayBounds, offsetSpans, plusDays, toSiteIso } from '../site/site-calendar.ts'
import type { Piece } from '../store/report-rows.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** Nothing is read that spans more, so that no read holds up the server for long. */
const LONGEST_PIECE = 7 * DAY

/** Days of the site's calendar, both included, and what they are as instants. */
export interface Period {
  readonly fromDate: string
  readonly toDate: string
  readonly timezone: string
  /** [from, to), whole days. */
  readonly from: number
  readonly to: number
  readonly now: number
}

/** @returns a refusal where the days are the wrong way round or more than a report goes over */
export function readPeriod(asked: { from: string; to: string }, timezone: string, now: number): Period | Refusal {
  const { from: fromDate, to: toDate } = asked
  const fault = toDate < fromDate ? 'must not be before `from`' : undefined
  const tooLong = plusDays(fromDate, MOST_REPORT_DAYS - 1) < toDate ? `must be within ${MOST_REPORT_DAYS} days` : fault
  if (tooLong !== undefined) {
    return refuse('invalid_request', `\`to\` ${tooLong}`, { errors: [{ path: 'query.to', message: tooLong }] })
  }
  const { from } = dayBounds(fromDate, timezone)
  return { fromDate, toDate, timezone, from, to: dayBounds(toDate, timezone).to, now }
}

/** The days that the period lists: those to come are left out. */
export function daysOf({ fromDate, toDate, timezone, now }: Period): readonly string[] {
  const today = dateAt(now, timezone)
  const last = toDate < today ? toDate : today
  const days: string[] = []
  for (let day = fromDate; day <= last; day = plusDays(day, 1)) days.push(day)
  return days
}

/** Cuts [from, to) where the zone's offset changes, and into pieces that are read quickly. */
export function piecesOf(from: number, to: number, timezone: string): readonly Piece[] {
  return offsetSpans(from, to, timezone).flatMap((span) => {
    const pieces: Piece[] = []
    for (let at = span.from; at < span.to; at += LONGEST_PIECE) {
      pieces.push({ from: at, to: Math.min(span.to, at + LONGEST_PIECE), offsetMs: span.offsetMs })
    }
    return pieces
  })
}

const dates = new Map<number, string>()

/** The date of a day that is counted since 1970-01-01 on the site's calendar. */
export function dateOfLocalDay(localDay: number): string {
  const date = dates.get(localDay) ?? plusDays('1970-01-01', localDay)
  dates.set(localDay, date)
  return date
}

/** ISO weekday of a day that is counted since 1970-01-01, a Thursday. */
export function weekdayOfLocalDay(localDay: number): number {
  return ((localDay + 3) % 7) + 1
}

/** Lets whoever waits have a turn, such as the second's tick. */
export function giveWay(): Promise<void> {
  return new Promise((resume) => setImmediate(resume))
}

/** Reads the pieces one after another and gives way after each. */
export async function eachPiece(pieces: readonly Piece[], read: (piece: Piece) => Promise<void>): Promise<void> {
  for (const piece of pieces) {
    await read(piece)
    await giveWay()
  }
}

export function toPeriodWire(period: Period): Report['period'] {
  const { fromDate, toDate, timezone, from, to, now } = period
  const end = Math.max(from, Math.min(to, Math.floor(now)))
  return {
    from: fromDate,
    to: toDate,
    days: daysOf(period).length,
    start: toSiteIso(from, timezone),
    end: toSiteIso(end, timezone),
  }
}
