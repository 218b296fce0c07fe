import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { upiUri } from '../../../../src-server/payments/upi-qr.ts'

const request = { payee: 'harbour@upi', name: 'Harbour Street Park & Wash', reference: 'pay-1', note: 'W-7KQ4X' }

describe('a UPI request', () => {
  it('is as NPCI writes it', () => {
    expect(upiUri({ ...request, amountMinor: 25_000 })).toBe(
      'upi://pay?pa=harbour@upi&pn=Harbour%20Street%20Park%20%26%20Wash&am=250.00&cu=INR&tr=pay-1&tn=W-7KQ4X',
    )
  })

  it.each([
    [1, '0.01'],
    [10, '0.10'],
    [99, '0.99'],
    [100, '1.00'],
    [105, '1.05'],
    [1_000_000_000, '10000000.00'],
  ])('over %i paise asks for %s rupees', (amountMinor, rupees) => {
    expect(new URL(upiUri({ ...request, amountMinor })).searchParams.get('am')).toBe(rupees)
  })

  it('carries any name and note unbroken, and no field that they smuggle in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
        fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        (name, note, amountMinor) => {
          const fields = new URL(upiUri({ ...request, name, note, amountMinor })).searchParams
          expect([...fields.keys()]).toEqual(['pa', 'pn', 'am', 'cu', 'tr', 'tn'])
          expect([fields.get('pn'), fields.get('tn'), fields.get('cu')]).toEqual([name, note, 'INR'])
          expect(Math.round(Number(fields.get('am')) * 100)).toBe(amountMinor)
        },
      ),
    )
  })
})
