import { describe, expect, it } from 'vitest'
import type { PaperName } from '../../../../src-server/printing/receipt-paper.ts'
import type { ReceiptDocument } from '../../../../src-shared/receipts/receipt-document.ts'
import { printer, receipt } from './documents.ts'
import { readPdf, unspaced } from './read-pdf.ts'

const original = { copy: false, demo: false } as const

async function readReceipt(changes: Partial<ReceiptDocument> = {}, paper: PaperName = 'roll80') {
  return readPdf(await printer.receiptPdf(receipt(changes), { paper, ...original }))
}

describe('receiptPdf', () => {
  it('prints on a roll 80 mm wide, as long as what it says', async () => {
    const short = await readReceipt()
    const long = await readReceipt({
      footer: Array.from({ length: 8 }, (_, index) => `Line ${index} at the foot`),
    })
    expect(short.pages).toHaveLength(1)
    expect(short.pages[0]?.width).toBeCloseTo(80, 1)
    expect(long.pages[0]?.height).toBeGreaterThan((short.pages[0]?.height ?? 0) + 20)
  })

  it('prints on A4, and numbers the pages where one is not enough', async () => {
    const one = await readReceipt({}, 'a4')
    expect(one.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[210, 297]])
    const lines = Array.from({ length: 60 }, (_, index) => ({ text: `Line ${index}`, amount_minor: 100 }))
    const money = { total_minor: 6000, tenders: [{ method: 'upi', amount_minor: 6000 } as const] }
    const many = await readReceipt({ lines, discounts: [], tax: undefined, ...money }, 'a4')
    expect(many.pages.length).toBeGreaterThan(1)
    expect(many.pages.at(-1)?.text).toContain('page2of2')
    expect(many.text).toContain('Line59')
  })

  it('says what was bought, when, for how much, and how it was paid', async () => {
    const { text } = await readReceipt()
    for (const part of ['R-000123', 'KL-07-BX-1234', '₹40.00', '-₹10.00', '₹100.00', 'GST 18%', '₹15.25', '₹400.00'])
      expect(text).toContain(unspaced(part))
    expect(text).toContain(unspaced('5 Dec 2025, 10:02:11 +05:30'))
    expect(text).toContain(unspaced('trusted, ± 13 ms'))
  })

  it.each([
    ['Hindi', 'धुलाई'],
    ['Malayalam', 'മലയാളം'],
    ['Arabic', 'غسيل كامل'],
    ['rupees among Hindi', '₹ २५०'],
  ])('prints %s', async (_script, service) => {
    const { text } = await readReceipt({ service })
    // Shaping may store the signs of a syllable in another order; all of them are there.
    expect([...unspaced(text)]).toEqual(expect.arrayContaining([...unspaced(service)]))
    expect(text).not.toContain('?' + service[0])
  })

  it('says COPY and which, DEMO, and CREDIT NOTE, and an original says none of them', async () => {
    const credit = receipt({
      kind: 'credit_note',
      display_number: 'C-000004',
      credits: { display_number: 'R-000123', reason: 'Charged twice' },
    })
    const marked = await readPdf(await printer.receiptPdf(credit, { paper: 'roll80', copy: 3, demo: true }))
    for (const mark of ['COPY3', 'DEMO', 'CREDITNOTE', 'C-000004', 'R-000123', 'Chargedtwice'])
      expect(marked.text).toContain(mark)
    const { text } = await readReceipt()
    for (const mark of ['COPY', 'DEMO', 'CREDIT']) expect(text).not.toContain(mark)
  })

  it.each(['roll80', 'a4'] as const)('makes the same bytes of the same document on %s', async (paper) => {
    const options = { paper, copy: 2, demo: true }
    const [first, second] = [await printer.receiptPdf(receipt(), options), await printer.receiptPdf(receipt(), options)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(Buffer.from(first).toString('latin1')).toContain('(D:20251205071525Z)')
  })
})
