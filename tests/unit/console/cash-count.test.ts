import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denominationsOf, faceValue, keyOf, sumOf } from '../../../src-renderer/cash/denominations.ts'
import { varianceWords } from '../../../src-renderer/cash/variance-words.ts'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'

const namesOf = (currency: string) => denominationsOf(currency).map(keyOf)

describe('the notes and coins of a currency', () => {
  it('are those in hand in India, where 20 and 10 are both', () => {
    expect(namesOf('INR')).toEqual([
      ...['note 50000', 'note 20000', 'note 10000', 'note 5000', 'note 2000', 'note 1000'],
      ...['coin 2000', 'coin 1000', 'coin 500', 'coin 200', 'coin 100'],
    ])
  })

  it('are usual ones elsewhere, down to the minor unit', () => {
    expect(namesOf('EUR')).toContain('coin 1')
    expect(namesOf('EUR')[0]).toBe('note 10000')
  })

  it('are whole units where a currency has no other', () => {
    expect(namesOf('JPY')[0]).toBe('note 10000')
    expect(namesOf('JPY').at(-1)).toBe('coin 1')
  })

  it('are called by what stands on them', () => {
    expect(faceValue({ kind: 'note', minor: 50_000 }, 'INR', 'en')).toBe('₹500')
    expect(faceValue({ kind: 'coin', minor: 50 }, 'EUR', 'en')).toBe('€0.50')
  })

  it.each(['INR', 'EUR', 'JPY', 'KWD'])('of %s are whole minor units, each once', (currency) => {
    const all = denominationsOf(currency)
    expect(all.every(({ minor }) => Number.isSafeInteger(minor) && minor > 0)).toBe(true)
    expect(new Set(all.map(keyOf)).size).toBe(all.length)
  })
})

describe('what was counted', () => {
  const rupees = denominationsOf('INR')

  it('comes to the sum of all notes and coins', () => {
    expect(sumOf({ 'note 50000': '3', 'note 2000': '2', 'coin 2000': ' 4 ', 'coin 100': '7' }, rupees)).toBe(162_700)
    expect(sumOf({}, rupees)).toBe(0)
    expect(sumOf({ 'note 50000': '' }, rupees)).toBe(0)
  })

  it.each(['-1', '1.5', 'two', '1e3'])('comes to nothing while %s stands for a number', (typed) => {
    expect(sumOf({ 'note 50000': typed }, rupees)).toBeUndefined()
  })

  it('is the same however it is put together', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999), { minLength: rupees.length, maxLength: rupees.length }), (numbers) => {
        const counts = Object.fromEntries(rupees.map((one, place) => [keyOf(one), String(numbers[place])]))
        const expected = rupees.reduce((sum, { minor }, place) => sum + minor * (numbers[place] ?? 0), 0)
        expect(sumOf(counts, rupees)).toBe(expected)
      }),
    )
  })
})

describe('a variance', () => {
  const t = createTranslator('en', english)
  it.each([
    [0, 'Exact: the count agrees'],
    [5_000, '+₹50.00: too much in the drawer'],
    [-150, '−₹1.50: missing from the drawer'],
  ])('of %i is said by sign and in words', (minor, words) => {
    expect(varianceWords({ amount_minor: minor, currency: 'INR' }, t)).toBe(words)
  })
})
