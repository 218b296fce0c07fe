import type { InferOutput } from 'valibot'
import type { FileAnswer } from '../../src-shared/api/route.ts'
import type { PaperRequest, Receipt, ReceiptSummary, VerifiedReceipt } from '../../src-shared/api/receipt-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import type { FailureLimits } from '../identity/rate-limits.ts'
import type { Printer } from '../printing/printer.ts'
import { dateAt, dayBounds } from '../site/site-calendar.ts'
import { decide } from '../decisions/decide.ts'
import type { MoneyParts } from '../payments/money-parts.ts'
import type { ReceiptRow } from '../store/money-rows.ts'
import type { Queries, SiteRow } from '../store/store.ts'
import { receiptLabel } from './receipt-label.ts'
import { documentOf, toReceipt, toReceiptSummary, toVerified } from './receipt-wire.ts'

export interface ReceiptServiceParts extends MoneyParts {
  readonly failures: FailureLimits
  readonly printer: Pick<Printer, 'receiptPdf'>
}

/** What a print is made on, and in which language where somebody chose one. */
export type PaperChoice = InferOutput<typeof PaperRequest>

export interface ReceiptFilter {
  readonly date?: string | undefined
  /** A number, with or without its series, or the beginning of a plate. */
  readonly q?: string | undefined
}

/** Receipts and credit notes after they were issued: nothing here changes one, except that prints are counted. */
export class ReceiptService {
  readonly #parts: ReceiptServiceParts
  constructor(parts: ReceiptServiceParts) {
    this.#parts = parts
  }

  /** Those of a day, today when none is named; of all days where something is searched and no day is named. */
  list({ date, q = '' }: ReceiptFilter): Promise<{ date: string; receipts: ReceiptSummary[] } | Refusal> {
    return this.#read(async (queries, site) => {
      const day = date ?? dateAt(this.#parts.clock.now(), site.timezone)
      const bounds = dayBounds(day, site.timezone)
      const rows = q.trim() === '' ? await queries.receiptsBetween(bounds.from, bounds.to) : await search(queries, q)
      const isOfDay = ({ issuedAt }: ReceiptRow) => issuedAt >= bounds.from && issuedAt < bounds.to
      const found = date === undefined ? rows : rows.filter(isOfDay)
      return { date: day, receipts: found.map((row) => toReceiptSummary(row, site.timezone)) }
    })
  }

  /** @param name such as `R-12` */
  get(name: string): Promise<Receipt | Refusal> {
    return this.#read(async (queries, site) => {
      const receipt = await byName(queries, name)
      return receipt === undefined ? refuse('not_found') : toReceipt(receipt, site.timezone, this.#page)
    })
  }

  /** The PDF for printing: the first is the original, each one after it says COPY and which. */
  async print(name: string, choice: PaperChoice, actor: string): Promise<FileAnswer | Refusal> {
    const printed = await this.#count(name, choice, actor)
    if (isRefusal(printed)) return printed
    const { receipt, copy, site } = printed
    const bytes = await this.#parts.printer.receiptPdf(documentOf(receipt, this.#page), {
      ...choice,
      demo: site.demo,
      copy: copy === 0 ? false : copy,
    })
    const label = receiptLabel(receipt.series, receipt.number)
    return { bytes, fileName: copy === 0 ? `${label}.pdf` : `${label}-copy-${copy}.pdf` }
  }

  /** The same for a print that the console makes of its own page. @returns which copy it is, null for the original */
  async printPage(
    name: string,
    choice: PaperChoice,
    actor: string,
  ): Promise<{ copy: number | null; receipt: Receipt } | Refusal> {
    const printed = await this.#count(name, choice, actor)
    if (isRefusal(printed)) return printed
    const { receipt, copy, site } = printed
    return { copy: copy === 0 ? null : copy, receipt: toReceipt(receipt, site.timezone, this.#page) }
  }

  /**
   * Counts a print. That it was made is on the disk and in the trail before anybody has it, so that there are never two
   * originals.
   * @returns which copy it is, 0 for the original
   */
  #count(name: string, { paper, language }: PaperChoice, actor: string) {
    return decide(this.#parts, async (tx, site) => {
      const receipt = await byName(tx, name)
      if (receipt === undefined) return refuse('not_found')
      const { series, number } = receipt
      const prints = await tx.countPrint(series, number)
      const copy = prints - 1
      const subject = receiptLabel(series, number)
      const data = { copy, paper, ...(language === undefined ? {} : { language }) }
      await tx.appendEvent({ at: tx.at, kind: 'receipt.printed', subject, actor, data })
      return { answer: { receipt: { ...receipt, prints }, copy, site }, announcements: [] }
    })
  }

  /** What the QR on a receipt leads to. Guesses are counted by address. */
  async verify(code: string, address: string): Promise<VerifiedReceipt | Refusal> {
    const site = await this.#parts.site.row()
    if (site === undefined) return refuse('setup_needed')
    const found = await this.#parts.failures.tryOnce({ verifyByAddress: address }, () =>
      this.#parts.store.read(async (queries) => {
        const receipt = await queries.receiptByCode(code)
        return receipt && toVerified(queries, site, receipt)
      }),
    )
    return found ?? refuse('not_found')
  }

  get #page(): string {
    return this.#parts.site.customerPage
  }

  async #read<T>(work: (queries: Queries, site: SiteRow) => Promise<T>): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    return site === undefined ? refuse('setup_needed') : this.#parts.store.read((queries) => work(queries, site))
  }
}

async function byName(queries: Queries, name: string): Promise<ReceiptRow | undefined> {
  const [, series, number] = /^([RC])-0*(\d+)$/i.exec(name) ?? []
  if (series === undefined) return undefined
  return queries.receipt(series.toUpperCase() === 'C' ? 'C' : 'R', Number(number))
}

async function search(queries: Queries, q: string): Promise<readonly ReceiptRow[]> {
  const name = q.trim()
  const plate = normalisePlate(name)
  const names = /^\d{1,12}$/.test(name) ? [`R-${name}`, `C-${name}`] : [name]
  const numbered = await Promise.all(names.map((one) => byName(queries, one)))
  const ofPlate = plate === '' ? [] : await queries.receiptsOfPlate(plate)
  return [...numbered.filter((row) => row !== undefined), ...ofPlate]
}
