import type { ParkingAvailability } from '../../../src-shared/api/parking-schemas.ts'
import type { Booking, NewBooking, WashAvailability, WashSlot } from '../../../src-shared/api/booking-schemas.ts'
import type { Site, WashService } from '../../../src-shared/api/site-schemas.ts'
import type { SessionEvent } from '../../../kiosk/session/events.ts'
import {
  noDetails,
  type ParkingChoice,
  type Place,
  type Session,
  type SessionAt,
  type WashChoice,
} from '../../../kiosk/session/session.ts'

export const service: WashService = {
  id: 'exterior',
  name: 'Exterior',
  description: 'Foam, rinse and dry.',
  duration_minutes: 20,
  cleanup_minutes: 10,
  price: { amount_minor: 25_000, currency: 'INR' },
}

export const slot: WashSlot = {
  start: '2025-12-05T16:00:00+05:30',
  end: '2025-12-05T16:20:00+05:30',
  label: '16:00',
  state: 'open',
  remaining: 2,
}

export const choice: WashChoice = { kind: 'wash', service, date: '2025-12-05', slot }
export const details = { plate: 'KL07BX1234', phone: '9847012345' }

export const booking: NewBooking = {
  id: 'b1',
  reference: 'W-7KQ4',
  kind: 'wash',
  state: 'held',
  start: slot.start,
  end: slot.end,
  hold_expires_at: '2025-12-05T12:50:22+05:30',
  payment_expires_at: null,
  resource: { id: 'w1', label: 'W1' },
  bay_class: null,
  service: { id: service.id, name: service.name },
  plate: details.plate,
  price: service.price,
  manage_token: 'secret',
}

/** The booking as the server tells it later: without the token. */
export function told(state: Booking['state']): Booking {
  const { manage_token: _, ...rest } = booking
  return { ...rest, state, hold_expires_at: state === 'held' ? booking.hold_expires_at : null }
}

const bay = { id: 'a7', label: 'A07' }
export const stay = { bayClass: 'car', start: '2025-12-05T07:30:00.000Z', end: '2025-12-05T09:30:00.000Z' } as const
export const parking: ParkingChoice = { kind: 'parking', ...stay, bay }

/** The lot with the bays of these states: A01, A02, …; the seventh is the one that the samples want. */
export function lotOf(states: readonly ('free' | 'taken')[]): ParkingAvailability {
  return {
    server_time: '2025-12-05T12:45:22+05:30',
    start: stay.start,
    end: stay.end,
    free: states.filter((state) => state === 'free').length,
    bays: states.map((state, index) => ({ id: `a${index + 1}`, label: `A0${index + 1}`, bay_class: 'car', state })),
    quote: null,
  }
}

export const parkingBooking: NewBooking = {
  ...booking,
  reference: 'P-7KQ4',
  kind: 'parking',
  start: stay.start,
  end: stay.end,
  resource: bay,
  bay_class: 'car',
  service: null,
}

export function availabilityOf(slots: WashSlot[]): WashAvailability {
  return {
    server_time: '2025-12-05T12:45:22+05:30',
    date: '2025-12-05',
    window: { min_date: '2025-12-05', max_date: '2025-12-12' },
    lead_minutes: 30,
    slots,
  }
}

export const site: Site = {
  name: 'Harbour Street Park & Wash',
  timezone: 'Asia/Kolkata',
  currency: 'INR',
  demo: true,
  kiosk_access: 'open',
  customer_page: 'http://192.168.1.20:8000/kiosk/',
  window: { min_date: '2025-12-05', max_date: '2025-12-12' },
  opening_hours: [
    { kind: 'wash', weekday: 5, opens: '14:00', closes: '21:00' },
    { kind: 'wash', weekday: 5, opens: '09:00', closes: '13:00' },
    { kind: 'parking', weekday: 5, opens: '06:00', closes: '23:00' },
  ],
  closed_days: [],
  wash_services: [service],
  bay_classes: [
    { bay_class: 'car', count: 20 },
    { bay_class: 'permit', count: 2 },
  ],
  tariff_summary: [],
  languages: ['en'],
}

const hold = { choice, details, booking }
const parkingHold = { choice: parking, details, booking: parkingBooking }

