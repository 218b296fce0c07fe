import type { tariffRoutes } from '../../../src-shared/api/staff/tariff-routes.ts'
import { refuse } from '../../../src-shared/errors/refusal.ts'
import { actorOf } from '../../identity/principal.ts'
import type { SessionService } from '../../identity/session-service.ts'
import type { PermitService } from '../../permits/permit-service.ts'
import type { TariffService } from '../../tariff/tariff-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface TariffParts {
  readonly tariffs: TariffService
  readonly permits: PermitService
  readonly sessions: SessionService
}

/** What parking costs, and who parks without paying. */
export function tariffHandlers({ tariffs, permits, sessions }: TariffParts): HandlersOf<typeof tariffRoutes> {
  return {
    'GET /api/v1/tariffs': () => tariffs.list(),
    'GET /api/v1/tariffs/{id}': ({ params }) => tariffs.get(params.id),
    'POST /api/v1/tariffs': async ({ body: { pin, ...request } }, { principal }) => {
      if (principal.kind !== 'user') return refuse('unauthenticated')
      return (await sessions.checkPin(principal, pin)) ?? tariffs.create(request, actorOf(principal))
    },
    'POST /api/v1/tariffs/preview': ({ body }) => tariffs.preview(body),
    'POST /api/v1/tariffs/prices': ({ body }) => tariffs.prices(body),
    'GET /api/v1/permits': () => permits.list(),
    'POST /api/v1/permits': ({ body }, { principal }) => permits.add(body, actorOf(principal)),
    'POST /api/v1/permits/import': ({ body }, { principal }) => permits.import(body.permits, actorOf(principal)),
    'POST /api/v1/permits/{id}/revoke': ({ params, body }, { principal }) =>
      permits.revoke(params.id, body.reason, actorOf(principal)),
  }
}
