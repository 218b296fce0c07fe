import type { backupRoutes } from '../../../src-shared/api/staff/backup-routes.ts'
import { refuse, type Refusal } from '../../../src-shared/errors/refusal.ts'
import type { Admin } from '../../admin/admin-parts.ts'
import type { BackupService } from '../../backup/backup-service.ts'
import { cookieNames } from '../../identity/gatekeeper.ts'
import type { HandlersOf, RequestContext } from '../handler.ts'

export interface BackupHandlerParts {
  readonly backups: BackupService
}

async function as<T>({ principal }: RequestContext, work: (by: Admin) => Promise<T | Refusal>): Promise<T | Refusal> {
  return principal.kind === 'user' ? work(principal) : refuse('unauthenticated')
}

/** Copies of the store. While it is open there is nothing to recover. */
export function backupHandlers({ backups }: BackupHandlerParts): HandlersOf<typeof backupRoutes> {
  const notNeeded = async () => refuse('not_found', 'the store is open: there is nothing to recover')
  return {
    'GET /api/v1/backups': async () => backups.list(),
    'POST /api/v1/backups': (_, context) => as(context, async (by) => backups.begin(by)),
    'PUT /api/v1/backups/settings': ({ body: { pin, passphrase, ...settings } }, context) =>
      as(context, (by) => backups.changeSettings(settings, { pin, passphrase }, by)),
    'POST /api/v1/backups/{id}/verify': ({ params }) => backups.verify(params.id),
    'POST /api/v1/backups/{id}/preview': ({ params, body }) => backups.preview(params.id, body.passphrase),
    'POST /api/v1/backups/{id}/restore': ({ params, body }, context) =>
      as(context, async (by) => {
        const refusal = await backups.restore(params.id, body.pin, body.passphrase, by)
        if (refusal === undefined) context.clearCookie(cookieNames.staff)
        return refusal
      }),
    'POST /api/v1/backups/{id}/export': ({ params, body }, context) =>
      as(context, (by) => backups.export(params.id, body, by)),
    'GET /api/v1/recovery': async () => ({ damage: null, detail: '', folder: '', backups: [] }),
    'POST /api/v1/recovery/{id}/preview': notNeeded,
    'POST /api/v1/recovery/{id}/restore': notNeeded,
  }
}
