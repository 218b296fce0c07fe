import { describe, expect, it } from 'vitest'
import { errorStatuses, type ErrorCode } from '../../../src-shared/errors/error-codes.ts'
import { chosenSoFar, purposeOf, stepOf } from '../../../kiosk/frame/progress.ts'
import { noDetails, type Failure, type Place } from '../../../kiosk/session/session.ts'
import { transition } from '../../../kiosk/session/transitions.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'
import { kioskEnglish } from '../../../src-shared/i18n/messages/en/kiosk-english.ts'
import { details, lotOf, parking, parkingSessions, places, sessions, site, stay } from './samples.ts'

const refused = (failure: Failure) => ({ type: 'refused', failure }) as const
const missing = (failure: Failure) => ({ type: 'bays_missing', stay, failure }) as const
const free8 = Array<'free'>(8).fill('free')

describe('a refused bay', () => {
  const mended: Partial<Record<ErrorCode, Place>> = {
    slot_taken: 'bay',
    slot_past: 'arrive',
    lead_time: 'arrive',
    site_closed: 'arrive',
    outside_window: 'arrive',
    invalid_interval: 'leave',
    invalid_request: 'plate',
    not_found: 'bay_class',
    not_paired: 'unpaired',
  }

  it.each(Object.keys(errorStatuses) as ErrorCode[])('%s leads to the screen that mends it', (code) => {
    const after = transition(parkingSessions.taking, refused(code))
    expect(after.at).toBe(mended[code] ?? 'phone')
    expect('details' in after ? after.details : noDetails).toEqual(code === 'not_paired' ? noDetails : details)
  })

  it('is named after slot_taken, any other is proposed, and the map is read afresh', () => {
    expect(transition(parkingSessions.taking, refused('slot_taken'))).toEqual({
      at: 'bay',
      stay,
      bay: undefined,
      bays: { are: 'loading' },
      gone: 'A07',
      details,
    })
  })

  it('without a wish for one says that none is left', () => {
    const any = { ...parkingSessions.taking, choice: { ...parking, bay: undefined } }
    expect(transition(any, refused('slot_taken'))).toMatchObject({ at: 'bay', notice: 'slot_taken' })
  })
})

describe('the bays on the map', () => {
  it('keep the wish while it can be had', () => {
    const after = transition(sessions.bay, { type: 'bays_arrived', stay, availability: lotOf(free8) })
    expect(after).toMatchObject({ at: 'bay', bay: { label: 'A07' } })
    expect(after).not.toHaveProperty('gone')
  })

  it.each([
    ['taken', lotOf([...free8.slice(0, 6), 'taken', 'free'])],
    ['not let any more', lotOf(free8.slice(0, 6))],
  ])('take a wish back that is %s, and say so', (_, availability) => {
    const after = transition(sessions.bay, { type: 'bays_arrived', stay, availability })
    expect(after).toMatchObject({ at: 'bay', bay: undefined, gone: 'A07' })
    const again = transition(after, { type: 'bay_picked', bay: { id: 'a1', label: 'A01' } })
    expect(again).toMatchObject({ bay: { label: 'A01' } })
    expect(again).not.toHaveProperty('gone')
  })

  it('do not heed a late answer about another stay', () => {
    const other = { ...stay, end: '2025-12-05T10:30:00.000Z' }
    expect(transition(sessions.bay, { type: 'bays_arrived', stay: other, availability: lotOf([]) })).toBe(sessions.bay)
    expect(transition(sessions.bay, { ...missing('slot_past'), stay: other })).toBe(sessions.bay)
  })

  it.each([
    ['slot_past', 'arrive'],
    ['lead_time', 'arrive'],
    ['outside_window', 'arrive'],
    ['site_closed', 'arrive'],
    ['invalid_interval', 'leave'],
    ['not_found', 'bay_class'],
    ['not_paired', 'unpaired'],
  ] as const)('lead back after %s', (failure, at) => {
    expect(transition(sessions.bay, missing(failure)).at).toBe(at)
  })

  it('stay on the screen while the server cannot be reached', () => {
    expect(transition(sessions.bay, missing('unreachable'))).toBe(sessions.bay)
    const loading = { ...sessions.bay, bays: { are: 'loading' } } as const
    expect(transition(loading, missing('internal'))).toMatchObject({ bays: { are: 'missing', failure: 'internal' } })
  })
})

