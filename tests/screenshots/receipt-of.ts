import type { Counter } from '../kiosk/status-walk.ts'

/** The address behind a receipt's QR. @param label as it is printed: `R-000123` */
export async function verificationUrl(counter: Counter, label: string): Promise<string> {
  const { document } = (await counter.ask('GET', `/api/v1/receipts/${nameOf(label)}`)) as {
    document: { verification_url: string }
  }
  return document.verification_url
}

/** A receipt's name as a path: `R-123`. */
export function nameOf(label: string): string {
  return label.replace(/^([RC])-0*/, '$1-')
}

/** The newest receipt of a day. */
export async function newestReceipt(counter: Counter, date: string): Promise<string> {
  const { receipts } = (await counter.ask('GET', `/api/v1/receipts?date=${date}`)) as { receipts: { label: string }[] }
  const newest = receipts[0]
  if (newest === undefined) throw new Error(`no receipt was issued on ${date}`)
  return newest.label
}
