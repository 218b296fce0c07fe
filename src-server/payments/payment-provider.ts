import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { Refusal } from '../../src-shared/errors/refusal.ts'

/** Money that is to be taken. */
export interface Charge {
  readonly paymentId: string
  /** The same for each try of one request, so that a provider charges once however often it is asked. */
  readonly orderId: string
  readonly method: PaymentMethod
  /** Whole minor units. */
  readonly amountMinor: number
  readonly currency: string
  /** What the person at the counter read off a terminal, where somebody typed it. */
  readonly typedReference: string | null
}

/** Money that a provider has set aside and not moved yet. */
export interface StartedCharge {
  /** What the provider calls it; it goes on the receipt. */
  readonly reference: string | null
}

/**
 * Who takes money. The embedded one is the counter, where a person has the money in hand before anything is recorded.
 *
 * A card terminal or a UPI gateway plugs in as another one: write a class of this interface in a file of its own, make
 * it in `src-server/index.ts`, and hand it to the payment service in place of the counter.
 *
 * 1. `start` runs before the transaction, because it may take as long as a customer looks for a card. It sets the money
 *    aside (an authorisation, a collect request that was accepted) under `orderId`, and refuses what the bank refuses.
 * 2. The transaction decides, at its own instant, whether the money is still due, and writes the tender.
 * 3. `settle` runs after the commit: it moves the money, or lets it go where the transaction refused it.
 * 4. `refund` runs after the commit that decided it, so that two counters cannot give the same money back twice.
 *
 * `settle` and `refund` bear to be asked twice for one `orderId`. They throw when it is not known whether the money
 * moved: the caller's request then fails, its record stands, and the same request with the same Idempotency-Key asks
 * again. What is set aside and never asked for comes back to the customer by the provider's own time limit.
 */
export interface PaymentProvider {
  /** What rows and the trail call it. */
  readonly name: string
  start(charge: Charge): Promise<StartedCharge | Refusal>
  settle(charge: Charge, outcome: 'taken' | 'dropped'): Promise<void>
  refund(charge: Charge): Promise<void>
}

/** The counter: whoever stands there has the money, or the terminal's slip, in hand. */
export const counter: PaymentProvider = {
  name: 'counter',
  start: async ({ typedReference }) => ({ reference: typedReference }),
  settle: async () => {},
  refund: async () => {},
}
