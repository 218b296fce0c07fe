import { describe, expect, it } from 'vitest'
import { priceStay } from '../../../../src-server/tariff/price-stay.ts'
import { BayClass } from '../../../../src-shared/api/fields.ts'
import type { TariffBand, TariffLine, TariffPlan } from '../../../../src-shared/tariff/tariff-plan.ts'

const flat = (price_minor: number): TariffLine => ({ kind: 'flat', from_minute: 0, to_minute: null, price_minor })
const perStep = (step_minutes: number, price_minor: number): TariffLine => ({
  kind: 'incrementing',
  from_minute: 0,
  to_minute: null,
  step_minutes,
  price_minor,
})

/** One unit an hour by day, and bands as given. */
function plan(bands: readonly Pick<TariffBand, 'from' | 'to' | 'lines'>[], more: Partial<TariffPlan> = {}): TariffPlan {
  return {
    rates: [{ bay_classes: [...BayClass.options], lines: [perStep(60, 1)], daily_cap_minor: null }],
    bands: bands.map((band, index) => ({ name: `Band ${index}`, bay_classes: ['car'], ...band })),
    cap_per: '24_hours',
    entry_grace_minutes: 0,
    exit_grace_minutes: 0,
    overstay: { kind: 'tariff' },
    lost_ticket_minor: 0,
    tax: { label: 'VAT', rate_bps: 0, included: true },
    ...more,
  }
}

function price(tariff: TariffPlan, timezone: string, from: string, to: string): number {
  const stay = { plan: tariff, bayClass: 'car', timezone, enteredAt: Date.parse(from), leftAt: Date.parse(to) } as const
  return priceStay(stay).total_minor
}

describe('a day whose clock changes', () => {
  const none = plan([])

  it.each([
    ['Europe/London', '2025-03-30T00:00:00+00:00', '2025-03-31T00:00:00+01:00', 23],
    ['Europe/London', '2025-10-26T00:00:00+01:00', '2025-10-27T00:00:00+00:00', 25],
    ['America/New_York', '2025-03-09T00:00:00-05:00', '2025-03-10T00:00:00-04:00', 23],
    ['America/New_York', '2025-11-02T00:00:00-04:00', '2025-11-03T00:00:00-05:00', 25],
    // Half an hour is changed, and half an hour is a started one.
    ['Australia/Lord_Howe', '2025-04-06T00:00:00+11:00', '2025-04-07T00:00:00+10:30', 25],
    ['Australia/Lord_Howe', '2025-10-05T00:00:00+10:30', '2025-10-06T00:00:00+11:00', 24],
    ['Asia/Kolkata', '2025-12-05T00:00:00+05:30', '2025-12-06T00:00:00+05:30', 24],
  ])('%s from %s to %s costs its %i started hours', (timezone, from, to, hours) => {
    expect(price(none, timezone, from, to)).toBe(hours)
  })

  it('has in a band the hours that its clock shows', () => {
    // From 00:00 to 04:00 by the clock: 3 hours in spring, 5 in autumn, of which the band has 01:00–03:00: 1 and 3.
    const night = plan([{ from: '01:00', to: '03:00', lines: [perStep(60, 100)] }])
    expect(price(night, 'Europe/London', '2025-03-30T00:00:00+00:00', '2025-03-30T04:00:00+01:00')).toBe(102)
    expect(price(night, 'Europe/London', '2025-10-26T00:00:00+01:00', '2025-10-26T04:00:00+00:00')).toBe(302)
    expect(price(night, 'Europe/London', '2025-12-05T00:00:00+00:00', '2025-12-05T04:00:00+00:00')).toBe(202)
  })

  it('does not have a band whose hours its clock skips', () => {
    const night = plan([{ from: '01:00', to: '02:00', lines: [flat(100)] }])
    expect(price(night, 'Europe/London', '2025-03-30T00:00:00+00:00', '2025-03-30T04:00:00+01:00')).toBe(3)
  })

  it('asks a flat price once for hours that its clock shows twice', () => {
    const night = plan([{ from: '01:15', to: '01:45', lines: [flat(100)] }])
    // The band is there twice, for an hour in all; the other four hours are by the hour.
    expect(price(night, 'Europe/London', '2025-10-26T00:00:00+01:00', '2025-10-26T04:00:00+00:00')).toBe(104)
  })
})

describe('a night past midnight', () => {
  const night = plan([{ from: '22:00', to: '06:00', lines: [flat(100)] }])

  it.each([
    ['an evening and the morning after are one night', '2025-12-05T23:00:00Z', '2025-12-06T05:00:00Z', 100],
    ['coming after midnight is the same night', '2025-12-06T01:00:00Z', '2025-12-06T05:00:00Z', 100],
    ['two nights are two prices', '2025-12-05T23:00:00Z', '2025-12-07T05:00:00Z', 216],
    ['the evening of the same day is another night', '2025-12-05T05:00:00Z', '2025-12-05T23:00:00Z', 216],
    ['its hours end with the minute', '2025-12-05T06:00:00Z', '2025-12-05T22:00:00Z', 16],
  ])('%s', (_, from, to, amount) => {
    expect(price(night, 'UTC', from, to)).toBe(amount)
  })

  it('counts towards the cap of the day in which it fell due', () => {
    const rates = [{ bay_classes: [...BayClass.options], lines: [perStep(60, 10)], daily_cap_minor: 120 }]
    const capped = { ...night, rates, cap_per: 'calendar_day' } as const
    // 5 December: 4 × 10 and the night's 100, at most 120. 6 December: the night is paid; 06:00–09:00 is 3 × 10.
    expect(price(capped, 'UTC', '2025-12-05T18:00:00Z', '2025-12-06T09:00:00Z')).toBe(150)
    expect(price({ ...capped, cap_per: '24_hours' }, 'UTC', '2025-12-05T18:00:00Z', '2025-12-06T09:00:00Z')).toBe(120)
  })
})

describe('the day of a cap', () => {
  const rates = [{ bay_classes: [...BayClass.options], lines: [perStep(60, 10)], daily_cap_minor: 50 }]

  it('is 24 hours from entry', () => {
    const tariff = plan([], { rates })
    expect(price(tariff, 'UTC', '2025-12-05T20:00:00Z', '2025-12-06T20:00:00Z')).toBe(50)
    expect(price(tariff, 'UTC', '2025-12-05T20:00:00Z', '2025-12-06T20:00:01Z')).toBe(60)
  })

  it('or the site’s calendar day, whatever its length', () => {
    const tariff = plan([], { rates, cap_per: 'calendar_day' })
    expect(price(tariff, 'UTC', '2025-12-05T20:00:00Z', '2025-12-06T20:00:00Z')).toBe(90)
    expect(price(tariff, 'Europe/London', '2025-10-26T00:00:00+01:00', '2025-10-27T00:00:00+00:00')).toBe(50)
  })
})
