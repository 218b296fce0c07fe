import type { helpRoutes } from '../../../src-shared/api/help-routes.ts'
import type { helpDeskRoutes } from '../../../src-shared/api/staff/help-routes.ts'
import { ABSENT_PUBLIC, ABSENT_STAFF, atStaff, publicly, type Row } from '../../support/access-rows.ts'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const helpAccess = {
  'POST /api/v1/help-calls': { public: publicly(401, 201, 201, 401, 401), staff: ABSENT_STAFF },
  'GET /api/v1/help-calls/{id}': {
    // Whoever may ask learns that there is no such call.
    path: '/api/v1/help-calls/no-such-call',
    public: publicly(401, 404, 404, 401, 401),
    staff: ABSENT_STAFF,
  },
  'DELETE /api/v1/help-calls/{id}': {
    path: '/api/v1/help-calls/no-such-call',
    public: publicly(401, 404, 404, 401, 401),
    staff: ABSENT_STAFF,
  },
  'GET /api/v1/help-calls': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/help-calls/{id}/take': {
    path: '/api/v1/help-calls/no-such-call/take',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
  'POST /api/v1/help-calls/{id}/release': {
    path: '/api/v1/help-calls/no-such-call/release',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
} as const satisfies Record<keyof typeof helpRoutes | keyof typeof helpDeskRoutes, Row>
