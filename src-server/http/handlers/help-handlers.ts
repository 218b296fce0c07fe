import type { helpRoutes } from '../../../src-shared/api/help-routes.ts'
import type { helpDeskRoutes } from '../../../src-shared/api/staff/help-routes.ts'
import type { HelpService } from '../../help/help-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface HelpParts {
  readonly help: HelpService
}

export function helpHandlers({ help }: HelpParts): HandlersOf<typeof helpRoutes & typeof helpDeskRoutes> {
  return {
    'POST /api/v1/help-calls': (_, { principal, address }) => help.call(principal, address),
    'GET /api/v1/help-calls/{id}': ({ params }, { principal, address }) => help.look(params.id, principal, address),
    'DELETE /api/v1/help-calls/{id}': ({ params }, { principal, address }) =>
      help.withdraw(params.id, principal, address),
    'GET /api/v1/help-calls': () => help.waiting(),
    'POST /api/v1/help-calls/{id}/take': ({ params }, { principal }) => help.take(params.id, principal),
    'POST /api/v1/help-calls/{id}/release': ({ params }, { principal }) => help.release(params.id, principal),
  }
}
