import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { Ms } from '../store/store.ts'

/** Whether a car is past what was booked for it. */
export function isOverstay({ state, bookedUntil }: Pick<StayView, 'state' | 'bookedUntil'>, now: Ms): boolean {
  return state === 'parked' && bookedUntil !== null && now >= bookedUntil
}

/** A car as the counter sees it at `now`. */
export function toStayWire(stay: StayView, now: Ms, timezone: string): Stay {
  const iso = (ms: Ms | null) => (ms === null ? null : toSiteIso(ms, timezone))
  const { bookingId, bookingReference, enteredAt, recordedEnteredAt } = stay
  return {
    id: stay.id,
    ticket: stay.ticket,
    state: stay.state,
    plate: stay.plate,
    phone: stay.phone,
    bay: { id: stay.resourceId, label: stay.bayLabel, bay_class: stay.bayOwnClass ?? stay.bayClass },
    bay_class: stay.bayClass,
    entered_at: toSiteIso(enteredAt, timezone),
    first_entered_at: enteredAt === recordedEnteredAt ? null : iso(recordedEnteredAt),
    booked_until: iso(stay.bookedUntil),
    exited_at: iso(stay.exitedAt),
    lost_ticket: stay.lostTicket,
    overstay: isOverstay(stay, now),
    booking: bookingId === null ? null : { id: bookingId, reference: bookingReference ?? '' },
    permit_holder: stay.permitHolder,
  }
}
