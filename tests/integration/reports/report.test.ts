import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../../src-shared/api/report-schemas.ts'
import { at, booking, hand, issue, owe, startHistory, stay, type History } from './history.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A wash that is paid and gets its receipt. */
async function sell(history: History, iso: string, id: string, minor: number, method = 'cash'): Promise<void> {
  await history.write(iso, async (tx) => {
    await booking(tx, id, {})
    await owe(tx, `p${id}`, { bookingId: id }, minor)
    await hand(tx, `p${id}`, minor, { method })
    await issue(tx, 'R', `p${id}`, minor)
  })
}

const dayOf = (report: Report, date: string) => report.takings.by_day.find((day) => day.date === date)
const hourOf = (report: Report, hour: number) => report.takings.by_hour[hour]

describe('takings', () => {
  let history: History
  beforeEach(async () => {
    history = await startHistory()
  })
  afterEach(() => history.close())

  it('belong to the day and the hour of the site’s clock, to the millisecond', async () => {
    await sell(history, '2025-06-01T23:59:59.999+05:30', 'a', 10_000)
    await sell(history, '2025-06-02T00:00:00+05:30', 'b', 20_001, 'card')
    history.setNow('2025-06-03T12:00:00+05:30')
    const report = await history.report('2025-06-01', '2025-06-03')
    expect(report.takings.by_day.map(({ date, takings_minor }) => [date, takings_minor])).toEqual([
      ['2025-06-01', 10_000],
      ['2025-06-02', 20_001],
      ['2025-06-03', 0],
    ])
    expect(hourOf(report, 23)?.cash_minor).toBe(10_000)
    expect(hourOf(report, 0)?.card_minor).toBe(20_001)
    expect((await history.report('2025-06-02')).takings.totals.takings_minor).toBe(20_001)
  })

  it('tell parking from wash, discounts, what went back, and the tax of receipts less credit notes', async () => {
    await history.write('2025-06-02T10:00:00+05:30', async (tx) => {
      await stay(tx, 's1', 'A1', { enteredAt: tx.at - HOUR, exitedAt: tx.at })
      await owe(tx, 'ps', { stayId: 's1' }, 4000, 460)
      const discount = { id: 'd1', paymentId: 'ps', kind: 'amount' as const, value: 460, amountMinor: 460 }
      await tx.insertDiscount({ ...discount, reason: 'regular', at: tx.at, givenBy: 'user:x' })
      await hand(tx, 'ps', 3540, { method: 'upi' })
      await issue(tx, 'R', 'ps', 3540)
    })
    await sell(history, '2025-06-02T11:00:00+05:30', 'w', 25_000)
    await history.write('2025-06-02T12:00:00+05:30', async (tx) => {
      await hand(tx, 'pw', 11_800, { kind: 'refund' })
      await issue(tx, 'C', 'pw', 11_800)
    })
    history.setNow('2025-06-02T20:00:00+05:30')
    const { takings } = await history.report('2025-06-02')
    expect(takings.totals).toMatchObject({
      tenders: 3,
      paid_minor: 28_540,
      refunded_minor: 11_800,
      takings_minor: 16_740,
      upi_minor: 3540,
      cash_minor: 13_200,
      parking_minor: 3540,
      wash_minor: 13_200,
      receipts: 2,
      credit_notes: 1,
      gross_minor: 29_000,
      discounts_minor: 460,
      charged_minor: 28_540,
      credited_minor: 11_800,
      tax_minor: 540 + 3814 - 1800,
      net_minor: 3000 + 21_186 - 10_000,
    })
    expect(takings.by_kind[0]).toMatchObject({ kind: 'parking', takings_minor: 3540 })
    expect(takings.by_method.map(({ takings_minor }) => takings_minor)).toEqual([13_200, 0, 3540])
  })

  it.each([
    ['2025-06-05', '2025-06-04'],
    ['2024-01-01', '2025-02-04'],
  ])('are not asked for from %s to %s', async (from, to) => {
    const answer = await history.reports.report({ from, to })
    expect(answer).toMatchObject({ refused: 'invalid_request' })
  })

  it('of 400 days are told, and add up in every direction', async () => {
    await history.write('2024-05-01T09:00:00+05:30', async (tx) => {
      for (let day = 0; day < 400; day += 1) {
        const id = `d${day}`
        await booking(tx, id, {})
        await owe(tx, `p${id}`, { bookingId: id }, 1000 + day)
      }
    })
    for (let day = 0; day < 400; day += 1) {
      const iso = new Date(at('2024-05-01T09:30:00+05:30') + day * 24 * HOUR).toISOString()
      await history.write(iso, async (tx) => {
        await hand(tx, `pd${day}`, 1000 + day, { method: ['cash', 'card', 'upi'][day % 3]! })
        await issue(tx, 'R', `pd${day}`, 1000 + day)
      })
    }
    history.setNow('2025-06-30T12:00:00+05:30')
    const report = await history.report('2024-05-01', '2025-06-04')
    const expected = 400 * 1000 + (399 * 400) / 2
    expect(report.period.days).toBe(400)
    expect(report.takings.totals.takings_minor).toBe(expected)
    const sum = (rows: readonly { takings_minor: number }[]) => rows.reduce((all, row) => all + row.takings_minor, 0)
    expect([report.takings.by_day, report.takings.by_hour, report.takings.by_method].map(sum)).toEqual([
      expected,
      expected,
      expected,
    ])
    expect(report.takings.by_day[1]?.takings_minor).toBe(1001)
    expect(report.reconciliation.agrees).toBe(true)
  }, 60_000)
})

