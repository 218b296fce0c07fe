import { describe, expect, it } from 'vitest'
import { demoTariff } from '../../../../src-server/tariff/demo-tariff.ts'
import { isInExitGrace, priceBooking, priceOverstay, priceStay } from '../../../../src-server/tariff/price-stay.ts'
import type { BayClass } from '../../../../src-shared/api/fields.ts'
import type { Breakdown } from '../../../../src-shared/tariff/breakdown.ts'
import type { TariffLine, TariffPlan } from '../../../../src-shared/tariff/tariff-plan.ts'

const timezone = 'Asia/Kolkata'

/** @param local `05 10:00`: a day of December 2025 and a time of day in Kolkata */
function at(local: string): number {
  return Date.parse(`2025-12-${local.replace(' ', 'T')}:00+05:30`)
}

function stay(from: string, to: string, bayClass: BayClass = 'car') {
  return { plan: demoTariff, bayClass, timezone, enteredAt: at(from), leftAt: at(to) }
}

function linesOf({ lines }: Breakdown): [kind: string, minutes: number, rupees: number][] {
  return lines.map(({ kind, band, minutes, amount_minor }) => [
    band === null ? kind : `${band.name} ${kind}`,
    minutes,
    amount_minor / 100,
  ])
}

describe('the demo tariff', () => {
  it.each<[string, string, BayClass, number, [string, number, number][]]>([
    ['05 10:00', '05 10:10', 'car', 0, [['grace', 10, 0]]],
    ['05 10:00', '05 10:11', 'car', 40, [['flat', 11, 40]]],
    ['05 10:00', '05 11:00', 'car', 40, [['flat', 60, 40]]],
    [
      '05 10:00',
      '05 11:01',
      'car',
      50,
      [
        ['flat', 60, 40],
        ['incrementing', 1, 10],
      ],
    ],
    // 2 h 35 min by day.
    [
      '05 10:00',
      '05 12:35',
      'car',
      110,
      [
        ['flat', 60, 40],
        ['incrementing', 95, 70],
      ],
    ],
    // 2 h 35 min until 19:10.
    [
      '05 16:35',
      '05 19:10',
      'car',
      110,
      [
        ['flat', 60, 40],
        ['incrementing', 95, 70],
      ],
    ],
    // 2 h 35 min from 19:10: fifty minutes by day, the rest at night.
    [
      '05 19:10',
      '05 21:45',
      'car',
      100,
      [
        ['flat', 50, 40],
        ['Night flat', 105, 60],
      ],
    ],
    // After the night, the first hour goes on for its last ten minutes; then come the quarters.
    [
      '05 19:10',
      '05 23:10',
      'car',
      100,
      [
        ['flat', 60, 40],
        ['Night flat', 180, 60],
      ],
    ],
    [
      '05 19:10',
      '05 23:11',
      'car',
      110,
      [
        ['flat', 60, 40],
        ['Night flat', 180, 60],
        ['incrementing', 1, 10],
      ],
    ],
    ['05 20:00', '05 23:00', 'car', 60, [['Night flat', 180, 60]]],
    [
      '05 10:00',
      '05 16:15',
      'car',
      250,
      [
        ['flat', 60, 40],
        ['incrementing', 315, 210],
      ],
    ],
    // Fifty hours: two days at the cap, and two hours of the third, on whose first quarter the lines run on.
    [
      '05 10:00',
      '07 12:00',
      'car',
      580,
      [
        ['flat', 60, 40],
        ['incrementing', 2580, 1720],
        ['Night flat', 180, 60],
        ['Night flat', 180, 60],
        ['cap', 0, -1300],
      ],
    ],
    [
      '05 10:00',
      '05 19:00',
      'car',
      250,
      [
        ['flat', 60, 40],
        ['incrementing', 480, 320],
        ['cap', 0, -110],
      ],
    ],
    [
      '05 09:00',
      '05 21:00',
      'car',
      250,
      [
        ['flat', 60, 40],
        ['incrementing', 600, 400],
        ['Night flat', 60, 60],
        ['cap', 0, -250],
      ],
    ],
    ['05 10:00', '05 12:35', 'two_wheeler', 45, [['incrementing', 155, 45]]],
    [
      '05 10:00',
      '05 16:00',
      'two_wheeler',
      80,
      [
        ['incrementing', 360, 90],
        ['cap', 0, -10],
      ],
    ],
    [
      '05 10:00',
      '05 12:35',
      'suv',
      155,
      [
        ['flat', 60, 50],
        ['incrementing', 95, 105],
      ],
    ],
    [
      '05 10:00',
      '05 12:35',
      'accessible',
      110,
      [
        ['flat', 60, 40],
        ['incrementing', 95, 70],
      ],
    ],
    ['05 10:00', '05 12:35', 'permit', 0, [['flat', 155, 0]]],
    // The night is not for permits.
    ['05 19:10', '05 21:45', 'permit', 0, [['flat', 155, 0]]],
  ])('%s to %s, %s: ₹%d', (from, to, bayClass, rupees, lines) => {
    const price = priceStay(stay(from, to, bayClass))
    expect(price.total_minor).toBe(rupees * 100)
    expect(linesOf(price)).toEqual(lines)
  })
})

