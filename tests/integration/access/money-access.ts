import type { moneyRoutes } from '../../../src-shared/api/staff/money-routes.ts'
import { ABSENT_PUBLIC, ABSENT_STAFF, atStaff, nextSlot, publicly, type Row } from '../../support/access-rows.ts'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const moneyAccess = {
  'POST /api/v1/bookings/{id}/payments': {
    booking: 'awaiting_payment',
    body: () => ({ method: 'cash' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 201, 201, 201),
  },
} as const satisfies Partial<Record<keyof typeof moneyRoutes, Row>>
