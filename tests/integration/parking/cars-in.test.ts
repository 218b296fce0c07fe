import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  at,
  bayOf,
  bookBay,
  checkIn,
  enter,
  fillCarBays,
  holdBay,
  leave,
  overlapsOf,
  paidBay,
  park,
  stateOf,
  stays,
  trailOf,
} from '../../support/parking.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'

const MINUTE = 60_000

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
})
afterEach(() => still.stop())

const walkIn = (body: Readonly<Record<string, unknown>>, headers = {}) =>
  still.owner.post('/api/v1/stays', { plate: 'KL07BX1234', ...body }, headers)

describe('a walk-in', () => {
  it('gets a ticket that can be said, a car bay, and the time on record', async () => {
    const stay = await park(still, 'kl-07 bx 1234', { phone: '+91 98470 12345' })
    expect(stay).toMatchObject({
      plate: 'KL07BX1234',
      state: 'parked',
      bay: { id: 'A01', bay_class: 'car' },
      bay_class: 'car',
      entered_at: '2025-12-05T12:45:22+05:30',
      first_entered_at: null,
      booked_until: null,
      overstay: false,
      booking: null,
      bay_booked_from: null,
      permit_holder: null,
    })
    expect(stay.ticket).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(await bayOf(still, 'A01')).toMatchObject({ state: 'taken', plate: 'KL07BX1234', stay_id: stay.id })
    expect(trailOf(still, 'stay.entered')).toHaveLength(1)
  })

  it('is refused a second ticket while it is here, by any spelling, and told where it stands', async () => {
    const first = await park(still, 'KL07BX1234', { bay_id: 'A05' })
    const answer = await walkIn({ plate: 'kl 07 bx-1234' })
    expect([answer.status, answer.code, answer.json()]).toMatchObject([
      409,
      'already_parked',
      { bay: 'A05', stay_id: first.id },
    ])
    expect(await stays(still)).toHaveLength(1)
  })

  it('gets the bay that is free for longest, and one that is not booked within two hours first of all', async () => {
    await holdBay(still.owner, at('14:00'), at('16:00'), { bay_id: 'A01' })
    expect((await park(still, 'KL1A')).bay.id).toBe('A02')
    for (let index = 3; index <= 20; index += 1) {
      const bay_id = `A${String(index).padStart(2, '0')}`
      await holdBay(still.owner, at(bay_id === 'A07' ? '14:30' : '13:45'), at('16:00'), { bay_id })
    }
    const second = await park(still, 'KL1B')
    expect([second.bay.id, second.bay_booked_from]).toEqual(['A07', at('14:20')])
    // Until ten minutes before the booking, and no longer.
    const [busyTo] = still.look((db) =>
      db.prepare('SELECT busy_to FROM allocation WHERE stay_id = ?').pluck().all(second.id),
    )
    expect(busyTo).toBe(Date.parse(at('14:20')))
    expect((await park(still, 'KL1C')).bay.id).toBe('A01')
    expect(overlapsOf(still)).toBe(0)
  })

  it('gets a named bay that is booked soon, with a warning, down to a minute before', async () => {
    await holdBay(still.owner, at('13:30'), at('16:00'), { bay_id: 'A01' })
    // From 13:20 the bay is the booking's.
    still.world.slip(Date.parse(at('13:19')) - Date.parse('2025-12-05T12:45:22+05:30'))
    await holdBay(still.owner, at('13:30'), at('16:00'), { bay_id: 'A01' })
    const stay = await park(still, 'KL1A', { bay_id: 'A01' })
    expect(stay.bay_booked_from).toBe(at('13:20'))
  })

  it('asked for again after its answer was lost is answered the same, that its bay is booked soon included', async () => {
    await holdBay(still.owner, at('13:30'), at('16:00'), { bay_id: 'A01' })
    const ask = () =>
      still.owner.post('/api/v1/stays', { plate: 'KL1A', bay_id: 'A01' }, { 'idempotency-key': 'gate-2' })
    const first = await ask()
    expect(first.json()).toMatchObject({ bay_booked_from: at('13:20') })
    still.world.slip(60_000)
    const again = await ask()
    expect([again.status, again.json()]).toEqual([201, first.json()])
  })

  it('is refused a bay that is booked in less than a minute, blocked, taken, or none at all', async () => {
    still.world.slip(Date.parse('2025-12-05T13:19:00.001+05:30') - Date.parse('2025-12-05T12:45:22+05:30'))
    await holdBay(still.owner, at('13:30'), at('16:00'), { bay_id: 'A01' })
    expect(await walkIn({ bay_id: 'A01' })).toMatchObject({ status: 409, code: 'bay_in_use' })
    await still.owner.post('/api/v1/bays/A02/block', { reason: 'oil on the floor' })
    expect(await walkIn({ bay_id: 'A02' })).toMatchObject({ status: 409, code: 'bay_in_use' })
    await park(still, 'KL1A', { bay_id: 'A03' })
    const taken = await walkIn({ bay_id: 'A03' })
    expect([taken.code, taken.json()]).toMatchObject(['bay_occupied', { bay: 'A03', plate: 'KL1A' }])
    for (const bay_id of ['W1', 'Z99']) expect(await walkIn({ bay_id })).toMatchObject({ code: 'invalid_request' })
  })

  it('pays by its own class in a bay of another', async () => {
    const stay = await park(still, 'KL1A', { bay_id: 'B01', bay_class: 'car' })
    expect([stay.bay_class, stay.bay.bay_class]).toEqual(['car', 'suv'])
    expect((await park(still, 'KL1B', { bay_id: 'B02' })).bay_class).toBe('suv')
    expect((await park(still, 'KL1C', { bay_class: 'two_wheeler' })).bay.id).toBe('C01')
  })

  it('finds the lot full, and is put on no bay', async () => {
    for (const plate of ['KL1A', 'KL1B']) await park(still, plate, { bay_class: 'ev' })
    expect(await walkIn({ bay_class: 'ev' })).toMatchObject({ status: 409, code: 'lot_full' })
  })

  it('is known by its permit', async () => {
    still.plant(
      `INSERT INTO permit (id, plate, holder, bay_class, valid_from, valid_to) VALUES
       ('p1', 'KL07BX1234', 'Asha', 'ev', 0, 9e15), ('p2', 'KL07BX1234', 'Ravi', 'car', 0, 9e14)`,
    )
    expect((await park(still, 'KL07BX1234')).permit_holder).toBe('Ravi')
  })

  it('asked for twice by one key is one ticket', async () => {
    const headers = { 'idempotency-key': 'gate-1' }
    const [first, again] = [await walkIn({}, headers), await walkIn({ plate: 'kl07bx1234' }, headers)]
    expect([again.status, (again.json() as { id: string }).id]).toEqual([201, (first.json() as { id: string }).id])
    expect((await walkIn({ plate: 'KL1A' }, headers)).code).toBe('idempotency_key_reused')
  })

  it('200 cars at once for two bays: two tickets', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => walkIn({ plate: `KL07${n + 1000}`, bay_class: 'ev' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(answers.filter(({ code }) => code === 'lot_full')).toHaveLength(198)
    expect(overlapsOf(still)).toBe(0)
  })

  it('one car asking 50 times at once gets one ticket', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => walkIn({})))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'already_parked')).toHaveLength(49)
  })
})

