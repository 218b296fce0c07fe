import { createApiClient, type ApiClient, type Fetch } from '../../src-shared/api/client.ts'
import { customerRoutes } from '../../src-shared/api/customer-routes.ts'

export type PhoneApi = ApiClient<typeof customerRoutes>

/** The server as a customer's own phone knows it: same origin, the customers' routes and no others. */
export function createPhoneApi(fetch: Fetch): PhoneApi {
  return createApiClient(customerRoutes, fetch)
}
