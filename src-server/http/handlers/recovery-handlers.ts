import { routes } from '../../../src-shared/api/routes.ts'
import { refuse } from '../../../src-shared/errors/refusal.ts'
import type { RecoveryService } from '../../backup/recovery-service.ts'
import type { Handlers } from '../handler.ts'

/** The API while the store cannot be opened: what it can be restored from, and nothing else. */
export function recoveryHandlers(recovery: RecoveryService): Handlers {
  const closed = async () => refuse('recovery_needed')
  const all = Object.fromEntries(Object.keys(routes).map((key) => [key, closed])) as unknown as Handlers
  return {
    ...all,
    'GET /healthz': async () => ({ status: 'ok' }),
    'GET /api/v1/recovery': async () => recovery.describe(),
    'POST /api/v1/recovery/{id}/preview': ({ params, body }) => recovery.preview(params.id, body.passphrase),
    'POST /api/v1/recovery/{id}/restore': ({ params, body }, { address }) => recovery.restore(params.id, body, address),
  }
}

/** Nobody is known while the store cannot be opened; what is not for anyone is not for anybody. */
export const recoveryGatekeeper = {
  identify: async () => ({ kind: 'nobody' }) as const,
  refusal: (access: { readonly public?: string; readonly staff?: unknown }, listener: 'public' | 'staff') =>
    access[listener] === 'anyone' ? undefined : refuse('recovery_needed'),
}
