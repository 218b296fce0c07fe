import type { tariffRoutes } from '../../../src-shared/api/staff/tariff-routes.ts'
import { plainTariff } from '../../../src-server/tariff/demo-tariff.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

const stay = { bay_class: 'car', start: '2025-12-05T10:00:00+05:30', minutes: 60 }

let plates = 0
/** A permit for a plate that has none. */
const permit = () => ({
  plate: `KL99P${1000 + plates++}`,
  holder: 'Somebody',
  bay_class: null,
  from_date: '2025-12-06',
  to_date: '2025-12-31',
})

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const tariffAccess = {
  'GET /api/v1/tariffs': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'GET /api/v1/tariffs/{id}': {
    path: '/api/v1/tariffs/tariff-1',
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'POST /api/v1/tariffs': {
    body: () => ({ name: 'Spring', valid_from: '2026-03-01T00:00:00+05:30', plan: plainTariff(), pin: '2468' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 201, 403),
  },
  'POST /api/v1/tariffs/preview': { body: () => stay, public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/tariffs/prices': {
    body: () => ({ stays: [stay] }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 200, 200, 200),
  },
  'GET /api/v1/permits': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) },
  'POST /api/v1/permits': { body: permit, public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 201, 201) },
  'POST /api/v1/permits/import': {
    body: () => ({ permits: [permit()] }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 201, 201),
  },
  'POST /api/v1/permits/{id}/revoke': {
    // Allowed to ask; there is no such permit.
    path: '/api/v1/permits/unknown/revoke',
    body: () => ({ reason: 'moved away' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 404, 404),
  },
} as const satisfies Record<keyof typeof tariffRoutes, Row>