/** One session in each state. */
export const sessions: { readonly [P in Place]: SessionAt<P> } = {
  starting: { at: 'starting', asking: true },
  unpaired: { at: 'unpaired' },
  pairing: { at: 'pairing', code: 'K7Q2M4ZX' },
  attract: { at: 'attract' },
  purpose: { at: 'purpose', details: noDetails },
  service: { at: 'service', details: noDetails },
  date: { at: 'date', service, details: noDetails },
  slot: {
    at: 'slot',
    service,
    date: choice.date,
    slots: { are: 'here', availability: availabilityOf([slot]) },
    details: noDetails,
  },
  bay_class: { at: 'bay_class', details: noDetails },
  arrive: { at: 'arrive', bayClass: 'car', details: noDetails },
  arrive_day: { at: 'arrive_day', bayClass: 'car', details: noDetails },
  arrive_time: { at: 'arrive_time', bayClass: 'car', date: choice.date, details: noDetails },
  leave: { at: 'leave', bayClass: 'car', start: stay.start, details: noDetails },
  leave_day: { at: 'leave_day', bayClass: 'car', start: stay.start, details: noDetails },
  leave_time: { at: 'leave_time', bayClass: 'car', start: stay.start, date: choice.date, details: noDetails },
  bay: {
    at: 'bay',
    stay,
    bays: { are: 'here', availability: lotOf(Array<'free'>(8).fill('free')) },
    bay,
    details: noDetails,
  },
  plate: { at: 'plate', choice, details },
  phone: { at: 'phone', choice, details },
  taking: { at: 'taking', choice, details, key: 'k1', answer: 'awaited' },
  held: { at: 'held', ...hold },
  confirming: { at: 'confirming', ...hold },
  settling: { at: 'settling', ...hold },
  ended: { at: 'ended', why: 'hold_expired', choice, details },
  booked: { at: 'booked', booking },
}

/** The states that both flows share, with somebody who parks. */
export const parkingSessions: { readonly [P in 'plate' | 'phone' | 'taking' | 'held' | 'ended']: SessionAt<P> } = {
  plate: { at: 'plate', choice: parking, details },
  phone: { at: 'phone', choice: parking, details },
  taking: { at: 'taking', choice: parking, details, key: 'k1', answer: 'awaited' },
  held: { at: 'held', ...parkingHold },
  ended: { at: 'ended', why: 'hold_expired', choice: parking, details },
}

const forSlots = { serviceId: service.id, date: choice.date }

/** One event of each type. */
export const events: { readonly [T in SessionEvent['type']]: Extract<SessionEvent, { type: T }> } = {
  admitted: { type: 'admitted' },
  start_failed: { type: 'start_failed', failure: 'unreachable' },
  start_again: { type: 'start_again' },
  unpaired: { type: 'unpaired' },
  code_entered: { type: 'code_entered', code: 'K7Q2M4ZX' },
  paired: { type: 'paired' },
  pairing_failed: { type: 'pairing_failed', failure: 'pairing_code_invalid' },
  begin: { type: 'begin' },
  purpose_chosen: { type: 'purpose_chosen', purpose: 'parking' },
  service_chosen: { type: 'service_chosen', service },
  date_chosen: { type: 'date_chosen', date: choice.date },
  slot_chosen: { type: 'slot_chosen', slot },
  bay_class_chosen: { type: 'bay_class_chosen', bayClass: 'suv' },
  arrival_chosen: { type: 'arrival_chosen', start: stay.start },
  arrival_refused: { type: 'arrival_refused', failure: 'slot_past' },
  departure_chosen: { type: 'departure_chosen', end: stay.end },
  other_time: { type: 'other_time', date: choice.date },
  other_day: { type: 'other_day' },
  other_arrival: { type: 'other_arrival' },
  other_bay: { type: 'other_bay' },
  bay_picked: { type: 'bay_picked', bay: undefined },
  bay_done: { type: 'bay_done' },
  bays_arrived: { type: 'bays_arrived', stay, availability: lotOf(Array<'free'>(8).fill('free')) },
  bays_missing: { type: 'bays_missing', stay, failure: 'unreachable' },
  plate_typed: { type: 'plate_typed', plate: 'KL' },
  plate_done: { type: 'plate_done' },
  phone_typed: { type: 'phone_typed', phone: '98' },
  submitted: { type: 'submitted', key: 'k2' },
  retried: { type: 'retried' },
  confirm: { type: 'confirm' },
  give_back: { type: 'give_back' },
  choose_again: { type: 'choose_again' },
  back: { type: 'back' },
  leave: { type: 'leave' },
  slots_arrived: { type: 'slots_arrived', ...forSlots, availability: availabilityOf([slot]) },
  slots_missing: { type: 'slots_missing', ...forSlots, failure: 'unreachable' },
  taken: { type: 'taken', booking },
  told: { type: 'told', booking: told('awaiting_payment') },
  refused: { type: 'refused', failure: 'slot_taken' },
  hold_ran_out: { type: 'hold_ran_out' },
  walked_away: { type: 'walked_away' },
}

export const places = Object.keys(sessions) as Place[]
export const eventTypes = Object.keys(events) as SessionEvent['type'][]

/** Whether anything of the customer is in a session. */
export function holdsPersonal(session: Session): boolean {
  const text = JSON.stringify(session)
  return text.includes(details.plate) || text.includes(details.phone) || text.includes(booking.manage_token)
}
