import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlate, normalisePlate } from '../../../src-shared/plate/plate.ts'
import { anyText } from '../../support/any-text.ts'

describe('normalisePlate', () => {
  it.each([
    ['kl-07 bx 1234', 'KL07BX1234'],
    ['KL07BX1234', 'KL07BX1234'],
    ['  b.mw 1 ', 'BMW1'],
    ['M-Ü 123', 'MÜ123'],
    ['ＫＬ０７', 'KL07'],
    ['بغداد ١٢', 'بغداد١٢'],
    ['--', ''],
  ])('takes %s for %s', (typed, plate) => expect(normalisePlate(typed)).toBe(plate))

  it('takes any spelling of a plate for the same plate', () => {
    const plate = fc.stringMatching(/^[A-Z0-9]{2,12}$/)
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '.', ' - '), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(plate, gaps, fc.boolean(), (letters, between, lower) => {
        const typed = [...letters].map((letter, index) => letter + (between[index] ?? '')).join('')
        expect(normalisePlate(lower ? typed.toLowerCase() : typed)).toBe(letters)
      }),
    )
  })
})

describe('isPlate', () => {
  it.each(['KL07BX1234', 'kl-07 bx 1234', 'M-Ü 123', 'A1', 'B.1', 'ABCDEFGHIJKL'])('accepts %s', (text) =>
    expect(isPlate(text)).toBe(true),
  )

  it.each([
    ['nothing', ''],
    ['one letter', 'A'],
    ['dashes only', '----'],
    ['thirteen letters', 'ABCDEFGHIJKLM'],
    ['a line end', 'KL07\nBX1234'],
    ['markup', '<b>KL07</b>'],
    ['quotes', "KL07' OR '1'='1"],
    ['a NUL', 'KL07\0'],
    ['an emoji', 'KL07🚗'],
    ['an invisible override of direction', 'KL07\u202eBX'],
  ])('refuses %s', (_, text) => expect(isPlate(text)).toBe(false))

  const plateLike = fc
    .array(fc.oneof(anyText, fc.constantFrom('K', '7', 'ß', 'Ü', 'ﬁ', 'ŉ', ' ', '-')), { maxLength: 8 })
    .map((parts) => parts.join(''))

  it('whatever it accepts, is stored as 2 to 12 letters and digits', () => {
    fc.assert(
      fc.property(plateLike, (text) => {
        expect(!isPlate(text) || /^[\p{L}\p{N}]{2,12}$/u.test(normalisePlate(text))).toBe(true)
      }),
    )
  })
})
