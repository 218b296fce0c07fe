import * as v from 'valibot'
import { Phone, Plate } from '../../src-shared/api/fields.ts'
import type { WashSlot } from '../../src-shared/api/booking-schemas.ts'

/** What the attendant has chosen and typed. */
export interface NewBookingForm {
  readonly serviceId: string
  /** YYYY-MM-DD. */
  readonly date: string
  /** The start of the slot, as the server names it; null while none is chosen. */
  readonly start: string | null
  readonly plate: string
  readonly phone: string
}

export type NewBookingField = 'slot' | 'plate' | 'phone'

/** What is not right yet, in the order of the form. */
export function newBookingFaults({ start, plate, phone }: NewBookingForm): NewBookingField[] {
  const right: Record<NewBookingField, boolean> = {
    slot: start !== null,
    plate: v.is(Plate, plate.trim()),
    phone: phone.trim() === '' || v.is(Phone, phone.trim()),
  }
  return (Object.keys(right) as NewBookingField[]).filter((field) => !right[field])
}

/** Why a slot cannot be taken; undefined when it can. @param isPast whether it has surely begun by the server's time */
export function whyShut(slot: WashSlot, isPast: boolean): 'past' | 'full' | 'closed' | 'lead_time' | undefined {
  if (slot.state === 'closed') return slot.closed_because === 'lead_time' && !isPast ? 'lead_time' : 'closed'
  if (isPast) return 'past'
  return slot.state === 'open' ? undefined : slot.state
}
