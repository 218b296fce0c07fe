import type { RouteTable } from './route.ts'
import { adminRoutes } from './staff/admin-routes.ts'
import { backupRoutes } from './staff/backup-routes.ts'
import { filterRoutes } from './staff/filter-routes.ts'
import { helpDeskRoutes } from './staff/help-routes.ts'
import { houseRoutes } from './staff/house-routes.ts'
import { lotRoutes } from './staff/lot-routes.ts'
import { moneyRoutes } from './staff/money-routes.ts'
import { networkRoutes } from './staff/network-routes.ts'
import { noticeRoutes } from './staff/notice-routes.ts'
import { reportRoutes } from './staff/report-routes.ts'
import { washRoutes } from './staff/wash-routes.ts'
import { tariffRoutes } from './staff/tariff-routes.ts'

/** What the console and scripts call, on the staff listener only: one table for each part of the business. */
export const staffRoutes = {
  ...adminRoutes,
  ...backupRoutes,
  ...filterRoutes,
  ...helpDeskRoutes,
  ...houseRoutes,
  ...lotRoutes,
  ...moneyRoutes,
  ...networkRoutes,
  ...noticeRoutes,
  ...reportRoutes,
  ...washRoutes,
  ...tariffRoutes,
} as const satisfies RouteTable
