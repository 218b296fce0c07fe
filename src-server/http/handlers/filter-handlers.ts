import type { filterRoutes } from '../../../src-shared/api/staff/filter-routes.ts'
import { refuse } from '../../../src-shared/errors/refusal.ts'
import type { FilterService } from '../../filters/filter-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface FilterParts {
  readonly filters: FilterService
}

export function filterHandlers({ filters }: FilterParts): HandlersOf<typeof filterRoutes> {
  return {
    'GET /api/v1/saved-filters': async (_, { principal }) =>
      principal.kind === 'user' ? filters.list(principal) : refuse('unauthenticated'),
    'POST /api/v1/saved-filters': async ({ body }, { principal }) =>
      principal.kind === 'user' ? filters.save(body, principal) : refuse('unauthenticated'),
    'PATCH /api/v1/saved-filters/{id}': async ({ params, body }, { principal }) =>
      principal.kind === 'user' ? filters.change(params.id, body, principal) : refuse('unauthenticated'),
    'DELETE /api/v1/saved-filters/{id}': async ({ params }, { principal }) =>
      principal.kind === 'user' ? filters.remove(params.id, principal) : refuse('unauthenticated'),
  }
}
