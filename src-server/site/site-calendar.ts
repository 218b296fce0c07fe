import { Temporal } from 'temporal-polyfill'
import { formatInstant } from '../../src-shared/format/instant.ts'
import { remembered } from './remembered.ts'
import { steadyAt } from './zone-offset.ts'

/** A day on the site's calendar as instants: [from, to) in ms since the epoch. A day may have 23, 24, 24.5 or 25 hours. */
export interface DayBounds {
  readonly from: number
  readonly to: number
}

function zoned(ms: number, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timezone)
}

const MINUTE = 60_000
/** The years 1 to 9998, whose dates are written with four digits in every zone, in ms since the epoch. */
const PLAIN = { from: -62_135_510_400_000, to: 253_370_678_400_000 }

/**
 * What the site's clock shows at an instant, as `2025-12-05T12:45:22.500`, and its distance from UTC in minutes.
 * @returns undefined where it takes more than arithmetic: years of five digits, offsets with seconds
 */
function wallText(ms: number, timezone: string): { text: string; offset: number } | undefined {
  const offset = plainOffset(ms, timezone)
  if (offset === undefined) return undefined
  return { text: formatInstant(Math.floor(ms) + offset).slice(0, -1), offset: offset / MINUTE }
}

/** Local time minus UTC in ms; undefined where a local time takes more than arithmetic. */
function plainOffset(ms: number, timezone: string): number | undefined {
  if (!(ms >= PLAIN.from && ms < PLAIN.to)) return undefined
  const { offsetMs } = steadyAt(ms, timezone)
  return offsetMs % MINUTE === 0 ? offsetMs : undefined
}

function offsetText(minutes: number): string {
  const away = Math.abs(minutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

const DAY = 86_400_000
/** The days that a site has to do with, each written once: many times for each booking it is asked what day it is. */
const dayText = remembered((day: number): string => formatInstant(day * DAY).slice(0, 10))

/** The site's calendar day at an instant, YYYY-MM-DD. @param ms milliseconds since the epoch */
export function dateAt(ms: number, timezone: string): string {
  const offset = plainOffset(ms, timezone)
  if (offset === undefined) return zoned(ms, timezone).toPlainDate().toString()
  return dayText(Math.floor((Math.floor(ms) + offset) / DAY))
}

/** ISO weekday of a calendar day: 1 is Monday. */
export const weekdayOf = remembered((date: string): number => Temporal.PlainDate.from(date).dayOfWeek)

export const plusDays = remembered((date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString(),
)

export const dayBounds = remembered((date: string, timezone: string): DayBounds => {
  const day = Temporal.PlainDate.from(date)
  return {
    from: day.toZonedDateTime(timezone).epochMilliseconds,
    to: day.add({ days: 1 }).toZonedDateTime(timezone).epochMilliseconds,
  }
})

/**
 * The instant of a local time of day. A time that a clock change skips is taken as long after the change as it was
 * meant to be; a time that comes twice is the first of the two ("compatible", RFC 5545).
 * @param time HH:MM, or 24:00 for the end of the day
 * @returns milliseconds since the epoch
 */
export const instantOf = remembered((date: string, time: string, timezone: string): number => {
  if (time === '24:00') return dayBounds(date, timezone).to
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds
})

/** An instant as the wire carries it: ISO 8601 with the site's offset, in whole seconds unless it has milliseconds. */
export function toSiteIso(ms: number, timezone: string): string {
  const wall = wallText(ms, timezone)
  if (wall === undefined) return zoned(ms, timezone).toString({ timeZoneName: 'never' })
  return `${wall.text.replace(/\.?0+$/, '')}${offsetText(wall.offset)}`
}

/** Time of day on the site's clock, `15:30`. */
export function timeLabel(ms: number, timezone: string): string {
  const wall = wallText(ms, timezone)
  return wall?.text.slice(11, 16) ?? zoned(ms, timezone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The offset from UTC at an instant, as `+05:30`. */
export function offsetLabel(ms: number, timezone: string): string {
  const wall = wallText(ms, timezone)
  return wall === undefined ? zoned(ms, timezone).offset : offsetText(wall.offset)
}

/** A stretch of time, [from, to) in ms since the epoch, in which the site's clock keeps one distance from UTC. */
export interface OffsetSpan extends DayBounds {
  /** Local time minus UTC, in ms: what the site's clock shows at t is t + offsetMs. */
  readonly offsetMs: number
}

/** Cuts [from, to) at each change of the zone's offset. Empty where `to` is not after `from`. */
export function offsetSpans(from: number, to: number, timezone: string): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = []
  for (let at = from; at < to;) {
    const steady = steadyAt(at, timezone)
    const end = Math.min(to, steady.to)
    spans.push({ from: at, to: end, offsetMs: steady.offsetMs })
    at = end
  }
  return spans
}
