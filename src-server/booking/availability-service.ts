import type { WashAvailability } from '../../src-shared/api/booking-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock } from '../clock/clock.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Store } from '../store/store.ts'
import { bookingWindow, isInWindow } from './booking-window.ts'
import { loadWashDay, slotStatus } from './wash-day.ts'

/** The slots of one service on one day, as they stand now by business time. */
export async function washAvailability(
  parts: { readonly store: Store; readonly clock: Clock; readonly site: SiteService },
  query: { readonly service_id: string; readonly date: string },
): Promise<WashAvailability | Refusal> {
  const site = await parts.site.row()
  if (site === undefined) return refuse('setup_needed')
  const now = parts.clock.now()
  const window = bookingWindow(site, now)
  if (!isInWindow(window, query.date)) return refuse('outside_window', undefined, { window })
  return parts.store.read(async (queries) => {
    const service = (await queries.services()).find((candidate) => candidate.id === query.service_id)
    if (service === undefined) {
      return refuse('invalid_request', 'there is no such service', {
        errors: [{ path: 'query.service_id', message: 'must be a service of this site' }],
      })
    }
    const day = await loadWashDay(queries, site, service, query.date)
    return {
      server_time: toSiteIso(now, site.timezone),
      date: query.date,
      window,
      lead_minutes: site.washLeadMinutes,
      slots: day.slots.map((slot) => {
        const { state, remaining, closedBecause } = slotStatus(day, slot, now)
        return {
          start: toSiteIso(slot.start, site.timezone),
          end: toSiteIso(slot.end, site.timezone),
          label: slot.label,
          state,
          remaining,
          ...(closedBecause === undefined ? {} : { closed_because: closedBecause }),
        }
      }),
    }
  })
}
