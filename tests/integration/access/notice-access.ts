import type { noticeRoutes } from '../../../src-shared/api/staff/notice-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const noticeAccess = {
  'GET /api/v1/notices': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/notices/read': {
    body: () => ({ up_to: 0 }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
} as const satisfies Record<keyof typeof noticeRoutes, Row>
