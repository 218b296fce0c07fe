import { dateOf, readDay } from '../filters/filter-day.ts'

/** Longest search that the server takes. */
export const maxSearchLength = 64

/** What the list of receipts is narrowed to. It lives in the address, so that a reload keeps it. */
export interface ReceiptFilter {
  /** The day shown, YYYY-MM-DD or how far from today; null is the server's today, or with a search any day. */
  readonly date: string | null
  readonly text: string
}

/** Reads the part of the address after `?`; what makes no sense there is left out. */
export function parseReceiptFilter(query: string): ReceiptFilter {
  const parameters = new URLSearchParams(query)
  return {
    date: readDay(parameters.get('date')),
    text: (parameters.get('q') ?? '').slice(0, maxSearchLength),
  }
}

/** The other way round; empty when nothing is narrowed. */
export function writeReceiptFilter({ date, text }: ReceiptFilter): string {
  const parameters = new URLSearchParams()
  if (date !== null) parameters.set('date', date)
  if (text !== '') parameters.set('q', text)
  return parameters.toString()
}

/** What the server is asked; without a date it searches all days, and without both it lists its own today. @param today YYYY-MM-DD */
export function receiptQuery({ date, text }: ReceiptFilter, today: string): { date?: string; q?: string } {
  const q = text.trim()
  return { ...(date === null ? {} : { date: dateOf(date, today) }), ...(q === '' ? {} : { q }) }
}
