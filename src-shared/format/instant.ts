const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/
const OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/
const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whether the text is a day that exists, as YYYY-MM-DD: 2025-02-29 is not one. */
export function isCalendarDate(text: string): boolean {
  const match = CALENDAR_DATE.exec(text)
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/**
 * Reads an ISO 8601 instant that carries an offset.
 * @returns milliseconds since the Unix epoch (whole; finer digits are dropped), or undefined when the text is not an
 *   instant, lacks an offset, or names a date or time of day that does not exist.
 */
export function parseInstant(text: string): number | undefined {
  const match = INSTANT.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset = 'Z'] = match
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offsetMinutes = parseOffsetMinutes(offset)
  if (offsetMinutes === undefined) return undefined
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const time = [Number(hour), Number(minute), Number(second), millis] as const
  // By way of a leap year, because Date.UTC takes the years 1 to 99 for 1901 to 1999.
  const local = new Date(Date.UTC(2000, Number(month) - 1, Number(day), ...time)).setUTCFullYear(Number(year))
  return local - offsetMinutes * 60_000
}

/** How far the clock of an ISO 8601 instant is ahead of UTC, in ms; undefined when the text ends in no offset. */
export function parseOffset(text: string): number | undefined {
  const offset = OFFSET.exec(text)?.[0]
  const minutes = offset === undefined ? undefined : parseOffsetMinutes(offset)
  return minutes === undefined ? undefined : minutes * 60_000
}

function parseOffsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(4, 6))
  if (hours > 23 || minutes > 59) return undefined
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** An instant as it is sent, in UTC: `2025-12-05T07:30:00.000Z`. @param epochMs milliseconds since the Unix epoch */
export function formatInstant(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
