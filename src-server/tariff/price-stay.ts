import type { BayClass } from '../../src-shared/api/fields.ts'
import type { Breakdown, BreakdownLine } from '../../src-shared/tariff/breakdown.ts'
import { splitTax } from '../../src-shared/tariff/tax.ts'
import type { TariffPlan, TariffRate } from '../../src-shared/tariff/tariff-plan.ts'
import { capLines, instantWriter, meterLines, wholeLine, type WriteInstant } from './breakdown-lines.ts'
import { meterPieces } from './meters.ts'
import { overstayLines } from './overstay-lines.ts'
import { stayPieces } from './stay-pieces.ts'

const MINUTE = 60_000

/** A stay to be priced. Instants are whole ms of business time since the epoch. */
export interface Stay {
  /** Without errors by `planProblems`. */
  readonly plan: TariffPlan
  readonly bayClass: BayClass
  readonly enteredAt: number
  /** Where business time was set back meanwhile, it may lie before `enteredAt`; the stay then has no length. */
  readonly leftAt: number
  /** The site's zone, IANA. */
  readonly timezone: string
  /** The end of what was booked: its price covers the stay until then, and for the exit grace. */
  readonly bookedUntil?: number | undefined
  /** How far entry and exit together may be off, in ms; 0 where nothing is said. */
  readonly uncertaintyMs?: number | undefined
  readonly lostTicket?: boolean | undefined
  /** Whether the car has a permit for this stay. */
  readonly permit?: boolean | undefined
}

/**
 * What a stay costs, and why. Pure: the same stay and plan give the same answer for ever.
 *
 * 1. Time is elapsed time, exact to the ms; days of 23 or 25 hours need no rule. Hours of a band are those that the
 *    site's clock shows.
 * 2. Clock doubt is taken off the end of the stay, so that at an edge of grace, step or band the customer has the better of it.
 * 3. A permit makes the stay free. Otherwise a stay no longer than the entry grace is free, and a longer one pays from
 *    its first minute.
 * 4. Minutes in a band go by the band's lines, which begin anew each night. All others go by the class's own lines,
 *    which run on through the whole stay: a band pauses them, midnight does not.
 * 5. A price falls due when its line is entered or its step is started, and counts towards the cap of the day in which
 *    that is. The cap holds bands too. Its day is each 24 hours from entry, or the site's calendar day.
 * 6. A booked stay is covered until its booked end and the exit grace; the time after that is priced by the overstay
 *    rule, in addition to the booking.
 * 7. A lost ticket costs its fee, or the stay where that comes to more.
 * 8. Tax is worked out once, on the sum (`splitTax`); nothing else is rounded.
 *
 * On the demo tariff, for a car (Asia/Kolkata; tests/unit/server/tariff/worked-examples.test.ts holds these and more):
 *
 * | stay                        | why                                                  |    price |
 * | --------------------------- | ---------------------------------------------------- | -------: |
 * | 10:00–10:10                 | grace                                                |       ₹0 |
 * | 10:00–10:11                 | first hour                                           |      ₹40 |
 * | 10:00–12:35 (2 h 35 min)    | first hour, 7 × 15 min                               |     ₹110 |
 * | 19:10–21:45 (2 h 35 min)    | 50 min in the first hour; night                      |     ₹100 |
 * | 19:10–23:10                 | the first hour goes on at 23:00 for its last 10 min  |     ₹100 |
 * | 10:00–19:00                 | ₹360 by the lines; cap                               |     ₹250 |
 * | 09:00–21:00                 | cap, which holds the night too                       |     ₹250 |
 * | 10:00–12:00, ticket lost    | the fee is more than ₹80                             |     ₹300 |
 *
 * @returns frozen. For a booked stay: what is due in addition to the booking's own price.
 */
export function priceStay(stay: Stay): Breakdown {
  return priced(stay, true)
}

/**
 * What a booking from start to end costs: a stay of that length, to the same rules. Only the entry grace is not given,
 * because a bay that is kept for somebody is never free.
 */
export function priceBooking({
  start,
  end,
  ...asked
}: Pick<Stay, 'plan' | 'bayClass' | 'timezone' | 'permit'> & {
  readonly start: number
  readonly end: number
}): Breakdown {
  return priced({ ...asked, enteredAt: start, leftAt: end }, false)
}

/** What is due beyond a booked end and the exit grace; 0, with a line that says so, where nothing is. */
export function priceOverstay(stay: Stay & { readonly bookedUntil: number }): Breakdown {
  return priceStay(stay)
}

