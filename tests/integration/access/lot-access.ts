import type { lotRoutes } from '../../../src-shared/api/staff/lot-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

const PIN = '2468'
let plates = 0
/** A plate of its own for each case. */
const nextPlate = (): string => `ZZ${(plates += 1)}`

/** Staff may all ask; there is no such thing. */
const nothingAt = (path: string) => ({ path, public: ABSENT_PUBLIC, staff: atStaff(401, 401, 404, 404, 404) })
const forStaff = { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 200, 200, 200) }

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const lotAccess = {
  'GET /api/v1/lot': forStaff,
  'GET /api/v1/search': { ...forStaff, path: '/api/v1/search?q=KL07' },
  'GET /api/v1/stays': forStaff,
  'POST /api/v1/stays': {
    body: () => ({ plate: nextPlate(), bay_class: 'suv' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 201, 201, 201),
  },
  'GET /api/v1/stays/{id}': nothingAt('/api/v1/stays/none'),
  'POST /api/v1/stays/{id}/exit-quotes': nothingAt('/api/v1/stays/none/exit-quotes'),
  'POST /api/v1/stays/{id}/exit': nothingAt('/api/v1/stays/none/exit'),
  'POST /api/v1/stays/{id}/move': { ...nothingAt('/api/v1/stays/none/move'), body: () => ({ bay_id: 'A01' }) },
  'POST /api/v1/stays/{id}/correct-entry': {
    ...nothingAt('/api/v1/stays/none/correct-entry'),
    body: () => ({ entered_at: '2025-12-05T10:00:00+05:30', reason: 'typed late', pin: PIN }),
  },
  'POST /api/v1/stays/{id}/void': {
    ...nothingAt('/api/v1/stays/none/void'),
    body: () => ({ reason: 'the wrong car', pin: PIN }),
  },
  'POST /api/v1/bookings/{id}/move': { ...nothingAt('/api/v1/bookings/none/move'), body: () => ({ bay_id: 'A01' }) },
  'POST /api/v1/bays/{id}/block': {
    ...nothingAt('/api/v1/bays/none/block'),
    body: () => ({ reason: 'oil on the floor' }),
  },
  'POST /api/v1/bays/{id}/unblock': nothingAt('/api/v1/bays/none/unblock'),
  'GET /api/v1/waitlist': forStaff,
  'POST /api/v1/waitlist': {
    body: () => ({ plate: nextPlate(), bay_class: 'ev' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 201, 201, 201),
  },
  'POST /api/v1/waitlist/{id}/serve': nothingAt('/api/v1/waitlist/none/serve'),
  'POST /api/v1/waitlist/{id}/return': nothingAt('/api/v1/waitlist/none/return'),
  'DELETE /api/v1/waitlist/{id}': nothingAt('/api/v1/waitlist/none'),
} as const satisfies Partial<Record<keyof typeof lotRoutes, Row>>
