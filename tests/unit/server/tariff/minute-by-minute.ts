import type { TariffBand, TariffLine, TariffPlan } from '../../../../src-shared/tariff/tariff-plan.ts'

const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** Date and time of day by the runtime's own formatter, and not by the code's calendar. */
function wallClock(ms: number, timeZone: string): { date: string; time: string } {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  const [date = '', time = ''] = format.format(ms).split(' ')
  return { date, time }
}

function covers({ from, to }: TariffBand, time: string): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 1440 * MINUTE).toISOString().slice(0, 10)
}

/** What begins to be due at minute `at` of the lines. @param paid what these lines have charged before */
function dueAt(lines: readonly TariffLine[], at: number, paid: number): number {
  const line = lines.findLast(({ from_minute }) => from_minute <= at)
  if (line === undefined) return 0
  const since = at - line.from_minute
  if (line.kind === 'incrementing') return since % line.step_minutes === 0 ? line.price_minor : 0
  if (since > 0) return 0
  return line.kind === 'flat' ? line.price_minor : line.price_minor - paid
}

/**
 * The price of a car's stay of whole minutes before tax, told minute by minute as an attendant would: look at the clock on
 * the wall, see which lines count, add what begins to be due, stop at the day's cap. Slow, and shares no code with the product.
 */
export function priceByMinute(plan: TariffPlan, timezone: string, enteredAt: number, minutes: number): number {
  const rate = plan.rates[0]!
  const counted = new Map<string, { minutes: number; paid: number }>()
  const days = new Map<string, number>()
  for (let minute = 0; minute < minutes; minute += 1) {
    const { date, time } = wallClock(enteredAt + minute * MINUTE, timezone)
    const band = plan.bands.find((candidate) => covers(candidate, time))
    const night = band && band.from >= band.to && time < band.to ? dayBefore(date) : date
    const key = band === undefined ? 'ordinary' : `${band.name} ${night}`
    const meter = counted.get(key) ?? { minutes: 0, paid: 0 }
    counted.set(key, meter)
    const due = dueAt(band?.lines ?? rate.lines, meter.minutes, meter.paid)
    meter.minutes += 1
    meter.paid += due
    const day = plan.cap_per === 'calendar_day' ? date : String(Math.floor(minute / 1440))
    days.set(day, Math.min(rate.daily_cap_minor ?? Infinity, (days.get(day) ?? 0) + due))
  }
  return [...days.values()].reduce((sum, due) => sum + due, 0)
}
