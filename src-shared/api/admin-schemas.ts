import * as v from 'valibot'
import { languageTags } from '../i18n/languages.ts'
import { LotLayout } from '../lot/lot-layout.ts'
import { BayClass, CalendarDate, Id, Instant, Money, Phone, Role } from './fields.ts'
import { OpeningHours } from './site-schemas.ts'

const Text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const Name = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(most))
const Whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be ${least} or more`),
    v.maxValue(most, `must be ${most} or less`),
  )

/** What somebody saw before changing it; sent back, so that two people never overwrite each other unawares. */
export const Version = v.pipe(v.string(), v.regex(/^[\w-]{16}$/, 'must be the version that was read'))

/** `https://park.example`, with a port where it has one. Nothing that a phone takes for itself, and no path. */
function leadsPhonesHere(text: string): boolean {
  const [, host, port] = /^https?:\/\/([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::(\d{1,5}))?$/i.exec(text) ?? []
  if (host === undefined || /^(localhost|127(\.\d+){3}|0\.0\.0\.0)$|\.localhost$/i.test(host)) return false
  return port === undefined || (Number(port) > 0 && Number(port) <= 65_535)
}

function areLanguages(text: string): boolean {
  const tags = text.split(',')
  return new Set(tags).size === tags.length && tags.every((tag) => languageTags.some((known) => known === tag))
}

/** All that can be said of a site. Minutes are whole ones. */
export const SiteSettings = v.strictObject({
  name: Name(80),
  business_name: Text(120),
  address: Text(300),
  phone: v.union([v.literal(''), Phone], 'must be a telephone number, or empty'),
  tax_id: Text(40),
  /** Where UPI payments go; empty where the site takes none by QR. */
  upi_id: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^$|^[\w.-]{2,64}@[A-Za-z][A-Za-z0-9]{1,63}$/, 'must be a UPI id such as harbour@upi, or empty'),
  ),
  receipt_footer: Text(300),
  /** Where customers' phones reach the public listener; empty where that is this machine on the LAN. */
  public_url: v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => text.replace(/\/$/, '')),
    v.check(
      (text) => text === '' || leadsPhonesHere(text),
      'must be an address such as https://park.example, which phones can reach, or empty',
    ),
  ),
  currency: v.pipe(
    v.string(),
    v.check((code) => Intl.supportedValuesOf('currency').includes(code), 'must be an ISO 4217 code such as INR'),
  ),
  timezone: v.pipe(v.string(), v.maxLength(64)),
  window_days: Whole(0, 366),
  wash_lead_minutes: Whole(0, 1440),
  wash_slot_minutes: Whole(5, 1440),
  hold_minutes: Whole(1, 120),
  payment_minutes: Whole(1, 1440),
  parking_buffer_minutes: Whole(0, 1440),
  parking_min_minutes: Whole(1, 1440),
  early_minutes: Whole(0, 1440),
  walk_in_minutes: Whole(1, 10_080),
  wash_no_show_minutes: Whole(1, 1440),
  parking_no_show_minutes: Whole(1, 10_080),
  /** A console at which nobody is locks after so many minutes; 0 for never. */
  lock_minutes: Whole(0, 120),
  /** So many days after a car has gone its plate is erased; receipts keep it. */
  plate_days: Whole(1, 3650),
  /** The same of telephone numbers. */
  phone_days: Whole(1, 3650),
  /** The languages that customers are spoken to in: tags with commas between, the first one first. */
  languages: v.pipe(
    v.string(),
    v.check(areLanguages, `must be some of ${languageTags.join(', ')}, with commas between and none twice`),
  ),
})
export type SiteSettings = v.InferOutput<typeof SiteSettings>

export const AdminSite = v.object({
  version: Version,
  settings: v.object(SiteSettings.entries),
  demo: v.boolean(),
  /** Set where `KERBSIDE_TIMEZONE` rules instead of the zone above. */
  timezone_override: v.nullable(v.string()),
  /** Money has been taken in the currency, so it stays. */
  currency_fixed: v.boolean(),
})
export type AdminSite = v.InferOutput<typeof AdminSite>

/** A booking to come that a change would leave outside the hours. It stays as it is: somebody must call the customer. */
export const StrandedBooking = v.object({
  id: Id,
  reference: v.string(),
  kind: v.picklist(['wash', 'parking']),
  plate: v.string(),
  phone: v.nullable(v.string()),
  start: Instant,
  end: Instant,
  resource: v.string(),
})
export type StrandedBooking = v.InferOutput<typeof StrandedBooking>

export const Stranded = v.array(StrandedBooking)

