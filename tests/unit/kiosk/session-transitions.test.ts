import { describe, expect, it } from 'vitest'
import type { EventType } from '../../../kiosk/session/events.ts'
import type { Place } from '../../../kiosk/session/session.ts'
import { transition } from '../../../kiosk/session/transitions.ts'
import { events, eventTypes, holdsPersonal, places, sessions } from './samples.ts'

const leaving = { leave: 'attract', walked_away: 'attract', unpaired: 'unpaired' } as const

/** Where each event leads from each state's sample. An event that is not here changes nothing. */
const table: { readonly [P in Place]: { readonly [T in EventType]?: Place } } = {
  starting: { admitted: 'attract', unpaired: 'unpaired', start_failed: 'starting', start_again: 'starting' },
  unpaired: { code_entered: 'pairing', admitted: 'attract' },
  pairing: { paired: 'starting', pairing_failed: 'unpaired' },
  attract: { begin: 'purpose', unpaired: 'unpaired' },
  purpose: { ...leaving, purpose_chosen: 'bay_class', back: 'attract' },
  service: { ...leaving, service_chosen: 'date', back: 'purpose' },
  date: { ...leaving, date_chosen: 'slot', back: 'service' },
  slot: {
    ...leaving,
    slots_arrived: 'slot',
    slots_missing: 'slot',
    slot_chosen: 'plate',
    other_day: 'date',
    back: 'service',
  },
  bay_class: { ...leaving, bay_class_chosen: 'arrive', back: 'purpose' },
  arrive: {
    ...leaving,
    arrival_chosen: 'leave',
    other_time: 'arrive_time',
    other_day: 'arrive_day',
    back: 'bay_class',
  },
  arrive_day: { ...leaving, date_chosen: 'arrive_time', back: 'arrive' },
  arrive_time: { ...leaving, arrival_chosen: 'leave', back: 'arrive' },
  leave: {
    ...leaving,
    departure_chosen: 'bay',
    arrival_refused: 'arrive',
    other_time: 'leave_time',
    other_day: 'leave_day',
    other_arrival: 'arrive',
    back: 'bay_class',
  },
  leave_day: { ...leaving, date_chosen: 'leave_time', back: 'leave' },
  leave_time: { ...leaving, departure_chosen: 'bay', back: 'leave' },
  bay: { ...leaving, bays_arrived: 'bay', bays_missing: 'bay', bay_picked: 'bay', bay_done: 'plate', back: 'leave' },
  plate: {
    ...leaving,
    plate_typed: 'plate',
    plate_done: 'phone',
    submitted: 'taking',
    other_bay: 'plate',
    back: 'slot',
  },
  phone: { ...leaving, phone_typed: 'phone', submitted: 'taking', back: 'plate' },
  taking: { ...leaving, taken: 'held', refused: 'slot', retried: 'taking' },
  held: { ...leaving, confirm: 'confirming', give_back: 'ended', hold_ran_out: 'settling' },
  confirming: { ...leaving, told: 'booked', refused: 'held' },
  settling: { ...leaving, told: 'booked', refused: 'settling' },
  ended: { ...leaving, choose_again: 'slot' },
  booked: { ...leaving },
}

describe('the session', () => {
  for (const place of places) {
    for (const type of eventTypes) {
      const to = table[place][type]
      it(`${type} leads from ${place} to ${to ?? 'nowhere else'}`, () => {
        const before = sessions[place]
        const after = transition(before, events[type])
        expect({ at: after.at, unchanged: after === before || to !== undefined }).toEqual({
          at: to ?? place,
          unchanged: true,
        })
      })
    }
  }

  it.each(['leave', 'walked_away', 'unpaired'] as const)(
    'keeps nothing personal after %s, whatever the screen',
    (type) => {
      for (const place of places.filter((name) => name in sessions && type in table[name])) {
        expect(holdsPersonal(transition(sessions[place], events[type]))).toBe(false)
      }
    },
  )
})
