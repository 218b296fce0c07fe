import type { TenderRequest } from '../../src-shared/api/payment-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { newId } from '../ids/random.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Queries, SiteRow, Transaction } from '../store/store.ts'
import { decide } from '../decisions/decide.ts'
import type { MoneyParts } from './money-parts.ts'
import { isOpen, leftOf } from './payment-ledger.ts'
import type { Charge, PaymentProvider } from './payment-provider.ts'
import { meaningHash, once, type Asking } from '../decisions/once.ts'
import { refuseClosed, takeTender } from './take-tender.ts'
import { tenderProblem } from './tender-problem.ts'

export interface PaymentParts extends MoneyParts {
  readonly receiptMeans: ReceiptMeans
  readonly provider: PaymentProvider
}

/** Which payment a tender is for, and what is answered. */
export interface TenderTarget<T> {
  /** The act and its subject; the tender itself is added. */
  readonly meaning: readonly unknown[]
  find(queries: Queries): Promise<PaymentRow | Refusal>
  answer(tx: Transaction, site: SiteRow): Promise<T>
}

/** Takes a tender through the provider: money is set aside, the transaction decides, and the money moves or is let go. */
export async function chargeThrough<T>(
  parts: PaymentParts,
  request: TenderRequest,
  { actor, key }: Asking,
  { meaning, find, answer }: TenderTarget<T>,
): Promise<T | Refusal> {
  const problem = tenderProblem(request)
  if (problem !== undefined) return problem
  const seen = await parts.store.read(find)
  const whole = [...meaning, ...Object.entries(request)]
  // Another request under a used key is another order, so that letting it go lets go of nothing that was taken.
  const orderId = meaningHash([key ?? newId(parts.random), whole])
  const charge = isRefusal(seen) || !isOpen(seen) ? undefined : chargeOf(request, seen, orderId)
  const started = charge && (await parts.provider.start(charge))
  if (isRefusal(started)) return started
  const { method, cash_received_minor } = request
  const answered = await decide(parts, (tx, site) =>
    once(
      tx,
      { actor, key, meaning: whole },
      () => answer(tx, site),
      async () => {
        const payment = await find(tx)
        if (isRefusal(payment)) return payment
        // Money was set aside for what was due a moment ago; for anything else it is not taken.
        if (charge?.paymentId !== payment.id)
          return isOpen(payment) ? refuse('changed_meanwhile') : refuseClosed(payment)
        const taking = {
          method,
          amountMinor: charge.amountMinor,
          receivedMinor: cash_received_minor ?? null,
          reference: started?.reference ?? null,
          reason: null,
          actor,
        }
        const taken = await takeTender(tx, site, parts.receiptMeans, payment, taking)
        if (isRefusal(taken)) return taken
        return { answer: await answer(tx, site), announcements: taken.announcements, subject: payment.id }
      },
    ),
  )
  if (charge !== undefined) await parts.provider.settle(charge, isRefusal(answered) ? 'dropped' : 'taken')
  return answered
}

function chargeOf(
  { method, part_minor, terminal_reference }: TenderRequest,
  payment: PaymentRow,
  orderId: string,
): Charge {
  return {
    paymentId: payment.id,
    orderId,
    method,
    amountMinor: part_minor ?? leftOf(payment),
    currency: payment.currency,
    typedReference: terminal_reference ?? null,
  }
}
