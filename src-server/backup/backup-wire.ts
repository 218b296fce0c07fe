import type { CopyContents } from '../../src-shared/api/backup-schemas.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StoreContents } from '../store/store-contents.ts'

/** @param timezone the site's */
export function contentsToWire(contents: StoreContents | null, timezone: string): CopyContents | null {
  if (contents === null) return null
  const { schema, siteName, isDemo, bookings, payments, receipts, lastBookingAt, lastEvent } = contents
  const iso = (at: number) => toSiteIso(at, timezone)
  return {
    schema,
    site_name: siteName,
    demo: isDemo,
    bookings,
    payments,
    receipts,
    last_booking_at: lastBookingAt === null ? null : iso(lastBookingAt),
    last_event: lastEvent && { seq: lastEvent.seq, at: iso(lastEvent.at), hash: lastEvent.hash },
  }
}
