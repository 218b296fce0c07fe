import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { priceBooking, priceStay } from '../../../../src-server/tariff/price-stay.ts'
import { Breakdown } from '../../../../src-shared/tariff/breakdown.ts'
import { isUsable } from '../../../../src-shared/tariff/plan-problems.ts'
import { TariffPlan } from '../../../../src-shared/tariff/tariff-plan.ts'
import { anyEntry, anyPlan } from './any-plan.ts'
import { priceByMinute } from './minute-by-minute.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const bayClass = 'car'

const anyLength = fc.oneof(
  fc.integer({ min: 0, max: 90 * MINUTE }),
  fc.integer({ min: 0, max: 4 * DAY }),
  fc.integer({ min: 0, max: 4 * 1440 }).map((minutes) => minutes * MINUTE),
)
const anyUncertainty = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 }))
const anyCase = fc.record({ plan: anyPlan, entry: anyEntry, length: anyLength, uncertaintyMs: anyUncertainty })
const anyStay = anyCase.map(
  ({ plan, entry, length, uncertaintyMs }) =>
    ({
      plan,
      bayClass,
      ...entry,
      leftAt: entry.enteredAt + length,
      uncertaintyMs,
    }) as const,
)
/** A stay in all its ways: booked until then or not, with or without its ticket. */
const anyWay = fc
  .record({ stay: anyStay, booked: fc.option(fc.integer({ min: -60, max: 1440 })), lostTicket: fc.boolean() })
  .map(({ stay, booked, lostTicket }) => ({
    ...stay,
    lostTicket,
    bookedUntil: booked === null ? undefined : stay.enteredAt + booked * MINUTE,
  }))

describe('the price of a stay, on any plan without errors', { timeout: 60_000 }, () => {
  it('is made from plans that are plans, and usable', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(v.parse(TariffPlan, plan)).toEqual(plan)
        expect(isUsable(plan)).toBe(true)
      }),
    )
  })

  it('never falls as the stay grows longer', () => {
    fc.assert(
      fc.property(
        anyWay,
        fc.oneof(fc.integer({ min: 1, max: MINUTE }), fc.integer({ min: 1, max: DAY })),
        (stay, more) => {
          const longer = priceStay({ ...stay, leftAt: stay.leftAt + more })
          expect(longer.total_minor).toBeGreaterThanOrEqual(priceStay(stay).total_minor)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('never grows with the doubt of the clocks', () => {
    fc.assert(
      fc.property(anyWay, anyUncertainty, (stay, more) => {
        const doubtful = priceStay({ ...stay, uncertaintyMs: stay.uncertaintyMs + more })
        expect(doubtful.total_minor).toBeLessThanOrEqual(priceStay(stay).total_minor)
      }),
    )
  })

  it('is what counting each minute by the clock on the wall comes to, through changes of the clock', () => {
    const cases = fc.record({ plan: anyPlan, entry: anyEntry, minutes: fc.integer({ min: 0, max: 3 * 1440 }) })
    fc.assert(
      fc.property(cases, ({ plan, entry: { timezone, enteredAt }, minutes }) => {
        const booking = { plan, bayClass, timezone, start: enteredAt, end: enteredAt + minutes * MINUTE } as const
        expect(priceBooking(booking).subtotal_minor).toBe(priceByMinute(plan, timezone, enteredAt, minutes))
      }),
      { numRuns: 500 },
    )
  })

  it('is at most the cap for each day that the stay touches', () => {
    fc.assert(
      fc.property(anyStay, (stay) => {
        const cap = stay.plan.rates[0]?.daily_cap_minor ?? Infinity
        const length = stay.leftAt - stay.enteredAt
        // Four days of 24 hours touch at most one calendar day more, and a day of 23 hours yet another.
        const days = Math.ceil(length / DAY) + (stay.plan.cap_per === 'calendar_day' ? 2 : 0)
        expect(priceStay(stay).subtotal_minor).toBeLessThanOrEqual(days === 0 ? 0 : cap * days)
      }),
      { numRuns: 500 },
    )
  })

  it('is in whole minor units that add up: the lines to the subtotal, net and tax to the total', () => {
    fc.assert(
      fc.property(anyWay, (stay) => {
        const price = priceStay(stay)
        expect(v.parse(Breakdown, price)).toEqual(price)
        expect(price.lines.reduce((sum, line) => sum + line.amount_minor, 0)).toBe(price.subtotal_minor)
        expect(price.tax.net_minor + price.tax.amount_minor).toBe(price.total_minor)
        expect(price.tax.included ? price.total_minor : price.tax.net_minor).toBe(price.subtotal_minor)
      }),
      { numRuns: 500 },
    )
  })

  it('has lines whose times lie within the stay and are not backwards', () => {
    fc.assert(
      fc.property(anyStay, (stay) => {
        for (const line of priceStay(stay).lines) {
          expect(Date.parse(line.from)).toBeGreaterThanOrEqual(stay.enteredAt)
          expect(Date.parse(line.to)).toBeGreaterThanOrEqual(Date.parse(line.from))
          expect(Date.parse(line.to)).toBeLessThanOrEqual(stay.leftAt)
        }
      }),
    )
  })

  it('is nothing within the entry grace, and for a stay that ends before it began', () => {
    fc.assert(
      fc.property(anyStay, fc.integer({ min: -DAY, max: 30 * MINUTE }), (stay, length) => {
        const within = Math.min(length, stay.plan.entry_grace_minutes * MINUTE)
        const leftAt = stay.enteredAt + within + (within > 0 ? stay.uncertaintyMs : 0)
        expect(priceStay({ ...stay, leftAt }).total_minor).toBe(0)
      }),
    )
  })
})
