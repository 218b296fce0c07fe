import * as v from 'valibot'
import { ClockState, Instant } from '../api/fields.ts'

/** A text on paper: one line, no control characters, no broken surrogate pairs. */
const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'must be one line of printable text'),
  )
const words = (longest: number) => v.pipe(text(longest), v.regex(/\S/u, 'must not be blank'))

/** Whole minor units, of either sign. The bound keeps every sum of a document exact. */
const Amount = v.pipe(v.number(), v.safeInteger(), v.minValue(-1e12), v.maxValue(1e12))
const Owed = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e12))
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** A BCP 47 tag without extensions: how digits and the calendar are written is the paper's own affair. */
const Language = v.pipe(
  v.string(),
  v.maxLength(35),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  v.check(isLanguageTag, 'must be a language tag'),
)

const Site = v.object({
  name: words(80),
  address: v.pipe(v.array(words(80)), v.maxLength(6)),
  /** Numbers under which the site trades, each with the name that the country gives it, such as GSTIN. */
  registrations: v.pipe(v.array(v.object({ label: words(24), number: words(40) })), v.maxLength(4)),
  phone: v.optional(words(24)),
})

const Line = v.object({ text: words(160), amount_minor: Amount })
/** The amount is what is taken off: positive. */
const Discount = v.object({ text: words(120), reason: words(160), amount_minor: Owed })

const Tax = v.object({
  label: words(24),
  /** Basis points: 1800 is 18 %. */
  rate_bps: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000)),
  /** Whether the lines' amounts contain the tax already. */
  included: v.boolean(),
  net_minor: Owed,
  amount_minor: Owed,
})

const Tender = v.object({
  method: v.picklist(['cash', 'card', 'upi']),
  amount_minor: Owed,
  /** Cash only: what was handed over, and what went back. */
  received_minor: v.optional(Owed),
  change_minor: v.optional(Owed),
  reference: v.optional(words(64)),
})

const Fields = v.object({
  /** The shape of this document; another shape gets another number, and this one stays readable. */
  format: v.literal(1),
  kind: v.picklist(['receipt', 'credit_note']),
  /** Gapless within the series, from 1. */
  number: Count,
  series: v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,8}$/)),
  /** The number as people say it: `R-000123`. */
  display_number: words(24),
  /** What a credit note corrects, and why; a receipt has none. */
  credits: v.optional(v.object({ display_number: words(24), reason: words(240) })),
  site: Site,
  plate: v.optional(words(24)),
  bay: v.optional(words(24)),
  service: v.optional(words(120)),
  /** Of the ticket or the booking. */
  reference: v.optional(words(40)),
  entry: v.optional(Instant),
  exit: v.optional(Instant),
  issued_at: Instant,
  tariff: v.optional(v.object({ id: words(64), name: words(80) })),
  lines: v.pipe(v.array(Line), v.maxLength(200)),
  discounts: v.pipe(v.array(Discount), v.maxLength(50)),
  tax: v.optional(Tax),
  /** Of a credit note: what goes back to the customer. */
  total_minor: Owed,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  tenders: v.pipe(v.array(Tender), v.maxLength(20)),
  shift_number: v.optional(Count),
  attendant: v.optional(words(80)),
  /** How far the server's clock could be trusted when the document was issued. */
  clock: v.object({ state: ClockState, uncertainty_ms: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
  verification_url: v.pipe(v.string(), v.maxLength(500), v.regex(/^https?:\/\/[\x21-\x7e]+$/)),
  language: Language,
  footer: v.pipe(v.array(words(160)), v.maxLength(8)),
})
type Fields = v.InferOutput<typeof Fields>

/**
 * What is frozen when a receipt or a credit note is issued, so that a reprint years later says the same. Texts are in
 * words already; amounts are minor units of `currency`; of a credit note too they are positive.
 */
export const ReceiptDocument = v.pipe(
  Fields,
  v.check((it) => (it.kind === 'credit_note') === (it.credits !== undefined), 'a credit note names what it corrects'),
  v.check(addsUp, 'lines, discounts, tax and total must add up'),
  v.check(isSettled, 'tenders must add up to the total, and change to what was received'),
)
export type ReceiptDocument = v.InferOutput<typeof ReceiptDocument>

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function sum(amounts: readonly { amount_minor: number }[]): number {
  return amounts.reduce((total, { amount_minor }) => total + amount_minor, 0)
}

function addsUp({ lines, discounts, tax, total_minor }: Fields): boolean {
  const charged = sum(lines) - sum(discounts)
  if (tax === undefined) return charged === total_minor
  return charged === (tax.included ? total_minor : tax.net_minor) && tax.net_minor + tax.amount_minor === total_minor
}

function isSettled({ tenders, total_minor }: Fields): boolean {
  return (
    sum(tenders) === total_minor &&
    tenders.every(
      ({ amount_minor, received_minor = amount_minor, change_minor = 0 }) =>
        received_minor - change_minor === amount_minor,
    )
  )
}
