import { parseInstant } from './instant.ts'

/** To make one takes many times as long as to use it, and a clock on a screen uses it each second. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatAt(epochMs: number, timezone: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([language, timezone, options])
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: timezone, ...options })
  formats.set(key, format)
  return format.format(epochMs)
}

/** Time of day on the site's clock, 24 h: `16:20`. @param epochMs milliseconds since the Unix epoch */
export function formatTimeOfDay(epochMs: number, timezone: string, language: string): string {
  return formatAt(epochMs, timezone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Time of day with seconds, 24 h: `16:20:05`. @param epochMs milliseconds since the Unix epoch */
export function formatClock(epochMs: number, timezone: string, language: string): string {
  return formatAt(epochMs, timezone, language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
}

/** The day on the site's calendar in full: `Friday, 5 December 2025`. @param epochMs milliseconds since the epoch */
export function formatDay(epochMs: number, timezone: string, language: string): string {
  return formatAt(epochMs, timezone, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** The day shortly, for a button: `Fri 5 Dec`. @param date a calendar day, YYYY-MM-DD */
export function formatCalendarDate(date: string, language: string): string {
  const noon = parseInstant(`${date}T12:00:00Z`)
  return noon === undefined
    ? date
    : formatAt(noon, 'UTC', language, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** The same in two parts, for one above the other: `Fri` and `5 Dec`. @param date a calendar day, YYYY-MM-DD */
export function formatDayParts(date: string, language: string): { readonly weekday: string; readonly day: string } {
  const noon = parseInstant(`${date}T12:00:00Z`)
  if (noon === undefined) return { weekday: '', day: date }
  return {
    weekday: formatAt(noon, 'UTC', language, { weekday: 'short' }),
    day: formatAt(noon, 'UTC', language, { day: 'numeric', month: 'short' }),
  }
}

/** The calendar day after the given one by so many days, both YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  const noon = parseInstant(`${date}T12:00:00Z`)
  if (noon === undefined) throw new RangeError(`not a calendar day: ${date}`)
  return new Date(noon + days * 86_400_000).toISOString().slice(0, 10)
}

/** How many days lie from one to another, less than none where it is earlier. @param from, to YYYY-MM-DD */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** What is left until a deadline as `m:ss`, never below `0:00`; begun seconds count as whole. @param ms milliseconds */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
