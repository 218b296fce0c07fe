import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import {
  at,
  bayOf,
  checkIn,
  enter,
  overlapsOf,
  paidBay,
  park,
  quoteOf,
  stateOf,
  stays,
  trailOf,
} from '../../support/parking.ts'
import { bookedWash, column, move } from '../wash/wash-actors.ts'

const MINUTE = 60_000

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
})
afterEach(() => still.stop())

const undo = (booking: { readonly id: string }) => still.owner.post(`/api/v1/bookings/${booking.id}/undo-check-in`)

describe('a check-in that was a slip of the hand', () => {
  it('is taken back: the booking waits in its bay again, its ticket is void, and both stand in the trail', async () => {
    const booked = await paidBay(still, at('13:00'), at('15:00'))
    const stay = await enter(still, booked)
    const answer = await undo(booked)
    expect([answer.status, answer.json()]).toMatchObject([200, { state: 'confirmed' }])
    expect(await stays(still)).toEqual([])
    expect(await bayOf(still, stay.bay.id)).not.toMatchObject({ state: 'taken' })
    expect(trailOf(still, 'stay.voided')).toHaveLength(1)
    expect(trailOf(still, 'booking.check_in_undone')).toHaveLength(1)
    expect(overlapsOf(still)).toBe(0)
    // The bay is free for somebody else until the booked time begins, and the car can come then.
    expect((await checkIn(still, booked)).status).toBe(200)
    expect((await stays(still))[0]).toMatchObject({ plate: stay.plate, booking: { id: booked.id } })
    expect(trailOf(still, 'booking.checked_in')).toHaveLength(2)
  })

  it('is not taken back after two minutes, after the car was asked for money, or twice', async () => {
    const booked = await paidBay(still, at('13:00'), at('15:00'))
    expect((await undo(booked)).code).toBe('invalid_state')
    await enter(still, booked)
    still.world.slip(2 * MINUTE)
    expect((await undo(booked)).code).toBe('invalid_state')
    expect(await stateOf(still, booked)).toMatchObject({ state: 'checked_in' })

    const other = await paidBay(still, at('13:00'), at('15:00'), { plate: 'KL01AA0001' })
    await enter(still, other)
    expect((await undo(other)).status).toBe(200)
    expect((await undo(other)).code).toBe('invalid_state')
  })

  it('of a walk-in is none: a ticket is voided, with the PIN', async () => {
    const stay = await park(still, 'KL01AA0002')
    await quoteOf(still, stay)
    expect((await undo(stay)).code).toBe('not_found')
  })

  it('of a wash puts it back to the booked ones, unless it has begun', async () => {
    const booked = await bookedWash(still)
    await move(still, booked, 'queued')
    expect((await undo(booked)).status).toBe(200)
    expect(await column(still, 'booked')).toEqual([booked.plate])
    expect(await stateOf(still, booked)).toMatchObject({ state: 'confirmed' })
    await move(still, booked, 'queued')
    await move(still, booked, 'in_progress')
    expect((await undo(booked)).code).toBe('invalid_state')
  })
})

describe('a car that was taken off the waitlist', () => {
  it('is put back to its place, for two minutes', async () => {
    const wait = async (plate: string) =>
      (await still.owner.post('/api/v1/waitlist', { plate, bay_class: 'car' })).json() as { id: string }
    const first = await wait('KL01AA0001')
    still.world.slip(1000)
    await wait('KL01AA0002')
    const line = async () =>
      ((await still.owner.get('/api/v1/waitlist')).json() as { waiting: { plate: string }[] }).waiting.map(
        ({ plate }) => plate,
      )
    await still.owner.delete(`/api/v1/waitlist/${first.id}`)
    expect(await line()).toEqual(['KL01AA0002'])
    expect((await still.owner.post(`/api/v1/waitlist/${first.id}/return`)).status).toBe(200)
    expect(await line()).toEqual(['KL01AA0001', 'KL01AA0002'])
    expect((await still.owner.post(`/api/v1/waitlist/${first.id}/return`)).code).toBe('invalid_state')
    await still.owner.delete(`/api/v1/waitlist/${first.id}`)
    still.world.slip(2 * MINUTE)
    expect((await still.owner.post(`/api/v1/waitlist/${first.id}/return`)).code).toBe('invalid_state')
  })
})
