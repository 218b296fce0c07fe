import type { BayClass } from '../../src-shared/api/fields.ts'
import type { ParkingAvailability, Quote } from '../../src-shared/api/parking-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Queries, SiteRow, Store } from '../store/store.ts'
import { priceBooking } from '../tariff/price-stay.ts'
import { freeBays } from './free-bays.ts'
import { baysOfClass, lotBusy } from './lot-busy.ts'
import { bookableInterval, busySpan, type ParkingInterval } from './parking-interval.ts'
import { tariffInForce } from './tariff-in-force.ts'

export interface ParkingQuestion {
  readonly start: string
  readonly end: string
  readonly bay_class?: BayClass | undefined
}

/** The bays of a class for an interval as they stand now, and what it costs. A car is meant where no class is said. */
export async function parkingAvailability(
  parts: { readonly store: Store; readonly clock: Clock; readonly site: SiteService },
  asked: ParkingQuestion,
): Promise<ParkingAvailability | Refusal> {
  const site = await parts.site.row()
  if (site === undefined) return refuse('setup_needed')
  if (isClockUntrusted(parts.clock)) return refuse('clock_untrusted')
  const now = Math.floor(parts.clock.now())
  const bayClass = asked.bay_class ?? 'car'
  return parts.store.read(async (queries) => {
    const interval = await bookableInterval(queries, site, now, asked)
    if (isRefusal(interval)) return interval
    const span = busySpan(site, interval, now)
    const bays = await baysOfClass(queries, bayClass)
    const free = new Set(freeBays(bays, await lotBusy(queries, span, now), span).map(({ id }) => id))
    return {
      server_time: toSiteIso(now, site.timezone),
      start: toSiteIso(interval.start, site.timezone),
      end: toSiteIso(interval.end, site.timezone),
      free: free.size,
      bays: bays.map(({ id, label }) => ({
        id,
        label,
        bay_class: bayClass,
        state: free.has(id) ? ('free' as const) : ('taken' as const),
      })),
      quote: free.size === 0 ? null : await quoteFor(queries, site, bayClass, interval),
    }
  })
}

async function quoteFor(
  queries: Queries,
  site: SiteRow,
  bayClass: BayClass,
  interval: ParkingInterval,
): Promise<Quote | null> {
  const tariff = await tariffInForce(queries, interval.start)
  if (tariff === undefined) return null
  const breakdown = priceBooking({ plan: tariff.plan, bayClass, timezone: site.timezone, ...interval })
  return {
    amount: { amount_minor: breakdown.total_minor, currency: site.currency },
    breakdown,
    tariff: tariff.version.name,
  }
}
