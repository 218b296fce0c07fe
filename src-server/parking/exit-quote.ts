import type { ExitQuote } from '../../src-shared/api/stay-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import type { Announcement } from '../events/announcement.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import { newId, type Random } from '../ids/random.ts'
import type { Done } from '../decisions/decide.ts'
import { closeOpenPayment, leftOf, openPayment, openPaymentOf } from '../payments/payment-ledger.ts'
import { toPaymentWire } from '../payments/payment-wire.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { QuoteRow, StayView } from '../store/car-park-rows.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Ms, SiteRow, Transaction } from '../store/store.ts'
import { stayAccount } from './stay-account.ts'
import { recordStayChange, rereadStay } from './stay-events.ts'
import { toStayWire } from './stay-wire.ts'
import { tariffById } from './tariff-in-force.ts'

const MINUTE = 60_000

export interface ExitMeans {
  readonly clock: Clock
  readonly random: Random
  /** How far business time may be from true time, in ms. */
  readonly uncertaintyMs: () => number
}

export interface ExitAsk {
  /** As it was last said, where nothing is said. */
  readonly lostTicket: boolean | undefined
  /** Another time of leaving than now; the caller has asked for the PIN. */
  readonly manual: { readonly leftAt: Ms; readonly reason: string } | undefined
}

/** The part of a stay's price that needs no clock: nothing for a permit, the fee for a lost ticket. */
function isFixedPrice(stay: StayView, lostTicket: boolean): boolean {
  return stay.permitId !== null || lostTicket
}

/**
 * Names what a car owes that leaves now, and freezes it until it expires. The open payment before it, if any, is void:
 * a car owes one thing at a time. A payment of which a part was taken stays until it runs out.
 */
export async function quoteExit(
  tx: Transaction,
  site: SiteRow,
  means: ExitMeans,
  stay: StayView,
  ask: ExitAsk,
  actor: string,
): Promise<Done<ExitQuote> | Refusal> {
  if (stay.state !== 'parked') return refuse('invalid_state', `the car is ${stay.state}`)
  const open = await openPaymentOf(tx, { stayId: stay.id })
  if (open !== undefined && open.paidMinor > 0 && !hasRunOut(open, tx.at)) {
    if (ask.manual !== undefined || ask.lostTicket !== undefined) {
      return refuse('invalid_state', 'a part of what is due was taken; take the rest first')
    }
    return { answer: await quoteAgain(tx, site, stay, open), announcements: [] }
  }
  const lostTicket = ask.lostTicket ?? stay.lostTicket
  const leftAt = leavingTime(tx, means, stay, lostTicket, ask.manual)
  if (isRefusal(leftAt)) return leftAt
  await closeOpenPayment(tx, { stayId: stay.id }, open !== undefined && hasRunOut(open, tx.at) ? 'expired' : 'void')
  return freezeExit(tx, site, means, { stay, lostTicket, leftAt, manual: ask.manual, actor })
}

function hasRunOut({ expiresAt }: PaymentRow, at: Ms): boolean {
  return expiresAt !== null && expiresAt <= at
}

function leavingTime(
  tx: Transaction,
  { clock }: ExitMeans,
  stay: StayView,
  lostTicket: boolean,
  manual: ExitAsk['manual'],
): Ms | Refusal {
  const isUntrusted = isClockUntrusted(clock)
  if (manual !== undefined) {
    const isPossible = manual.leftAt >= stay.enteredAt && (isUntrusted || manual.leftAt <= tx.at)
    return isPossible ? manual.leftAt : refuse('invalid_interval', 'the car left after it came, and not later than now')
  }
  if (!isUntrusted) return tx.at
  return isFixedPrice(stay, lostTicket) ? stay.enteredAt : refuse('clock_untrusted')
}

interface Leaving {
  readonly stay: StayView
  readonly lostTicket: boolean
  readonly leftAt: Ms
  readonly manual: ExitAsk['manual']
  readonly actor: string
}

async function freezeExit(
  tx: Transaction,
  site: SiteRow,
  means: ExitMeans,
  { stay, lostTicket, leftAt, manual, actor }: Leaving,
): Promise<Done<ExitQuote>> {
  const { plan, version } = await tariffById(tx, stay.tariffVersionId)
  const uncertaintyMs = manual === undefined ? means.uncertaintyMs() : 0
  const { breakdown, leftMinor } = await stayAccount(tx, site, stay, { leftAt, lostTicket, uncertaintyMs })
  const quote: QuoteRow = {
    id: newId(means.random),
    purpose: 'exit',
    tariffVersionId: version.id,
    bayClass: stay.bayClass,
    fromAt: stay.enteredAt,
    toAt: Math.max(stay.enteredAt, leftAt),
    amountMinor: breakdown.total_minor,
    currency: site.currency,
    breakdown: JSON.stringify(breakdown),
    createdAt: tx.at,
    // Without any grace there must still be time to pay what was named.
    expiresAt: tx.at + Math.max(1, plan.exit_grace_minutes) * MINUTE,
  }
  await tx.insertQuote(quote)
  await tx.updateStay(stay.id, { exitQuoteId: quote.id, lostTicket })
  const payment =
    leftMinor === 0
      ? undefined
      : await openPayment(tx, {
          subject: { stayId: stay.id },
          quoteId: quote.id,
          grossMinor: leftMinor,
          currency: site.currency,
          expiresAt: quote.expiresAt,
          random: means.random,
        })
  const quoted = await rereadStay(tx, stay.id)
  const data = {
    quote: quote.id,
    left_at: quote.toAt,
    price_minor: quote.amountMinor,
    left_minor: leftMinor,
    currency: quote.currency,
    lost_ticket: lostTicket,
    ...(manual && { reason: manual.reason }),
  }
  const what = manual === undefined ? 'quoted' : 'manual_time'
  const announcements: Announcement[] = [await recordStayChange(tx, site, quoted, { what, actor, data })]
  return { answer: await wireOf(tx, site, quoted, quote, payment, version.name), announcements }
}

async function quoteAgain(tx: Transaction, site: SiteRow, stay: StayView, payment: PaymentRow): Promise<ExitQuote> {
  const quote = payment.quoteId === null ? undefined : await tx.quote(payment.quoteId)
  if (quote === undefined) throw new Error(`payment ${payment.id} of a stay has no quote`)
  return wireOf(tx, site, stay, quote, payment, (await tariffById(tx, quote.tariffVersionId)).version.name)
}

async function wireOf(
  tx: Transaction,
  site: SiteRow,
  stay: StayView,
  quote: QuoteRow,
  payment: PaymentRow | undefined,
  tariff: string,
): Promise<ExitQuote> {
  const breakdown = parseJson(Breakdown, quote.breakdown)
  if (breakdown === undefined) throw new Error(`the breakdown of quote ${quote.id} is not of its form`)
  const { timezone } = site
  return {
    stay: toStayWire(stay, tx.at, timezone),
    left_at: toSiteIso(quote.toAt, timezone),
    expires_at: stay.permitId === null ? toSiteIso(quote.expiresAt, timezone) : null,
    amount: { amount_minor: payment === undefined ? 0 : leftOf(payment), currency: quote.currency },
    breakdown,
    tariff,
    payment: payment === undefined ? null : await toPaymentWire(tx, site, payment),
  }
}
