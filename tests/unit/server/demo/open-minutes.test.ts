import { describe, expect, it } from 'vitest'
import { openMinutes } from '../../../../src-server/demo/open-minutes.ts'
import type { ClosureRow, Queries } from '../../../../src-server/store/store.ts'
import { SITE } from '../fixture.ts'

const at = (text: string) => Date.parse(`${text}:00+05:30`)

function queries(...closures: readonly ClosureRow[]): Queries {
  const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ kind: 'parking', weekday, opens: '06:00', closes: '23:00' }))
  return { openingRules: async () => rules, closures: async () => closures } as unknown as Queries
}

describe('open minutes', () => {
  it.each([
    ['2025-12-05T12:45', 45, '2025-12-05T12:00'],
    ['2025-12-05T06:15', 20, '2025-12-04T22:45'],
    ['2025-12-05T03:00', 0, '2025-12-04T22:55'],
    ['2025-12-05T23:30', 10, '2025-12-05T22:45'],
  ])('before %s: %i ago was %s', async (now, minutes, then) => {
    expect((await openMinutes(queries(), SITE, 'parking', at(now))).ago(minutes)).toBe(at(then))
  })

  it.each([
    ['2025-12-05T12:45', 45, '2025-12-05T13:30'],
    ['2025-12-05T22:50', 20, '2025-12-06T06:20'],
    ['2025-12-05T03:00', 0, '2025-12-05T06:05'],
  ])('after %s: in %i it will be %s', async (now, minutes, then) => {
    expect((await openMinutes(queries(), SITE, 'parking', at(now))).ahead(minutes)).toBe(at(then))
  })

  it('leave out the day of a closure, unless it closes the wash alone', async () => {
    const closure = { id: 'c', fromDate: '2025-12-05', toDate: '2025-12-05', reason: 'Onam' }
    const closed = await openMinutes(queries({ ...closure, kind: null }), SITE, 'parking', at('2025-12-05T12:45'))
    expect([closed.ago(10), closed.ahead(10)]).toEqual([at('2025-12-04T22:45'), at('2025-12-06T06:15')])
    const washless = await openMinutes(queries({ ...closure, kind: 'wash' }), SITE, 'parking', at('2025-12-05T12:45'))
    expect(washless.ago(10)).toBe(at('2025-12-05T12:35'))
  })
})
