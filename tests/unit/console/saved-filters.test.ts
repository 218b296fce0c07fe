import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingsQuery, parseFilter } from '../../../src-renderer/bookings/filters.ts'
import { daysFrom, dateOf } from '../../../src-renderer/filters/filter-day.ts'
import {
  countedFrom,
  datesOf,
  hasMore,
  isSameNarrowing,
  narrowingOf,
  queryOf,
} from '../../../src-renderer/filters/narrowing.ts'
import { parseReceiptFilter, receiptQuery } from '../../../src-renderer/receipts/receipt-filter.ts'
import { parsePeriod } from '../../../src-renderer/reports/periods.ts'
import { addDays } from '../../../src-shared/format/site-time.ts'

const TODAY = '2025-12-05'

describe('what a screen is narrowed to', () => {
  it('leaves out what is searched for, what a line is about, and what makes no sense', () => {
    expect(narrowingOf('bookings', 'date=2025-12-06&kind=wash&state=washed&q=KL07BX1234')).toEqual({
      date: '2025-12-06',
      kind: 'wash',
    })
    expect(narrowingOf('audit', 'days=week&group=money&actor=user%3Aabc&subject=stay-1&q=KL07')).toEqual({
      days: 'week',
      group: 'money',
      actor: 'user:abc',
    })
    expect([hasMore('audit', 'days=week&subject=stay-1'), hasMore('bookings', 'kind=wash&q=')]).toEqual([true, false])
  })

  it('goes into the address as it came from there, beside what else stands there', () => {
    const narrowing = narrowingOf('bookings', 'date=-1&kind=wash')
    expect(queryOf(narrowing, 'bookings')).toBe('date=-1&kind=wash')
    expect(queryOf({}, 'bookings', 'date=2025-12-01&q=KL')).toBe('q=KL')
    expect(isSameNarrowing(narrowing, { kind: 'wash', date: '-1' })).toBe(true)
    expect(isSameNarrowing(narrowing, { kind: 'wash' })).toBe(false)
  })

  it('is counted from today, so that yesterday stays yesterday', () => {
    const picked = narrowingOf('reports', 'from=2025-11-28&to=2025-12-04')
    expect(datesOf(picked)).toEqual(['2025-11-28', '2025-12-04'])
    const counted = countedFrom(TODAY, picked)
    expect(counted).toEqual({ from: '-7', to: '-1' })
    const query = queryOf(counted, 'reports')
    expect(parsePeriod(query, TODAY, 'today').days).toEqual({ from: '2025-11-28', to: '2025-12-04' })
    expect(parsePeriod(query, '2026-03-02', 'today').days).toEqual({ from: '2026-02-23', to: '2026-03-01' })
  })

  it('means the day that it is from today when the server is asked', () => {
    expect(bookingsQuery(parseFilter('date=1&kind=wash'), TODAY)).toEqual({ date: '2025-12-06', kind: 'wash' })
    expect(receiptQuery(parseReceiptFilter('date=-1'), TODAY)).toEqual({ date: '2025-12-04' })
    expect(parseFilter('date=-0').date).toBeNull()
    expect(parseFilter('date=1000').date).toBeNull()
  })

  it('counts any day there and back, over months and leap years, and keeps a date that is years away', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 0, max: 20_000 }), (away, start) => {
        const today = addDays('2000-01-01', start)
        expect(daysFrom(today, addDays(today, away))).toBe(String(away))
        expect(dateOf(daysFrom(today, addDays(today, away)), today)).toBe(addDays(today, away))
      }),
    )
    expect(daysFrom(TODAY, '2015-12-05')).toBe('2015-12-05')
  })
})
