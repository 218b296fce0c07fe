import type { backupRoutes } from '../../../src-shared/api/staff/backup-routes.ts'
import { ABSENT_PUBLIC, atStaff, type Row } from '../../support/access-rows.ts'

const PIN = '2468'
/** An admin may ask; there is no such backup. */
const nothingAt = (path: string, body?: object) => ({
  path,
  ...(body !== undefined && { body: () => body }),
  public: ABSENT_PUBLIC,
  staff: atStaff(401, 401, 403, 403, 404),
})
/** Anybody at the machine may ask; the store is open, so that there is nothing to recover. */
const notNeeded = { public: ABSENT_PUBLIC, staff: atStaff(404, 404, 404, 404, 404) }
const none = '/api/v1/backups/none'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const backupAccess = {
  'GET /api/v1/backups': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 200, 200) },
  'POST /api/v1/backups': { public: ABSENT_PUBLIC, staff: atStaff(401, 401, 403, 403, 200) },
  'PUT /api/v1/backups/settings': {
    // Allowed to ask, but the PIN is wrong.
    body: () => ({ nightly_hour: 3, second_folder: null, encrypt_second: false, pin: '00000000' }),
    public: ABSENT_PUBLIC,
    staff: atStaff(401, 401, 403, 403, 403),
  },
  'POST /api/v1/backups/{id}/verify': nothingAt(`${none}/verify`),
  'POST /api/v1/backups/{id}/preview': nothingAt(`${none}/preview`, {}),
  'POST /api/v1/backups/{id}/restore': nothingAt(`${none}/restore`, { pin: PIN }),
  'POST /api/v1/backups/{id}/export': nothingAt(`${none}/export`, { pin: PIN, passphrase: 'twelve letters' }),
  'GET /api/v1/recovery': { public: ABSENT_PUBLIC, staff: atStaff(200, 200, 200, 200, 200) },
  'POST /api/v1/recovery/{id}/preview': { ...notNeeded, path: '/api/v1/recovery/none/preview', body: () => ({}) },
  'POST /api/v1/recovery/{id}/restore': {
    ...notNeeded,
    path: '/api/v1/recovery/none/restore',
    body: () => ({ username: 'admin', password: 'harbour-admin' }),
  },
} as const satisfies Record<keyof typeof backupRoutes, Row>
