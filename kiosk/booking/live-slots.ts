import type { WashAvailability, WashSlot } from '../../src-shared/api/booking-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'

/** How a slot is offered: by the server's word, aged by the server's clock since. */
export type Offer = 'open' | 'past' | 'full' | 'closed' | 'too_soon'

export interface LiveSlot {
  readonly slot: WashSlot
  readonly offer: Offer
}

/** Whether an instant (milliseconds since the Unix epoch) has surely passed by the server's clock. */
export type HasPassed = (epochMs: number) => boolean

/**
 * The slots as they are now: between two answers of the server a slot can only become too soon, and then past.
 * In doubt a slot stays what the server said; it decides again when the slot is booked.
 */
export function liveSlots(availability: WashAvailability, hasPassed: HasPassed): LiveSlot[] {
  const leadMs = availability.lead_minutes * 60_000
  return availability.slots.map((slot) => ({ slot, offer: offerOf(slot, leadMs, hasPassed) }))
}

function offerOf(slot: WashSlot, leadMs: number, hasPassed: HasPassed): Offer {
  const start = parseInstant(slot.start)
  if (slot.state === 'past' || start === undefined || hasPassed(start)) return 'past'
  if (slot.state === 'closed') return slot.closed_because === 'lead_time' ? 'too_soon' : 'closed'
  if (slot.state === 'open' && hasPassed(start - leadMs)) return 'too_soon'
  return slot.state
}

/** A line that changes when the clock has moved a slot on since the server's answer, which is then worth asking for again. */
export function turnedSince(slots: readonly LiveSlot[]): string {
  return slots
    .filter(({ slot, offer }) => offer !== asAnswered(slot))
    .map(({ slot, offer }) => `${slot.start} ${offer}`)
    .join()
}

function asAnswered(slot: WashSlot): Offer {
  return slot.state === 'closed' && slot.closed_because === 'lead_time' ? 'too_soon' : slot.state
}
