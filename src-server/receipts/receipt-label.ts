import type { ReceiptName } from '../../src-shared/api/payment-schemas.ts'

/** A receipt's number as it is printed: `R-000123`. */
export function receiptLabel(series: 'R' | 'C', number: number): string {
  return `${series}-${String(number).padStart(6, '0')}`
}

export function receiptName({ series, number }: { series: 'R' | 'C'; number: number }): ReceiptName {
  return { series, number, label: receiptLabel(series, number) }
}
