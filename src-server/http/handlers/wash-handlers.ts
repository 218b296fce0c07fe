import type { washRoutes } from '../../../src-shared/api/staff/wash-routes.ts'
import { actorOf } from '../../identity/principal.ts'
import type { WashService } from '../../wash/wash-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface WashParts {
  readonly washes: WashService
}

/** The wash board. */
export function washHandlers({ washes }: WashParts): HandlersOf<typeof washRoutes> {
  return {
    'GET /api/v1/wash-jobs': () => washes.board(),
    'POST /api/v1/wash-jobs/{id}/move': ({ params, body }, { principal }) =>
      washes.move(params.id, body, actorOf(principal)),
    'POST /api/v1/wash-jobs/{id}/bay': ({ params, body }, { principal }) =>
      washes.assignBay(params.id, body.wash_bay_id, actorOf(principal)),
    'POST /api/v1/wash-walk-ins': ({ body, headers }, { principal }) =>
      washes.walkIn(body, actorOf(principal), headers['idempotency-key']),
  }
}
