import type { Report } from '../../src-shared/api/report-schemas.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ReportQueries } from '../store/report-rows.ts'
import type { SiteRow } from '../store/store.ts'
import { toPeriodWire, type Period } from './period.ts'
import { reconcile } from './reconcile.ts'
import { usageOf } from './stays.ts'
import { takingsOf } from './takings.ts'
import { washAndLost } from './wash.ts'

/** All the figures of a period, from one state of the store. */
export async function reportOf(queries: ReportQueries, period: Period, site: SiteRow): Promise<Report> {
  const takings = await takingsOf(queries, period)
  return {
    server_time: toSiteIso(period.now, site.timezone),
    currency: site.currency,
    timezone: site.timezone,
    period: toPeriodWire(period),
    takings,
    ...(await usageOf(queries, period)),
    ...(await washAndLost(queries, period)),
    reconciliation: await reconcile(queries, period, takings.totals),
  }
}
