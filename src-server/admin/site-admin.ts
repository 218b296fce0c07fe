import type { AdminSite, SiteSettings, ZonePreview } from '../../src-shared/api/admin-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { actorOf } from '../identity/principal.ts'
import { isTimezone } from '../settings/settings.ts'
import { dateAt, plusDays, timeLabel } from '../site/site-calendar.ts'
import type { Queries, SiteRow } from '../store/store.ts'
import { changedMembers, changeSite, siteOf, type Admin, type AdminParts } from './admin-parts.ts'
import { strandedBookings, wireStranded } from './stranded-bookings.ts'
import { versionOf } from './version.ts'

type Setting = keyof SiteSettings
type Field = Exclude<keyof SiteRow, 'demo'>

/** Each setting on the wire with its column's field. */
const fields = {
  name: 'name',
  business_name: 'businessName',
  address: 'address',
  phone: 'phone',
  tax_id: 'taxId',
  upi_id: 'upiId',
  receipt_footer: 'receiptFooter',
  public_url: 'publicUrl',
  currency: 'currency',
  timezone: 'timezone',
  window_days: 'windowDays',
  wash_lead_minutes: 'washLeadMinutes',
  wash_slot_minutes: 'washSlotMinutes',
  hold_minutes: 'holdMinutes',
  payment_minutes: 'paymentMinutes',
  parking_buffer_minutes: 'parkingBufferMinutes',
  parking_min_minutes: 'parkingMinMinutes',
  early_minutes: 'earlyMinutes',
  walk_in_minutes: 'walkInMinutes',
  wash_no_show_minutes: 'washNoShowMinutes',
  parking_no_show_minutes: 'parkingNoShowMinutes',
  lock_minutes: 'lockMinutes',
  plate_days: 'plateDays',
  phone_days: 'phoneDays',
  languages: 'languages',
} as const satisfies Record<Setting, Field>

/** What concerns money, the meaning of every time that is shown, where customers are led, or what is erased for good. */
const guarded: readonly Setting[] = [
  'business_name',
  'tax_id',
  'upi_id',
  'public_url',
  'currency',
  'timezone',
  'plate_days',
  'phone_days',
]

/** So many bookings stand in a preview as examples. */
const EXAMPLES = 5

function settingsOf(row: SiteRow): SiteSettings {
  return Object.fromEntries(Object.entries(fields).map(([setting, field]) => [setting, row[field]])) as SiteSettings
}

function rowChange(settings: SiteSettings): Partial<SiteRow> {
  return Object.fromEntries(Object.entries(fields).map(([setting, field]) => [field, settings[setting as Setting]]))
}

function noSuchZone(path: string): Refusal {
  const errors = [{ path, message: 'must be an IANA zone such as Asia/Kolkata' }]
  return refuse('invalid_request', 'there is no such time zone', { errors })
}

/** What the site is called, where it is, and by which rules it is booked. */
export class SiteAdmin {
  readonly #parts: AdminParts
  constructor(parts: AdminParts) {
    this.#parts = parts
  }

  get(): Promise<AdminSite> {
    return this.#parts.store.read((queries) => this.#wire(queries))
  }

  /** Refused when it was changed since `version`, and where it concerns money without the PIN. */
  async change(
    { version, settings, pin }: { version: string; settings: SiteSettings; pin?: string | undefined },
    by: Admin,
  ): Promise<AdminSite | Refusal> {
    if (!isTimezone(settings.timezone)) return noSuchZone('body.settings.timezone')
    const known = (await this.get()).settings
    if (guarded.some((setting) => settings[setting] !== known[setting])) {
      if (pin === undefined) return refuse('pin_needed')
      const refusal = await this.#parts.sessions.checkPin(by, pin)
      if (refusal !== undefined) return refusal
    }
    return changeSite(this.#parts, 'site', async (tx) => {
      const before = settingsOf(await siteOf(tx))
      if (versionOf(before) !== version) return refuse('changed_meanwhile')
      if (before.currency !== settings.currency && (await tx.hasTakenMoney())) return refuse('currency_fixed')
      const data = changedMembers(before, settings)
      if (data !== undefined) {
        await tx.updateSite(rowChange(settings))
        await tx.appendEvent({ at: tx.at, kind: 'site.changed', subject: 'site', actor: actorOf(by), data })
      }
      return this.#wire(tx)
    })
  }

  /** What another zone would change. Bookings are instants: they stay, and are called by another time of day. */
  async previewZone(timezone: string): Promise<ZonePreview | Refusal> {
    if (!isTimezone(timezone)) return noSuchZone('query.timezone')
    const { store, clock, site } = this.#parts
    const now = clock.now()
    const label = (at: number, zone: string) => `${dateAt(at, zone)} ${timeLabel(at, zone)}`
    return store.read(async (queries) => {
      const bookings = await queries.comingBookings(now)
      const rules = await queries.openingRules()
      const closures = await queries.closures(plusDays(dateAt(now, timezone), -2), '9999-12-31')
      const stranded = strandedBookings(bookings, { rules, closures, timezone })
      return {
        timezone,
        now: { before: label(now, site.timezone), after: label(now, timezone) },
        bookings: bookings.length,
        examples: bookings.slice(0, EXAMPLES).map(({ reference, plate, startsAt }) => ({
          reference,
          plate,
          before: label(startsAt, site.timezone),
          after: label(startsAt, timezone),
        })),
        stranded: wireStranded(stranded, timezone),
      }
    })
  }

  async #wire(queries: Queries): Promise<AdminSite> {
    const row = await siteOf(queries)
    const settings = settingsOf(row)
    return {
      version: versionOf(settings),
      settings,
      demo: row.demo,
      timezone_override: this.#parts.settings.timezone ?? null,
      currency_fixed: await queries.hasTakenMoney(),
    }
  }
}
