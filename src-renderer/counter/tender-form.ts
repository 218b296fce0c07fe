import type { PaymentMethod, TenderRequest } from '../../src-shared/api/payment-schemas.ts'
import { parseMoney } from './typed-money.ts'

/** What the attendant has typed of one way of paying. */
export interface TenderForm {
  readonly method: PaymentMethod
  /** Of cash, what was handed over; of card and UPI, how much. Empty is all that is left. */
  readonly amount: string
  /** What the card terminal or the app calls the payment. */
  readonly reference: string
}

export const emptyTender: TenderForm = { method: 'cash', amount: '', reference: '' }

export type ReadTender =
  | {
      readonly is: 'right'
      readonly request: TenderRequest
      /** Minor units: what of the sum it pays, what goes back to the customer, and what is then still to pay. */
      readonly pays: number
      readonly change: number
      readonly stillLeft: number
    }
  | { readonly is: 'no_amount' | 'too_much' }

/**
 * Reads the form against what is left to pay. Cash that covers it not is a part; more cash is changed; more by card or UPI
 * than is left is refused, because nothing gives it back. @param left minor units, above 0
 */
export function readTender({ method, amount, reference }: TenderForm, left: number, currency: string): ReadTender {
  const typed = amount.trim() === '' ? left : parseMoney(amount, currency)
  if (typed === undefined || typed < 1) return { is: 'no_amount' }
  const pays = Math.min(typed, left)
  const part = pays < left ? { part_minor: pays } : {}
  if (method === 'cash') {
    const received = amount.trim() === '' ? {} : { cash_received_minor: typed }
    return {
      is: 'right',
      request: { method, ...part, ...received },
      pays,
      change: typed - pays,
      stillLeft: left - pays,
    }
  }
  if (typed > left) return { is: 'too_much' }
  const named = reference.trim() === '' ? {} : { terminal_reference: reference.trim() }
  return { is: 'right', request: { method, ...part, ...named }, pays, change: 0, stillLeft: left - pays }
}

const methodKeys: Readonly<Record<string, PaymentMethod>> = { c: 'cash', k: 'card', u: 'upi' }

/** The way of paying that a letter typed into the amount means: no amount has letters. */
export function methodOfKey(key: string): PaymentMethod | undefined {
  return methodKeys[key.toLowerCase()]
}
