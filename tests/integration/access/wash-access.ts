import type { washRoutes } from '../../../src-shared/api/staff/wash-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const washAccess = {
  'GET /api/v1/wash-jobs': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/wash-jobs/{id}/move': {
    path: '/api/v1/wash-jobs/job-{id}/move',
    booking: 'confirmed',
    body: () => ({ state: 'queued' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/wash-jobs/{id}/bay': {
    path: '/api/v1/wash-jobs/job-{id}/bay',
    booking: 'confirmed',
    // A bay that there is not: whether one is free is no matter of who asks.
    body: () => ({ wash_bay_id: 'W9' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 400, 400, 400),
  },
  'POST /api/v1/wash-walk-ins': {
    // Both bays are taken on the demo site, or soon are: whether one is free is no matter of who asks.
    body: () => ({ service_id: 'nothing', plate: 'KL07BX1234' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 400, 400, 400),
  },
} as const satisfies Record<keyof typeof washRoutes, Row>
