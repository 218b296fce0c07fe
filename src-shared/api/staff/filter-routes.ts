import * as v from 'valibot'
import type { RouteTable } from '../route.ts'
import { NewSavedFilter, SavedFilter, SavedFilterChange } from '../saved-filter-schemas.ts'
import { ById, staff } from './fields.ts'

/** What somebody has their lists narrowed to, by names of their own. Nobody sees another's. */
export const filterRoutes = {
  'GET /api/v1/saved-filters': {
    summary: 'One’s own saved filters, of the screens that one has',
    access: { staff },
    status: 200,
    response: v.object({ filters: v.array(SavedFilter) }),
  },
  'POST /api/v1/saved-filters': {
    summary: 'Save what a list is narrowed to; days may be told from today, and no search is kept',
    access: { staff },
    body: NewSavedFilter,
    status: 201,
    response: SavedFilter,
  },
  'PATCH /api/v1/saved-filters/{id}': {
    summary: 'Rename one of one’s own, or have its screen open with it',
    access: { staff },
    params: ById,
    body: SavedFilterChange,
    status: 200,
    response: SavedFilter,
  },
  'DELETE /api/v1/saved-filters/{id}': {
    summary: 'Delete one of one’s own',
    access: { staff },
    params: ById,
    status: 204,
  },
} as const satisfies RouteTable
