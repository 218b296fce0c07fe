import * as v from 'valibot'
import { languageTags } from '../i18n/languages.ts'
import { KioskState } from '../protocol/kiosk-state.ts'
import { DateWindow } from './booking-schemas.ts'
import { BayClass, CalendarDate, Id, Instant, Money, Role, ClockState } from './fields.ts'

export const WashService = v.object({
  id: Id,
  name: v.string(),
  /** What the customer gets, in a sentence. */
  description: v.string(),
  duration_minutes: v.number(),
  /** Clean-up after the car has left, kept free in the bay. */
  cleanup_minutes: v.number(),
  price: Money,
})
export type WashService = v.InferOutput<typeof WashService>

export const OpeningHours = v.object({
  kind: v.picklist(['wash', 'parking']),
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  /** Local time of day, HH:MM; `24:00` is the end of the day. */
  opens: v.string(),
  closes: v.string(),
})
export type OpeningHours = v.InferOutput<typeof OpeningHours>

export const Site = v.object({
  name: v.string(),
  timezone: v.string(),
  currency: v.string(),
  /** True on the demo site; every screen then says DEMO. */
  demo: v.boolean(),
  kiosk_access: v.picklist(['paired', 'open']),
  /** Where a customer's phone opens the kiosk's page, with a slash at the end. */
  customer_page: v.string(),
  window: DateWindow,
  opening_hours: v.array(OpeningHours),
  /** Days of the window that are closed beside the weekly rule; a `kind` of null closes everything. */
  closed_days: v.array(v.object({ date: CalendarDate, kind: v.nullable(v.picklist(['wash', 'parking'])) })),
  wash_services: v.array(WashService),
  bay_classes: v.array(v.object({ bay_class: BayClass, count: v.number() })),
  /** One line on prices for a poster; empty until a tariff is in force. */
  tariff_summary: v.array(v.string()),
  /** The languages that customers are spoken to in, the first one first. */
  languages: v.array(v.picklist(languageTags)),
})
export type Site = v.InferOutput<typeof Site>

export const User = v.object({ id: Id, name: v.string(), username: v.string(), role: Role })
export type User = v.InferOutput<typeof User>

export const Session = v.object({
  user: User,
  expires_at: Instant,
  /** Somebody else set the password: until another one is chosen, every other route answers `password_temporary`. */
  password_temporary: v.boolean(),
  /** After so many minutes without a touch the console locks this session; 0 for never. */
  lock_minutes: v.number(),
})
export type Session = v.InferOutput<typeof Session>

export const Device = v.object({
  id: Id,
  name: v.string(),
  paired_at: Instant,
  last_seen_at: v.nullable(Instant),
  connected: v.boolean(),
  /** Since when it has been connected; null while it is not. */
  online_since: v.nullable(Instant),
  /** What it says that it shows; null while it is away, and before it has said so. */
  shows: v.nullable(KioskState),
  /** Its page is of another version than the server. */
  outdated: v.boolean(),
  /** Its own clock minus the server's time, in ms; null while that is not known. */
  device_offset_ms: v.nullable(v.number()),
  /** Since when it is asked to open its page anew, and has not yet. */
  reload_asked_at: v.nullable(Instant),
})
export type Device = v.InferOutput<typeof Device>

export const MetricsSummary = v.object({
  server_time: Instant,
  date: v.string(),
  clock_state: ClockState,
  /** Occupied by cars; blocked for maintenance; free of both. Together they are all. */
  bays: v.object({ total: v.number(), occupied: v.number(), blocked: v.number(), free: v.number() }),
  wash_bays: v.object({ total: v.number(), busy: v.number() }),
  /** Wash bookings that begin today and are not expired or cancelled. */
  wash_bookings_today: v.number(),
  held: v.number(),
  awaiting_payment: v.number(),
  kiosks_connected: v.number(),
  /** Paid today, refunds taken off. */
  takings_today: Money,
})
export type MetricsSummary = v.InferOutput<typeof MetricsSummary>
