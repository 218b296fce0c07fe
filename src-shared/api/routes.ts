import { customerRoutes } from './customer-routes.ts'
import { helpRoutes } from './help-routes.ts'
import { staffRoutes } from './staff-routes.ts'

/** The whole HTTP API of Kerbside. */
export const routes = { ...customerRoutes, ...helpRoutes, ...staffRoutes } as const
export type Routes = typeof routes
