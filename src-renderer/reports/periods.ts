import { MOST_REPORT_DAYS } from '../../src-shared/api/report-schemas.ts'
import { periodNames } from '../../src-shared/api/saved-filter-schemas.ts'
import { addDays } from '../../src-shared/format/site-time.ts'
import { dateOf, readDay } from '../filters/filter-day.ts'

/** Days of the site's calendar, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

export const presets = [...periodNames, 'custom'] as const
export type Preset = (typeof presets)[number]

export interface PeriodChoice {
  readonly preset: Preset
  readonly days: Days
}

/** The days of a choice, by the server's day. @param today YYYY-MM-DD */
export function daysOf(preset: Exclude<Preset, 'custom'>, today: string): Days {
  switch (preset) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'week':
      return { from: addDays(today, -6), to: today }
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today }
  }
}

/** Reads the part of the address after `?`; what makes no sense there is left out. */
export function parsePeriod(query: string, today: string, usual: Exclude<Preset, 'custom'>): PeriodChoice {
  const parameters = new URLSearchParams(query)
  const [from, to] = [readDay(parameters.get('from')), readDay(parameters.get('to'))]
  if (from !== null && to !== null)
    return { preset: 'custom', days: { from: dateOf(from, today), to: dateOf(to, today) } }
  const preset = presets.find((name) => name !== 'custom' && name === parameters.get('days')) ?? usual
  return preset === 'custom' ? { preset: usual, days: daysOf(usual, today) } : { preset, days: daysOf(preset, today) }
}

/** The other way round, added to what else stands in the address. */
export function writePeriod(parameters: URLSearchParams, { preset, days }: PeriodChoice): URLSearchParams {
  const next = new URLSearchParams(parameters)
  for (const name of ['from', 'to', 'days']) next.delete(name)
  if (preset !== 'custom') next.set('days', preset)
  else {
    next.set('from', days.from)
    next.set('to', days.to)
  }
  return next
}

/** What is wrong with days that somebody chose. */
export function faultOf({ from, to }: Days): 'order' | 'length' | undefined {
  if (to < from) return 'order'
  return addDays(from, MOST_REPORT_DAYS - 1) < to ? 'length' : undefined
}

/** As many days right before. */
export function daysBefore({ from, to }: Days): Days {
  let length = 1
  for (let day = from; day < to; day = addDays(day, 1)) length += 1
  return { from: addDays(from, -length), to: addDays(from, -1) }
}
