import type { WashJob } from '../../src-shared/api/wash-schemas.ts'
import type { Announcement } from '../events/announcement.ts'
import type { ServerEvents } from '../events/event-bus.ts'
import { dateAt, timeLabel, toSiteIso } from '../site/site-calendar.ts'
import type { WashJobView } from '../store/car-park-rows.ts'
import type { BookingView, Ms } from '../store/store.ts'

const MINUTE = 60_000

/** What is worked out about a wash beside what is written down. */
export interface Outlook {
  readonly expectedMs: number
  readonly readyBy: Ms | null
}

export function toWashWire(job: WashJobView, { expectedMs, readyBy }: Outlook, timezone: string): WashJob {
  const iso = (at: Ms | null) => (at === null ? null : toSiteIso(at, timezone))
  return {
    id: job.id,
    booking_id: job.bookingId,
    reference: job.reference,
    state: job.state,
    plate: job.plate,
    phone: job.phone,
    service: { id: job.serviceId, name: job.serviceName },
    bay: { id: job.resourceId, label: job.bayLabel },
    booked_start: toSiteIso(job.startsAt, timezone),
    booked_end: toSiteIso(job.endsAt, timezone),
    queued_at: iso(job.queuedAt),
    started_at: iso(job.startedAt),
    finished_at: iso(job.finishedAt),
    ready_at: iso(job.readyAt),
    collected_at: iso(job.collectedAt),
    expected_minutes: expectedMs / MINUTE,
    ready_by: iso(readyBy),
  }
}

interface Stamp {
  readonly seq: number
  readonly at: Ms
  readonly timezone: string
}

function told(job: WashJobView, { seq, at, timezone }: Stamp) {
  const { id: job_id, bookingId: booking_id, plate, bayLabel: bay } = job
  return { seq, at: toSiteIso(at, timezone), job_id, booking_id, plate, bay }
}

/** What to publish of a wash that has moved: where a car stands decides which slots of the day are free. */
export function washAnnouncement(job: WashJobView, stamp: Stamp): Announcement {
  const availability = { kind: 'wash', date: dateAt(stamp.at, stamp.timezone), version: stamp.seq } as const
  return { notification: washNews(job, stamp), availability }
}

/** That a wash has gone to a column or a bay; of one that is ready, that it can be fetched. */
function washNews(job: WashJobView, stamp: Stamp): ServerEvents['notification'] {
  if (job.state === 'ready') return { type: 'wash_ready', ...told(job, stamp) }
  return { type: 'wash_changed', ...told(job, stamp), state: job.state }
}

/** That a wash keeps its bay from the booking that comes next there. */
export function washDelay(job: WashJobView, next: BookingView, stamp: Stamp): ServerEvents['notification'] {
  const { id: booking_id, plate, startsAt } = next
  const start = toSiteIso(startsAt, stamp.timezone)
  const start_label = timeLabel(startsAt, stamp.timezone)
  return { type: 'wash_delayed', ...told(job, stamp), next: { booking_id, plate, start, start_label } }
}
