import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingKinds } from '../../../src-shared/api/saved-filter-schemas.ts'
import {
  bookingsQuery,
  daysOfWindow,
  filterToQuery,
  noFilter,
  parseFilter,
} from '../../../src-renderer/bookings/filters.ts'
import { bookingStates } from '../../../src-shared/booking/booking-states.ts'

const today = '2025-12-05'

describe('the filter of the bookings', () => {
  it('comes back from the address as it went in', () => {
    const filters = fc.record({
      date: fc.option(fc.constantFrom('2025-12-05', '2024-02-29')),
      kind: fc.option(fc.constantFrom(...bookingKinds)),
      state: fc.option(fc.constantFrom(...bookingStates)),
      text: fc.string({ maxLength: 30, unit: 'grapheme-ascii' }),
    })
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(filterToQuery(filter))).toEqual(filter)
      }),
    )
  })

  it('reads any address without failing', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(parseFilter(query).text.length).toBeLessThanOrEqual(64)
      }),
    )
  })

  it('leaves out a day that does not exist, and a kind and a state that are none', () => {
    expect(parseFilter('date=2025-02-29&kind=boat&state=washed&q=KL')).toEqual({ ...noFilter, text: 'KL' })
  })

  it('asks for the server’s today when nothing is narrowed', () => {
    expect(bookingsQuery(noFilter, today)).toEqual({ date: today })
  })

  it('searches every day unless one was chosen', () => {
    expect(bookingsQuery({ ...noFilter, text: ' KL07 ' }, today)).toEqual({ q: 'KL07' })
    expect(bookingsQuery({ ...noFilter, date: '2025-12-08', text: 'KL07' }, today)).toEqual({
      date: '2025-12-08',
      q: 'KL07',
    })
  })

  it('asks for one state of one kind', () => {
    const filter = { ...noFilter, kind: 'parking', state: 'held' } as const
    expect(bookingsQuery(filter, today)).toEqual({ kind: 'parking', date: today, state: 'held' })
  })
})

describe('the days of the window', () => {
  it('are all of them, over the end of a month', () => {
    expect(daysOfWindow({ min_date: '2025-12-29', max_date: '2026-01-02' })).toEqual([
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ])
  })

  it('end, whatever the server says', () => {
    expect(daysOfWindow({ min_date: '2025-01-01', max_date: '9999-01-01' }).length).toBeLessThan(100)
  })
})
