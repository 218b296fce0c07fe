import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  at,
  bayOf,
  enter,
  fillCarBays,
  holdBay,
  leave,
  lotOf,
  overlapsOf,
  paidBay,
  park,
  pass,
  payQuote,
  quoteOf,
  stateOf,
  stays,
  trailOf,
} from '../../support/parking.ts'
import { signIn, startStillServer, OWNER, type StillServer } from '../../support/still-server.ts'

const MINUTE = 60_000
const START = Date.parse('2025-12-05T12:45:22+05:30')

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
})
afterEach(() => still.stop())

/** Lets time pass up to an instant with the seconds ringing, and waits for what they brought about. */
async function until(iso: string): Promise<void> {
  const now = START + still.world.monotonicMs() - 1000
  const ms = Date.parse(iso) - now
  if (ms > MINUTE) still.world.slip(ms - MINUTE)
  for (let left = Math.min(ms, MINUTE); left > 0; left -= 10_000) {
    still.world.advance(Math.min(left, 10_000))
    await still.visitor.get('/healthz')
  }
  await pass(still, 0)
}

const allocationOf = (column: 'stay_id' | 'booking_id', id: string) =>
  still.look((db) =>
    db
      .prepare<[string], { resource_id: string; state: string; busy_from: number; busy_to: number }>(
        `SELECT resource_id, state, busy_from, busy_to FROM allocation WHERE ${column} = ? AND state <> 'released'`,
      )
      .get(id),
  )

describe('a car that stands longer than was planned', () => {
  it('keeps its bay, a quarter of an hour at a time, for as long as it stands there', async () => {
    const stay = await park(still, 'KL1A')
    expect(allocationOf('stay_id', stay.id)?.busy_to).toBe(START + 120 * MINUTE)
    for (let minutes = 110; minutes <= 200; minutes += 7) {
      await until(new Date(START + minutes * MINUTE).toISOString())
      const now = START + still.world.monotonicMs() - 1000
      expect(allocationOf('stay_id', stay.id)?.busy_to).toBeGreaterThan(now)
    }
    expect(overlapsOf(still)).toBe(0)
  })

  it('sends the booking of its bay to another free bay of the class, told once and on record', async () => {
    const stay = await park(still, 'KL1A')
    // Begins after the two hours that were planned.
    const paid = await paidBay(still, at('15:10'), at('17:00'), { bay_id: 'A01' })
    expect(paid.resource.id).toBe('A01')
    await until(at('14:50'))
    expect((await stateOf(still, paid)).resource.id).not.toBe('A01')
    expect(trailOf(still, 'booking.moved')).toHaveLength(1)
    expect(trailOf(still, 'booking.moved')[0]).toMatchObject({ subject: paid.id, actor: 'clock' })
    expect(allocationOf('stay_id', stay.id)?.resource_id).toBe('A01')
    expect((await lotOf(still)).conflicts).toEqual([])
    expect(overlapsOf(still)).toBe(0)
  })

  it('raises a conflict, once, where no other bay is free; then the booking goes as soon as one is', async () => {
    const stay = await park(still, 'KL1A', { bay_class: 'ev', bay_id: 'E01' })
    const other = await park(still, 'KL1B', { bay_class: 'ev', bay_id: 'E02' })
    const paid = await paidBay(still, at('15:10'), at('17:00'), { bay_class: 'ev', bay_id: 'E01' })
    await until(at('15:05'))
    expect(trailOf(still, 'booking.bay_conflict')).toHaveLength(1)
    expect(allocationOf('stay_id', stay.id)?.busy_to).toBe(Date.parse(at('15:00')))
    expect((await lotOf(still)).conflicts).toMatchObject([{ booking: { id: paid.id }, stay_id: stay.id, bay: 'E01' }])
    // It counts as taken, though its planned time is over; the other begins.
    await until(at('15:01'))
    const summary = (await still.owner.get('/api/v1/metrics/summary')).json()
    expect(summary).toMatchObject({ bays: { occupied: 2 } })
    // Nobody else is promised the bay in which it stands.
    const asked = await still.owner.post('/api/v1/stays', { plate: 'KL1C', bay_class: 'ev' })
    expect(asked.code).toBe('lot_full')
    expect(await still.owner.post(`/api/v1/bookings/${paid.id}/check-in`)).toMatchObject({ code: 'bay_occupied' })
    const quote = await still.owner.post(`/api/v1/stays/${other.id}/exit-quotes`)
    const { payment } = quote.json() as { payment: { id: string } }
    await still.owner.post(`/api/v1/payments/${payment.id}/tenders`, { method: 'cash' })
    expect((await leave(still, other)).status).toBe(200)
    await until(at('15:06'))
    expect((await stateOf(still, paid)).resource.id).toBe('E02')
    expect(trailOf(still, 'booking.bay_conflict')).toHaveLength(1)
    expect((await lotOf(still)).conflicts).toEqual([])
    expect((await enter(still, paid)).bay.id).toBe('E02')
    expect(overlapsOf(still)).toBe(0)
  })

  it('beside another: two bookings are sent to two bays, not both to the best one', async () => {
    for (const bay_id of ['C01', 'C02', 'C03', 'C04'])
      await park(still, `KL${bay_id}`, { bay_class: 'two_wheeler', bay_id })
    const book = (bay_id: string) =>
      paidBay(still, at('15:10'), at('17:00'), { bay_class: 'two_wheeler', bay_id, plate: `TN${bay_id}` })
    const booked = [await book('C01'), await book('C02')]
    await until(at('14:56'))
    const bays = await Promise.all(booked.map(async (booking) => (await stateOf(still, booking)).resource.id))
    expect(bays.toSorted()).toEqual(['C05', 'C06'])
    expect(trailOf(still, 'booking.bay_conflict')).toEqual([])
    expect(overlapsOf(still)).toBe(0)
  })

  it('in a chain: a booking that was sent away stays too long and sends the next', async () => {
    await fillCarBays(still, ['A01', 'A02', 'A03'])
    const first = await paidBay(still, at('13:00'), at('14:00'), { bay_id: 'A01' })
    await enter(still, first)
    const second = await paidBay(still, at('14:30'), at('15:30'), { bay_id: 'A01', plate: 'KL2' })
    const third = await paidBay(still, at('16:00'), at('17:00'), { bay_id: 'A02', plate: 'KL3' })
    await until(at('14:20'))
    expect((await stateOf(still, second)).resource.id).toBe('A02')
    await enter(still, await stateOf(still, second))
    await until(at('15:45'))
    expect((await stateOf(still, third)).resource.id).toBe('A03')
    await enter(still, third)
    expect((await stays(still)).filter(({ overstay }) => overstay)).toHaveLength(2)
    expect(overlapsOf(still)).toBe(0)
  })

  it('is told of once when it is past its booked end, not a millisecond sooner', async () => {
    const paid = await paidBay(still, at('13:00'), at('14:00'), { bay_id: 'A07' })
    const stay = await enter(still, paid)
    still.world.slip(Date.parse(at('14:00')) - START - 1)
    await holdBay(still.owner, at('16:00'), at('17:00'))
    expect(trailOf(still, 'stay.overstay')).toEqual([])
    expect((await bayOf(still, 'A07')).state).toBe('taken')
    still.world.slip(1)
    await holdBay(still.owner, at('16:00'), at('17:00'))
    expect(trailOf(still, 'stay.overstay')).toMatchObject([{ subject: stay.id, at: Date.parse(at('14:00')) }])
    expect((await bayOf(still, 'A07')).state).toBe('overstay')
    expect((await lotOf(still)).conflicts).toMatchObject([{ stay_id: stay.id, bay: 'A07' }])
    await until(at('14:30'))
    expect(trailOf(still, 'stay.overstay')).toHaveLength(1)
  })
})

