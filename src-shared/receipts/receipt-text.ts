import type { LanguageTag } from '../i18n/languages.ts'
import type { Translator } from '../i18n/translate.ts'
import type { ReceiptDocument } from './receipt-document.ts'
import { receiptFigures, type ReceiptFigures } from './receipt-figures.ts'

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
  /** What this paper's labels are read in, where somebody has chosen; the document's own language where nobody has. */
  readonly language?: LanguageTag | undefined
}

/** What a receipt says, row by row: the one truth behind paper and screen. @param t the labels' language */
export function receiptRows(document: ReceiptDocument, view: ReceiptView, t: Translator): ReceiptRow[] {
  const figures = receiptFigures(document, view.language)
  return [
    ...headOf(document, view, figures, t),
    ...subjectOf(document, figures, t),
    { kind: 'rule' },
    ...chargesOf(document, figures, t),
    { kind: 'rule' },
    ...tendersOf(document, figures, t),
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

function headOf(document: ReceiptDocument, view: ReceiptView, figures: ReceiptFigures, t: Translator): ReceiptRow[] {
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
    ...field(t('receipt.issued'), figures.instant(document.issued_at)),
    { kind: 'rule' },
  ]
}

function subjectOf(
  { entry, exit, ...document }: ReceiptDocument,
  figures: ReceiptFigures,
  t: Translator,
): ReceiptRow[] {
  return [
    ...field(t('receipt.plate'), document.plate),
    ...field(t('receipt.bay'), document.bay),
    ...field(t('receipt.service'), document.service),
    ...field(t('receipt.reference'), document.reference),
    ...field(t('receipt.entry'), entry && figures.instant(entry)),
    ...field(t('receipt.exit'), exit && figures.instant(exit)),
    ...field(t('receipt.tariff'), document.tariff && `${document.tariff.name} (${document.tariff.id})`),
  ]
}

function amountRow({ money }: ReceiptFigures, text: string, minor: number, weight: AmountWeight): ReceiptRow {
  return { kind: 'amount', text, amount: money(minor), weight }
}

function chargesOf(document: ReceiptDocument, figures: ReceiptFigures, t: Translator): ReceiptRow[] {
  const { lines, discounts, tax, kind, total_minor } = document
  const taxed = tax === undefined ? [] : taxRows(tax, figures, t)
  const total = amountRow(figures, t(kind === 'receipt' ? 'receipt.total' : 'receipt.credited'), total_minor, 'total')
  return [
    ...lines.map((one) => amountRow(figures, one.text, one.amount_minor, 'line')),
    ...discounts.map((one) => {
      const text = t('receipt.discount', { text: one.text, reason: one.reason })
      return amountRow(figures, text, -one.amount_minor, 'line')
    }),
    ...(tax?.included === false ? [...taxed, total] : [total, ...taxed]),
  ]
}

function taxRows(tax: NonNullable<ReceiptDocument['tax']>, figures: ReceiptFigures, t: Translator): ReceiptRow[] {
  const words = { label: tax.label, rate: figures.rate(tax.rate_bps) }
  const weight = tax.included ? 'detail' : 'line'
  return [
    amountRow(figures, t('receipt.net'), tax.net_minor, weight),
    amountRow(figures, t(tax.included ? 'receipt.taxIncluded' : 'receipt.tax', words), tax.amount_minor, weight),
  ]
}

function tendersOf(document: ReceiptDocument, figures: ReceiptFigures, t: Translator): ReceiptRow[] {
  const refund = document.kind === 'credit_note' ? 'refund' : 'paid'
  return document.tenders.flatMap((tender) => [
    amountRow(figures, t(`receipt.${refund}.${tender.method}`), tender.amount_minor, 'line'),
    ...(tender.received_minor === undefined
      ? []
      : [amountRow(figures, t('receipt.received'), tender.received_minor, 'detail')]),
    ...(tender.change_minor === undefined
      ? []
      : [amountRow(figures, t('receipt.change'), tender.change_minor, 'detail')]),
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
