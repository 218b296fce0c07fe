import type { RouteTable } from './route.ts'
import { houseRoutes } from './staff/house-routes.ts'
import { lotRoutes } from './staff/lot-routes.ts'
import { moneyRoutes } from './staff/money-routes.ts'

/** What the console and scripts call, on the staff listener only: one table for each part of the business. */
export const staffRoutes = { ...houseRoutes, ...lotRoutes, ...moneyRoutes } as const satisfies RouteTable
