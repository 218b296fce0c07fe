import { api } from '../connection/console-api.ts'
import { isNewsOfCars } from '../connection/news-of-cars.ts'
import { useResource } from '../connection/use-resource.ts'

/** Who waits for a bay; read anew by news of anything that could have freed or filled one. */
export function useWaitlist() {
  return useResource({
    key: 'waitlist',
    load: () => api.call('GET /api/v1/waitlist'),
    refreshOn: isNewsOfCars,
  })
}