describe('a booked car', () => {
  it('gets its booking’s reference for a ticket, and its bay until the booked end', async () => {
    const paid = await paidBay(still, at('13:00'), at('15:00'), { bay_id: 'A07' })
    const stay = await enter(still, paid)
    expect(stay).toMatchObject({
      ticket: paid.reference,
      bay: { id: 'A07' },
      booked_until: at('15:00'),
      booking: { id: paid.id, reference: paid.reference },
    })
    expect((await stateOf(still, paid)).state).toBe('checked_in')
    expect(await bayOf(still, 'A07')).toMatchObject({ state: 'taken', until: at('15:00'), booking_id: paid.id })
    const held = still.look((db) =>
      db.prepare("SELECT state, busy_from FROM allocation WHERE resource_id = 'A07'").all(),
    )
    expect(held).toEqual([{ state: 'in_use', busy_from: Date.parse('2025-12-05T12:45:22+05:30') }])
  })

  it('may come half an hour early, and not a millisecond sooner', async () => {
    const paid = await paidBay(still, '2025-12-05T13:30:22.001+05:30', at('15:00'))
    still.world.slip(15 * MINUTE)
    const early = await checkIn(still, paid)
    expect([early.status, early.code, early.json()]).toMatchObject([
      409,
      'too_early',
      { from: '2025-12-05T13:00:22.001+05:30' },
    ])
    still.world.slip(1)
    expect((await checkIn(still, paid)).status).toBe(200)
  })

  it('is refused its bay while another car stands there, and told which are free', async () => {
    const paid = await paidBay(still, at('13:10'), at('15:00'), { bay_class: 'ev', bay_id: 'E01' })
    await park(still, 'KL1A', { bay_id: 'E01' })
    const answer = await checkIn(still, paid)
    expect([answer.status, answer.code, answer.json()]).toMatchObject([
      409,
      'bay_occupied',
      { bay: 'E01', plate: 'KL1A', alternatives: [{ id: 'E02', label: 'E02' }] },
    ])
    expect((await still.owner.post(`/api/v1/bookings/${paid.id}/move`, { bay_id: 'E02' })).status).toBe(200)
    expect((await enter(still, paid)).bay.id).toBe('E02')
  })

  it('is refused its bay early while it is another booking’s, though no car is there', async () => {
    const first = await paidBay(still, at('12:50'), at('13:05'), { bay_id: 'A07' })
    const second = await paidBay(still, at('13:25'), at('15:00'), { bay_id: 'A07' })
    still.world.slip(12 * MINUTE)
    expect(await checkIn(still, second)).toMatchObject({ status: 409, code: 'bay_occupied' })
    await still.owner.post(`/api/v1/bookings/${first.id}/cancel`)
    expect((await checkIn(still, second)).status).toBe(200)
  })

  it('is refused while a car with its plate is here', async () => {
    const paid = await paidBay(still, at('13:00'), at('15:00'))
    await park(still, 'KL07BX1234', { bay_id: 'A09' })
    expect(await checkIn(still, paid)).toMatchObject({ status: 409, code: 'already_parked' })
  })

  it.each(['held', 'awaiting_payment', 'cancelled', 'completed', 'checked_in'])(
    'is not let in when it is %s',
    async (state) => {
      const held = await holdBay(still.owner, at('13:00'), at('15:00'))
      const post = (act: string, body?: unknown) => still.owner.post(`/api/v1/bookings/${held.id}/${act}`, body)
      if (state === 'cancelled') await post('cancel')
      else if (state !== 'held') await post('confirm')
      if (state === 'completed' || state === 'checked_in') {
        await post('payments', { method: 'cash' })
        const stay = await enter(still, held)
        if (state === 'completed') await leave(still, stay)
      }
      expect((await stateOf(still, held)).state).toBe(state)
      expect(await checkIn(still, held)).toMatchObject({ status: 409, code: 'invalid_state' })
    },
  )

  it('leaves by its ticket: its booking is neither completed nor cancelled at the counter', async () => {
    const paid = await paidBay(still, at('13:00'), at('15:00'))
    await enter(still, paid)
    for (const act of ['complete', 'cancel']) {
      expect(await still.owner.post(`/api/v1/bookings/${paid.id}/${act}`)).toMatchObject({ code: 'invalid_state' })
    }
    expect((await stateOf(still, paid)).state).toBe('checked_in')
  })

  it('finds its bay free however the lot is filled', async () => {
    const paid = await paidBay(still, at('13:30'), at('15:00'))
    await fillCarBays(still, [paid.resource.id])
    expect((await still.owner.post('/api/v1/stays', { plate: 'KL1Z' })).status).toBe(201)
    expect(overlapsOf(still)).toBe(0)
    expect((await bookBay(still.owner, at('14:00'), at('15:00'))).code).toBe('slot_taken')
  })
})
