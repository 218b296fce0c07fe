import { Temporal } from 'temporal-polyfill'

/** A day on the site's calendar as instants: [from, to) in ms since the epoch. A day may have 23, 24, 24.5 or 25 hours. */
export interface DayBounds {
  readonly from: number
  readonly to: number
}

function zoned(ms: number, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timezone)
}

/** The site's calendar day at an instant, YYYY-MM-DD. @param ms milliseconds since the epoch */
export function dateAt(ms: number, timezone: string): string {
  return zoned(ms, timezone).toPlainDate().toString()
}

/** ISO weekday of a calendar day: 1 is Monday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

export function dayBounds(date: string, timezone: string): DayBounds {
  const day = Temporal.PlainDate.from(date)
  return {
    from: day.toZonedDateTime(timezone).epochMilliseconds,
    to: day.add({ days: 1 }).toZonedDateTime(timezone).epochMilliseconds,
  }
}

/**
 * The instant of a local time of day. A time that a clock change skips is taken as long after the change as it was
 * meant to be; a time that comes twice is the first of the two ("compatible", RFC 5545).
 * @param time HH:MM, or 24:00 for the end of the day
 * @returns milliseconds since the epoch
 */
export function instantOf(date: string, time: string, timezone: string): number {
  if (time === '24:00') return dayBounds(date, timezone).to
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds
}

/** An instant as the wire carries it: ISO 8601 with the site's offset, in whole seconds unless it has milliseconds. */
export function toSiteIso(ms: number, timezone: string): string {
  return zoned(ms, timezone).toString({ timeZoneName: 'never' })
}

/** Time of day on the site's clock, `15:30`. */
export function timeLabel(ms: number, timezone: string): string {
  return zoned(ms, timezone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The offset from UTC at an instant, as `+05:30`. */
export function offsetLabel(ms: number, timezone: string): string {
  return zoned(ms, timezone).offset
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
    const local = zoned(at, timezone)
    const change = local.getTimeZoneTransition('next')?.epochMilliseconds ?? to
    const end = Math.min(to, change)
    spans.push({ from: at, to: end, offsetMs: local.offsetNanoseconds / 1_000_000 })
    at = end
  }
  return spans
}