describe('days of a clock change', () => {
  let history: History
  beforeEach(async () => {
    history = await startHistory('Europe/Berlin')
  })
  afterEach(() => history.close())

  it('of 25 hours: an hour that comes twice is one hour of the day, and its bays are there twice as long', async () => {
    // 2025-10-26: 02:00–03:00 comes twice, first at +02:00.
    await sell(history, '2025-10-26T02:30:00+02:00', 'a', 100)
    await sell(history, '2025-10-26T02:30:00+01:00', 'b', 1000)
    await history.write('2025-10-26T12:00:00+01:00', async (tx) => {
      await stay(tx, 's1', 'A1', {
        enteredAt: at('2025-10-26T02:00:00+02:00'),
        exitedAt: at('2025-10-26T02:30:00+01:00'),
      })
    })
    history.setNow('2025-10-28T00:00:00+01:00')
    const report = await history.report('2025-10-26')
    expect(hourOf(report, 2)?.takings_minor).toBe(1100)
    expect(report.occupancy).toMatchObject({ busy_ms: 90 * MINUTE, capacity_ms: 4 * 25 * HOUR })
    const cell = report.occupancy.by_weekday_hour.find(({ weekday, hour }) => weekday === 7 && hour === 2)
    expect(cell).toMatchObject({ busy_ms: 90 * MINUTE, capacity_ms: 4 * 2 * HOUR })
  })

  it('of 23 hours: an hour that never comes has no bays', async () => {
    await sell(history, '2025-03-30T03:00:00+02:00', 'a', 100)
    history.setNow('2025-04-01T00:00:00+02:00')
    const report = await history.report('2025-03-30')
    expect([hourOf(report, 2)?.takings_minor, hourOf(report, 3)?.takings_minor]).toEqual([0, 100])
    expect(report.occupancy.capacity_ms).toBe(4 * 23 * HOUR)
    const skipped = report.occupancy.by_weekday_hour.find(({ weekday, hour }) => weekday === 7 && hour === 2)
    expect(skipped?.capacity_ms).toBe(0)
    expect(dayOf(report, '2025-03-30')?.takings_minor).toBe(100)
  })
})

