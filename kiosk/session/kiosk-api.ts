import { ApiError, createApiClient, type ApiClient, type Fetch } from '../../src-shared/api/client.ts'
import { kioskRoutes } from '../../src-shared/api/kiosk-routes.ts'
import type { Failure } from './session.ts'

export type KioskApi = ApiClient<typeof kioskRoutes>

/** The server as the kiosk knows it: same origin, what a tablet asks and no more. */
export function createKioskApi(fetch: Fetch): KioskApi {
  return createApiClient(kioskRoutes, fetch)
}

/** What went wrong, in a word that has its message. An answer that makes no sense counts as none. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) throw error
  return error.problem?.code ?? 'unreachable'
}
