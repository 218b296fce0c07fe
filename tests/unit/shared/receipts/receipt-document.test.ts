import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { ReceiptDocument } from '../../../../src-shared/receipts/receipt-document.ts'
import { printedInstant, printedMoney } from '../../../../src-shared/receipts/receipt-figures.ts'
import { receipt } from '../../server/printing/documents.ts'

const problems = (changes: Partial<ReceiptDocument>) =>
  v.safeParse(ReceiptDocument, receipt(changes)).issues?.map(({ message }) => message) ?? []

describe('ReceiptDocument', () => {
  it('takes a receipt as it is issued, through JSON and back', () => {
    expect(v.parse(ReceiptDocument, JSON.parse(JSON.stringify(receipt())))).toEqual(receipt())
  })

  it('takes tax that is added to the lines', () => {
    const tax = { label: 'VAT', rate_bps: 2000, included: false, net_minor: 10000, amount_minor: 2000 }
    expect(problems({ tax, total_minor: 12000, tenders: [{ method: 'card', amount_minor: 12000 }] })).toEqual([])
  })

  it.each<[string, Partial<ReceiptDocument>]>([
    ['a total that is not the sum of its lines', { discounts: [] }],
    [
      'net and tax that do not make the total',
      { tax: { label: 'GST', rate_bps: 1800, included: true, net_minor: 8476, amount_minor: 1525 } },
    ],
  ])('refuses %s', (_what, changes) => {
    expect(problems(changes)).toEqual(['lines, discounts, tax and total must add up'])
  })

  it.each<[string, ReceiptDocument['tenders']]>([
    ['less than the total', [{ method: 'cash', amount_minor: 9000 }]],
    ['with the wrong change', [{ method: 'cash', amount_minor: 10000, received_minor: 50000, change_minor: 1 }]],
  ])('refuses tenders %s', (_what, tenders) => {
    expect(problems({ tenders })).toHaveLength(1)
  })

  it('takes a credit note only with what it credits, and a receipt only without', () => {
    const credits = { display_number: 'R-000123', reason: 'Charged twice' }
    expect(problems({ kind: 'credit_note' })).toHaveLength(1)
    expect(problems({ credits })).toHaveLength(1)
    expect(problems({ kind: 'credit_note', credits })).toEqual([])
  })

  it.each<[string, Partial<ReceiptDocument>]>([
    ['an instant without offset', { issued_at: '2025-12-05T12:45:25' }],
    ['two lines in one', { service: 'Wash\nCOPY' }],
    ['half a surrogate pair', { plate: 'KL\ud83d' }],
    ['no language', { language: 'en-abcdefg-abcdefg' }],
    ['a fraction of a paisa', { total_minor: 10000.5 }],
  ])('refuses %s', (_what, changes) => {
    expect(problems(changes)).not.toEqual([])
  })
})

describe('figures on paper', () => {
  it('shows an instant on the clock of its own offset, whatever the language counts years by', () => {
    expect(printedInstant('2025-12-05T23:59:07.9-03:30', 'en-IN')).toBe('5 Dec 2025, 23:59:07 -03:30')
    expect(printedInstant('2025-12-05T00:00:00Z', 'en-GB')).toBe('5 Dec 2025, 00:00:00 +00:00')
    expect(printedInstant('2025-12-05T00:00:00Z', 'th')).toContain('2025')
  })

  it('writes amounts in the language’s way, in digits that every font has', () => {
    expect(printedMoney(12345678, 'INR', 'en-IN')).toBe('₹1,23,456.78')
    expect(printedMoney(-500, 'JPY', 'en')).toBe('-¥500')
    expect(printedMoney(123400, 'INR', 'mr')).toContain('1,234.00')
  })
})
