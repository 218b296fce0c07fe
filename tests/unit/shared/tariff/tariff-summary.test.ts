import { describe, expect, it } from 'vitest'
import { demoTariff, plainTariff } from '../../../../src-server/tariff/demo-tariff.ts'
import { tariffSummary } from '../../../../src-shared/tariff/tariff-summary.ts'
import { english } from '../../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../../src-shared/i18n/translate.ts'
import { planProblems } from '../../../../src-shared/tariff/plan-problems.ts'
import type { TariffLine } from '../../../../src-shared/tariff/tariff-plan.ts'

const t = createTranslator('en', english)

/** @param lines kind, end, price, step, each line beginning where the one before ended */
function joined(...parts: [TariffLine['kind'], number | null, number, number?][]): TariffLine[] {
  let begin = 0
  return parts.map(([kind, to_minute, price_minor, step_minutes = 60]) => {
    const range = { from_minute: begin, to_minute, price_minor }
    begin = to_minute ?? begin
    return kind === 'incrementing' ? { kind, ...range, step_minutes } : { kind, ...range }
  })
}

function carPoster(lines: TariffLine[], cap: number | null = null): string | undefined {
  const rates = [{ bay_classes: ['car' as const], lines, daily_cap_minor: cap }]
  return tariffSummary({ ...demoTariff, rates, bands: [] }, 'EUR', t)[0]
}

describe('the poster', () => {
  it('says the demo tariff', () => {
    expect(tariffSummary(demoTariff, 'INR', t)).toEqual([
      'Car, Accessible, EV: ₹40 first hour, then ₹10 per 15 min, at most ₹250',
      'SUV: ₹50 first hour, then ₹15 per 15 min, at most ₹300',
      'Two-wheeler: ₹15 per hour, at most ₹80',
      'Night 20:00–23:00: ₹60',
    ])
  })

  it.each([
    [carPoster(joined(['flat', null, 500])), 'Car: €5'],
    [carPoster(joined(['flat', null, 0])), 'Car: free'],
    [
      carPoster(joined(['flat', 30, 0], ['incrementing', null, 150, 120])),
      'Car: €0 first 30 min, then €1.50 per 2 hours',
    ],
    [carPoster(joined(['incrementing', 60, 200], ['flat', null, 500])), 'Car: €2 first hour, then €5 flat'],
    [
      carPoster(joined(['incrementing', 120, 200], ['flat', 180, 100], ['incrementing', null, 300])),
      'Car: €2 per hour up to 2 h, then €1 up to 3 h, then €3 per hour',
    ],
    [
      carPoster(joined(['tiered', 60, 200], ['tiered', 150, 300], ['tiered', null, 900]), 800),
      'Car: €2 up to 1 h, then €3 up to 2 h 30 min, then €9 in all, at most €8',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })

  it('names the classes of a band that is not for everyone who pays, and a day where the cap goes by it', () => {
    const bands = demoTariff.bands.map((band) => ({ ...band, bay_classes: ['car' as const, 'ev' as const] }))
    const said = tariffSummary({ ...demoTariff, bands, cap_per: 'calendar_day' }, 'INR', t)
    expect(said.at(-1)).toBe('Night 20:00–23:00, Car, EV: ₹60')
    expect(said[2]).toBe('Two-wheeler: ₹15 per hour, at most ₹80 a day')
  })
})

describe('the tariffs that come with Kerbside', () => {
  it.each([
    ['demo', demoTariff],
    ['plain', plainTariff()],
    ['plain, in yen', plainTariff(0)],
    ['plain, in dinars', plainTariff(3)],
  ])('%s: no errors and no warnings', (_, tariff) => {
    expect(planProblems(tariff)).toEqual([])
  })

  it.each([
    [0, 'JPY', '¥200 per hour, at most ¥2,000'],
    [2, 'EUR', '€2 per hour, at most €20'],
    [3, 'KWD', 'KWD 2 per hour, at most KWD 20'],
  ])('a plain tariff of %i digits is in %s', (digits, currency, said) => {
    const [line = ''] = tariffSummary(plainTariff(digits), currency, t)
    expect(line.replaceAll('\u00a0', ' ')).toBe(`Car, SUV, Two-wheeler, Accessible, EV: ${said}`)
  })
})
