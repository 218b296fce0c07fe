import type { reportRoutes } from '../../../src-shared/api/staff/report-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

const days = 'from=2025-12-01&to=2025-12-05'
const managersOnly = atStaff(401, 401, 403, 200, 200)

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const reportAccess = {
  'GET /api/v1/reports': { path: `/api/v1/reports?${days}`, public: ABSENT_PUBLIC, staff: managersOnly },
  'GET /api/v1/reports/exceptions': {
    path: `/api/v1/reports/exceptions?${days}`,
    public: ABSENT_PUBLIC,
    staff: managersOnly,
  },
  'GET /api/v1/reports/csv': {
    path: `/api/v1/reports/csv?${days}&table=takings_by_day`,
    public: ABSENT_PUBLIC,
    staff: managersOnly,
  },
  'GET /api/v1/reports/pdf': { path: `/api/v1/reports/pdf?${days}`, public: ABSENT_PUBLIC, staff: managersOnly },
  'GET /api/v1/reports/weekly': { public: ABSENT_PUBLIC, staff: managersOnly },
  'PUT /api/v1/reports/weekly/settings': {
    public: ABSENT_PUBLIC,
    staff: managersOnly,
    body: () => ({ week_starts_on: 1, folder: null }),
  },
  'GET /api/v1/reports/weekly/pdf': {
    path: '/api/v1/reports/weekly/pdf?date=2025-12-05',
    public: ABSENT_PUBLIC,
    staff: managersOnly,
  },
  'GET /api/v1/audit/events': { path: `/api/v1/audit/events?${days}`, public: ABSENT_PUBLIC, staff: managersOnly },
  'GET /api/v1/audit/verification': { public: ABSENT_PUBLIC, staff: managersOnly },
  'GET /api/v1/audit/line': {
    path: `/api/v1/audit/line?seq=1&code=${'0'.repeat(32)}`,
    public: ABSENT_PUBLIC,
    staff: managersOnly,
  },
  'POST /api/v1/audit/verification': { public: ABSENT_PUBLIC, staff: managersOnly },
  'GET /metrics': { public: ABSENT_PUBLIC, staff: atStaff(200, 200, 200, 200, 200) },
} as const satisfies Record<keyof typeof reportRoutes, Row>
