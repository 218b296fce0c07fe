import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDiscount } from '../../../src-renderer/counter/discount-form.ts'
import { emptyTender, methodOfKey, readTender } from '../../../src-renderer/counter/tender-form.ts'
import { parseMoney, quickNotes, typedMoney } from '../../../src-renderer/counter/typed-money.ts'

describe('an amount as it is typed', () => {
  it.each([
    ['250', 25_000],
    ['250.5', 25_050],
    ['250,50', 25_050],
    ['1,250', 125_000],
    ['1.250,75', 125_075],
    ['₹ 1,25,0', undefined],
    ['₹250', 25_000],
    ['0', 0],
    ['', undefined],
    ['-5', undefined],
    ['12.345.6', undefined],
    ['abc', undefined],
  ])('%s is %s', (typed, minor) => {
    expect(parseMoney(typed, 'INR')).toBe(minor)
  })

  it('is no finer than its currency', () => {
    expect(parseMoney('250.5', 'JPY')).toBeUndefined()
    expect(parseMoney('250', 'JPY')).toBe(250)
  })

  it('is read back as it is written, to the minor unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom('INR', 'EUR', 'JPY'),
        (minor, currency) => {
          expect(parseMoney(typedMoney(minor, currency), currency)).toBe(minor)
        },
      ),
    )
  })

  it('offers the notes that cover it, and no more than four', () => {
    expect(quickNotes(4_000, 'INR')).toEqual([5_000, 10_000, 20_000, 50_000])
    expect(quickNotes(26_000, 'INR')).toEqual([50_000, 100_000, 200_000])
    expect(quickNotes(5_000, 'INR')).toEqual([10_000, 20_000, 50_000, 100_000])
    expect(quickNotes(300_000, 'INR')).toEqual([])
  })
})

describe('what the customer hands over', () => {
  const cash = (amount: string) => readTender({ ...emptyTender, amount }, 7_000, 'INR')
  const card = (amount: string) => readTender({ ...emptyTender, method: 'card', amount }, 7_000, 'INR')

  it('is the exact sum when nothing is typed', () => {
    expect(cash('')).toEqual({ is: 'right', request: { method: 'cash' }, pays: 7_000, change: 0, stillLeft: 0 })
  })

  it('is changed when it is more, and names no part', () => {
    expect(cash('500')).toEqual({
      is: 'right',
      request: { method: 'cash', cash_received_minor: 50_000 },
      pays: 7_000,
      change: 43_000,
      stillLeft: 0,
    })
  })

  it('is a part when it is less', () => {
    expect(cash('50')).toEqual({
      is: 'right',
      request: { method: 'cash', part_minor: 5_000, cash_received_minor: 5_000 },
      pays: 5_000,
      change: 0,
      stillLeft: 2_000,
    })
    expect(card('20')).toMatchObject({ request: { method: 'card', part_minor: 2_000 }, stillLeft: 5_000 })
  })

  it('is never more than is due by card, and never nothing', () => {
    expect(card('500')).toEqual({ is: 'too_much' })
    expect(card('70')).toMatchObject({ is: 'right', request: { method: 'card' } })
    expect(cash('0')).toEqual({ is: 'no_amount' })
    expect(cash('x')).toEqual({ is: 'no_amount' })
  })

  it('carries the terminal’s reference, and cash none', () => {
    const named = { ...emptyTender, method: 'upi', reference: ' 4711 ' } as const
    expect(readTender(named, 7_000, 'INR')).toMatchObject({ request: { method: 'upi', terminal_reference: '4711' } })
    expect(readTender({ ...named, method: 'cash' }, 7_000, 'INR')).toMatchObject({ request: { method: 'cash' } })
  })

  it('adds up: what it pays, what is left and the change are what was given and due', () => {
    const amounts = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(amounts, amounts, fc.constantFrom('cash', 'card', 'upi'), (left, given, method) => {
        const read = readTender({ ...emptyTender, method, amount: typedMoney(given, 'INR') }, left, 'INR')
        expect(read.is).toBe(method !== 'cash' && given > left ? 'too_much' : 'right')
        if (read.is !== 'right') return
        expect(read.pays + read.stillLeft).toBe(left)
        expect(read.pays + read.change).toBe(given)
      }),
    )
  })

  it('is chosen by a letter, which no amount has', () => {
    expect(['c', 'K', 'u', '5', '.'].map(methodOfKey)).toEqual(['cash', 'card', 'upi', undefined, undefined])
  })
})

describe('a discount as it is typed', () => {
  const left = { amount_minor: 7_000, currency: 'INR' }

  it('is a percentage or an amount', () => {
    expect(readDiscount('10%', left)).toEqual({ percent_bps: 1_000 })
    expect(readDiscount('12.5 %', left)).toEqual({ percent_bps: 1_250 })
    expect(readDiscount('50', left)).toEqual({ off_minor: 5_000 })
    expect(readDiscount('70', left)).toEqual({ off_minor: 7_000 })
  })

  it('is neither nothing nor more than all', () => {
    for (const typed of ['', '0', '0%', '101%', '70.01', 'half']) expect(readDiscount(typed, left)).toBeUndefined()
  })
})
