import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as v from 'valibot'
import { printedMoney } from '../../../../src-shared/receipts/receipt-figures.ts'
import { ReceiptDocument } from '../../../../src-shared/receipts/receipt-document.ts'
import { printer, receipt } from './documents.ts'
import { readPdf, unspaced } from './read-pdf.ts'

const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ minLength: 1, maxLength, unit: 'grapheme' }),
      fc.string({ minLength: 1, maxLength, unit: 'binary' }),
      fc.constantFrom('ഫുൾ വാഷ് സ്ത്രീ', 'क्षत्रिय ₹', 'غسيل (50) كامل', 'W'.repeat(maxLength)),
    )
    .filter((one) => /\S/u.test(one) && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(one) && one.length <= maxLength)

const line = fc.record({ text: text(160), amount_minor: fc.integer({ min: 0, max: 99_999_999 }) })

const anyReceipt = fc
  .record({
    lines: fc.array(line, { maxLength: 12 }),
    service: text(120),
    plate: text(24),
    footer: fc.array(text(160), { maxLength: 3 }),
    language: fc.constantFrom('en', 'en-IN', 'hi', 'ml', 'ar-SA', 'fa', 'de-CH', 'mr', 'th', 'ja'),
    currency: fc.constantFrom('INR', 'EUR', 'JPY', 'KWD', 'XYZ'),
  })
  .map((parts) => {
    const total_minor = parts.lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
    const tenders = [{ method: 'card' as const, amount_minor: total_minor }]
    return receipt({ ...parts, discounts: [], tax: undefined, total_minor, tenders })
  })

/** From the first digit to the last: the currency may stand on either side. */
const digitsOf = (amount: string) => /\d(?:.*\d)?/u.exec(unspaced(amount))?.[0] ?? 'no digits'

it('renders any document that the schema takes, on both papers, with all its amounts', async () => {
  await fc.assert(
    fc.asyncProperty(anyReceipt, fc.constantFrom('roll80', 'a4'), async (document, paper) => {
      expect(v.safeParse(ReceiptDocument, document).issues).toBeUndefined()
      const { text: read } = await readPdf(await printer.receiptPdf(document, { paper, copy: 1, demo: true }))
      const amounts = [...document.lines.map((one) => one.amount_minor), document.total_minor]
      for (const minor of amounts)
        expect(read).toContain(digitsOf(printedMoney(minor, document.currency, document.language)))
    }),
    { numRuns: 40 },
  )
}, 60_000)
