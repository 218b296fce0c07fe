import type { ResponseOf } from '../../src-shared/api/route.ts'
import type { customerRoutes } from '../../src-shared/api/customer-routes.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { toWire } from '../booking/booking-wire.ts'
import type { Clock } from '../clock/clock.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Store } from '../store/store.ts'
import { washEta } from '../wash/wash-eta.ts'
import type { PaymentService } from './payment-service.ts'

type BookingStatus = ResponseOf<(typeof customerRoutes)['GET /api/v1/bookings/{id}/status']>

export interface BookingStatusParts {
  readonly store: Store
  readonly clock: Clock
  readonly site: SiteService
  readonly payments: PaymentService
}

/** Where a booking stands, for the customer's own phone: its wash, and how to pay for it. */
export async function bookingStatus(
  { store, clock, site: sites, payments }: BookingStatusParts,
  id: string,
): Promise<BookingStatus | Refusal> {
  const site = await sites.row()
  if (site === undefined) return refuse('setup_needed')
  const now = clock.now()
  return store.read(async (queries) => {
    const booking = await queries.booking(id)
    if (booking === undefined) return refuse('not_found')
    const job = await queries.washJobOfBooking(id)
    const ready = job === undefined ? null : await washEta(queries, job, site.timezone, now)
    return {
      server_time: toSiteIso(now, site.timezone),
      site: site.name,
      booking: toWire(booking, site.timezone),
      wash_state: job?.state ?? null,
      ready_at: ready === null ? null : toSiteIso(ready, site.timezone),
      payment_qr: await payments.qrOfBooking(queries, site, id),
    }
  })
}
