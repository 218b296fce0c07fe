import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bayActions, bookingOf, canReceive } from '../../../src-renderer/lot/bay-actions.ts'
import { countBays, countStates } from '../../../src-renderer/lot/lot-counts.ts'
import { lotViewToQuery, parseLotView } from '../../../src-renderer/lot/lot-view.ts'
import { captionOf, needsSeconds } from '../../../src-renderer/lot/map-bays.ts'
import { movingFrom } from '../../../src-renderer/lot/moving.ts'
import { BayClass } from '../../../src-shared/api/fields.ts'
import { parseInstant } from '../../../src-shared/format/instant.ts'
import { BayState } from '../../../src-shared/lot/bay-state.ts'
import { bayWith } from './lot-fixture.ts'

const next = { booking_id: 'b2', reference: 'P-2', plate: 'KL02', start: '2025-12-05T14:00:00+05:30' }

describe('how the lot is looked at', () => {
  it('comes back from the address as it went in', () => {
    const views = fc.record({
      bayId: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)),
      bayClass: fc.option(fc.constantFrom(...BayClass.options)),
      as: fc.constantFrom('map' as const, 'list' as const),
    })
    fc.assert(
      fc.property(views, (view) => {
        expect(parseLotView(lotViewToQuery(view))).toEqual(view)
      }),
    )
  })

  it('is the whole map where the address makes no sense', () => {
    expect(parseLotView('class=boat&as=globe')).toEqual({ bayId: null, bayClass: null, as: 'map' })
  })
})

describe('what can be done at a bay', () => {
  it('follows its state, the likeliest first', () => {
    expect(bayActions(bayWith())).toEqual(['walk-in', 'book', 'block'])
    expect(bayActions(bayWith({ state: 'taken', stay_id: 's1' }))).toEqual(['exit', 'move', 'correct-entry', 'void'])
    expect(bayActions(bayWith({ state: 'overstay', stay_id: 's1', booking_id: 'b1' }))[0]).toBe('exit')
    expect(bayActions(bayWith({ state: 'booked', next }))[0]).toBe('check-in')
    expect(bayActions(bayWith({ state: 'blocked' }))).toEqual(['unblock'])
    expect(bayActions(bayWith({ state: 'held', booking_id: 'b1' }))).toEqual(['open-booking', 'move-booking'])
  })

  it('lets no car be priced that has no ticket, and parks none in the wash', () => {
    expect(bayActions(bayWith({ state: 'taken' }))).toEqual([])
    const wash = { kind: 'wash_bay', bay_class: null } as const
    for (const state of BayState.options) expect(bayActions(bayWith({ ...wash, state }))).not.toContain('walk-in')
    expect(canReceive(bayWith(wash))).toBe(false)
    expect(canReceive(bayWith())).toBe(true)
    expect(canReceive(bayWith({ state: 'booked' }))).toBe(false)
  })

  it('means the booking that has the bay before the one that comes', () => {
    expect(bookingOf(bayWith({ booking_id: 'b1', next }))).toBe('b1')
    expect(bookingOf(bayWith({ next }))).toBe('b2')
    expect(bookingOf(bayWith())).toBeNull()
  })

  it('moves the car that stands there, or the booking that comes', () => {
    const bay = bayWith({ state: 'taken', stay_id: 's1', plate: 'KL01', next })
    const from = { from: 'A01', fromId: bay.id }
    expect(movingFrom(bay, 'stay')).toEqual({ what: 'stay', id: 's1', plate: 'KL01', ...from })
    expect(movingFrom(bayWith({ next }), 'booking')).toEqual({ what: 'booking', id: 'b2', plate: 'KL02', ...from })
    expect(movingFrom(bayWith(), 'stay')).toBeUndefined()
  })
})

describe('the caption of a bay', () => {
  const clock = { now: parseInstant('2025-12-05T12:45:00+05:30') ?? 0, timezone: 'Asia/Kolkata', language: 'en' }
  const until = (time: string) => `2025-12-05T${time}+05:30`

  it('counts a hold down by the second', () => {
    expect(captionOf(bayWith({ state: 'held', until: until('12:47:05') }), clock)).toBe('2:05')
    expect(needsSeconds([bayWith(), bayWith({ state: 'held', until: until('12:47:05') })])).toBe(true)
    expect(needsSeconds([bayWith({ state: 'taken', until: until('12:47:05') })])).toBe(false)
  })

  it('says how long a car is over its time, and when one will leave', () => {
    expect(captionOf(bayWith({ state: 'overstay', until: until('11:30:10') }), clock)).toBe('+1:14')
    expect(captionOf(bayWith({ state: 'taken', until: until('16:20:00') }), clock)).toBe('16:20')
    expect(captionOf(bayWith({ state: 'booked', next }), clock)).toBe('14:00')
  })

  it('says no time of day of another day', () => {
    expect(captionOf(bayWith({ state: 'taken', until: '2025-12-06T12:45:00+05:30' }), clock)).toBeUndefined()
  })

  it('never guesses while the server’s time is not known', () => {
    const unknown = { ...clock, now: null }
    expect(captionOf(bayWith({ state: 'held', until: until('12:47:00') }), unknown)).toBe('12:47')
    expect(captionOf(bayWith({ state: 'overstay', until: until('11:30:00') }), unknown)).toBeUndefined()
  })
})

describe('counts of the lot', () => {
  it('are by class and state, and leave the wash out', () => {
    const bays = [
      bayWith(),
      bayWith({ state: 'taken' }),
      bayWith({ bay_class: 'ev', state: 'blocked' }),
      bayWith({ kind: 'wash_bay', bay_class: null, state: 'taken' }),
    ]
    const counts = countBays(bays)
    expect(counts.map(({ bayClass, total }) => [bayClass, total])).toEqual([
      ['car', 2],
      ['ev', 1],
    ])
    expect(countStates(counts)).toEqual({ free: 1, held: 0, booked: 0, taken: 1, overstay: 0, blocked: 1 })
  })
})
