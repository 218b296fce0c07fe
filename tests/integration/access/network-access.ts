import type { networkRoutes } from '../../../src-shared/api/staff/network-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

const managing = { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 200, 200) }

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const networkAccess = {
  'GET /api/v1/network': managing,
  'PUT /api/v1/network': { ...managing, body: () => ({ address: null, announce: true }) },
} as const satisfies Record<keyof typeof networkRoutes, Row>
