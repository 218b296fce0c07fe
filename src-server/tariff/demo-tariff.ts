import type { BayClass } from '../../src-shared/api/fields.ts'
import type { TariffLine, TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'

const RUPEE = 100

/** The demo site's tariff, in paise: what DESIGN names, and for SUVs, electric cars and permits what such a place would ask. */
export const demoTariff: TariffPlan = {
  rates: [
    {
      bay_classes: ['car', 'accessible', 'ev'],
      lines: firstHourThenQuarters(40 * RUPEE, 10 * RUPEE),
      daily_cap_minor: 250 * RUPEE,
    },
    {
      bay_classes: ['suv'],
      lines: firstHourThenQuarters(50 * RUPEE, 15 * RUPEE),
      daily_cap_minor: 300 * RUPEE,
    },
    { bay_classes: ['two_wheeler'], lines: [perHour(15 * RUPEE)], daily_cap_minor: 80 * RUPEE },
    { bay_classes: ['permit'], lines: [flat(0)], daily_cap_minor: null },
  ],
  bands: [
    {
      name: 'Night',
      from: '20:00',
      to: '23:00',
      bay_classes: ['car', 'suv', 'two_wheeler', 'accessible', 'ev'],
      lines: [flat(60 * RUPEE)],
    },
  ],
  cap_per: '24_hours',
  entry_grace_minutes: 10,
  exit_grace_minutes: 10,
  overstay: { kind: 'surcharge', step_minutes: 30, price_minor: 20 * RUPEE },
  lost_ticket_minor: 300 * RUPEE,
  tax: { label: 'GST', rate_bps: 1800, included: true },
}

/**
 * What a real site starts with until its owner sets prices: an hourly price with a cap of ten hours, no tax, permits free.
 * @param currencyDigits the digits of the currency's minor unit: 2 for INR and EUR, 0 for JPY, 3 for KWD
 */
export function plainTariff(currencyDigits = 2): TariffPlan {
  const hour = currencyDigits === 0 ? 200 : 2 * 10 ** currencyDigits
  const paying: BayClass[] = ['car', 'suv', 'two_wheeler', 'accessible', 'ev']
  return {
    rates: [
      { bay_classes: paying, lines: [perHour(hour)], daily_cap_minor: 10 * hour },
      { bay_classes: ['permit'], lines: [flat(0)], daily_cap_minor: null },
    ],
    bands: [],
    cap_per: '24_hours',
    entry_grace_minutes: 10,
    exit_grace_minutes: 10,
    overstay: { kind: 'tariff' },
    lost_ticket_minor: 10 * hour,
    tax: { label: 'Tax', rate_bps: 0, included: true },
  }
}

function flat(price: number): TariffLine {
  return { kind: 'flat', from_minute: 0, to_minute: null, price_minor: price }
}

function perHour(price: number): TariffLine {
  return { kind: 'incrementing', from_minute: 0, to_minute: null, step_minutes: 60, price_minor: price }
}

function firstHourThenQuarters(first: number, quarter: number): TariffLine[] {
  return [
    { kind: 'flat', from_minute: 0, to_minute: 60, price_minor: first },
    { kind: 'incrementing', from_minute: 60, to_minute: null, step_minutes: 15, price_minor: quarter },
  ]
}