export const ZonePreview = v.object({
  timezone: v.string(),
  /** This moment on the site's clock now, and on the other zone's. */
  now: v.object({ before: v.string(), after: v.string() }),
  /** Bookings to come keep their instants; their time of day becomes another. The first of them, as examples. */
  bookings: v.number(),
  examples: v.array(v.object({ reference: v.string(), plate: v.string(), before: v.string(), after: v.string() })),
  stranded: Stranded,
})
export type ZonePreview = v.InferOutput<typeof ZonePreview>

export const HoursList = v.pipe(v.array(v.strictObject(OpeningHours.entries)), v.maxLength(200))
export const AdminHours = v.object({ version: Version, hours: v.array(OpeningHours), stranded: Stranded })
export type AdminHours = v.InferOutput<typeof AdminHours>

const closureFields = {
  /** Null closes everything. */
  kind: v.nullable(v.picklist(['wash', 'parking'])),
  from_date: CalendarDate,
  /** Included. */
  to_date: CalendarDate,
  reason: Name(120),
}
export const ClosureRequest = v.strictObject(closureFields)
export type ClosureRequest = v.InferOutput<typeof ClosureRequest>
export const Closure = v.object({ id: Id, ...closureFields })
export type Closure = v.InferOutput<typeof Closure>

export const BayLabel = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,11}$/u, 'must be 1 to 12 letters, digits, spaces or dashes'),
)

export const AdminBay = v.object({
  version: Version,
  id: Id,
  kind: v.picklist(['bay', 'wash_bay']),
  label: v.string(),
  bay_class: v.nullable(BayClass),
  position: v.number(),
  /** False: retired, kept for what happened on it. */
  active: v.boolean(),
  placed: v.boolean(),
})
export type AdminBay = v.InferOutput<typeof AdminBay>

export const NewBays = v.strictObject({
  kind: v.picklist(['bay', 'wash_bay']),
  /** What a bay is let as; none for wash bays. */
  bay_class: v.optional(BayClass),
  labels: v.pipe(v.array(BayLabel), v.minLength(1), v.maxLength(200)),
})

export const BayChange = v.strictObject({
  version: Version,
  label: v.optional(BayLabel),
  bay_class: v.optional(BayClass),
  position: v.optional(Whole(1, 10_000)),
  active: v.optional(v.boolean()),
})

export const AdminLayout = v.object({
  version: Version,
  layout: LotLayout,
  /** False: nobody has drawn it; it was made from the bays. */
  drawn: v.boolean(),
})
export type AdminLayout = v.InferOutput<typeof AdminLayout>

const serviceFields = {
  name: Name(60),
  description: Text(200),
  duration_minutes: Whole(1, 1440),
  cleanup_minutes: Whole(0, 1440),
  price_minor: Whole(0, 1_000_000_000),
}
export const NewService = v.strictObject(serviceFields)
export const AdminService = v.object({
  version: Version,
  id: Id,
  name: v.string(),
  description: v.string(),
  duration_minutes: v.number(),
  cleanup_minutes: v.number(),
  price: Money,
  position: v.number(),
  active: v.boolean(),
})
export type AdminService = v.InferOutput<typeof AdminService>
export const ServiceChange = v.strictObject({
  version: Version,
  ...v.partial(NewService).entries,
  position: v.optional(Whole(1, 10_000)),
  active: v.optional(v.boolean()),
})

export const Username = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9._-]{2,32}$/, 'must be 2 to 32 of a–z, 0–9, dot, dash, underscore'),
)
export const NewPassword = v.pipe(v.string(), v.minLength(10, 'must have at least 10 characters'), v.maxLength(200))

export const AdminUser = v.object({
  version: Version,
  id: Id,
  name: v.string(),
  username: v.string(),
  role: Role,
  active: v.boolean(),
  has_pin: v.boolean(),
  signed_in: v.boolean(),
})
export type AdminUser = v.InferOutput<typeof AdminUser>
export const NewUser = v.strictObject({ name: Name(80), username: Username, role: Role })
export const UserChange = v.strictObject({
  version: Version,
  name: v.optional(Name(80)),
  role: v.optional(Role),
  active: v.optional(v.boolean()),
})
/** The password is told once, to whoever asked for it, and kept nowhere. */
export const UserWithPassword = v.object({ user: AdminUser, temporary_password: v.string() })
export type UserWithPassword = v.InferOutput<typeof UserWithPassword>

export const InstallationSettings = v.object({
  versions: v.object({ kerbside: v.string(), node: v.string() }),
  settings: v.array(
    v.object({
      /** The environment variable that sets it. */
      variable: v.string(),
      value: v.string(),
      is_default: v.boolean(),
    }),
  ),
})
export type InstallationSettings = v.InferOutput<typeof InstallationSettings>
