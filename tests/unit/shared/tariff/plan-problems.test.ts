import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { english } from '../../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../../src-shared/i18n/translate.ts'
import { isUsable, planProblems } from '../../../../src-shared/tariff/plan-problems.ts'
import {
  TariffPlan,
  type TariffBand,
  type TariffLine,
  type TariffRate,
} from '../../../../src-shared/tariff/tariff-plan.ts'

const open: TariffLine = { kind: 'incrementing', from_minute: 0, to_minute: null, step_minutes: 60, price_minor: 100 }
const flat = (from_minute: number, to_minute: number | null, price_minor = 100): TariffLine => ({
  kind: 'flat',
  from_minute,
  to_minute,
  price_minor,
})
const tier = (from_minute: number, to_minute: number | null, price_minor: number): TariffLine => ({
  kind: 'tiered',
  from_minute,
  to_minute,
  price_minor,
})
const rate: TariffRate = {
  bay_classes: ['car', 'suv', 'two_wheeler', 'accessible', 'ev', 'permit'],
  lines: [open],
  daily_cap_minor: null,
}
const night: TariffBand = {
  name: 'Night',
  from: '22:00',
  to: '06:00',
  bay_classes: ['car', 'suv'],
  lines: [flat(0, null)],
}
const plan: TariffPlan = {
  rates: [rate],
  bands: [],
  cap_per: '24_hours',
  entry_grace_minutes: 10,
  exit_grace_minutes: 10,
  overstay: { kind: 'tariff' },
  lost_ticket_minor: 0,
  tax: { label: 'VAT', rate_bps: 2000, included: true },
}

/** `error path key`, the key without what all have in common. */
function found(changed: Partial<TariffPlan>): string[] {
  return planProblems({ ...plan, ...changed }).map(
    ({ severity, path, key }) => `${severity} ${path} ${key.replace('tariff.problem.', '')}`,
  )
}
const lines = (...all: TariffLine[]) => found({ rates: [{ ...rate, lines: all }] })

describe('the classes of a plan', () => {
  it('are each covered once', () => {
    expect(found({})).toEqual([])
    expect(found({ rates: [{ ...rate, bay_classes: ['car', 'suv', 'two_wheeler', 'accessible'] }] })).toEqual([
      'error rates class_missing',
      'error rates class_missing',
    ])
    expect(found({ rates: [rate, { ...rate, bay_classes: ['ev'] }] })).toEqual([
      'error rates.1.bay_classes.0 class_twice',
    ])
  })
})

