import { ApiError, createApiClient, type ApiClient, type Fetch } from '../../src-shared/api/client.ts'
import { customerRoutes } from '../../src-shared/api/customer-routes.ts'
import type { Failure } from './session.ts'

export type KioskApi = ApiClient<typeof customerRoutes>

/** The server as the kiosk knows it: same origin, the customers' routes and no others. */
export function createKioskApi(fetch: Fetch): KioskApi {
  return createApiClient(customerRoutes, fetch)
}

/** What went wrong, in a word that has its message. An answer that makes no sense counts as none. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) throw error
  return error.problem?.code ?? 'unreachable'
}
