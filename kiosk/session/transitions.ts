import type { WashAvailability } from '../../src-shared/api/booking-schemas.ts'
import { isPlate } from '../../src-shared/plate/plate.ts'
import type { EventOf, EventType, SessionEvent } from './events.ts'
import {
  afterFailedLook,
  afterRefusedBooking,
  afterRefusedConfirmation,
  asTold,
  freshStart,
  slotsOf,
} from './refusals.ts'
import type { Choice, Place, Session, SessionAt } from './session.ts'

type Step<P extends Place, T extends EventType> = (session: SessionAt<P>, event: EventOf<T>) => Session
type Steps<P extends Place> = { readonly [T in EventType]?: Step<P, T> }
type Table = { readonly [P in Place]: Steps<P> }

/** Where a kiosk begins. */
export const starting: SessionAt<'starting'> = { at: 'starting', asking: true }

const toAttract = (): Session => ({ at: 'attract' })
const toUnpaired = (): Session => ({ at: 'unpaired' })

/** What each screen of the flow shares: the customer may leave, or may have left. */
const leaving = { leave: toAttract, walked_away: toAttract, unpaired: toUnpaired }

/** Each state with what may happen in it, and what follows. What is not here is forbidden and changes nothing. */
export const transitions: Table = {
  starting: {
    admitted: toAttract,
    unpaired: ({ code }) => (code === undefined ? { at: 'unpaired' } : { at: 'pairing', code }),
    start_failed: (session, { failure }) => ({ ...session, asking: false, failure }),
    start_again: (session) => (session.asking ? session : { ...session, asking: true }),
  },
  unpaired: {
    code_entered: (_, { code }) => ({ at: 'pairing', code }),
    admitted: toAttract,
  },
  pairing: {
    paired: () => starting,
    pairing_failed: (_, { failure }) => ({ at: 'unpaired', failure }),
  },
  attract: {
    begin: () => freshStart,
    unpaired: toUnpaired,
  },
  service: {
    ...leaving,
    service_chosen: ({ details }, { service }) => ({ at: 'date', service, details }),
    back: toAttract,
  },
  date: {
    ...leaving,
    date_chosen: ({ service, details }, { date }) => ({
      at: 'slot',
      service,
      date,
      slots: { are: 'loading' },
      details,
    }),
    back: ({ details }) => ({ at: 'service', details }),
  },
  slot: {
    ...leaving,
    slots_arrived: (session, event) => (isFor(session, event) ? withSlots(session, event.availability) : session),
    slots_missing: (session, event) => (isFor(session, event) ? withoutSlots(session, event) : session),
    slot_chosen: ({ service, date, details }, { slot }) => ({ at: 'plate', choice: { service, date, slot }, details }),
    back: ({ service, details }) => ({ at: 'date', service, details }),
  },
  plate: {
    ...leaving,
    plate_typed: ({ choice, details }, { plate }) => ({ at: 'plate', choice, details: { ...details, plate } }),
    plate_done: (session) =>
      isPlate(session.details.plate)
        ? { at: 'phone', choice: session.choice, details: session.details }
        : { ...session, notice: 'invalid_request' },
    back: (session) => slotsOf(session),
  },
  phone: {
    ...leaving,
    phone_typed: ({ choice, details }, { phone }) => ({ at: 'phone', choice, details: { ...details, phone } }),
    submitted: ({ choice, details }, { key }) => ({ at: 'taking', choice, details, key, answer: 'awaited' }),
    back: ({ choice, details }) => ({ at: 'plate', choice, details }),
  },
  taking: {
    ...leaving,
    taken: ({ choice, details }, { booking }) => ({ at: 'held', choice, details, booking }),
    refused: (session, { failure }) => afterRefusedBooking(session, failure),
    retried: (session) => ({ ...session, answer: 'awaited' }),
  },
  held: {
    ...leaving,
    confirm: ({ choice, details, booking }) => ({ at: 'confirming', choice, details, booking }),
    give_back: ({ choice, details }) => ({ at: 'ended', why: 'given_back', choice, details }),
    hold_ran_out: ({ choice, details, booking }) => ({ at: 'settling', choice, details, booking }),
  },
  confirming: {
    ...leaving,
    told: (session, { booking }) => asTold(session, booking),
    refused: (session, { failure }) => afterRefusedConfirmation(session, failure),
  },
  settling: {
    ...leaving,
    told: (session, { booking }) => asTold(session, booking),
    refused: (session, { failure }) => afterFailedLook(session, failure),
  },
  ended: {
    ...leaving,
    choose_again: (session) => slotsOf(session),
  },
  booked: {
    leave: toAttract,
    walked_away: toAttract,
    unpaired: toUnpaired,
  },
}

type Answered = EventOf<'slots_arrived' | 'slots_missing'>

/** An answer about another day or service is late, and of no use. */
function isFor(session: SessionAt<'slot'>, event: Answered): boolean {
  return session.service.id === event.serviceId && session.date === event.date
}

function withSlots(session: SessionAt<'slot'>, availability: WashAvailability): Session {
  return { ...session, slots: { are: 'here', availability } }
}

/** Slots once seen stay on the screen while the server cannot be reached; a day that may not be booked leads back. */
function withoutSlots(session: SessionAt<'slot'>, { failure }: EventOf<'slots_missing'>): Session {
  const { service, details } = session
  if (failure === 'not_paired') return { at: 'unpaired' }
  if (failure === 'outside_window') return { at: 'date', service, details, notice: failure }
  if (failure === 'not_found') return { at: 'service', details, notice: failure }
  return session.slots.are === 'here' ? session : { ...session, slots: { are: 'missing', failure } }
}

/** What follows when this happens; the very same session when it may not happen here. */
export function transition(session: Session, event: SessionEvent): Session {
  const step = transitions[session.at][event.type] as ((from: Session, event: SessionEvent) => Session) | undefined
  return step === undefined ? session : step(session, event)
}

/** The choice that a session carries, for the line that repeats it to the customer. */
export function choiceOf(session: Session): Partial<Choice> {
  if ('choice' in session) return session.choice
  if (session.at === 'slot') return { service: session.service, date: session.date }
  return session.at === 'date' ? { service: session.service } : {}
}
