import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import type { NewBookingForm } from './new-booking-form.ts'
import { noteOwn, noteOwnUnderWay } from './own-bookings.ts'

/**
 * Books for a customer at the counter: takes the slot and confirms it in one go, to be paid here.
 * Sent again after a lost answer it is still the same booking, by its Idempotency-Key.
 */
export function useNewBooking() {
  const keyOf = useIdempotencyKey()
  /** @throws ApiError when the server refuses or does not answer */
  return async (form: NewBookingForm & { start: string }): Promise<Booking> => {
    const phone = form.phone.trim()
    const body = {
      kind: 'wash' as const,
      service_id: form.serviceId,
      start: form.start,
      plate: form.plate.trim(),
      ...(phone === '' ? {} : { phone }),
    }
    noteOwnUnderWay(body)
    const { id } = await api.call('POST /api/v1/bookings', { body, headers: keyOf(body) })
    noteOwn(id)
    return api.call('POST /api/v1/bookings/{id}/confirm', { params: { id } })
  }
}
