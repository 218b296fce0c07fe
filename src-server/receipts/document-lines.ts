import type { Translator } from '../../src-shared/i18n/translate.ts'
import type { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import type { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import { lineWords } from '../../src-shared/tariff/line-words.ts'
import type { DiscountRow, TenderRow } from '../store/money-rows.ts'
import { plainLine } from './plain-line.ts'
import type { ReceiptSubject } from './receipt-subject.ts'

/** What was charged, line by line; a price without lines is one line. */
export function priceLines(
  price: Breakdown,
  { service }: ReceiptSubject,
  currency: string,
  words: Translator,
): ReceiptDocument['lines'] {
  if (price.lines.length === 0) return [{ text: service ?? words('money.parking'), amount_minor: price.subtotal_minor }]
  return price.lines.map((line) => ({
    text: plainLine(lineWords(line, currency, words), 160),
    amount_minor: line.amount_minor,
  }))
}

/** What was taken off, with the reason that was given for each. */
export function discountLines(
  price: Breakdown,
  rows: readonly DiscountRow[],
  words: Translator,
): ReceiptDocument['discounts'] {
  return price.discounts.map(({ kind, value, amount_minor }, index) => ({
    text: kind === 'amount' ? words('money.discount') : words('money.discountPercent', { percent: value / 100 }),
    reason: plainLine(rows[index]?.reason ?? '', 160),
    amount_minor,
  }))
}

/** The tax that a price contains; nothing where no tax is charged. */
export function taxLine({ tax }: Breakdown, words: Translator): Pick<ReceiptDocument, 'tax'> {
  if (tax.rate_bps === 0) return {}
  return { tax: { ...tax, label: plainLine(tax.label, 24) || words('money.noTax') } }
}

export function tenderLine(tender: TenderRow): ReceiptDocument['tenders'][number] {
  const { method, amountMinor, receivedMinor, changeMinor, reference } = tender
  const paper = plainLine(reference ?? '', 64)
  return {
    method,
    amount_minor: amountMinor,
    ...(receivedMinor === null ? {} : { received_minor: receivedMinor }),
    ...(changeMinor === null ? {} : { change_minor: changeMinor }),
    ...(paper === '' ? {} : { reference: paper }),
  }
}
