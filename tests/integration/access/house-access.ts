import type { houseRoutes } from '../../../src-shared/api/staff/house-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const houseAccess = {
  'GET /api/v1/setup': { public: ABSENT_PUBLIC, staff: atStaff(200, 200, 200, 200, 200) },
  'POST /api/v1/setup': {
    body: () => ({
      site_name: 'Quay Lane',
      timezone: 'Asia/Kolkata',
      currency: 'INR',
      owner_name: 'Somebody',
      username: 'somebody',
      password: 'somebody-else',
    }),
    public: ABSENT_PUBLIC,
    staff: atStaff(409, 409, 409, 409, 409),
  },
  'POST /api/v1/session': {
    body: () => ({ username: 'attendant', password: 'harbour-attendant' }),
    ownSession: true,
    public: ABSENT_PUBLIC,
    staff: atStaff(201, 201, 201, 201, 201),
  },
  'GET /api/v1/session': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'DELETE /api/v1/session': { ownSession: true, public: ABSENT_PUBLIC, staff: atStaff(401, 401, 204, 204, 204) },
  'POST /api/v1/session/lock': { ownSession: true, public: ABSENT_PUBLIC, staff: atStaff(401, 401, 204, 204, 204) },
  'POST /api/v1/session/unlock': {
    ownSession: true,
    body: () => ({ secret: '2468' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'PUT /api/v1/session/pin': {
    body: (who) => ({ password: `harbour-${who}`, pin: '2468' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 204, 204, 204),
  },
  'GET /api/v1/clock': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/clock/accept': {
    body: () => ({ pin: '2468', reason: 'checked by telephone' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 200, 200),
  },
  'GET /api/v1/bookings': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/bookings/{id}/check-in': {
    booking: 'confirmed',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/bookings/{id}/undo-check-in': {
    booking: 'checked_in',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/bookings/{id}/complete': {
    booking: 'checked_in',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/bookings/{id}/no-show': {
    // Allowed to ask, but the time has not come yet.
    booking: 'confirmed',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 409, 409, 409),
  },
  'GET /api/v1/devices': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'DELETE /api/v1/devices/{id}': {
    ownDevice: true,
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 204, 204),
  },
  'POST /api/v1/devices/{id}/reload': {
    // Allowed to ask, but no kiosk is connected.
    ownDevice: true,
    body: () => ({ when: 'free' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 409, 409, 409),
  },
  'POST /api/v1/devices/reload': {
    body: () => ({ when: 'free' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/devices/pairing-codes': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 201, 201, 201) },
  'GET /api/v1/metrics/summary': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'GET /api/v1/openapi.json': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
} as const satisfies Partial<Record<keyof typeof houseRoutes, Row>>
