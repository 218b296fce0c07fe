import type { lotRoutes } from '../../../src-shared/api/staff/lot-routes.ts'
import { ABSENT_PUBLIC, ABSENT_STAFF, atStaff, nextSlot, publicly, type Row } from '../../support/access-rows.ts'

/** Each route with the status that each caller must get. It is written by hand on purpose. */
export const lotAccess = {} as const satisfies Partial<Record<keyof typeof lotRoutes, Row>>
