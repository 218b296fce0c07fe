import type { Translator } from '../i18n/translate.ts'
import type { ReceiptDocument } from './receipt-document.ts'
import { printedInstant, printedMoney, printedRate } from './receipt-figures.ts'

/** One row of a receipt, on whatever it is shown: a roll, a sheet, a screen. */
export type ReceiptRow =
  /** The site's name. */
  | { readonly kind: 'heading'; readonly text: string }
  /** A line of the site's address, or below: centred on a roll. */
  | { readonly kind: 'line'; readonly text: string }
  /** What nobody may overlook: DEMO, COPY, CREDIT NOTE. */
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'amount'; readonly text: string; readonly amount: string; readonly weight: AmountWeight }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'qr'; readonly url: string }

export type AmountWeight = 'line' | 'total' | 'detail'

export interface ReceiptView {
  /** Which copy this is, from 1; false for the original. */
  readonly copy: number | false
  readonly demo: boolean
}

/** What a receipt says, row by row: the one truth behind paper and screen. @param t the labels' language */
export function receiptRows(document: ReceiptDocument, view: ReceiptView, t: Translator): ReceiptRow[] {
  return [
    ...headOf(document, view, t),
    ...subjectOf(document, t),
    { kind: 'rule' },
    ...chargesOf(document, t),
    { kind: 'rule' },
    ...tendersOf(document, t),
    { kind: 'rule' },
    ...footOf(document, view, t),
  ]
}

const line = (text: string): ReceiptRow => ({ kind: 'line', text })
const note = (text: string): ReceiptRow => ({ kind: 'note', text })
const mark = (text: string): ReceiptRow => ({ kind: 'mark', text })

function field(label: string, value: string | undefined): ReceiptRow[] {
  return value === undefined ? [] : [{ kind: 'field', label, value }]
}

function marksOf({ kind }: ReceiptDocument, { copy, demo }: ReceiptView, t: Translator): ReceiptRow[] {
  return [
    ...(demo ? [mark(t('receipt.demo'))] : []),
    ...(kind === 'credit_note' ? [mark(t('receipt.creditNote'))] : []),
    ...(copy === false ? [] : [mark(t('receipt.copy', { copy: String(copy) }))]),
  ]
}

function headOf(document: ReceiptDocument, view: ReceiptView, t: Translator): ReceiptRow[] {
  const { site, kind, credits, display_number: number } = document
  return [
    { kind: 'heading', text: site.name },
    ...site.address.map(line),
    ...(site.phone === undefined ? [] : [line(site.phone)]),
    ...site.registrations.map((one) => line(`${one.label} ${one.number}`)),
    ...marksOf(document, view, t),
    { kind: 'title', text: t(kind === 'receipt' ? 'receipt.title' : 'receipt.creditTitle', { number }) },
    ...field(t('receipt.credits'), credits?.display_number),
    ...field(t('receipt.reason'), credits?.reason),
    ...field(t('receipt.issued'), printedInstant(document.issued_at, document.language)),
    { kind: 'rule' },
  ]
}

function subjectOf({ language, entry, exit, ...document }: ReceiptDocument, t: Translator): ReceiptRow[] {
  return [
    ...field(t('receipt.plate'), document.plate),
    ...field(t('receipt.bay'), document.bay),
    ...field(t('receipt.service'), document.service),
    ...field(t('receipt.reference'), document.reference),
    ...field(t('receipt.entry'), entry && printedInstant(entry, language)),
    ...field(t('receipt.exit'), exit && printedInstant(exit, language)),
    ...field(t('receipt.tariff'), document.tariff && `${document.tariff.name} (${document.tariff.id})`),
  ]
}

function amountRow(document: ReceiptDocument, text: string, minor: number, weight: AmountWeight): ReceiptRow {
  return { kind: 'amount', text, amount: printedMoney(minor, document.currency, document.language), weight }
}

function chargesOf(document: ReceiptDocument, t: Translator): ReceiptRow[] {
  const { lines, discounts, tax, kind, total_minor } = document
  const taxed = tax === undefined ? [] : taxRows(document, tax, t)
  const total = amountRow(document, t(kind === 'receipt' ? 'receipt.total' : 'receipt.credited'), total_minor, 'total')
  return [
    ...lines.map((one) => amountRow(document, one.text, one.amount_minor, 'line')),
    ...discounts.map((one) => {
      const text = t('receipt.discount', { text: one.text, reason: one.reason })
      return amountRow(document, text, -one.amount_minor, 'line')
    }),
    ...(tax?.included === false ? [...taxed, total] : [total, ...taxed]),
  ]
}

function taxRows(document: ReceiptDocument, tax: NonNullable<ReceiptDocument['tax']>, t: Translator): ReceiptRow[] {
  const words = { label: tax.label, rate: printedRate(tax.rate_bps, document.language) }
  const weight = tax.included ? 'detail' : 'line'
  return [
    amountRow(document, t('receipt.net'), tax.net_minor, weight),
    amountRow(document, t(tax.included ? 'receipt.taxIncluded' : 'receipt.tax', words), tax.amount_minor, weight),
  ]
}

function tendersOf(document: ReceiptDocument, t: Translator): ReceiptRow[] {
  const refund = document.kind === 'credit_note' ? 'refund' : 'paid'
  return document.tenders.flatMap((tender) => [
    amountRow(document, t(`receipt.${refund}.${tender.method}`), tender.amount_minor, 'line'),
    ...(tender.received_minor === undefined
      ? []
      : [amountRow(document, t('receipt.received'), tender.received_minor, 'detail')]),
    ...(tender.change_minor === undefined
      ? []
      : [amountRow(document, t('receipt.change'), tender.change_minor, 'detail')]),
    ...field(t('receipt.tenderReference'), tender.reference),
  ])
}

function footOf(document: ReceiptDocument, view: ReceiptView, t: Translator): ReceiptRow[] {
  const { shift_number: shift, attendant, clock } = document
  const uncertainty = String(Math.ceil(clock.uncertainty_ms))
  return [
    ...field(t('receipt.shift'), shift === undefined ? undefined : String(shift)),
    ...field(t('receipt.attendant'), attendant),
    note(t(`receipt.clock.${clock.state}`, { uncertainty })),
    { kind: 'qr', url: document.verification_url },
    note(t('receipt.verify', { url: document.verification_url })),
    ...document.footer.map(line),
    // Again at the end, where a torn roll still shows them.
    ...marksOf(document, view, t),
  ]
}
