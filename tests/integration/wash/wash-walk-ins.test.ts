import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowCounts, startStillServer, type StillServer } from '../../support/still-server.ts'
import type { Held } from '../../support/wash.ts'
import { bayOf, board, bookedWash, column, jobOf, MINUTE, moveThrough } from './wash-actors.ts'

const NOW = '2025-12-05T12:45:22+05:30'
const request = { service_id: 'exterior', plate: 'kl-55 zz 9001' }

describe('a car without a booking', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())
  /** Long stretches go by at once: a tick for each second of a day takes a while. */
  const until = (when: string) => still.world.stall(Date.parse(when) - still.world.wallMs())
  const walkIn = (change: Readonly<Record<string, unknown>> = {}, headers: Record<string, string> = {}) =>
    still.owner.post('/api/v1/wash-walk-ins', { ...request, ...change }, headers)

  it('gets the first free bay from now on and is to be paid at the counter; paid, it is on the board', async () => {
    const answer = await walkIn()
    const held = answer.json() as Held
    expect(answer.status).toBe(201)
    expect(held).toMatchObject({
      state: 'awaiting_payment',
      plate: 'KL55ZZ9001',
      resource: { id: 'W1' },
      price: { amount_minor: 25_000 },
    })
    expect(bayOf(still, held, NOW)).toMatchObject({ bay: 'W1', from: 0, to: 30 })
    expect(await column(still, 'booked')).toEqual([])
    await still.owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'cash' })
    await moveThrough(still, held, 'queued', 'in_progress')
    expect(await column(still, 'in_progress')).toEqual(['KL55ZZ9001'])
  })

  it('needs no lead time, yet room before the next booking on the bay', async () => {
    await bookedWash(still, '2025-12-05T13:15:00+05:30').catch(() => undefined)
    await bookedWash(still, '2025-12-05T13:30:00+05:30', { service_id: 'full' })
    await bookedWash(still, '2025-12-05T13:30:00+05:30', { service_id: 'full' })
    // 30 minutes fit before half past one, 40 do not.
    expect((await walkIn()).status).toBe(201)
    const full = await walkIn({ service_id: 'interior' })
    expect(full.status).toBe(201)
    const third = await walkIn()
    expect([third.status, third.code]).toEqual([409, 'slot_taken'])
    // Both bays are washed on until half past two.
    expect(third.json()).toMatchObject({ next_free_at: expect.stringMatching(/^2025-12-05T14:30:00/) as string })
  })

  it('is told that no bay is free any more today', async () => {
    until('2025-12-05T20:35:00+05:30')
    await still.owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    expect((await walkIn()).status).toBe(201)
    expect((await walkIn()).status).toBe(201)
    const third = await walkIn()
    expect([third.code, third.json()]).toEqual(['slot_taken', expect.objectContaining({ next_free_at: null })])
  })

  it.each([
    ['before the wash opens', '2025-12-06T08:59:00+05:30'],
    ['when it would close before the car is done', '2025-12-05T20:40:01+05:30'],
  ])('is sent away %s', async (_, when) => {
    until(when)
    await still.owner.post('/api/v1/session', { username: 'owner', password: 'quay-lane-owner' })
    const before = rowCounts(still)
    const answer = await walkIn()
    expect([answer.status, answer.code]).toEqual([422, 'site_closed'])
    expect(rowCounts(still)).toEqual(before)
  })

  it('is sent away on a day that is closed', async () => {
    still.plant("INSERT INTO closure VALUES ('c', 'wash', '2025-12-05', '2025-12-05', 'new pumps')")
    const answer = await walkIn()
    expect([answer.code, answer.json()]).toEqual(['site_closed', expect.objectContaining({ detail: 'new pumps' })])
  })

  it('is written down once when Enter is pressed twice', async () => {
    const headers = { 'idempotency-key': 'enter-1' }
    const [one, two] = await Promise.all([walkIn({}, headers), walkIn({}, headers)])
    expect((one.json() as Held).id).toBe((two.json() as Held).id)
    expect(rowCounts(still)['booking']).toBe(1)
    expect((await walkIn({ plate: 'KL01AA1111' }, headers)).code).toBe('idempotency_key_reused')
  })

  it('does not get a bay in which a car still stands, whatever was planned', async () => {
    const first = await bookedWash(still, '2025-12-05T13:30:00+05:30')
    const next = await bookedWash(still, '2025-12-05T14:00:00+05:30', { service_id: 'full' })
    const other = await bookedWash(still, '2025-12-05T14:00:00+05:30', { service_id: 'full' })
    until('2025-12-05T13:30:00+05:30')
    await moveThrough(still, first, 'queued', 'in_progress')
    // Both wait past all that was planned for them, so that nothing is planned for the bay where the first car is.
    await moveThrough(still, next, 'queued')
    await moveThrough(still, other, 'queued')
    still.world.stall(95 * MINUTE)
    const answer = await walkIn()
    expect((answer.json() as Held).resource).toMatchObject({ id: 'W2' })
  })

  it.each([{ plate: '!' }, { service_id: 'none' }, { start: NOW }, { price: 1 }])(
    'is refused with %j',
    async (change) => {
      expect((await walkIn(change)).code).toBe('invalid_request')
    },
  )
})

describe('how long a wash takes', () => {
  it('is learned from the last real ones, and what is ready when follows from it', async () => {
    const still = await startStillServer()
    const stats = async () => (await board(still)).durations.find(({ service }) => service.id === 'exterior')
    expect(await stats()).toMatchObject({ planned_minutes: 20, median_minutes: null, samples: 0 })
    for (const minutes of [12, 30, 14]) {
      const answer = await still.owner.post('/api/v1/wash-walk-ins', request)
      const held = answer.json() as Held
      await still.owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'cash' })
      await moveThrough(still, held, 'queued', 'in_progress')
      still.world.stall(minutes * MINUTE)
      await moveThrough(still, held, 'quality_check', 'ready', 'collected')
      still.world.stall(10 * MINUTE)
    }
    const { median_minutes, samples } = (await stats())!
    expect([Math.round(median_minutes ?? 0), samples]).toEqual([14, 3])
    const next = await bookedWash(still, '2025-12-05T15:30:00+05:30')
    const job = await jobOf(still, next)
    expect(Math.round((Date.parse(job.ready_by ?? '') - Date.parse(job.booked_start)) / MINUTE)).toBe(14)
    await still.stop()
  })
})
