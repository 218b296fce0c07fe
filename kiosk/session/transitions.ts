import { isPlate } from '../../src-shared/plate/plate.ts'
import type { EventOf, EventType, SessionEvent } from './events.ts'
import { afterBays, afterDeparture, afterNoBays, afterRefusedArrival, baysOf, beforePlate } from './parking-steps.ts'
import {
  afterFailedLook,
  afterRefusedBooking,
  afterRefusedConfirmation,
  asTold,
  chooseAgain,
  firstStep,
  freshStart,
} from './refusals.ts'
import { noDetails, type Place, type Session, type SessionAt } from './session.ts'
import { afterNoSlots, afterSlots, slotsOf } from './wash-steps.ts'

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
    begin: (_, { purpose }) => (purpose === undefined ? freshStart : firstStep(purpose, noDetails)),
    unpaired: toUnpaired,
  },
  purpose: {
    ...leaving,
    purpose_chosen: ({ details }, { purpose }) => firstStep(purpose, details),
    back: toAttract,
  },
  service: {
    ...leaving,
    service_chosen: ({ details }, { service, date }) =>
      date === undefined ? { at: 'date', service, details } : slotsOf({ service, date }, details),
    back: ({ details }) => ({ at: 'purpose', details }),
  },
  date: {
    ...leaving,
    date_chosen: ({ service, details }, { date }) => slotsOf({ service, date }, details),
    back: ({ details }) => ({ at: 'service', details }),
  },
  slot: {
    ...leaving,
    slots_arrived: afterSlots,
    slots_missing: afterNoSlots,
    slot_chosen: ({ service, date, details }, { slot }) => ({
      at: 'plate',
      choice: { kind: 'wash', service, date, slot },
      details,
    }),
    other_day: ({ service, details }) => ({ at: 'date', service, details }),
    back: ({ details }) => ({ at: 'service', details }),
  },
  bay_class: {
    ...leaving,
    bay_class_chosen: ({ details }, { bayClass, start }) =>
      start === undefined ? { at: 'arrive', bayClass, details } : { at: 'leave', bayClass, start, details },
    back: ({ details }) => ({ at: 'purpose', details }),
  },
  arrive: {
    ...leaving,
    arrival_chosen: ({ bayClass, details }, { start }) => ({ at: 'leave', bayClass, start, details }),
    other_time: ({ bayClass, details }, { date }) => ({ at: 'arrive_time', bayClass, date, details }),
    other_day: ({ bayClass, details }) => ({ at: 'arrive_day', bayClass, details }),
    back: ({ details }) => ({ at: 'bay_class', details }),
  },
  arrive_day: {
    ...leaving,
    date_chosen: ({ bayClass, details }, { date }) => ({ at: 'arrive_time', bayClass, date, details }),
    back: ({ bayClass, details }) => ({ at: 'arrive', bayClass, details }),
  },
  arrive_time: {
    ...leaving,
    arrival_chosen: ({ bayClass, details }, { start }) => ({ at: 'leave', bayClass, start, details }),
    back: ({ bayClass, details }) => ({ at: 'arrive', bayClass, details }),
  },
  leave: {
    ...leaving,
    departure_chosen: (session, { end, offered }) => afterDeparture({ ...session, end }, session.details, offered),
    arrival_refused: (session, { failure }) => afterRefusedArrival(session, failure),
    other_time: ({ bayClass, start, details }, { date }) => ({ at: 'leave_time', bayClass, start, date, details }),
    other_day: ({ bayClass, start, details }) => ({ at: 'leave_day', bayClass, start, details }),
    other_arrival: ({ bayClass, details }) => ({ at: 'arrive', bayClass, details }),
    back: ({ details }) => ({ at: 'bay_class', details }),
  },
  leave_day: {
    ...leaving,
    date_chosen: ({ bayClass, start, details }, { date }) => ({ at: 'leave_time', bayClass, start, date, details }),
    back: ({ bayClass, start, details }) => ({ at: 'leave', bayClass, start, details }),
  },
  leave_time: {
    ...leaving,
    departure_chosen: (session, { end }) => baysOf({ ...session, end, bay: undefined }, session.details),
    back: ({ bayClass, start, details }) => ({ at: 'leave', bayClass, start, details }),
  },
  bay: {
    ...leaving,
    bays_arrived: afterBays,
    bays_missing: afterNoBays,
    bay_picked: ({ stay, bays, details }, { bay }) => ({ at: 'bay', stay, bays, bay, details }),
    bay_done: ({ stay, bay, details }) => ({ at: 'plate', choice: { kind: 'parking', ...stay, bay }, details }),
    back: ({ stay: { bayClass, start }, details }) => ({ at: 'leave', bayClass, start, details }),
  },
  plate: {
    ...leaving,
    plate_typed: ({ choice, details }, { plate }) => ({ at: 'plate', choice, details: { ...details, plate } }),
    plate_done: (session) =>
      isPlate(session.details.plate)
        ? { at: 'phone', choice: session.choice, details: session.details }
        : { ...session, notice: 'invalid_request' },
    submitted: ({ choice, details }, { key }) =>
      isPlate(details.plate)
        ? { at: 'taking', choice, details, key, answer: 'awaited' }
        : { at: 'plate', choice, details, notice: 'invalid_request' },
    other_bay: (session) => (session.choice.kind === 'parking' ? baysOf(session.choice, session.details) : session),
    back: ({ choice, details }) => beforePlate(choice, details) ?? chooseAgain({ choice, details }),
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
    choose_again: chooseAgain,
  },
  booked: {
    leave: toAttract,
    walked_away: toAttract,
    unpaired: toUnpaired,
  },
}

/** What follows when this happens; the very same session when it may not happen here. */
export function transition(session: Session, event: SessionEvent): Session {
  const step = transitions[session.at][event.type] as ((from: Session, event: SessionEvent) => Session) | undefined
  return step === undefined ? session : step(session, event)
}
