import { describe, expect, it } from 'vitest'
import { english } from '../../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../../src-shared/i18n/translate.ts'
import type { BreakdownLine } from '../../../../src-shared/tariff/breakdown.ts'
import { lineWords } from '../../../../src-shared/tariff/line-words.ts'

const t = createTranslator('en', english)
const base: BreakdownLine = {
  kind: 'flat',
  part: 'stay',
  band: null,
  label: { key: 'tariff.line.flat.whole', values: {} },
  from: '2025-12-05T10:00:00+05:30',
  to: '2025-12-05T12:00:00+05:30',
  minutes: 120,
  amount_minor: 6000,
}
const night = { name: 'Night', from: '20:00', to: '23:00' }

describe('the words of a line', () => {
  it.each<[Partial<BreakdownLine>, string]>([
    [{ label: { key: 'tariff.line.flat.first', values: { until_minutes: 60 } } }, 'First 1 h'],
    [
      { label: { key: 'tariff.line.flat.next', values: { start_minutes: 60, until_minutes: 90 } } },
      'From 1 h to 1 h 30 min',
    ],
    [{ label: { key: 'tariff.line.grace', values: { grace_minutes: 10 } } }, 'Free: no longer than 10 min'],
    [{ label: { key: 'tariff.line.cap.24_hours', values: { cap_minor: 25_000 } } }, 'At most ₹250.00 in 24 hours'],
    [{ band: night }, 'Night 20:00–23:00: Flat price'],
    [
      {
        part: 'overstay',
        label: { key: 'tariff.line.incrementing', values: { steps: 7, step_minutes: 15, price_minor: 1000 } },
      },
      'After the booked end: 7 × 15 min at ₹10.00',
    ],
  ])('%o: %s', (line, words) => {
    expect(lineWords({ ...base, ...line }, 'INR', t)).toBe(words)
  })
})
