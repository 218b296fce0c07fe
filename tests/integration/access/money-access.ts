import type { moneyRoutes } from '../../../src-shared/api/staff/money-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

const PIN = '2468'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const moneyAccess = {
  'POST /api/v1/bookings/{id}/payments': {
    booking: 'awaiting_payment',
    body: () => ({ method: 'cash' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 201, 201, 201),
  },
  'POST /api/v1/bookings/{id}/late-payments': {
    // Allowed to ask, but the booking has not expired.
    booking: 'awaiting_payment',
    body: () => ({ method: 'cash' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 409, 409, 409),
  },
  'GET /api/v1/payments/{id}': {
    path: '/api/v1/payments/pay-{id}',
    booking: 'awaiting_payment',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/payments/{id}/tenders': {
    path: '/api/v1/payments/pay-{id}/tenders',
    booking: 'awaiting_payment',
    body: () => ({ method: 'cash' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 201, 201, 201),
  },
  'POST /api/v1/payments/{id}/discounts': {
    path: '/api/v1/payments/pay-{id}/discounts',
    booking: 'awaiting_payment',
    body: () => ({ off_minor: 100, reason: 'a regular customer', pin: PIN }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 201, 201, 201),
  },
  'POST /api/v1/payments/{id}/refunds': {
    path: '/api/v1/payments/pay-{id}/refunds',
    booking: 'confirmed',
    body: () => ({ method: 'cash', reason: 'not washed', pin: PIN }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 201, 201, 201),
  },
  'GET /api/v1/payments/{id}/qr': {
    // Allowed to ask, but the demo takes no UPI by QR.
    path: '/api/v1/payments/pay-{id}/qr',
    booking: 'awaiting_payment',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 409, 409, 409),
  },
  'GET /api/v1/receipts': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'GET /api/v1/receipts/{id}': {
    path: '/api/v1/receipts/R-1',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/receipts/{id}/prints': {
    path: '/api/v1/receipts/R-1/prints',
    body: () => ({ paper: 'roll80' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/receipts/{id}/page-prints': {
    path: '/api/v1/receipts/R-1/page-prints',
    body: () => ({ paper: 'roll80' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'GET /api/v1/shifts/current': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/shifts': {
    // Allowed to ask, but the demo's shift is open.
    body: () => ({ float_minor: 0 }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 409, 409, 409),
  },
  'POST /api/v1/shifts/{id}/cash-moves': {
    // Allowed to ask; there is no such shift.
    path: '/api/v1/shifts/none/cash-moves',
    body: () => ({ kind: 'drawer_open', moved_minor: 0, reason: 'a look' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
  'POST /api/v1/shifts/{id}/close': {
    path: '/api/v1/shifts/none/close',
    body: () => ({ counted_minor: 0, pin: PIN }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
  'GET /api/v1/shifts': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 200, 200) },
  'GET /api/v1/shifts/{id}/report': {
    path: '/api/v1/shifts/none/report',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
  'GET /api/v1/shifts/{id}/report.pdf': {
    path: '/api/v1/shifts/none/report.pdf',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
  'GET /api/v1/staff-names': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
} as const satisfies Record<keyof typeof moneyRoutes, Row>
