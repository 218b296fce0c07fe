import type { WashAvailability } from '../../src-shared/api/booking-schemas.ts'
import type { EventOf } from './events.ts'
import type { Session, SessionAt, WashChoice, Details } from './session.ts'

type Answered = EventOf<'slots_arrived' | 'slots_missing'>

/** Slots that the server told. An answer about another day or service is late, and of no use. */
export function afterSlots(session: SessionAt<'slot'>, event: EventOf<'slots_arrived'>): Session {
  return isFor(session, event) ? withSlots(session, event.availability) : session
}

/** Slots once seen stay on the screen while the server cannot be reached; a day that may not be booked leads back. */
export function afterNoSlots(session: SessionAt<'slot'>, event: EventOf<'slots_missing'>): Session {
  if (!isFor(session, event)) return session
  const { service, details } = session
  const { failure } = event
  if (failure === 'not_paired') return { at: 'unpaired' }
  if (failure === 'outside_window') return { at: 'date', service, details, notice: failure }
  if (failure === 'not_found') return { at: 'service', details, notice: failure }
  return session.slots.are === 'here' ? session : { ...session, slots: { are: 'missing', failure } }
}

/** The slots of a day, to be read afresh. */
export function slotsOf(choice: Pick<WashChoice, 'service' | 'date'>, details: Details): SessionAt<'slot'> {
  return { at: 'slot', service: choice.service, date: choice.date, slots: { are: 'loading' }, details }
}

function isFor(session: SessionAt<'slot'>, event: Answered): boolean {
  return session.service.id === event.serviceId && session.date === event.date
}

function withSlots(session: SessionAt<'slot'>, availability: WashAvailability): Session {
  return { ...session, slots: { are: 'here', availability } }
}