describe('a paid booking whose car does not come', () => {
  it('is a no-show two hours after its start, to the millisecond, and its bay is free', async () => {
    const paid = await paidBay(still, at('13:00'), at('18:00'), { bay_id: 'A07' })
    await pass(still, Date.parse(at('15:00')) - START - 1)
    await holdBay(still.owner, at('19:00'), at('20:00'))
    expect((await stateOf(still, paid)).state).toBe('confirmed')
    still.world.slip(1)
    await holdBay(still.owner, at('19:00'), at('20:00'))
    expect((await stateOf(still, paid)).state).toBe('no_show')
    expect((await bayOf(still, 'A07')).state).toBe('free')
  })

  describe('because somebody else stands in its bay', () => {
    /** Both bays for electric cars are taken, by cars that stay; one of them is booked from three to six. */
    async function turnedAway() {
      const first = await park(still, 'KL1A', { bay_class: 'ev', bay_id: 'E01' })
      await park(still, 'KL1B', { bay_class: 'ev', bay_id: 'E02' })
      const booked = await paidBay(still, at('15:10'), at('18:00'), { bay_class: 'ev', bay_id: 'E01' })
      return { first, booked }
    }
    const goes = async (stay: { readonly id: string }) => {
      await payQuote(still, await quoteOf(still, stay))
      expect((await leave(still, stay)).status).toBe(200)
    }

    it('is none, and becomes one two hours after that car has left, to the millisecond', async () => {
      const { first, booked } = await turnedAway()
      await until(at('17:30'))
      expect((await stateOf(still, booked)).state).toBe('confirmed')
      await goes(first)
      const left = still.look(
        (db) => db.prepare('SELECT exited_at FROM stay WHERE id = ?').pluck().get(first.id) as number,
      )
      // The booked end comes and goes: it has its two hours.
      await until(new Date(left + 120 * 60_000 - 1).toISOString())
      await holdBay(still.owner, at('12:00', 1), at('13:00', 1))
      expect((await stateOf(still, booked)).state).toBe('confirmed')
      still.world.slip(1)
      await holdBay(still.owner, at('12:00', 1), at('13:00', 1))
      expect((await stateOf(still, booked)).state).toBe('no_show')
    })

    it('is none where it was given another bay, and becomes one two hours after that', async () => {
      const { booked } = await turnedAway()
      await until(at('17:30'))
      const other = (await bayOf(still, 'A07')).id
      expect((await still.owner.post(`/api/v1/bookings/${booked.id}/move`, { bay_id: other })).status).toBe(200)
      await until('2025-12-05T19:29:59.999+05:30')
      expect((await stateOf(still, booked)).state).toBe('confirmed')
      await until(at('19:30'))
      expect((await stateOf(still, booked)).state).toBe('no_show')
    })

    it('is none where its whole time is over before that car leaves', async () => {
      const { first, booked } = await turnedAway()
      await until(at('18:00'))
      await goes(first)
      await until(at('22:00'))
      expect((await stateOf(still, booked)).state).toBe('confirmed')
      expect((await still.owner.post(`/api/v1/bookings/${booked.id}/cancel`)).status).toBe(200)
    })
  })

  it('is one at its booked end where that comes first', async () => {
    const paid = await paidBay(still, at('13:00'), at('14:00'))
    await until('2025-12-05T13:59:59.999+05:30')
    expect((await stateOf(still, paid)).state).toBe('confirmed')
    await until(at('14:00'))
    expect((await stateOf(still, paid)).state).toBe('no_show')
  })

  it('is one after twenty minutes where a wash was booked', async () => {
    const body = { kind: 'wash', service_id: 'full', start: at('14:00'), plate: 'KL1A' }
    const { id } = (await still.owner.post('/api/v1/bookings', body)).json() as { id: string }
    await still.owner.post(`/api/v1/bookings/${id}/confirm`)
    await still.owner.post(`/api/v1/bookings/${id}/payments`, { method: 'cash' })
    await until('2025-12-05T14:19:59.999+05:30')
    expect((await stateOf(still, { id })).state).toBe('confirmed')
    await until(at('14:20'))
    expect((await stateOf(still, { id })).state).toBe('no_show')
  })

  it('is none once the car is here', async () => {
    const paid = await paidBay(still, at('13:00'), at('14:00'))
    await enter(still, paid)
    await until(at('20:00'))
    expect((await stateOf(still, paid)).state).toBe('checked_in')
  })
})

