import type { DateWindow } from '../../src-shared/api/booking-schemas.ts'
import { dateAt, plusDays } from '../site/site-calendar.ts'
import type { SiteRow } from '../store/store.ts'

/** The days that can be booked: today on the site's calendar, up to so many days after it. */
export function bookingWindow(site: SiteRow, now: number): DateWindow {
  const today = dateAt(now, site.timezone)
  return { min_date: today, max_date: plusDays(today, site.windowDays) }
}

export function isInWindow(window: DateWindow, date: string): boolean {
  return date >= window.min_date && date <= window.max_date
}