describe('occupancy', () => {
  let history: History
  beforeEach(async () => {
    history = await startHistory()
  })
  afterEach(() => history.close())

  it('counts cars that were there before, that are still there, and none that were a mistake', async () => {
    await history.write('2025-06-02T12:00:00+05:30', async (tx) => {
      // There since the day before; leaves at 01:30.
      await stay(tx, 's1', 'A1', {
        enteredAt: at('2025-06-01T20:00:00+05:30'),
        exitedAt: at('2025-06-02T01:30:00+05:30'),
      })
      // Still there.
      await stay(tx, 's2', 'B1', { enteredAt: at('2025-06-02T11:15:00+05:30'), exitedAt: null })
      await stay(tx, 's3', 'A2', {
        enteredAt: at('2025-06-02T03:00:00+05:30'),
        exitedAt: at('2025-06-02T04:00:00+05:30'),
        state: 'voided',
      })
    })
    const { occupancy, stays } = await history.report('2025-06-02')
    expect(occupancy).toMatchObject({ busy_ms: 90 * MINUTE + 45 * MINUTE, capacity_ms: 4 * 12 * HOUR })
    expect(occupancy.by_class).toMatchObject([
      { bay_class: 'car', bays: 2, busy_ms: 90 * MINUTE, capacity_ms: 24 * HOUR, stays: 1, arrivals: 0 },
      { bay_class: 'suv', bays: 2, busy_ms: 45 * MINUTE, capacity_ms: 24 * HOUR, stays: 0, arrivals: 1 },
    ])
    expect(occupancy.by_day).toMatchObject([{ peak_hour: 0, peak_busy_ms: HOUR, peak_capacity_ms: 4 * HOUR }])
    expect(stays).toMatchObject({
      ended: 1,
      average_stay_ms: 5.5 * HOUR,
      walk_ins: 1,
      booked: 0,
      turnover_hundredths: 25,
    })
  })

  it('agrees with a count of every minute, over cars that come and go at random', async () => {
    const from = at('2025-06-02T00:00:00+05:30')
    const cars = Array.from({ length: 40 }, (_, index) => {
      const start = from + ((index * 7919) % 4000) * MINUTE - 600 * MINUTE
      return { start, end: start + (30 + ((index * 104_729) % 900)) * MINUTE }
    })
    await history.write('2025-06-10T00:00:00+05:30', async (tx) => {
      for (const [index, { start, end }] of cars.entries()) {
        await stay(tx, `r${index}`, index % 2 === 0 ? 'A1' : 'B1', { enteredAt: start, exitedAt: end })
      }
    })
    const report = await history.report('2025-06-02', '2025-06-04')
    let minutes = 0
    for (let minute = from; minute < from + 72 * HOUR; minute += MINUTE) {
      minutes += cars.filter(({ start, end }) => start <= minute && minute < end).length
    }
    expect(report.occupancy.busy_ms).toBe(minutes * MINUTE)
    expect(report.occupancy.by_day.reduce((sum, day) => sum + day.busy_ms, 0)).toBe(minutes * MINUTE)
  })
})

describe('wash, and bookings that came to nothing', () => {
  it('tells what took how long, who waited, and what was lost', async () => {
    const history = await startHistory()
    await history.write('2025-06-02T10:00:00+05:30', async (tx) => {
      await booking(tx, 'done', {})
      await tx.insertWashJob({
        id: 'j1',
        bookingId: 'done',
        state: 'collected',
        position: 0,
        queuedAt: tx.at,
        startedAt: tx.at + 5 * MINUTE,
        finishedAt: tx.at + 35 * MINUTE,
        readyAt: null,
        collectedAt: null,
        toldBookingId: null,
      })
      const gone = { at: tx.at, actor: 'clock', data: {} }
      await booking(tx, 'hold', { state: 'expired', holdExpiresAt: tx.at })
      await booking(tx, 'pay', { state: 'expired', paymentExpiresAt: tx.at, kind: 'parking', serviceId: null })
      await booking(tx, 'late', { state: 'no_show' })
      for (const subject of ['hold', 'pay']) await tx.appendEvent({ ...gone, kind: 'booking.expired', subject })
      await tx.appendEvent({ ...gone, kind: 'booking.no_show', subject: 'late' })
    })
    history.setNow('2025-06-02T20:00:00+05:30')
    const { wash, lost } = await history.report('2025-06-02')
    expect(wash).toMatchObject({
      finished: 1,
      average_ms: 30 * MINUTE,
      planned_ms: 20 * MINUTE,
      waiting_ms: 5 * MINUTE,
    })
    expect(wash.by_service).toMatchObject([{ service: 'Exterior', finished: 1, no_shows: 1, expired: 1, cancelled: 0 }])
    expect(lost.filter(({ count }) => count > 0)).toEqual([
      { kind: 'parking', outcome: 'expired_payment', count: 1, price_minor: 25_000 },
      { kind: 'wash', outcome: 'no_show', count: 1, price_minor: 25_000 },
      { kind: 'wash', outcome: 'expired_hold', count: 1, price_minor: 25_000 },
    ])
    await history.close()
  })
})