describe('a server that was off while deadlines passed', () => {
  it('does on its return what was to be done: no-shows, overstays, bays kept, bookings sent elsewhere', async () => {
    const missed = await paidBay(still, at('13:00'), at('14:00'), { bay_id: 'A05' })
    const here = await paidBay(still, at('13:00'), at('14:00'), { bay_id: 'A06', plate: 'KL2' })
    const stay = await enter(still, here)
    const next = await paidBay(still, at('17:00'), at('18:00'), { bay_id: 'A06', plate: 'KL3' })
    const { dataDir, world } = still
    await still.halt()
    world.slip(Date.parse(at('17:05')) - START)
    still = await startStillServer({ dataDir, world })
    const owner = await signIn(still, OWNER)
    await still.owner.post('/api/v1/session', OWNER)
    world.advance(1000)
    await expect
      .poll(async () => ((await owner.get(`/api/v1/bookings/${missed.id}`)).json() as { state: string }).state)
      .toBe('no_show')
    expect((await stateOf(still, next)).resource.id).not.toBe('A06')
    expect(trailOf(still, 'stay.overstay')).toHaveLength(1)
    expect(allocationOf('stay_id', stay.id)).toMatchObject({ resource_id: 'A06', state: 'in_use' })
    expect(overlapsOf(still)).toBe(0)
  })

  it('decides a write that comes before the first second by the same deadlines', async () => {
    const missed = await paidBay(still, at('13:00'), at('14:00'), { bay_class: 'ev', bay_id: 'E01' })
    const { dataDir, world } = still
    await still.halt()
    world.slip(Date.parse(at('14:00')) - START)
    still = await startStillServer({ dataDir, world })
    await still.owner.post('/api/v1/session', OWNER)
    expect((await park(still, 'KL9', { bay_id: 'E01' })).bay.id).toBe('E01')
    expect((await stateOf(still, missed)).state).toBe('no_show')
  })
})
