import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WashJob } from '../../../src-shared/api/wash-schemas.ts'
import { washJobStates, washJobTransitions, type WashJobState } from '../../../src-shared/wash/wash-job-states.ts'
import { rowCounts, startStillServer, type StillServer } from '../../support/still-server.ts'
import { hold } from '../../support/wash.ts'
import { bookedWash, column, jobOf, MINUTE, move, moveThrough } from './wash-actors.ts'

/** From booked, the moves that lead to each state. */
const ways: Readonly<Record<WashJobState, readonly WashJobState[]>> = {
  booked: [],
  queued: ['queued'],
  in_progress: ['queued', 'in_progress'],
  quality_check: ['queued', 'in_progress', 'quality_check'],
  ready: ['queued', 'in_progress', 'quality_check', 'ready'],
  collected: ['queued', 'in_progress', 'quality_check', 'ready', 'collected'],
  cancelled: ['cancelled'],
  no_show: ['no_show'],
}
const targets = washJobStates.filter((state) => state !== 'booked')
const every = washJobStates.flatMap((from) => targets.map((to) => ({ from, to })))
const isAllowed = ({ from, to }: { from: WashJobState; to: WashJobState }) =>
  (washJobTransitions[from] as readonly WashJobState[]).includes(to)

describe('a wash', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  async function washThatIs(state: WashJobState) {
    const held = await bookedWash(still)
    // From its booked time on, a car can be missed.
    still.world.stall(80 * MINUTE)
    await moveThrough(still, held, ...ways[state])
    return held
  }
  const bookingState = async (id: string) =>
    ((await still.owner.get(`/api/v1/bookings/${id}`)).json() as { state: string }).state
  const jobState = (id: string) =>
    still.look((db) => db.prepare('SELECT state FROM wash_job WHERE booking_id = ?').pluck().get(id))

  it('appears on the board when its booking is paid, not before', async () => {
    const held = await hold(still.visitor, '2025-12-05T14:00:00+05:30')
    await still.owner.post(`/api/v1/bookings/${held.id}/confirm`)
    expect(await column(still, 'booked')).toEqual([])
    await still.owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'cash' })
    expect(await column(still, 'booked')).toEqual([held.plate])
  })

  it('follows its booking: check-in, completion, cancellation, no-show', async () => {
    const [first, second] = [await bookedWash(still), await bookedWash(still)]
    await still.owner.post(`/api/v1/bookings/${first.id}/check-in`)
    expect(jobState(first.id)).toBe('queued')
    await still.owner.post(`/api/v1/bookings/${first.id}/complete`)
    expect(jobState(first.id)).toBe('collected')
    await still.owner.post(`/api/v1/bookings/${second.id}/cancel`)
    expect(jobState(second.id)).toBe('cancelled')
    const third = await bookedWash(still)
    still.world.stall(80 * MINUTE)
    await still.owner.post(`/api/v1/bookings/${third.id}/no-show`)
    expect(jobState(third.id)).toBe('no_show')
  })

  it('takes its booking along from the board', async () => {
    const held = await bookedWash(still)
    await moveThrough(still, held, 'queued')
    expect(await bookingState(held.id)).toBe('checked_in')
    await moveThrough(still, held, 'in_progress', 'quality_check', 'ready', 'collected')
    expect(await bookingState(held.id)).toBe('completed')
  })

  it('keeps no times that nobody saw when its booking is completed off the board', async () => {
    const held = await bookedWash(still)
    await still.owner.post(`/api/v1/bookings/${held.id}/check-in`)
    await still.owner.post(`/api/v1/bookings/${held.id}/complete`)
    const { started_at, finished_at, ready_at, collected_at } = await jobOf(still, held)
    expect([started_at, finished_at, ready_at]).toEqual([null, null, null])
    expect(collected_at).not.toBeNull()
  })

  it('writes down each time as it comes, and forgets the later ones when it goes back', async () => {
    const held = await bookedWash(still)
    for (const state of ['queued', 'in_progress', 'quality_check', 'ready']) {
      still.world.stall(MINUTE)
      await moveThrough(still, held, state)
    }
    const done = await jobOf(still, held)
    const times = [done.queued_at, done.started_at, done.finished_at, done.ready_at].map((at) => Date.parse(at ?? ''))
    expect(times.slice(1).map((at, index) => Math.round((at - times[index]!) / MINUTE))).toEqual([1, 1, 1])
    await moveThrough(still, held, 'quality_check', 'in_progress')
    expect(await jobOf(still, held)).toMatchObject({
      queued_at: done.queued_at,
      started_at: done.started_at,
      finished_at: null,
      ready_at: null,
    })
    await moveThrough(still, held, 'queued')
    expect(await jobOf(still, held)).toMatchObject({ queued_at: done.queued_at, started_at: null })
  })

  it.each(every.filter(isAllowed))('that is $from may become $to', async ({ from, to }) => {
    const held = await washThatIs(from)
    const answer = await move(still, held, to)
    expect([answer.status, (answer.json() as WashJob).state]).toEqual([200, to])
    expect(jobState(held.id)).toBe(to)
  })

  it.each(every.filter((pair) => !isAllowed(pair)))(
    'that is $from cannot become $to, and nothing is written',
    async ({ from, to }) => {
      const held = await washThatIs(from)
      const before = rowCounts(still)
      const answer = await move(still, held, to)
      expect([answer.status, answer.code]).toEqual([409, 'invalid_state'])
      expect([jobState(held.id), rowCounts(still)]).toEqual([from, before])
    },
  )

  it.each(['in_progress', 'quality_check', 'ready'] as const)(
    'that is %s can no longer be called off',
    async (state) => {
      const held = await washThatIs(state)
      const before = rowCounts(still)
      const answer = await still.owner.post(`/api/v1/bookings/${held.id}/cancel`)
      expect([answer.status, answer.code]).toEqual([409, 'invalid_state'])
      expect([await bookingState(held.id), rowCounts(still)]).toEqual(['checked_in', before])
    },
  )

  it('is no no-show before its time', async () => {
    const held = await bookedWash(still)
    expect((await move(still, held, 'no_show')).code).toBe('invalid_state')
  })

  it('takes its place in the queue, and may be put elsewhere in it', async () => {
    const cars = []
    for (const [index, plate] of ['KL01AA1111', 'KL02BB2222', 'KL03CC3333'].entries()) {
      cars.push(await bookedWash(still, `2025-12-05T${14 + index}:00:00+05:30`, { plate }))
    }
    for (const car of cars.toReversed()) await moveThrough(still, car, 'queued')
    expect(await column(still, 'queued')).toEqual(['KL03CC3333', 'KL02BB2222', 'KL01AA1111'])
    expect((await move(still, cars[0]!, 'queued', { position: 1 })).status).toBe(200)
    expect(await column(still, 'queued')).toEqual(['KL03CC3333', 'KL01AA1111', 'KL02BB2222'])
    await moveThrough(still, cars[0]!, 'in_progress')
    await move(still, cars[0]!, 'queued', { position: 0 })
    expect(await column(still, 'queued')).toEqual(['KL01AA1111', 'KL03CC3333', 'KL02BB2222'])
  })

  it('is moved once, however many people move it at once', async () => {
    const held = await bookedWash(still)
    const answers = await Promise.all([1, 2, 3].map(() => move(still, held, 'queued')))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  it('is refused what is no move of the board', async () => {
    const held = await bookedWash(still)
    expect((await move(still, held, 'booked')).code).toBe('invalid_request')
    expect((await move(still, held, 'queued', { position: -1 })).code).toBe('invalid_request')
    expect((await move(still, held, 'queued', { at: '2025-12-05T14:00:00Z' })).code).toBe('invalid_request')
    expect((await move(still, held, 'cancelled', { wash_bay_id: 'W2' })).code).toBe('invalid_request')
    expect((await move(still, { id: 'nothing' }, 'queued')).code).toBe('not_found')
  })

  it('leaves a line in the audit trail for each step', async () => {
    const held = await bookedWash(still)
    await moveThrough(still, held, 'queued', 'in_progress', 'quality_check', 'ready', 'collected')
    const kinds = still.look((db) =>
      db.prepare('SELECT kind FROM event WHERE subject = ? ORDER BY seq').pluck().all(`job-${held.id}`),
    )
    const steps = ['booked', 'queued', 'in_progress', 'quality_check', 'ready', 'collected']
    expect(kinds).toEqual(steps.map((state) => `wash_job.${state}`))
  })
})