/** Whether a car that has paid may still leave without paying more. Clock doubt is in the customer's favour. */
export function isInExitGrace(
  { exit_grace_minutes }: Pick<TariffPlan, 'exit_grace_minutes'>,
  { paidAt, leftAt, uncertaintyMs = 0 }: Pick<Stay, 'leftAt' | 'uncertaintyMs'> & { readonly paidAt: number },
): boolean {
  return leftAt - uncertaintyMs <= paidAt + exit_grace_minutes * MINUTE
}

/** A stay as it is priced: from `from` to `until`, after doubt was taken off. */
interface Span {
  readonly from: number
  readonly until: number
  readonly write: WriteInstant
}

function priced(stay: Stay, hasGrace: boolean): Breakdown {
  const from = stay.enteredAt
  const leftAt = Math.max(from, stay.leftAt)
  const until = Math.max(from, leftAt - (stay.uncertaintyMs ?? 0))
  const span: Span = { from, until, write: instantWriter(stay.timezone, until, leftAt) }
  if (stay.permit === true) return total(stay.plan, [wholeLine('permit', { from, to: until }, span.write)])
  const lines = stay.bookedUntil === undefined ? stayLines(stay, span, hasGrace) : bookedLines(stay, span)
  return total(stay.plan, stay.lostTicket === true ? [...lines, lostTicketLine(stay.plan, lines, span)] : lines)
}

function stayLines(stay: Stay, { from, until, write }: Span, hasGrace: boolean): readonly BreakdownLine[] {
  const { plan } = stay
  if (hasGrace && until - from <= plan.entry_grace_minutes * MINUTE) {
    const values = { grace_minutes: plan.entry_grace_minutes }
    return [wholeLine('grace', { from, to: until }, write, { values })]
  }
  return tariffLines(stay, { from, until, write }, 'stay')
}

/** The booking's own time, and what goes beyond it. Someone who comes after the booked end has nothing covered. */
function bookedLines(stay: Stay, { from, until, write }: Span): readonly BreakdownLine[] {
  const bookedEnd = stay.bookedUntil ?? until
  const covered = Math.max(from, Math.min(until, bookedEnd + stay.plan.exit_grace_minutes * MINUTE))
  const booked = wholeLine('booked', { from, to: covered }, write)
  const beyond = { from: covered, until, write }
  return [booked, ...overstayLines(stay, beyond, () => tariffLines(stay, beyond, 'overstay'))]
}

/** The class's rate with its bands and its cap. */
function tariffLines(stay: Stay, { from, until, write }: Span, part: BreakdownLine['part']): readonly BreakdownLine[] {
  const { plan, bayClass, timezone } = stay
  const rate = rateOf(plan, bayClass)
  const bands = plan.bands.filter(({ bay_classes }) => bay_classes.includes(bayClass))
  const pieces = stayPieces({ from, to: until, timezone, bands, capPer: plan.cap_per })
  const { meters, days } = meterPieces(pieces, rate.lines)
  return [
    ...meterLines(meters, part, write),
    ...capLines(days, { minor: rate.daily_cap_minor, per: plan.cap_per }, part, write),
  ]
}

function rateOf(plan: TariffPlan, bayClass: BayClass): TariffRate {
  const rate = plan.rates.find(({ bay_classes }) => bay_classes.includes(bayClass))
  if (rate === undefined) throw new Error(`The tariff has no rate for ${bayClass}`)
  return rate
}

/** The line that brings the price up to the fee. */
function lostTicketLine(
  plan: TariffPlan,
  lines: readonly BreakdownLine[],
  { from, until, write }: Span,
): BreakdownLine {
  const fee = plan.lost_ticket_minor
  return wholeLine('lost_ticket', { from, to: until }, write, {
    values: { fee_minor: fee },
    amountMinor: Math.max(0, fee - sumOf(lines)),
    countedMs: 0,
  })
}

function sumOf(lines: readonly BreakdownLine[]): number {
  return lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

function total({ tax: rule }: TariffPlan, lines: readonly BreakdownLine[]): Breakdown {
  const subtotal = sumOf(lines)
  const { total_minor, ...tax } = splitTax(subtotal, rule)
  return Object.freeze({
    lines: [...lines],
    subtotal_minor: subtotal,
    discounts: [],
    tax: { ...rule, ...tax },
    total_minor,
  })
}
