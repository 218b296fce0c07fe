import type { MetricsSummary } from '../../src-shared/api/site-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock } from '../clock/clock.ts'
import { dateAt, dayBounds, toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Store } from '../store/store.ts'
import { lotFigures } from './lot-figures.ts'

/** What the dashboard shows, counted now. @param kiosksConnected how many kiosks hold a socket */
export async function metricsSummary(
  parts: { readonly store: Store; readonly clock: Clock; readonly site: SiteService },
  kiosksConnected: number,
): Promise<MetricsSummary | Refusal> {
  const site = await parts.site.row()
  if (site === undefined) return refuse('setup_needed')
  const now = parts.clock.now()
  const date = dateAt(now, site.timezone)
  const day = dayBounds(date, site.timezone)
  const counts = await parts.store.read((queries) => queries.metrics(now, day.from, day.to))
  return {
    server_time: toSiteIso(now, site.timezone),
    date,
    clock_state: parts.clock.state,
    bays: lotFigures(counts),
    wash_bays: { total: counts.washBaysTotal, busy: counts.washBaysBusy },
    wash_bookings_today: counts.washBookings,
    held: counts.held,
    awaiting_payment: counts.awaitingPayment,
    kiosks_connected: kiosksConnected,
    takings_today: { amount_minor: counts.takingsMinor, currency: site.currency },
  }
}
