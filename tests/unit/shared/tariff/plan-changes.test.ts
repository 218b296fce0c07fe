import { describe, expect, it } from 'vitest'
import { demoTariff } from '../../../../src-server/tariff/demo-tariff.ts'
import { english } from '../../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../../src-shared/i18n/translate.ts'
import { planChanges } from '../../../../src-shared/tariff/plan-changes.ts'
import type { TariffPlan } from '../../../../src-shared/tariff/tariff-plan.ts'

const t = createTranslator('en', english)
const changes = (part: Partial<TariffPlan>) => planChanges(demoTariff, { ...demoTariff, ...part }, 'INR', t)

describe('what changes between two tariffs', () => {
  it('is nothing between equals', () => {
    expect(changes({})).toEqual([])
  })

  it('is told once for the classes that change alike', () => {
    const [car, ...others] = demoTariff.rates
    expect(changes({ rates: [{ ...car!, daily_cap_minor: null }, ...others] })).toEqual([
      {
        what: 'Car, Accessible, EV',
        before: '₹40 first hour, then ₹10 per 15 min, at most ₹250',
        after: '₹40 first hour, then ₹10 per 15 min',
      },
    ])
  })

  it('is nothing where classes are only grouped another way', () => {
    const [car, ...others] = demoTariff.rates
    const split = car!.bay_classes.map((bayClass) => ({ ...car!, bay_classes: [bayClass] }))
    expect(changes({ rates: [...split, ...others] })).toEqual([])
  })

  it('names bands that come, go and change', () => {
    const [night] = demoTariff.bands
    const after = changes({
      bands: [
        { ...night!, from: '21:00' },
        { ...night!, name: 'Early', from: '05:00', to: '07:00' },
      ],
    })
    expect(after.map(({ what, before }) => [what, before === null])).toEqual([
      ['Night', false],
      ['Early', true],
    ])
    expect(changes({ bands: [] })).toMatchObject([{ what: 'Night', after: null }])
  })

  it('says each rule that changes', () => {
    const after = changes({
      entry_grace_minutes: 0,
      exit_grace_minutes: 15,
      overstay: { kind: 'tariff' },
      lost_ticket_minor: 50_000,
      tax: { label: 'VAT', rate_bps: 1250, included: false },
    })
    expect(after).toEqual([
      { what: 'Free up to', before: '10 min', after: 'none' },
      { what: 'Time to leave after paying', before: '10 min', after: '15 min' },
      {
        what: 'After a booked end',
        before: 'priced as a new stay, and ₹20 more per 30 min',
        after: 'priced as a new stay',
      },
      { what: 'Lost ticket', before: 'at least ₹300', after: 'at least ₹500' },
      { what: 'Tax', before: 'GST 18%, included in the prices', after: 'VAT 12.5%, on top of the prices' },
    ])
  })
})
