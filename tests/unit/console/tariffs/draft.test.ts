import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoTariff, plainTariff } from '../../../../src-server/tariff/demo-tariff.ts'
import { draftOf, type Draft } from '../../../../src-renderer/tariffs/editor/draft.ts'
import {
  classGiven,
  groupAdded,
  lineAdded,
  lineRemoved,
} from '../../../../src-renderer/tariffs/editor/draft-changes.ts'
import { readDraft } from '../../../../src-renderer/tariffs/editor/draft-plan.ts'
import { lengthText, parseLengthText } from '../../../../src-renderer/tariffs/editor/length-text.ts'
import { english } from '../../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../../src-shared/i18n/translate.ts'
import { anyPlan } from '../../server/tariff/any-plan.ts'

const t = createTranslator('en', english)
const first = draftOf(demoTariff, 2)
const pathsOf = (draft: Draft) => readDraft(draft, 2, t).findings.map(({ path }) => path)

describe('a draft', () => {
  it.each([
    [demoTariff, 2],
    [plainTariff(0), 0],
    [plainTariff(3), 3],
  ])('reads back as the plan that it is a copy of', (plan, digits) => {
    expect(readDraft(draftOf(plan, digits), digits, t).plan).toEqual(plan)
  })

  it('reads back any plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { plan: read } = readDraft(draftOf(plan, 2), 2, t)
        const bands = plan.bands.map((band) => (band.to === '00:00' ? { ...band, to: '24:00' } : band))
        expect(read).toEqual({ ...plan, bands })
      }),
    )
  })

  it('names each field that cannot be read, and has no plan until then', () => {
    const draft: Draft = { ...first, lostTicket: '1,500', entryGrace: '25 h', taxRate: '101' }
    expect(readDraft(draft, 2, t).plan).toBeNull()
    expect(pathsOf(draft)).toEqual(['entry_grace_minutes', 'lost_ticket_minor', 'tax.rate_bps'])
    expect(pathsOf({ ...first, taxLabel: ' ' })).toEqual(['tax.label'])
  })

  it('puts errors before warnings', () => {
    const [rate, ...others] = first.rates
    const draft = { ...first, rates: [{ ...rate!, cap: '10' }, ...others] }
    expect(readDraft(draft, 2, t).findings.map(({ severity }) => severity)).toEqual(['error', 'warning'])
  })

  it('keeps its lines without a gap, however they are split and removed', () => {
    const steps = fc.array(fc.record({ adds: fc.boolean(), at: fc.nat(5) }), { maxLength: 12 })
    fc.assert(
      fc.property(steps, (changes) => {
        let { lines } = first.rates[0]!
        for (const { adds, at } of changes) {
          const place = at % lines.length
          lines = adds ? lineAdded(lines, place) : lineRemoved(lines, place)
        }
        const draft = { ...first, rates: first.rates.map((rate, index) => (index === 0 ? { ...rate, lines } : rate)) }
        const gaps = readDraft(draft, 2, t).findings.filter(({ words }) =>
          /covers|begin there|minute 0|no end/.test(words),
        )
        expect(gaps).toEqual([])
      }),
    )
  })

  it('gives a class to one group only, and a new group what is left', () => {
    const moved = classGiven(first, 1, 'car', true)
    expect(moved.rates.map(({ classes }) => classes)).toEqual([
      ['accessible', 'ev'],
      ['car', 'suv'],
      ['two_wheeler'],
      ['permit'],
    ])
    expect(groupAdded(classGiven(first, 0, 'ev', false)).rates.at(-1)?.classes).toEqual(['ev'])
  })
})

describe('a length of time', () => {
  it.each([
    ['90', 90],
    ['90 min', 90],
    ['1:30', 90],
    ['2 h', 120],
    ['2h30', 150],
    ['2 h 30 min', 150],
    ['', undefined],
    ['1:60', undefined],
    ['-5', undefined],
    ['1.5 h', undefined],
  ])('%j is %s minutes', (text, minutes) => {
    expect(parseLengthText(text)).toBe(minutes)
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.nat(525_600), (minutes) => {
        expect(parseLengthText(lengthText(minutes))).toBe(minutes)
      }),
    )
  })
})
