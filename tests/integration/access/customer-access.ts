import type { customerRoutes } from '../../../src-shared/api/customer-routes.ts'
import { ABSENT_STAFF, atStaff, nextSlot, publicly, type Row } from '../../support/access-rows.ts'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const customerAccess = {
  'GET /healthz': { public: publicly(200, 200, 200, 200, 200), staff: atStaff(200, 200, 200, 200, 200) },
  'GET /readyz': { public: publicly(200, 200, 200, 200, 200), staff: atStaff(200, 200, 200, 200, 200) },
  'GET /api/v1/time': { public: publicly(200, 200, 200, 200, 200), staff: atStaff(200, 200, 200, 200, 200) },
  'GET /api/v1/site': { public: publicly(200, 200, 200, 200, 200), staff: atStaff(200, 200, 200, 200, 200) },
  'GET /api/v1/availability/wash': {
    path: '/api/v1/availability/wash?service_id=exterior&date=2025-12-08',
    public: publicly(401, 200, 200, 401, 401),
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'GET /api/v1/availability/parking': {
    path: '/api/v1/availability/parking?start=2025-12-08T10:00:00%2B05:30&end=2025-12-08T12:00:00%2B05:30',
    public: publicly(401, 200, 200, 401, 401),
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'GET /api/v1/lot/plan': {
    public: publicly(401, 200, 200, 401, 401),
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/bookings': {
    body: () => ({ kind: 'wash', service_id: 'exterior', start: nextSlot(), plate: 'KL07BX1234' }),
    public: publicly(401, 201, 201, 401, 401),
    staff: atStaff(401, 401, 201, 201, 201),
  },
  'GET /api/v1/bookings/{id}': {
    booking: 'held',
    public: publicly(401, 401, 401, 403, 200),
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/bookings/{id}/confirm': {
    booking: 'held',
    public: publicly(401, 401, 401, 403, 200),
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/bookings/{id}/cancel': {
    booking: 'held',
    public: publicly(401, 401, 401, 403, 200),
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'GET /api/v1/bookings/{id}/status': {
    booking: 'awaiting_payment',
    public: publicly(401, 401, 401, 403, 200),
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'GET /api/v1/receipts/verify/{code}': {
    // Whoever asks may ask; no receipt has this code.
    path: '/api/v1/receipts/verify/no-receipt-has-this-code',
    public: publicly(404, 404, 404, 404, 404),
    staff: atStaff(404, 404, 404, 404, 404),
  },
  'POST /api/v1/devices/pair': {
    body: () => ({ code: 'WRONGCOD' }),
    public: publicly(410, 410, 410, 410, 410),
    staff: ABSENT_STAFF,
  },
  'GET /api/v1/devices/self': { public: publicly(401, 200, 200, 401, 401), staff: ABSENT_STAFF },
} as const satisfies Partial<Record<keyof typeof customerRoutes, Row>>
