import type { filterRoutes } from '../../../src-shared/api/staff/filter-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

let counter = 0

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const filterAccess = {
  'GET /api/v1/saved-filters': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/saved-filters': {
    // The attendant has no audit trail to narrow.
    body: () => ({ screen: 'audit', name: `Mine ${'i'.repeat(++counter)}`, narrowed: {}, is_default: false }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 201, 201),
  },
  'PATCH /api/v1/saved-filters/{id}': {
    path: '/api/v1/saved-filters/none',
    body: () => ({ is_default: true }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
  'DELETE /api/v1/saved-filters/{id}': {
    path: '/api/v1/saved-filters/none',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 404, 404, 404),
  },
} as const satisfies Record<keyof typeof filterRoutes, Row>
