import * as v from 'valibot'
import { LOT_LIST_LIMIT, LotList } from '../../lot/lot-list.ts'
import { ReloadWhen } from '../../protocol/kiosk-state.ts'
import { HoursList, NewPassword, SiteSettings, Username } from '../admin-schemas.ts'
import { BookingState, StaffBooking } from '../booking-schemas.ts'
import { ClockReport } from '../clock-schemas.ts'
import { CalendarDate, Instant } from '../fields.ts'
import type { RouteTable } from '../route.ts'
import { Device, MetricsSummary, Session } from '../site-schemas.ts'
import { ById, DeviceName, managers, Password, Pin, staff, Timezone } from './fields.ts'

/** Sign-in, the clock, bookings, kiosks: what was there from the start. */
export const houseRoutes = {
  'GET /api/v1/setup': {
    summary: 'Whether this installation still needs its owner account',
    access: { staff: 'anyone' },
    status: 200,
    response: v.object({ needed: v.boolean(), suggested_timezone: v.string() }),
  },
  'POST /api/v1/setup': {
    summary: 'First start: name the site and make the owner account',
    access: { staff: 'anyone' },
    body: v.strictObject({
      site_name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
      timezone: Timezone,
      currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as INR')),
      owner_name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
      username: Username,
      password: NewPassword,
      /** The languages of customers, the first one first; English unless something else is asked for. */
      languages: v.optional(SiteSettings.entries.languages),
      /** The weekly opening hours; those of the template unless others are given. */
      hours: v.optional(HoursList),
      /** What the lot begins with; a full one unless something else is asked for. */
      template: v.optional(v.picklist(['full', 'small', 'empty'])),
      /** A lot from a file, in place of the template's. */
      lot: v.optional(LotList),
    }),
    bodyLimit: LOT_LIST_LIMIT,
    status: 201,
    response: Session,
  },
  'POST /api/v1/session': {
    summary: 'Sign in; sets the session cookie',
    access: { staff: 'anyone' },
    body: v.strictObject({
      username: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
      password: Password,
    }),
    status: 201,
    response: Session,
  },
  'GET /api/v1/session': {
    summary: 'Who am I',
    access: { staff, withTemporaryPassword: true },
    status: 200,
    response: Session,
  },
  'DELETE /api/v1/session': {
    summary: 'Sign out',
    access: { staff, withTemporaryPassword: true, whileLocked: true },
    status: 204,
  },
  'POST /api/v1/session/lock': {
    summary: 'Lock the session: until it is unlocked, every other route answers `session_locked`',
    access: { staff, withTemporaryPassword: true, whileLocked: true },
    status: 204,
  },
  'POST /api/v1/session/unlock': {
    summary: 'Unlock the session by PIN or password; five wrong tries end it',
    access: { staff, withTemporaryPassword: true, whileLocked: true },
    body: v.strictObject({ secret: Password }),
    status: 200,
    response: Session,
  },
  'PUT /api/v1/session/pin': {
    summary: 'Choose the PIN that is asked for again before acts that matter',
    access: { staff },
    body: v.strictObject({
      password: Password,
      pin: Pin,
    }),
    status: 204,
  },
  'GET /api/v1/clock': {
    summary: 'The clock: state, sources, followers, the last hours, the log',
    access: { staff },
    status: 200,
    response: ClockReport,
  },
  'POST /api/v1/clock/accept': {
    summary: 'Vouch for the OS clock; business time is set to it where they differ',
    access: { staff: managers },
    body: v.strictObject({
      pin: Pin,
      reason: v.pipe(v.string(), v.trim(), v.minLength(3, 'must say why, in a few words'), v.maxLength(200)),
    }),
    status: 200,
    response: ClockReport,
  },
  'GET /api/v1/bookings': {
    summary: 'The bookings of a day, newest changes included; searched by plate or reference',
    access: { staff },
    query: v.strictObject({
      kind: v.optional(v.picklist(['wash', 'parking'])),
      date: v.optional(CalendarDate),
      state: v.optional(BookingState),
      q: v.optional(v.pipe(v.string(), v.maxLength(64))),
    }),
    status: 200,
    response: v.object({ server_time: Instant, date: CalendarDate, bookings: v.array(StaffBooking) }),
  },
  'POST /api/v1/bookings/{id}/check-in': {
    summary: 'The car has come',
    access: { staff },
    params: ById,
    status: 200,
    response: StaffBooking,
  },
  'POST /api/v1/bookings/{id}/undo-check-in': {
    summary: 'Take back a check-in of the last two minutes: the booking waits for its car again',
    access: { staff },
    params: ById,
    status: 200,
    response: StaffBooking,
  },
  'POST /api/v1/bookings/{id}/complete': {
    summary: 'The work is done',
    access: { staff },
    params: ById,
    status: 200,
    response: StaffBooking,
  },
  'POST /api/v1/bookings/{id}/no-show': {
    summary: 'The customer did not come',
    access: { staff },
    params: ById,
    status: 200,
    response: StaffBooking,
  },
  'GET /api/v1/devices': {
    summary: 'The paired kiosks',
    access: { staff },
    status: 200,
    response: v.object({ devices: v.array(Device) }),
  },
  'DELETE /api/v1/devices/{id}': {
    summary:
      'Unpair a kiosk; its sockets are closed at once. An attendant may for ten minutes, where it was their code that let it in',
    access: { staff },
    params: ById,
    status: 204,
  },
  'POST /api/v1/devices/{id}/reload': {
    summary: 'Have a connected kiosk open its page anew, once nobody uses it or at once',
    access: { staff },
    params: ById,
    body: v.strictObject({ when: ReloadWhen }),
    status: 204,
  },
  'POST /api/v1/devices/reload': {
    summary: 'The same for all kiosks that are connected; how many they are',
    access: { staff },
    body: v.strictObject({ when: ReloadWhen }),
    status: 200,
    response: v.object({ asked: v.number() }),
  },
  'POST /api/v1/devices/pairing-codes': {
    summary:
      'A new one-time code, good for two minutes, with its QR, and a second one while a name is announced on the local network',
    access: { staff },
    body: v.nullish(v.strictObject({ device_name: v.optional(DeviceName) })),
    status: 201,
    response: v.object({
      code: v.string(),
      expires_at: Instant,
      /** What the QR says: the kiosk page with the code in its fragment. */
      pairing_url: v.string(),
      /** The QR as SVG text. */
      qr_svg: v.string(),
      /** The same under the name on the local network; null while none is announced. */
      by_name: v.nullable(v.object({ pairing_url: v.string(), qr_svg: v.string() })),
      /** The certificate that a tablet has to be given first, where this server is its own authority. */
      authority: v.nullable(v.object({ url: v.string(), fingerprint: v.string() })),
    }),
  },
  'GET /api/v1/metrics/summary': {
    summary: 'What the dashboard shows',
    access: { staff },
    status: 200,
    response: MetricsSummary,
  },
  'GET /api/v1/openapi.json': {
    summary: 'This API, as OpenAPI 3.1, made from the route schemas',
    access: { staff },
    status: 200,
    response: v.record(v.string(), v.unknown()),
  },
} as const satisfies RouteTable
