import type { Booking, StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { BookingView } from '../store/store.ts'

function iso(ms: number | null, timezone: string): string | null {
  return ms === null ? null : toSiteIso(ms, timezone)
}

/** A booking as its customer sees it. Deadlines are told only while they matter. */
export function toWire(booking: BookingView, timezone: string): Booking {
  return {
    id: booking.id,
    reference: booking.reference,
    kind: booking.kind,
    state: booking.state,
    start: toSiteIso(booking.startsAt, timezone),
    end: toSiteIso(booking.endsAt, timezone),
    hold_expires_at: booking.state === 'held' ? iso(booking.holdExpiresAt, timezone) : null,
    payment_expires_at: booking.state === 'awaiting_payment' ? iso(booking.paymentExpiresAt, timezone) : null,
    resource: { id: booking.resourceId, label: booking.resourceLabel },
    service:
      booking.serviceId === null ? null : { id: booking.serviceId, name: booking.serviceName ?? booking.serviceId },
    bay_class: booking.bayClass,
    plate: booking.plate,
    price: { amount_minor: booking.priceMinor, currency: booking.currency },
  }
}

/** A booking as the counter sees it. */
export function toStaffWire(booking: BookingView, timezone: string): StaffBooking {
  const { paid, currency } = booking
  return {
    ...toWire(booking, timezone),
    phone: booking.phone,
    created_at: toSiteIso(booking.createdAt, timezone),
    made_by: booking.madeBy,
    paid: paid && {
      method: paid.method,
      amount: { amount_minor: paid.amountMinor, currency },
      at: toSiteIso(paid.at, timezone),
    },
    payment_id: booking.paymentId,
  }
}