describe('the lines of a rate', () => {
  it.each<[string, string[], string[]]>([
    ['join', lines(flat(0, 60), flat(60, 120), { ...open, from_minute: 120 }), []],
    [
      'begin at 0',
      lines(flat(10, 60), { ...open, from_minute: 60 }),
      ['error rates.0.lines.0.from_minute first_line_late'],
    ],
    ['leave no gap', lines(flat(0, 60), { ...open, from_minute: 61 }), ['error rates.0.lines.1.from_minute line_gap']],
    [
      'do not overlap',
      lines(flat(0, 60), { ...open, from_minute: 59 }),
      ['error rates.0.lines.1.from_minute line_overlap'],
    ],
    ['end after they begin', lines(flat(0, 0), open), ['error rates.0.lines.0.to_minute line_empty']],
    ['go on for ever', lines(flat(0, 60), flat(60, 90)), ['error rates.0.lines.1.to_minute last_line_ends']],
    ['have nothing after the one that does', lines(open, flat(60, null)), ['error rates.0.lines.1 line_after_open']],
    [
      'have no tier that is cheaper',
      lines(flat(0, 60, 300), tier(60, 120, 299), { ...open, from_minute: 120 }),
      ['error rates.0.lines.1.price_minor tier_cheaper'],
    ],
    ['may have one that is not', lines(flat(0, 60, 300), tier(60, 120, 300), { ...open, from_minute: 120 }), []],
    ['may end in one price', lines(flat(0, 60), flat(60, null)), ['warning rates.0.lines.1 price_ends']],
    ['may be one price', lines(flat(0, null)), []],
    [
      'may cut a step',
      lines({ ...open, to_minute: 90 }, { ...open, from_minute: 90 }),
      ['warning rates.0.lines.0.step_minutes step_cut'],
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toEqual(expected)
  })

  it('are checked wherever lines stand', () => {
    const late = [flat(1, null)]
    expect(found({ bands: [{ ...night, lines: late }], overstay: { kind: 'lines', lines: late } })).toEqual([
      'error bands.0.lines.0.from_minute first_line_late',
      'error overstay.lines.0.from_minute first_line_late',
    ])
  })
})

describe('the bands of a plan', () => {
  const two = (from: string, to: string, more: Partial<TariffBand> = {}) =>
    found({ bands: [night, { ...night, name: 'Other', from, to, ...more }] })

  it.each<[string, string, boolean]>([
    ['06:00', '22:00', false],
    ['06:00', '22:01', true],
    ['05:59', '07:00', true],
    ['00:00', '01:00', true],
    ['23:00', '24:00', true],
    ['21:00', '07:00', true],
    ['00:00', '24:00', true],
    ['12:00', '13:00', false],
  ])('from 22:00 to 06:00, and from %s to %s: overlap %s', (from, to, overlap) => {
    expect(two(from, to)).toEqual(overlap ? ['error bands.1.from band_overlap'] : [])
  })

  it('may overlap where no class has both', () => {
    expect(two('23:00', '01:00', { bay_classes: ['ev'] })).toEqual([])
  })

  it('have a length, and name a class once', () => {
    expect(found({ bands: [{ ...night, to: '22:00' }] })).toEqual(['error bands.0.to band_empty'])
    // Without a length, it overlaps nothing.
    expect(two('12:00', '12:00')).toEqual(['error bands.1.to band_empty'])
    expect(found({ bands: [{ ...night, bay_classes: ['car', 'car'] }] })).toEqual([
      'error bands.0.bay_classes.1 class_twice',
    ])
  })
})

describe('the cap', () => {
  const capped = (cap: number, more: Partial<TariffPlan> = {}) =>
    found({ rates: [{ ...rate, daily_cap_minor: cap }], lost_ticket_minor: cap, ...more })

  it('is not below the first price', () => {
    expect(capped(100)).toEqual([])
    expect(capped(99)).toEqual(['error rates.0.daily_cap_minor cap_below_first'])
  })

  it('is compared with bands and with the lost ticket, as a warning', () => {
    expect(capped(100, { bands: [{ ...night, lines: [flat(0, null, 101)] }] })).toEqual([
      'warning rates.0.daily_cap_minor cap_below_band',
    ])
    expect(capped(100, { lost_ticket_minor: 99 })).toEqual(['warning lost_ticket_minor lost_ticket_cheap'])
  })
})

describe('a plan', () => {
  it('is usable with warnings, not with errors', () => {
    expect(isUsable({ ...plan, rates: [{ ...rate, lines: [flat(0, 60), flat(60, null)] }] })).toBe(true)
    expect(isUsable({ ...plan, rates: [] })).toBe(false)
  })

  it('has problems that can be said', () => {
    const t = createTranslator('en', english)
    const broken = { ...plan, rates: [{ ...rate, lines: [flat(0, 60), flat(70, null)] }] }
    expect(planProblems(broken).map(({ key, values }) => t(key, values))).toEqual([
      'No line covers the time from minute 60 to minute 70.',
    ])
  })

  it('counts a cap by 24 hours where it does not say', () => {
    const { cap_per: _, ...rest } = plan
    expect(v.parse(TariffPlan, rest).cap_per).toBe('24_hours')
  })

  it.each([
    ['a member that no plan has', { ...plan, colour: 'red' }],
    ['half a minor unit', { ...plan, lost_ticket_minor: 0.5 }],
    ['a price below nothing', { ...plan, lost_ticket_minor: -1 }],
    ['an hour that no day has', { ...plan, bands: [{ ...night, from: '24:00' }] }],
    ['steps of no length', { ...plan, rates: [{ ...rate, lines: [{ ...open, step_minutes: 0 }] }] }],
    ['steps on a flat line', { ...plan, rates: [{ ...rate, lines: [{ ...flat(0, null), step_minutes: 5 }] }] }],
    ['a tax of more than the price', { ...plan, tax: { ...plan.tax, rate_bps: 10_001 } }],
  ])('with %s is none', (_, notAPlan) => {
    expect(v.is(TariffPlan, notAPlan)).toBe(false)
  })
})
