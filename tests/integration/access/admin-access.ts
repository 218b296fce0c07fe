import type { adminRoutes } from '../../../src-shared/api/staff/admin-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

/** A version that nothing has: who may change the thing is told so, who may not is turned away before. */
const STALE = 'nobody_saw_this_'
const PIN = '2468'

const settings = {
  name: 'Harbour Street Park & Wash',
  business_name: '',
  address: '',
  phone: '',
  tax_id: '',
  upi_id: '',
  receipt_footer: '',
  public_url: '',
  currency: 'INR',
  timezone: 'Asia/Kolkata',
  window_days: 7,
  wash_lead_minutes: 30,
  wash_slot_minutes: 30,
  hold_minutes: 5,
  payment_minutes: 15,
  parking_buffer_minutes: 10,
  parking_min_minutes: 15,
  early_minutes: 30,
  walk_in_minutes: 120,
  wash_no_show_minutes: 20,
  parking_no_show_minutes: 120,
  lock_minutes: 15,
  plate_days: 90,
  phone_days: 90,
  languages: 'en',
}
const closure = { kind: null, from_date: '2026-01-01', to_date: '2026-01-01', reason: 'New Year' }
let counter = 0

const reading = { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 200, 200) }
/** Allowed to ask, but somebody else has changed it. */
const stale = { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 409, 409) }
/** Allowed to ask, but there is no such thing. */
const absent = { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 404, 404), path: '' }

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const adminAccess = {
  'GET /api/v1/admin/site': reading,
  'PUT /api/v1/admin/site': { ...stale, body: () => ({ version: STALE, settings, pin: PIN }) },
  'GET /api/v1/admin/zone-preview': { ...reading, path: '/api/v1/admin/zone-preview?timezone=Europe%2FDublin' },
  'GET /api/v1/admin/opening-hours': reading,
  'PUT /api/v1/admin/opening-hours': { ...stale, body: () => ({ version: STALE, hours: [] }) },
  'POST /api/v1/admin/opening-hours/check': { ...reading, body: () => ({ hours: [] }) },
  'GET /api/v1/admin/closures': reading,
  'POST /api/v1/admin/closures': {
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 201, 201),
    body: () => closure,
  },
  'POST /api/v1/admin/closures/check': { ...reading, body: () => closure },
  'DELETE /api/v1/admin/closures/{id}': { ...absent, path: '/api/v1/admin/closures/none' },
  'GET /api/v1/admin/bays': reading,
  'POST /api/v1/admin/bays': {
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 201, 201),
    body: () => ({ kind: 'bay', bay_class: 'car', labels: [`Z${++counter}`] }),
  },
  'PATCH /api/v1/admin/bays/{id}': { ...stale, path: '/api/v1/admin/bays/A01', body: () => ({ version: STALE }) },
  'GET /api/v1/lot/layout': reading,
  'PUT /api/v1/lot/layout': {
    ...stale,
    body: () => ({ version: STALE, layout: { width: 100, height: 100, bays: [], features: [] } }),
  },
  'GET /api/v1/admin/lot': reading,
  'PUT /api/v1/admin/lot': { ...stale, body: () => ({ version: STALE, lot: { bays: [], plan: null } }) },
  'GET /api/v1/admin/services': reading,
  'POST /api/v1/admin/services': {
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 201, 201),
    body: (who) => ({
      name: `Wax for ${who}`,
      description: '',
      duration_minutes: 20,
      cleanup_minutes: 0,
      price_minor: 100,
      pin: PIN,
    }),
  },
  'PATCH /api/v1/admin/services/{id}': {
    ...stale,
    path: '/api/v1/admin/services/full',
    body: () => ({ version: STALE, name: 'Fuller' }),
  },
  'GET /api/v1/admin/users': reading,
  'POST /api/v1/admin/users': {
    public: ABSENT_PUBLIC,
    // Only an owner makes an owner.
    staff: atStaff(401, 401, 403, 201, 403),
    body: (who) => ({ name: 'Somebody', username: `made-by-${who}`, role: 'owner', pin: PIN }),
  },
  'PATCH /api/v1/admin/users/{id}': {
    ...absent,
    path: '/api/v1/admin/users/none',
    body: () => ({ version: STALE, pin: PIN }),
  },
  'POST /api/v1/admin/users/{id}/reset-password': {
    ...absent,
    path: '/api/v1/admin/users/none/reset-password',
    body: () => ({ pin: PIN }),
  },
  'POST /api/v1/admin/users/{id}/reset-pin': {
    ...absent,
    path: '/api/v1/admin/users/none/reset-pin',
    body: () => ({ pin: PIN }),
  },
  'PUT /api/v1/session/password': {
    body: (who) => ({ password: `not-${who}`, new_password: 'something-else' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 401, 401, 401),
  },
  'PATCH /api/v1/devices/{id}': {
    ownDevice: true,
    body: () => ({ name: 'Gate' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 204, 204),
  },
  'GET /api/v1/admin/settings': reading,
  'GET /api/v1/admin/diagnostics': reading,
  // The other rows are asked at a demo; that a real site refuses is tested in demo/demo-time.test.ts.
  'POST /api/v1/demo/time': {
    body: () => ({ leap: 'quarter' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 200, 200),
  },
  // Allowed to ask, but the PIN is wrong: the other rows still need the site.
  'POST /api/v1/demo/wipe': {
    body: () => ({ pin: '00000000' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 403, 403),
  },
} as const satisfies Record<keyof typeof adminRoutes, Row>
