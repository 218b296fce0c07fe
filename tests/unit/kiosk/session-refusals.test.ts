import { describe, expect, it } from 'vitest'
import { errorStatuses, type ErrorCode } from '../../../src-shared/errors/error-codes.ts'
import type { Failure, Place } from '../../../kiosk/session/session.ts'
import { transition } from '../../../kiosk/session/transitions.ts'
import { availabilityOf, booking, choice, details, sessions, service, slot, told } from './samples.ts'

const refused = (failure: Failure) => ({ type: 'refused', failure }) as const

describe('a refused booking', () => {
  const mended: Partial<Record<ErrorCode, Place>> = {
    slot_taken: 'slot',
    slot_past: 'slot',
    lead_time: 'slot',
    site_closed: 'slot',
    invalid_interval: 'slot',
    outside_window: 'date',
    invalid_request: 'plate',
    not_found: 'service',
  }
  const spoken = (Object.keys(errorStatuses) as ErrorCode[]).filter((code) => code !== 'not_paired')

  it('for want of pairing leads to pairing, with nothing of the customer', () => {
    expect(transition(sessions.taking, refused('not_paired'))).toEqual({ at: 'unpaired' })
  })

  it.each(spoken)('%s leads to the screen that mends it, and says so there', (code) => {
    const after = transition(sessions.taking, refused(code))
    expect(after.at).toBe(mended[code] ?? 'phone')
    expect(after).toMatchObject({ notice: code, details })
  })

  it('without a phone number leads back to the plate, where it was asked for', () => {
    const noPhone = { ...sessions.taking, details: { ...details, phone: '' } }
    expect(transition(noPhone, refused('rate_limited'))).toMatchObject({ at: 'plate', notice: 'rate_limited' })
  })

  it('reads the slots afresh after slot_taken', () => {
    expect(transition(sessions.taking, refused('slot_taken'))).toMatchObject({ slots: { are: 'loading' } })
  })

  it('without an answer stays, and is asked again under the same key', () => {
    const lost = transition(sessions.taking, refused('unreachable'))
    expect(lost).toEqual({ ...sessions.taking, answer: 'lost' })
    expect(transition(lost, { type: 'retried' })).toEqual(sessions.taking)
  })
})

describe('a confirmation', () => {
  it.each([
    ['hold_expired', { at: 'ended', why: 'hold_expired' }],
    ['payment_expired', { at: 'ended', why: 'payment_expired' }],
    ['not_found', { at: 'ended', why: 'cancelled' }],
    ['unauthenticated', { at: 'ended', why: 'cancelled' }],
    ['unreachable', { at: 'settling' }],
    ['invalid_state', { at: 'settling' }],
    ['clock_untrusted', { at: 'held', notice: 'clock_untrusted' }],
    ['store_read_only', { at: 'held', notice: 'store_read_only' }],
  ] as const)('refused with %s', (failure, expected) => {
    expect(transition(sessions.confirming, refused(failure))).toMatchObject(expected)
  })
})

describe('what the server tells of a held booking', () => {
  it.each([
    ['held', { at: 'held' }],
    ['awaiting_payment', { at: 'booked' }],
    ['confirmed', { at: 'booked' }],
    ['expired', { at: 'ended', why: 'hold_expired' }],
    ['cancelled', { at: 'ended', why: 'cancelled' }],
  ] as const)('%s decides', (state, expected) => {
    for (const from of [sessions.confirming, sessions.settling]) {
      expect(transition(from, { type: 'told', booking: told(state) })).toMatchObject(expected)
    }
  })

  it('keeps the manage token, which is told only once', () => {
    const after = transition(sessions.settling, { type: 'told', booking: told('held') })
    expect(after).toMatchObject({ booking: { manage_token: booking.manage_token } })
  })

  it('ends the hold when the server does not know it, and asks again when it has trouble', () => {
    expect(transition(sessions.settling, refused('not_found'))).toMatchObject({ at: 'ended', why: 'cancelled' })
    expect(transition(sessions.settling, refused('internal'))).toBe(sessions.settling)
  })
})

describe('the slots of a day', () => {
  const newer = availabilityOf([{ ...slot, state: 'full', remaining: 0 }])
  const missing = (failure: Failure) =>
    ({ type: 'slots_missing', serviceId: service.id, date: choice.date, failure }) as const

  it('are taken from an answer about this day and service', () => {
    const arrived = { type: 'slots_arrived', serviceId: service.id, date: choice.date, availability: newer } as const
    expect(transition(sessions.slot, arrived)).toMatchObject({ slots: { are: 'here', availability: newer } })
  })

  it('are not taken from a late answer about another', () => {
    const other = { type: 'slots_arrived', serviceId: 'full', date: choice.date, availability: newer } as const
    expect(transition(sessions.slot, other)).toBe(sessions.slot)
    expect(transition(sessions.slot, { ...other, serviceId: service.id, date: '2025-12-06' })).toBe(sessions.slot)
  })

  it('stay on the screen while the server cannot be reached', () => {
    expect(transition(sessions.slot, missing('unreachable'))).toBe(sessions.slot)
    const loading = { ...sessions.slot, slots: { are: 'loading' } } as const
    expect(transition(loading, missing('unreachable'))).toMatchObject({ slots: { are: 'missing' } })
  })

  it('lead back to the days when the day cannot be booked, and to pairing when the kiosk is unpaired', () => {
    expect(transition(sessions.slot, missing('outside_window'))).toMatchObject({ at: 'date', notice: 'outside_window' })
    expect(transition(sessions.slot, missing('not_paired'))).toEqual({ at: 'unpaired' })
    expect(transition(sessions.slot, missing('not_found'))).toMatchObject({ at: 'service' })
  })
})

describe('the way in', () => {
  it('tries the code of a QR only when the kiosk is not paired', () => {
    const withCode = { ...sessions.starting, code: 'K7Q2M4ZX' }
    expect(transition(withCode, { type: 'unpaired' })).toEqual({ at: 'pairing', code: 'K7Q2M4ZX' })
    expect(transition(withCode, { type: 'admitted' })).toEqual({ at: 'attract' })
  })

  it('says why starting failed, and goes on asking', () => {
    const failed = transition(sessions.starting, { type: 'start_failed', failure: 'unreachable' })
    expect(failed).toEqual({ at: 'starting', asking: false, failure: 'unreachable' })
    expect(transition(failed, { type: 'start_again' })).toMatchObject({ asking: true })
  })
})

describe('who wants a wash', () => {
  it('sees the times of the soonest day at once, where that is known', () => {
    const chosen = { type: 'service_chosen', service, date: choice.date } as const
    expect(transition(sessions.service, chosen)).toMatchObject({ at: 'slot', date: choice.date })
    expect(transition(sessions.service, { type: 'service_chosen', service })).toMatchObject({ at: 'date' })
  })
})

describe('the plate', () => {
  it('that nobody can have meant goes no further', () => {
    const short = { ...sessions.plate, details: { plate: 'K', phone: '' } }
    for (const event of [{ type: 'plate_done' }, { type: 'submitted', key: 'k' }] as const)
      expect(transition(short, event)).toMatchObject({ at: 'plate', notice: 'invalid_request' })
  })

  it('stays when the customer goes back to the times', () => {
    expect(transition(sessions.plate, { type: 'back' })).toMatchObject({ at: 'slot', details })
  })
})
