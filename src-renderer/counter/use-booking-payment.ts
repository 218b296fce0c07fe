import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'

/** What a booking owes; null when nothing is due. Its id stands on the counter's own view of the booking. */
export function useBookingPayment(booking: Booking) {
  return useResource<Payment | null>({
    key: `payment of ${booking.id}`,
    load: async () => {
      const id = await paymentIdOf(booking)
      return id === null ? null : api.call('GET /api/v1/payments/{id}', { params: { id } })
    },
    refreshOn: (notification) => notification.type === 'payment_recorded' && notification.booking_id === booking.id,
  })
}

async function paymentIdOf({ id, reference }: Booking): Promise<string | null> {
  const { bookings } = await api.call('GET /api/v1/bookings', { query: { q: reference } })
  return bookings.find((one) => one.id === id)?.payment_id ?? null
}
