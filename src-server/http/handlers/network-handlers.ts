import type { networkRoutes } from '../../../src-shared/api/staff/network-routes.ts'
import type { NetworkService } from '../../network/network-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface NetworkHandlerParts {
  readonly network: NetworkService
}

/** How tablets find the server. */
export function networkHandlers({ network }: NetworkHandlerParts): HandlersOf<typeof networkRoutes> {
  return {
    'GET /api/v1/network': async () => network.get(),
    'PUT /api/v1/network': async ({ body }) => network.change(body),
  }
}
