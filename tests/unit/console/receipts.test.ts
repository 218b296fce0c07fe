import { describe, expect, it } from 'vitest'
import { pageRule } from '../../../src-renderer/receipts/page-rule.ts'
import { parseReceiptFilter, receiptQuery, writeReceiptFilter } from '../../../src-renderer/receipts/receipt-filter.ts'
import { refundable } from '../../../src-renderer/receipts/refundable.ts'
import type { Payment } from '../../../src-shared/api/payment-schemas.ts'

const TODAY = '2025-12-05'

describe('the list of receipts', () => {
  it('asks for the server’s today where nothing is said', () => {
    expect(receiptQuery(parseReceiptFilter(''), TODAY)).toEqual({})
  })

  it('searches all days, or the day that is named', () => {
    expect(receiptQuery(parseReceiptFilter('q=%20KL07%20'), TODAY)).toEqual({ q: 'KL07' })
    expect(receiptQuery(parseReceiptFilter('q=12&date=2025-12-05'), TODAY)).toEqual({ q: '12', date: '2025-12-05' })
  })

  it('is written into the address as it is read from there', () => {
    for (const query of ['', 'date=2025-12-05', 'q=R-12', 'date=2025-12-05&q=KL+07']) {
      expect(writeReceiptFilter(parseReceiptFilter(query))).toBe(query)
    }
  })

  it('leaves out what makes no sense in an address', () => {
    expect(parseReceiptFilter(`date=2025-13-40&q=${'x'.repeat(100)}`)).toEqual({ date: null, text: 'x'.repeat(64) })
  })
})

describe('the page that is printed', () => {
  it('is as long as the receipt on a roll, with room for the cutter', () => {
    expect(pageRule('roll80', 96)).toBe('@page { size: 80mm 34mm; margin: 0; }')
    expect(pageRule('roll80', 960)).toBe('@page { size: 80mm 262mm; margin: 0; }')
  })

  it('is a sheet with margins on A4, however long the contents are', () => {
    expect(pageRule('a4', 5_000)).toBe('@page { size: A4; margin: 16mm; }')
  })
})

describe('what can go back of a receipt', () => {
  const money = (amount_minor: number) => ({ amount_minor, currency: 'INR' })
  const tender = (kind: 'payment' | 'refund', method: 'cash' | 'card' | 'upi') =>
    ({ kind, method }) as Payment['tenders'][number]
  const payment = (paid: number, refunded: number, ...tenders: Payment['tenders']) => ({
    paid: money(paid),
    refunded: money(refunded),
    tenders,
  })

  it('is what was paid and did not go back yet, by the way it last came', () => {
    const of = payment(25_000, 5_000, tender('payment', 'cash'), tender('payment', 'card'), tender('refund', 'cash'))
    expect(refundable({ series: 'R' }, of)).toEqual({ amount: money(20_000), method: 'card' })
  })

  it('is nothing once all of it went back, and nothing of a credit note', () => {
    expect(refundable({ series: 'R' }, payment(25_000, 25_000))).toBeUndefined()
    expect(refundable({ series: 'C' }, payment(25_000, 5_000))).toBeUndefined()
  })
})
