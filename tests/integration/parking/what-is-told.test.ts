import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, enter, holdBay, leave, lotOf, paidBay, park, stays } from '../../support/parking.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { openSocket, type Message, type TestSocket } from '../../support/test-socket.ts'
import { manage } from '../../support/wash.ts'

let still: StillServer
afterEach(() => still.stop())

const MINUTE = 60_000
const START = Date.parse('2025-12-05T12:45:22+05:30')

describe('what the lot tells', () => {
  let staff: TestSocket
  beforeEach(async () => {
    still = await startStillServer()
    const base = still.server.staffUrl
    const { user } = (await still.owner.get('/api/v1/session')).json() as { user: { id: string } }
    staff = await openSocket(base, `/ws/notifications/${user.id}/`, { origin: base, cookie: still.owner.cookie })
  })

  const toldOf = (type: string): Message[] => staff.unread.filter((message) => message.type === type)
  const expectTold = (type: string, told: readonly object[]) =>
    expect.poll(() => toldOf(type), { timeout: 10_000 }).toMatchObject(told)

  it('staff: that a car has come, stayed too long, and gone', async () => {
    const paid = await paidBay(still, at('13:00'), at('13:20'), { bay_id: 'A07' })
    const stay = await enter(still, paid)
    still.world.slip(Date.parse(at('13:20')) - START)
    still.world.advance(1000)
    await expect.poll(async () => (await stays(still))[0]?.overstay).toBe(true)
    await leave(still, stay)
    await expectTold('stay_changed', [{ stay: { state: 'parked' } }, { stay: { state: 'exited' } }])
    await expectTold('overstay', [
      { stay_id: stay.id, plate: 'KL07BX1234', bay: 'A07', booked_until: at('13:20'), booked_until_label: '13:20' },
    ])
  })

  it('staff: that a booking has another bay, and from where to where', async () => {
    const held = await holdBay(still.owner, at('14:00'), at('15:00'), { bay_id: 'A01' })
    await still.owner.post(`/api/v1/bookings/${held.id}/move`, { bay_id: 'A02' })
    await expectTold('booking_moved', [
      { booking_id: held.id, reference: held.reference, from_bay: 'A01', to_bay: 'A02', start_label: '14:00' },
    ])
  })

  it('staff: that a booking’s bay is not free for it, once', async () => {
    const car = await park(still, 'KL1A', { bay_class: 'ev', bay_id: 'E01' })
    await park(still, 'KL1B', { bay_class: 'ev', bay_id: 'E02' })
    const paid = await paidBay(still, at('15:10'), at('17:00'), { bay_class: 'ev', bay_id: 'E01' })
    still.world.slip(115 * MINUTE)
    for (let index = 0; index < 3; index += 1) {
      still.world.slip(6 * MINUTE)
      still.world.advance(1000)
      await still.visitor.get('/healthz')
    }
    await expect
      .poll(() =>
        still.look((db) => db.prepare('SELECT count(*) FROM event WHERE kind = ?').pluck().get('booking.bay_conflict')),
      )
      .toBe(1)
    await expectTold('bay_conflict', [{ booking_id: paid.id, bay: 'E01', stay_id: car.id }])
  })

  it('staff: that a bay is blocked, and free for who waits', async () => {
    const car = await park(still, 'KL1A', { bay_class: 'ev' })
    await still.owner.post('/api/v1/bays/E02/block', { reason: 'new charger' })
    await still.owner.post('/api/v1/waitlist', { plate: 'KL2A', bay_class: 'ev' })
    expect(toldOf('waitlist_bay_free')).toEqual([])
    await leave(still, car)
    await expectTold('bay_changed', [{ bay: 'E02', change: 'blocked' }])
    await expectTold('waitlist_bay_free', [{ plate: 'KL2A', bay_class: 'ev' }])
  })

  it('kiosks: every day that a booking touches, when it is held and when it is given back', async () => {
    const kiosk = await openSocket(still.server.publicUrl, '/ws/time/')
    kiosk.send({ type: 'subscribe', topics: ['availability'] })
    await kiosk.soFar()
    const held = await holdBay(still.visitor, at('22:00'), at('08:00', 2))
    const days = async () =>
      (await kiosk.soFar()).flatMap((message) => (message.type === 'availability_changed' ? [message] : []))
    const three = ['2025-12-05', '2025-12-06', '2025-12-07'].map((date) => ({ kind: 'parking', date }))
    expect(await days()).toMatchObject(three)
    await manage(still.visitor, held, 'cancel')
    expect(await days()).toMatchObject(three)
  })
})

describe('the demo’s lot', () => {
  it('has fourteen cars, two of them past what they booked, and bookings to come', async () => {
    still = await startStillServer({ site: 'demo' })
    const demo = { ...still, owner: await signIn(still, { username: 'owner', password: 'harbour-owner' }) }
    const parked = await stays(demo)
    expect([parked.length, parked.filter(({ overstay }) => overstay).length]).toEqual([14, 2])
    const { bays, conflicts } = await lotOf(demo)
    const count = (state: string) => bays.filter((bay) => bay.kind === 'bay' && bay.state === state).length
    expect(['taken', 'overstay', 'held', 'booked'].map(count)).toEqual([12, 2, 1, 2])
    expect(conflicts).toHaveLength(2)
    const answer = await demo.owner.get('/api/v1/metrics/summary')
    expect(answer.json()).toMatchObject({ bays: { total: 40, occupied: 14, blocked: 1, free: 25 } })
  })
})