describe('what is not an ordinary stay', () => {
  it('a lost ticket costs its fee, or the stay where that comes to more', () => {
    expect(linesOf(priceStay({ ...stay('05 10:00', '05 12:00'), lostTicket: true }))).toEqual([
      ['flat', 60, 40],
      ['incrementing', 60, 40],
      ['lost_ticket', 0, 220],
    ])
    expect(priceStay({ ...stay('05 10:00', '05 10:00'), lostTicket: true }).total_minor).toBe(30_000)
    expect(priceStay({ ...stay('05 10:00', '07 12:00'), lostTicket: true }).total_minor).toBe(58_000)
  })

  it('a permit makes it free, ticket or not', () => {
    const price = priceStay({ ...stay('05 10:00', '07 12:00'), permit: true, lostTicket: true })
    expect(linesOf(price)).toEqual([['permit', 50 * 60, 0]])
    expect(price.total_minor).toBe(0)
  })

  it('a booking costs what the stay would, and has no grace', () => {
    const booking = { plan: demoTariff, bayClass: 'car', timezone, start: at('05 10:00') } as const
    expect(priceBooking({ ...booking, end: at('05 12:35') })).toEqual(priceStay(stay('05 10:00', '05 12:35')))
    expect(priceBooking({ ...booking, end: at('05 10:05') }).total_minor).toBe(4000)
  })

  it('the doubt of the clocks is the customer’s at the edge of grace, of a step and of a band', () => {
    const late = (from: string, to: string, ms: number, uncertaintyMs: number): number =>
      priceStay({ ...stay(from, to), leftAt: at(to) + ms, uncertaintyMs }).total_minor / 100
    expect([late('05 10:00', '05 10:10', 250, 250), late('05 10:00', '05 10:10', 251, 250)]).toEqual([0, 40])
    expect([late('05 10:00', '05 11:00', 250, 250), late('05 10:00', '05 11:00', 251, 250)]).toEqual([40, 50])
    expect([late('05 19:00', '05 20:00', 250, 250), late('05 19:00', '05 20:00', 251, 250)]).toEqual([40, 100])
  })

  it('shows the time at which the car left, not the earlier one that was priced', () => {
    const price = priceStay({ ...stay('05 10:00', '05 11:10'), uncertaintyMs: 3000 })
    expect(price.lines.at(-1)?.to).toBe('2025-12-05T11:10:00+05:30')
  })

  it('its lines say from when to when they are for', () => {
    const times = ({ lines }: Breakdown) => lines.map(({ from, to }) => [from.slice(8, 16), to.slice(8, 16)])
    // The first hour is full when the night begins; its end is not when the night is over.
    expect(times(priceStay(stay('05 19:00', '05 23:10')))).toEqual([
      ['05T19:00', '05T20:00'],
      ['05T20:00', '05T23:00'],
      ['05T23:00', '05T23:10'],
    ])
    // The cap is for its days: the first two from entry, and not the two hours of the third.
    expect(times(priceStay(stay('05 10:00', '07 12:00'))).at(-1)).toEqual(['05T10:00', '07T10:00'])
  })

  it('its minutes are started ones', () => {
    const price = priceStay({ ...stay('05 10:00', '05 10:11'), leftAt: at('05 10:11') + 1 })
    expect(linesOf(price)).toEqual([['flat', 12, 40]])
  })

  it('shows no time before it began, where business time was set back, and its own entry where doubt is longer', () => {
    const setBack = priceStay(stay('05 10:00', '05 09:00')).lines[0]
    expect(setBack).toMatchObject({ from: '2025-12-05T10:00:00+05:30', to: '2025-12-05T10:00:00+05:30' })
    const short = priceStay({ ...stay('05 10:00', '05 10:01'), uncertaintyMs: 90_000 }).lines[0]
    expect(short).toMatchObject({ from: '2025-12-05T10:00:00+05:30', to: '2025-12-05T10:01:00+05:30' })
  })

  it('after paying, the exit grace is the time to leave in', () => {
    const paid = { paidAt: at('05 12:00'), uncertaintyMs: 250 }
    expect(isInExitGrace(demoTariff, { ...paid, leftAt: at('05 12:10') + 250 })).toBe(true)
    expect(isInExitGrace(demoTariff, { ...paid, leftAt: at('05 12:10') + 251 })).toBe(false)
    expect(isInExitGrace(demoTariff, { paidAt: at('05 12:00'), leftAt: at('05 12:10') + 1 })).toBe(false)
  })
})

