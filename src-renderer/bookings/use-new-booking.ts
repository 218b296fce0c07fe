import { useRef } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { browserRandom } from '../../src-shared/ui/browser/browser-time.ts'
import { api } from '../connection/console-api.ts'
import type { NewBookingForm } from './new-booking-form.ts'
import { noteOwn, noteOwnUnderWay } from './own-bookings.ts'

/**
 * Books for a customer at the counter: takes the slot and confirms it in one go, to be paid here.
 * Sent again after a lost answer it is still the same booking, by its Idempotency-Key.
 */
export function useNewBooking() {
  const sent = useRef<{ what: string; key: string }>(undefined)
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
    const what = JSON.stringify(body)
    if (sent.current?.what !== what) sent.current = { what, key: newKey() }
    noteOwnUnderWay(body)
    const { id } = await api.call('POST /api/v1/bookings', { body, headers: { 'idempotency-key': sent.current.key } })
    noteOwn(id)
    return api.call('POST /api/v1/bookings/{id}/confirm', { params: { id } })
  }
}

/** Some hundred bits: not a secret, but not met twice. */
function newKey(): string {
  const part = () => browserRandom().toString(36).slice(2)
  return `console-${part()}${part()}`
}