describe('somebody who parks', () => {
  it('finds the bays again when going back, and after a hold that ran out', () => {
    const expected = { at: 'bay', stay, bay: parking.bay, details }
    expect(transition(parkingSessions.plate, { type: 'back' })).toMatchObject(expected)
    expect(transition(parkingSessions.ended, { type: 'choose_again' })).toMatchObject(expected)
  })

  it('who comes at once is not asked when, nor which bay where one with a price is free', () => {
    const { start, end } = stay
    const leaving = transition(sessions.bay_class, { type: 'bay_class_chosen', bayClass: 'car', start })
    expect(leaving).toEqual({ at: 'leave', bayClass: 'car', start, details: noDetails })
    const any = { kind: 'parking', ...stay, bay: undefined } as const
    const plate = transition(leaving, { type: 'departure_chosen', end, offered: true })
    expect(plate).toEqual({ at: 'plate', choice: any, details: noDetails })
    expect(transition(plate, { type: 'back' })).toEqual(leaving)
    expect(transition(plate, { type: 'other_bay' })).toMatchObject({ at: 'bay', stay, bay: undefined })
  })

  it('is not asked what for where there is one thing only', () => {
    const begun = (purpose: 'wash' | 'parking') => transition(sessions.attract, { type: 'begin', purpose }).at
    expect([begun('parking'), begun('wash')]).toEqual(['bay_class', 'service'])
    expect(transition(sessions.purpose, { type: 'purpose_chosen', purpose: 'wash' }).at).toBe('service')
  })
})

describe('the line above a screen', () => {
  const t = createTranslator('en', kioskEnglish)

  it('counts the steps of each flow without a gap', () => {
    const counted = (names: readonly Place[]) => names.map((place) => stepOf(sessions[place]))
    expect(counted(['service', 'slot', 'date', 'plate', 'phone'])).toEqual(
      [1, 2, 2, 3, 3].map((step) => ({ step, steps: 3 })),
    )
    expect(counted(['bay_class', 'leave', 'leave_day', 'arrive', 'arrive_time', 'bay']).map((at) => at?.step)).toEqual([
      1, 2, 2, 2, 2, 2,
    ])
    expect([stepOf(parkingSessions.plate), stepOf(parkingSessions.phone)]).toEqual([
      { step: 3, steps: 3 },
      { step: 3, steps: 3 },
    ])
    for (const place of ['attract', 'purpose', 'starting'] as const) expect(stepOf(sessions[place])).toBeUndefined()
  })

  it('tells what was chosen, a stay over midnight with both days', () => {
    const zone = site.timezone
    expect(chosenSoFar(parkingSessions.plate, zone, t)).toEqual(['Car', 'Fri, Dec 5', '13:00 to 15:00', 'A07'])
    expect(chosenSoFar(sessions.leave, zone, t)).toEqual(['Car', 'Fri, Dec 5', '13:00'])
    const overnight = { ...sessions.bay, bay: undefined, stay: { ...stay, end: '2025-12-06T03:30:00.000Z' } }
    expect(chosenSoFar(overnight, zone, t)).toEqual(['Car', 'Fri, Dec 5', '13:00 to Sat, Dec 6 09:00'])
    expect(chosenSoFar(sessions.phone, zone, t)).toEqual(['Exterior', 'Fri, Dec 5', '16:00'])
    expect(chosenSoFar(sessions.date, zone, t)).toEqual(['Exterior'])
    expect(chosenSoFar(sessions.attract, zone, t)).toEqual([])
  })

  it('knows what each state of a flow is for', () => {
    expect(places.filter((place) => purposeOf(sessions[place]) === 'parking')).toEqual([
      'bay_class',
      'arrive',
      'arrive_day',
      'arrive_time',
      'leave',
      'leave_day',
      'leave_time',
      'bay',
    ])
    expect(purposeOf(parkingSessions.held)).toBe('parking')
    expect(purposeOf(sessions.held)).toBe('wash')
  })
})
