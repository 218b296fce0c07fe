import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../support/caller.ts'
import { pairKiosk, rowCounts, startStillServer, type StillServer } from '../support/still-server.ts'
import { book, follow, hold, manage, slotsOf, washAt, type Held } from '../support/wash.ts'

const SLOT = '2025-12-05T14:00:00+05:30'
const HOUR = 3_600_000
const staffActs = ['confirm', 'cancel', 'check-in', 'complete', 'no-show', 'payments'] as const
type Act = (typeof staffActs)[number]

const stateOf = (answer: Answer) => (answer.json() as Held).state

describe('a booking', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  const act = (held: Held, name: Act) =>
    still.owner.post(`/api/v1/bookings/${held.id}/${name}`, name === 'payments' ? { method: 'upi' } : undefined)
  /** The acts that lead from held to a state. */
  const ways: Readonly<Record<string, readonly Act[]>> = {
    held: [],
    awaiting_payment: ['confirm'],
    confirmed: ['confirm', 'payments'],
    checked_in: ['confirm', 'payments', 'check-in'],
    completed: ['confirm', 'payments', 'check-in', 'complete'],
    cancelled: ['cancel'],
    no_show: ['confirm', 'payments', 'no-show'],
  }

  it('goes from hold to completion, its price and times made by the server alone', async () => {
    const held = await hold(still.visitor, SLOT, { plate: 'kl-07 bx 1234', phone: '+91 98470 12345' })
    expect(held).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/) as string,
      reference: expect.stringMatching(/^W-[0-9A-HJKMNP-TV-Z]{5}$/) as string,
      manage_token: expect.stringMatching(/^[\w-]{43}$/) as string,
      kind: 'wash',
      state: 'held',
      start: '2025-12-05T14:00:00+05:30',
      end: '2025-12-05T14:20:00+05:30',
      hold_expires_at: expect.stringMatching(/^2025-12-05T12:50:22(\.\d{3})?\+05:30$/) as string,
      payment_expires_at: null,
      resource: { id: 'W1', label: 'W1' },
      service: { id: 'exterior', name: 'Exterior' },
      bay_class: null,
      plate: 'KL07BX1234',
      price: { amount_minor: 25_000, currency: 'INR' },
    })
    const { manage_token: _, ...told } = held
    expect((await follow(still.visitor, held)).json()).toEqual(told)

    const confirmed = await manage(still.visitor, held, 'confirm')
    expect(confirmed.json()).toMatchObject({
      state: 'awaiting_payment',
      hold_expires_at: null,
      payment_expires_at: expect.stringMatching(/^2025-12-05T13:00:22(\.\d{3})?\+05:30$/) as string,
    })
    const paid = await act(held, 'payments')
    expect(paid.status).toBe(201)
    expect(paid.json()).toMatchObject({
      state: 'confirmed',
      payment_expires_at: null,
      phone: '+91 98470 12345',
      made_by: 'kiosk:open',
      paid: { method: 'upi', amount: { amount_minor: 25_000, currency: 'INR' } },
    })
    expect(stateOf(await act(held, 'check-in'))).toBe('checked_in')
    expect(stateOf(await act(held, 'complete'))).toBe('completed')
    const kinds = still.look((db) =>
      db.prepare('SELECT kind FROM event WHERE subject = ? ORDER BY seq').pluck().all(held.id),
    )
    expect(kinds).toEqual(
      ['held', 'awaiting_payment', 'confirmed', 'checked_in', 'completed'].map((to) => `booking.${to}`),
    )
    expect(rowCounts(still)).toMatchObject({ booking: 1, allocation: 1, payment: 1 })
  })

  it('shows staff, and nobody else, who made a booking and its payment', async () => {
    const held = await hold(still.visitor, SLOT)
    const path = `/api/v1/bookings/${held.id}`
    expect((await still.owner.get(path)).json()).toMatchObject({ payment_id: null, paid: null, made_by: 'kiosk:open' })
    await manage(still.visitor, held, 'confirm')
    expect((await still.owner.get(path)).json()).toMatchObject({ payment_id: `pay-${held.id}` })
    expect(Object.keys((await follow(still.visitor, held)).json() as object)).not.toContain('payment_id')
  })

  it('tells its customer nothing that only the counter should know', async () => {
    const held = await hold(still.visitor, SLOT, { phone: '+91 98470 12345' })
    const { text } = await follow(still.visitor, held)
    for (const secret of ['98470', 'made_by', 'manage_token', 'kiosk:open']) expect(text).not.toContain(secret)
  })

  it.each(['held', 'awaiting_payment', 'confirmed'])(
    'that is %s can be cancelled, and its slot is free again',
    async (state) => {
      const held = await hold(still.visitor, SLOT)
      for (const step of ways[state] ?? []) await act(held, step)
      expect((await manage(still.visitor, held, 'cancel')).json()).toMatchObject({ state: 'cancelled' })
      const slot = (await slotsOf(still.visitor, '2025-12-05')).find(({ label }) => label === '14:00')
      expect(slot).toMatchObject({ state: 'open', remaining: 2 })
      expect((await book(still.visitor, SLOT)).status).toBe(201)
    },
  )

  const forbidden = {
    held: ['check-in', 'complete', 'payments'],
    awaiting_payment: ['confirm', 'check-in', 'complete'],
    confirmed: ['confirm', 'payments', 'complete'],
    checked_in: ['confirm', 'payments', 'check-in', 'no-show'],
    completed: ['confirm', 'cancel', 'payments', 'check-in', 'complete', 'no-show'],
    cancelled: ['confirm', 'cancel', 'payments', 'check-in', 'complete', 'no-show'],
    no_show: ['confirm', 'cancel', 'payments', 'check-in', 'complete', 'no-show'],
  } as const satisfies Record<string, readonly Act[]>

  it.each(Object.entries(forbidden))(
    'that is %s cannot be moved by %j, and nothing is written',
    async (state, acts) => {
      const held = await hold(still.visitor, SLOT)
      const way = ways[state] ?? []
      for (const step of way.filter((name) => name !== 'no-show')) await act(held, step)
      // Time enough for the slot to begin, and not for the owner's session to lapse.
      if (way.includes('no-show')) still.world.stall(1.5 * HOUR)
      for (const step of way.filter((name) => name === 'no-show')) await act(held, step)
      expect(stateOf(await follow(still.visitor, held))).toBe(state)
      const before = rowCounts(still)
      for (const name of acts) {
        const answer = await act(held, name)
        expect([name, answer.status, answer.code]).toEqual([name, 409, 'invalid_state'])
      }
      expect(stateOf(await follow(still.visitor, held))).toBe(state)
      expect(rowCounts(still)).toEqual(before)
    },
  )

  it('can be a no-show from the moment it begins, not before', async () => {
    const held = await hold(still.visitor, SLOT)
    for (const step of ways['confirmed'] ?? []) await act(held, step)
    still.world.slip(Date.parse(SLOT) - still.world.wallMs() - 10)
    // Notes that the owner is still there, so that the refused act is the only write of its millisecond.
    await still.owner.get('/api/v1/session')
    still.world.slip(9)
    expect((await act(held, 'no-show')).code).toBe('invalid_state')
    still.world.slip(1)
    const missed = await act(held, 'no-show')
    expect([missed.status, stateOf(missed)]).toEqual([200, 'no_show'])
  })

  it('is answered twice the same when two people cancel it at once', async () => {
    const held = await hold(still.visitor, SLOT)
    const answers = await Promise.all([act(held, 'cancel'), manage(still.visitor, held, 'cancel'), act(held, 'cancel')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  it('is paid once, however many counters take the money', async () => {
    const held = await hold(still.visitor, SLOT)
    await act(held, 'confirm')
    const answers = await Promise.all([act(held, 'payments'), act(held, 'payments'), act(held, 'payments')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect(rowCounts(still)['payment']).toBe(1)
  })

  it('is found by the counter: by day, state, plate and reference', async () => {
    const first = await hold(still.visitor, SLOT, { plate: 'KL07BX1234' })
    const second = await hold(still.visitor, '2025-12-06T10:00:00+05:30', { plate: 'TN09AK7788' })
    await act(second, 'confirm')
    const found = async (query: string) =>
      ((await still.owner.get(`/api/v1/bookings${query}`)).json() as { bookings: Held[] }).bookings.map(({ id }) => id)
    expect(await found('')).toEqual([first.id])
    expect(await found('?date=2025-12-06')).toEqual([second.id])
    expect(await found('?date=2025-12-05&state=held')).toEqual([first.id])
    expect(await found('?date=2025-12-05&state=confirmed')).toEqual([])
    expect(await found('?q=tn-09')).toEqual([second.id])
    expect(await found(`?q=${first.reference.toLowerCase()}`)).toEqual([first.id])
    expect(await found('?q=%25')).toEqual([first.id])
    expect(await found('?q=K_07')).toEqual([])
    for (const query of ['?date=2025-02-30', '?state=lost', '?kind=boating', '?q=a&q=b', '?page=2']) {
      expect((await still.owner.get(`/api/v1/bookings${query}`)).code).toBe('invalid_request')
    }
  })
})

describe('an Idempotency-Key', () => {
  let still: StillServer
  const keyed = (key: string) => ({ 'idempotency-key': key })
  beforeEach(async () => {
    still = await startStillServer({ kioskAccess: 'paired' })
  })
  afterEach(() => still.stop())

  it('gives the same answer to the same request, and books once', async () => {
    const { caller } = await pairKiosk(still, still.owner)
    const send = (change = {}) => caller.post('/api/v1/bookings', washAt(SLOT, change), keyed('k-1'))
    const first = await send()
    const counts = rowCounts(still)
    const again = await send()
    // The same meaning, spelt another way.
    const spelt = await send({ start: '2025-12-05T08:30:00Z', plate: 'kl 07-bx 1234' })
    expect([first, again, spelt].map(({ status }) => status)).toEqual([201, 201, 201])
    expect(again.json()).toEqual(first.json())
    expect(spelt.json()).toEqual(first.json())
    expect(rowCounts(still)).toEqual(counts)
  })

  it('books once when the same request comes many times at once', async () => {
    const { caller } = await pairKiosk(still, still.owner)
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => caller.post('/api/v1/bookings', washAt(SLOT), keyed('k-2'))),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(rowCounts(still)).toMatchObject({ booking: 1, allocation: 1, request_once: 1 })
  })

  it('is refused for another request', async () => {
    const { caller } = await pairKiosk(still, still.owner)
    await caller.post('/api/v1/bookings', washAt(SLOT), keyed('k-3'))
    const counts = rowCounts(still)
    for (const change of [
      { plate: 'KL01' },
      { service_id: 'full' },
      { start: '2025-12-05T16:00:00+05:30' },
      { phone: '+91 98470 12345' },
    ]) {
      const answer = await caller.post('/api/v1/bookings', washAt(SLOT, change), keyed('k-3'))
      expect([answer.status, answer.code]).toEqual([409, 'idempotency_key_reused'])
    }
    expect(rowCounts(still)).toEqual(counts)
  })

  it('belongs to the kiosk that sent it', async () => {
    const [one, other] = [await pairKiosk(still, still.owner), await pairKiosk(still, still.owner)]
    const first = await one.caller.post('/api/v1/bookings', washAt(SLOT), keyed('k-4'))
    const second = await other.caller.post('/api/v1/bookings', washAt(SLOT), keyed('k-4'))
    expect([first.status, second.status]).toEqual([201, 201])
    expect((first.json() as Held).id).not.toBe((second.json() as Held).id)
  })

  it('of a refused request is free to be used again', async () => {
    const { caller } = await pairKiosk(still, still.owner)
    const late = await caller.post('/api/v1/bookings', washAt('2025-12-05T13:00:00+05:30'), keyed('k-5'))
    expect(late.code).toBe('lead_time')
    expect((await caller.post('/api/v1/bookings', washAt(SLOT), keyed('k-5'))).status).toBe(201)
  })

  it('is remembered over a restart', async () => {
    const { caller } = await pairKiosk(still, still.owner)
    const first = await caller.post('/api/v1/bookings', washAt(SLOT), keyed('k-6'))
    await still.halt()
    still = await startStillServer({ kioskAccess: 'paired', dataDir: still.dataDir, world: still.world })
    const again = await caller.at(still.server.publicUrl).post('/api/v1/bookings', washAt(SLOT), keyed('k-6'))
    expect([again.status, again.json()]).toEqual([201, first.json()])
  })
})
