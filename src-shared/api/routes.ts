import { customerRoutes } from './customer-routes.ts'
import { staffRoutes } from './staff-routes.ts'

/** The whole HTTP API of Kerbside. */
export const routes = { ...customerRoutes, ...staffRoutes } as const
export type Routes = typeof routes
