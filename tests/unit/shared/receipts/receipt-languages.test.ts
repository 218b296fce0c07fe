import { describe, expect, it } from 'vitest'
import { paperWordsIn } from '../../../../src-server/words/words.ts'
import { languageTags, type LanguageTag } from '../../../../src-shared/i18n/languages.ts'
import type { ReceiptDocument } from '../../../../src-shared/receipts/receipt-document.ts'
import { receiptRows, type ReceiptRow } from '../../../../src-shared/receipts/receipt-text.ts'
import { receipt } from '../../server/printing/documents.ts'

/** Enough for a lakh, which languages group in two ways. */
const lakh: Partial<ReceiptDocument> = {
  lines: [{ text: 'A year', amount_minor: 12_345_678 }],
  discounts: [{ text: 'Regular customer', reason: 'agreed', amount_minor: 45_678 }],
  tax: { label: 'GST', rate_bps: 1250, included: true, net_minor: 10_933_333, amount_minor: 1_366_667 },
  total_minor: 12_300_000,
  tenders: [{ method: 'cash', amount_minor: 12_300_000, received_minor: 12_350_000, change_minor: 50_000 }],
}

async function rowsIn(language: LanguageTag | undefined, document: ReceiptDocument): Promise<ReceiptRow[]> {
  const t = await paperWordsIn(language ?? 'en')
  return receiptRows(document, { copy: 2, demo: true, language }, t)
}

const marks = /[\u200E\u200F]/gu
const amountsOf = (rows: readonly ReceiptRow[]) =>
  rows.flatMap((row) => (row.kind === 'amount' ? [row.amount.replaceAll(marks, '')] : []))
/** Every run of digits of what is not an amount, whatever order a language puts a date in. */
const numbersOf = (rows: readonly ReceiptRow[]) =>
  rows.map((row) => {
    const text = Object.values(row).join(' ')
    return [...(text.match(/\p{Nd}+/gu) ?? [])].sort((one, other) => one.localeCompare(other))
  })
const wordsOf = (rows: readonly ReceiptRow[]) =>
  rows.flatMap((row) => (row.kind === 'field' ? [row.label] : row.kind === 'title' ? [row.text] : []))

describe('a receipt in a chosen language', () => {
  it.each(languageTags)('has the amounts of the original to the character, and all its numbers (%s)', async (tag) => {
    for (const language of ['en', 'en-IN', 'hi-IN', 'ml-IN']) {
      const document = receipt({ ...lakh, language })
      const issued = await rowsIn(undefined, document)
      const chosen = await rowsIn(tag, document)
      expect(amountsOf(issued)).toHaveLength(8)
      expect(amountsOf(chosen)).toEqual(amountsOf(issued))
      expect(numbersOf(chosen)).toEqual(numbersOf(issued))
    }
  })

  it('has its labels in that language, and the frozen texts as they were issued', async () => {
    const document = receipt({ language: 'en' })
    const english = wordsOf(await rowsIn('en', document))
    for (const tag of languageTags.filter((one) => one !== 'en')) {
      const rows = await rowsIn(tag, document)
      for (const [place, word] of wordsOf(rows).entries()) expect(`${tag} ${word}`).not.toBe(`${tag} ${english[place]}`)
      const texts = rows.flatMap((row) => ('text' in row ? [row.text] : []))
      expect(texts).toEqual(expect.arrayContaining(['First hour', '7 × 15 min', 'Thank you. Drive safely.']))
    }
  })

  it('is word for word the original where its own language is chosen', async () => {
    const document = receipt({ language: 'en-IN' })
    expect(await rowsIn('en', document)).toEqual(await rowsIn(undefined, document))
  })

  it('keeps a minus before its amount on a paper from right to left', async () => {
    const rows = await rowsIn('ar', receipt({ language: 'en' }))
    const discount = rows.find((row) => row.kind === 'amount' && row.amount.includes('-'))
    expect(discount).toMatchObject({ amount: '\u200E-₹10.00\u200E' })
  })
})
