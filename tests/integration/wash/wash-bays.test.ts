import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { book, slotsOf, type Held } from '../../support/wash.ts'
import { assign, bayOf, bookedWash, column, jobOf, MINUTE, move, moveThrough } from './wash-actors.ts'

/** Exterior: 20 minutes of work, 10 of clean-up. */
const TWO = '2025-12-05T14:00:00+05:30'
const at = (time: string) => `2025-12-05T${time}:00+05:30`

describe('the bay of a wash', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  const bay = (held: Held) => bayOf(still, held, TWO)
  const until = async (time: string) => {
    still.world.advanceTo(at(time))
    await still.owner.get('/api/v1/session')
    // The sweep of that second is a write of its own; the next answer comes after it.
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  const news = () => still.look((db) => db.prepare("SELECT kind FROM event WHERE kind IN ('wash_job.ran_over')").all())

  it('is kept from when a wash begins early, and is free when the work and the clean-up are over', async () => {
    const held = await bookedWash(still)
    await until('13:30')
    await moveThrough(still, held, 'queued', 'in_progress')
    expect(bay(held)).toEqual({ bay: 'W1', state: 'in_use', from: -30, to: 0 })
    const slot = (await slotsOf(still.visitor, '2025-12-05')).find(({ label }) => label === '14:00')
    expect(slot).toMatchObject({ remaining: 2 })
  })

  it('is kept for the whole of a wash that begins late; who comes next goes to the other bay', async () => {
    const [late, next] = [await bookedWash(still), await bookedWash(still, at('14:30'))]
    expect([bay(late).bay, bay(next).bay]).toEqual(['W1', 'W1'])
    await moveThrough(still, late, 'queued')
    await until('14:15')
    await moveThrough(still, late, 'in_progress')
    expect(bay(late)).toEqual({ bay: 'W1', state: 'in_use', from: 15, to: 45 })
    expect(bay(next)).toMatchObject({ bay: 'W2', from: 30, to: 60 })
    expect((await jobOf(still, next)).bay.label).toBe('W2')
  })

  it('goes no further than a booking that has nowhere else to go', async () => {
    const late = await bookedWash(still)
    await bookedWash(still, at('14:30'))
    await bookedWash(still, at('14:30'))
    await moveThrough(still, late, 'queued')
    await until('14:15')
    await moveThrough(still, late, 'in_progress')
    expect(bay(late)).toMatchObject({ bay: 'W1', from: 15, to: 30 })
  })

  it('is refused to a wash that would begin when the next one is due there', async () => {
    const late = await bookedWash(still)
    await bookedWash(still, at('14:30'))
    await bookedWash(still, at('14:30'))
    await moveThrough(still, late, 'queued')
    await until('14:31')
    const answer = await move(still, late, 'in_progress')
    expect([answer.status, answer.code]).toEqual([409, 'slot_taken'])
    expect(await column(still, 'queued')).toEqual([late.plate])
  })

  it('is refused while another car stands in it, and had once that car is ready, clean-up or not', async () => {
    const [first, next] = [await bookedWash(still), await bookedWash(still, at('14:30'))]
    await moveThrough(still, first, 'queued', 'in_progress')
    await moveThrough(still, next, 'queued')
    expect((await move(still, next, 'in_progress')).code).toBe('slot_taken')
    await moveThrough(still, first, 'quality_check')
    expect((await move(still, next, 'in_progress')).code).toBe('slot_taken')
    await moveThrough(still, first, 'ready')
    expect((await move(still, next, 'in_progress')).status).toBe(200)
    expect(bay(next).bay).toBe('W1')
    // The first cannot be checked again where the next one stands, but in the other bay it can.
    expect((await move(still, first, 'quality_check')).code).toBe('slot_taken')
    expect((await move(still, first, 'quality_check', { wash_bay_id: 'W2' })).status).toBe(200)
    expect(bay(first).bay).toBe('W2')
  })

  it('can be chosen when a wash begins', async () => {
    const held = await bookedWash(still)
    await moveThrough(still, held, 'queued')
    expect((await move(still, held, 'in_progress', { wash_bay_id: 'W9' })).code).toBe('invalid_request')
    expect((await move(still, held, 'in_progress', { wash_bay_id: 'W2' })).status).toBe(200)
    expect([bay(held).bay, (await jobOf(still, held)).bay.label]).toEqual(['W2', 'W2'])
  })

  it('is given back when the car is ready, all but the clean-up', async () => {
    const held = await bookedWash(still)
    await until('14:00')
    await moveThrough(still, held, 'queued', 'in_progress')
    await until('14:05')
    await moveThrough(still, held, 'quality_check', 'ready')
    expect(bay(held)).toMatchObject({ state: 'in_use', to: 15 })
    await until('14:07')
    await moveThrough(still, held, 'collected')
    expect(bay(held)).toMatchObject({ state: 'in_use', to: 15 })
    expect((await slotsOf(still.visitor, '2025-12-05')).find(({ label }) => label === '14:30')).toMatchObject({
      remaining: 2,
    })
  })

  it('is kept for a wash that runs over, step by step, and the next booking goes to the other bay', async () => {
    const [long, next] = [await bookedWash(still), await bookedWash(still, at('14:30'))]
    await until('14:00')
    await moveThrough(still, long, 'queued', 'in_progress')
    await until('14:19')
    expect(bay(long).to).toBe(30)
    await until('14:21')
    expect(bay(long).to).toBe(35)
    expect(bay(next).bay).toBe('W2')
    await until('14:36')
    expect(bay(long).to).toBe(50)
    expect(news().length).toBeGreaterThan(1)
  })

  it('tells once of a booking that a wash is in the way of, and gives way when that one is called off', async () => {
    const long = await bookedWash(still)
    const [next] = [await bookedWash(still, at('14:30')), await bookedWash(still, at('14:30'))]
    await until('14:00')
    await moveThrough(still, long, 'queued', 'in_progress')
    await until('14:40')
    expect([bay(long).to, bay(next).bay]).toEqual([30, 'W1'])
    expect(news()).toHaveLength(1)
    await still.owner.post(`/api/v1/bookings/${next.id}/no-show`)
    await until('14:41')
    expect(bay(long).to).toBe(55)
  })

  it('is assigned by hand where it is free, and refused where it is not', async () => {
    const [first, second] = [await bookedWash(still), await bookedWash(still)]
    expect([bay(first).bay, bay(second).bay]).toEqual(['W1', 'W2'])
    expect((await assign(still, first, 'W2')).code).toBe('slot_taken')
    await still.owner.post(`/api/v1/bookings/${second.id}/cancel`)
    expect((await assign(still, first, 'W2')).json()).toMatchObject({ bay: { id: 'W2' } })
    expect(bay(first)).toMatchObject({ bay: 'W2', from: 0, to: 30 })
    expect((await assign(still, first, 'A01')).code).toBe('invalid_request')
    await moveThrough(still, first, 'queued', 'in_progress', 'quality_check', 'ready')
    expect((await assign(still, first, 'W1')).code).toBe('invalid_state')
  })

  it('is never given twice, however many ask for it at once', async () => {
    const [first, second] = [await bookedWash(still), await bookedWash(still)]
    const swap = await Promise.all([assign(still, first, 'W2'), assign(still, second, 'W1')])
    expect(swap.map(({ code }) => code)).toEqual(['slot_taken', 'slot_taken'])
    await still.owner.post(`/api/v1/bookings/${second.id}/cancel`)
    const race = await Promise.all([book(still.visitor, TWO), assign(still, first, 'W2'), book(still.visitor, TWO)])
    // There is room for one more car, whoever stands where.
    expect(race.filter(({ status }) => status === 201)).toHaveLength(1)
    const overlaps = still.look((db) =>
      db
        .prepare(
          `SELECT count(*) FROM allocation AS a JOIN allocation AS b ON a.resource_id = b.resource_id AND a.id < b.id
           WHERE a.state <> 'released' AND b.state <> 'released' AND a.busy_to > b.busy_from AND a.busy_from < b.busy_to`,
        )
        .pluck()
        .get(),
    )
    expect(overlaps).toBe(0)
  })

  it('of two that begin at once in one bay, one begins', async () => {
    const [first, next] = [await bookedWash(still), await bookedWash(still, at('14:30'))]
    await moveThrough(still, first, 'queued')
    await moveThrough(still, next, 'queued')
    const answers = await Promise.all([move(still, first, 'in_progress'), move(still, next, 'in_progress')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await column(still, 'in_progress')).toHaveLength(1)
  })
})

describe('a wash under way', () => {
  it('is where it was after a restart, and its time goes on', async () => {
    let still = await startStillServer()
    const held = await bookedWash(still)
    await moveThrough(still, held, 'queued', 'in_progress')
    const before = await jobOf(still, held)
    await still.halt()
    still.world.stall(8 * MINUTE)
    const { owner } = still
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    still = { ...still, owner: owner.at(still.server.staffUrl) }
    expect(await jobOf(still, held)).toMatchObject({ state: 'in_progress', started_at: before.started_at })
    await moveThrough(still, held, 'quality_check')
    const { started_at, finished_at } = await jobOf(still, held)
    expect(Date.parse(finished_at ?? '') - Date.parse(started_at ?? '')).toBeGreaterThanOrEqual(8 * MINUTE)
    await still.stop()
  })

  it('has taken as long as it has when somebody sets the clock back meanwhile', async () => {
    const still = await startStillServer()
    const held = await bookedWash(still)
    await moveThrough(still, held, 'queued', 'in_progress')
    still.world.advance(5 * MINUTE)
    still.world.stepWall(-60 * MINUTE)
    still.world.advance(1000)
    await still.owner.send('PUT', '/api/v1/session/pin', { password: 'quay-lane-owner', pin: '2468' })
    const accepted = await still.owner.post('/api/v1/clock/accept', { pin: '2468', reason: 'checked by telephone' })
    expect(accepted.status).toBe(200)
    still.world.advance(5 * MINUTE)
    await moveThrough(still, held, 'quality_check')
    const { started_at, finished_at } = await jobOf(still, held)
    const minutes = (Date.parse(finished_at ?? '') - Date.parse(started_at ?? '')) / MINUTE
    expect(Math.round(minutes)).toBe(10)
    await moveThrough(still, held, 'ready', 'collected')
    await still.stop()
  })
})