describe('a booked stay', () => {
  const booked = (to: string, overstay: TariffPlan['overstay'] = demoTariff.overstay): Breakdown =>
    priceOverstay({ ...stay('05 10:00', to), plan: { ...demoTariff, overstay }, bookedUntil: at('05 12:00') })

  it('is covered until its end and the exit grace', () => {
    expect(linesOf(booked('05 11:00'))).toEqual([['booked', 60, 0]])
    expect(linesOf(booked('05 12:10'))).toEqual([['booked', 130, 0]])
  })

  it('pays beyond that as for a new stay, with the surcharge for each started step', () => {
    const price = booked('05 13:15')
    expect(linesOf(price)).toEqual([
      ['booked', 130, 0],
      ['flat', 60, 40],
      ['incrementing', 5, 10],
      ['surcharge', 65, 60],
    ])
    expect(price.lines.map(({ part }) => part)).toEqual(['stay', 'overstay', 'overstay', 'overstay'])
    expect(price.total_minor).toBe(11_000)
  })

  it('pays the tariff alone, or lines of its own, where the plan says so', () => {
    const line: TariffLine = {
      kind: 'incrementing',
      from_minute: 0,
      to_minute: null,
      step_minutes: 30,
      price_minor: 5000,
    }
    expect(booked('05 13:15', { kind: 'tariff' }).total_minor).toBe(5000)
    expect(linesOf(booked('05 13:15', { kind: 'lines', lines: [line] }))).toEqual([
      ['booked', 130, 0],
      ['incrementing', 65, 150],
    ])
  })

  it('has nothing covered for a car that comes after its end', () => {
    const price = priceOverstay({ ...stay('05 14:00', '05 14:20'), bookedUntil: at('05 12:00') })
    expect(linesOf(price)).toEqual([
      ['booked', 0, 0],
      ['flat', 20, 40],
      ['surcharge', 20, 20],
    ])
  })
})

describe('tax', () => {
  const taxed = (tax: TariffPlan['tax']): Breakdown =>
    priceStay({ ...stay('05 10:00', '05 12:35'), plan: { ...demoTariff, tax } })

  it('that is included is taken out of the price', () => {
    // 110 / 1.18 = 93.2203…
    expect(taxed(demoTariff.tax)).toMatchObject({ tax: { net_minor: 9322, amount_minor: 1678 }, total_minor: 11_000 })
  })

  it('that is not included comes on top', () => {
    const price = taxed({ label: 'GST', rate_bps: 1800, included: false })
    expect(price).toMatchObject({
      subtotal_minor: 11_000,
      tax: { net_minor: 11_000, amount_minor: 1980 },
      total_minor: 12_980,
    })
  })
})
