import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Announcement } from '../events/announcement.ts'
import { reread } from '../booking/booking-lifecycle.ts'
import { newId } from '../ids/random.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { PaymentRow, ShiftRow } from '../store/money-rows.ts'
import type { BookingView, SiteRow, Transaction } from '../store/store.ts'
import { recordPaymentChange, tellMoneyToReturn, tenderData } from './payment-events.ts'
import { askedOf, leftOf, openPaymentOf } from './payment-ledger.ts'
import { rebook } from './rebook.ts'
import { refundPayment } from './refund-payment.ts'
import { insertTender, takeTender, type Taking } from './take-tender.ts'

export interface LateMoney {
  readonly method: PaymentMethod
  readonly reference: string | null
  readonly actor: string
  /** Whether new bookings may be made now: not while nobody vouches for the time. */
  readonly mayBook: boolean
}

export interface LateOutcome {
  readonly outcome: 'rebooked' | 'refunded'
  /** The new booking, or the expired one. */
  readonly booking: BookingView
  readonly payment: PaymentRow
  readonly announcements: readonly Announcement[]
}

const REASON = 'came after the booking had expired'
const MOVED = 'moved to the booking that follows'

/**
 * Money that came after its booking had expired: what was left of the price, all at once. The same bay at the same time
 * is booked again if it is still free; otherwise the money is written down and given back at once, the way it came.
 * Parts that were taken in time go over to the new booking; where there is none, they stay where they are to be given
 * back. Once a booking was paid late, or its parts went back, whatever else comes for it goes back.
 */
export async function takeLateMoney(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  booking: BookingView,
  late: LateMoney,
): Promise<LateOutcome | Refusal> {
  const first = await askedOf(tx, booking.id)
  if (booking.state !== 'expired' || first === undefined) {
    return refuse('invalid_state', 'only a booking that ran out of time to be paid can be paid late')
  }
  const shift = await tx.openShift()
  if (shift === undefined) return refuse('no_open_shift')
  const mayFollow = late.mayBook && first.state === 'expired' && (await tx.followerOf(booking.id)) === undefined
  const again = mayFollow ? await rebook(tx, site, booking, late.actor, means.random) : undefined
  if (again === undefined) return giveBack(tx, site, means, { booking, first, shift, late })
  const moved = await moveParts(tx, site, means, first, again.booking, late.actor)
  const open = await openPaymentOf(tx, { bookingId: again.booking.id })
  if (open === undefined) throw new Error(`booking ${again.booking.id} has nothing to pay`)
  const taken = await takeTender(tx, site, means, open, taking(late, leftOf(open)))
  if (isRefusal(taken)) throw new Error(`late money was refused: ${taken.refused}`)
  return {
    outcome: 'rebooked',
    booking: await reread(tx, again.booking.id),
    payment: taken.payment,
    announcements: [...again.announcements, ...moved, ...taken.announcements],
  }
}

function taking({ method, reference, actor }: LateMoney, amountMinor: number): Taking {
  return { method, amountMinor, receivedMinor: null, reference, reason: REASON, actor }
}

/** Writes the money down in a payment of its own, and gives it back: both are in the shift's books, and cancel out. */
async function giveBack(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  { booking, first, shift, late }: { booking: BookingView; first: PaymentRow; shift: ShiftRow; late: LateMoney },
): Promise<LateOutcome> {
  const amountMinor = leftOf(first)
  const { method, reference, actor } = late
  const payment: PaymentRow = {
    ...first,
    id: newId(means.random),
    state: 'expired',
    grossMinor: amountMinor,
    discountMinor: 0,
    paidMinor: amountMinor,
    refundedMinor: 0,
    createdAt: tx.at,
  }
  await tx.insertPayment(payment)
  const tender = await insertTender(tx, means, payment, shift, taking(late, amountMinor))
  const came = await recordPaymentChange(tx, site, payment, { what: 'recorded', actor, data: tenderData(tender) })
  const back = await refundPayment(tx, site, means, payment, { method, amountMinor, reference, reason: REASON, actor })
  if (isRefusal(back)) throw new Error(`late money could not be given back: ${back.refused}`)
  const told = await tellMoneyToReturn(tx, site, payment)
  return {
    outcome: 'refunded',
    booking: await reread(tx, booking.id),
    payment: back.payment,
    announcements: [came, ...back.announcements, ...told],
  }
}

/** Discounts and parts of an expired payment go over to the new booking's: out of the one, into the other. */
async function moveParts(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  from: PaymentRow,
  to: BookingView,
  actor: string,
): Promise<readonly Announcement[]> {
  const open = await openPaymentOf(tx, { bookingId: to.id })
  if (open === undefined) throw new Error(`booking ${to.id} has nothing to pay`)
  const announcements: Announcement[] = []
  for (const discount of await tx.discountsOf(from.id)) {
    await tx.insertDiscount({ ...discount, id: newId(means.random), paymentId: open.id, at: tx.at })
  }
  await tx.updatePayment(open.id, { discountMinor: from.discountMinor })
  let [out, into]: [PaymentRow, PaymentRow] = [from, { ...open, discountMinor: from.discountMinor }]
  for (const { kind, method, amountMinor, reference } of await tx.tendersOf(from.id)) {
    if (kind !== 'payment') continue
    const part = { method, amountMinor, reference, reason: MOVED, actor }
    const back = await refundPayment(tx, site, means, out, part)
    const taken = await takeTender(tx, site, means, into, { ...part, receivedMinor: null })
    if (isRefusal(back) || isRefusal(taken)) throw new Error(`payment ${from.id} could not be moved`)
    ;[out, into] = [back.payment, taken.payment]
    announcements.push(...back.announcements, ...taken.announcements)
  }
  return announcements
}
