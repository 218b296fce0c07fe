import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { isRefusal, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { ExitMeans } from '../parking/exit-quote.ts'
import { openPaymentOf, leftOf, type PaymentSubject } from '../payments/payment-ledger.ts'
import { takeTender } from '../payments/take-tender.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import type { Dice } from './dice.ts'

/** What the demo's stories are told with. */
export interface DemoWorld {
  readonly site: SiteRow
  readonly means: ReceiptMeans & ExitMeans
  readonly dice: Dice
  readonly bays: readonly ResourceRow[]
  /** Who stands at the counter, and who owns the place, as the trail names them. */
  readonly attendant: string
  readonly owner: string
}

/** Who books at the kiosk by the entrance. */
export const CUSTOMER = 'kiosk:open'

/** What the demo does is never refused; a refusal is a bug of the demo. */
export function must<T>(done: T | Refusal): T {
  if (isRefusal(done)) throw new Error(`the demo was refused: ${done.refused} ${done.detail ?? ''}`)
  return done
}

/** Takes all that is left of what is open. @returns undefined when nothing is */
export async function payAtCounter(
  tx: Transaction,
  { site, means, dice, attendant }: DemoWorld,
  subject: PaymentSubject,
): Promise<PaymentRow | undefined> {
  const payment = await openPaymentOf(tx, subject)
  if (payment === undefined) return undefined
  const amountMinor = leftOf(payment)
  const method = dice.pick<PaymentMethod>(['upi', 'upi', 'upi', 'cash', 'cash', 'card'])
  const taking = {
    method,
    amountMinor,
    receivedMinor: method === 'cash' ? handedOver(amountMinor) : null,
    reference: method === 'cash' ? null : `${method === 'upi' ? 'UPI' : 'T'}${dice.between(100_000, 999_999)}`,
    reason: null,
    actor: attendant,
  }
  return must(await takeTender(tx, site, means, payment, taking)).payment
}

/** Cash comes in notes of 50 or 500 rupees. */
function handedOver(amountMinor: number): number {
  const note = amountMinor > 20_000 ? 50_000 : 5_000
  return Math.ceil(amountMinor / note) * note
}
