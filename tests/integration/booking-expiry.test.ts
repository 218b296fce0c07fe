import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../support/caller.ts'
import { startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket } from '../support/test-socket.ts'
import { book, follow, hold, manage, slotsOf, type Held } from '../support/wash.ts'

const SLOT = '2025-12-05T15:00:00+05:30'
const stateOf = (answer: Answer) => (answer.json() as Held).state
const pay = (still: StillServer, { id }: Held) =>
  still.owner.post(`/api/v1/bookings/${id}/payments`, { method: 'cash' })

describe('what runs out', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  const remaining = async () =>
    (await slotsOf(still.visitor, '2025-12-05')).find(({ label }) => label === '15:00')?.remaining
  /** Moves time to so many ms after an instant, without waking the server. */
  const slipTo = (iso: string | null, ms: number) => still.world.slip(Date.parse(iso ?? '') + ms - still.world.wallMs())

  it('a hold is good until the last millisecond before its deadline', async () => {
    const held = await hold(still.visitor, SLOT)
    slipTo(held.hold_expires_at, -1)
    expect((await manage(still.visitor, held, 'confirm')).status).toBe(200)
  })

  it('and gone at the deadline itself, though nobody has swept', async () => {
    const held = await hold(still.visitor, SLOT)
    slipTo(held.hold_expires_at, 0)
    const late = await manage(still.visitor, held, 'confirm')
    expect([late.status, late.code]).toEqual([410, 'hold_expired'])
    expect(stateOf(await follow(still.visitor, held))).toBe('expired')
    expect((await manage(still.visitor, held, 'cancel')).code).toBe('hold_expired')
  })

  it('a held bay is free for the next customer at the deadline itself', async () => {
    const held = await hold(still.visitor, SLOT)
    await hold(still.visitor, SLOT)
    slipTo(held.hold_expires_at, -1)
    expect((await book(still.visitor, SLOT)).code).toBe('slot_taken')
    still.world.slip(1)
    expect((await hold(still.visitor, SLOT)).resource.id).toBe('W1')
  })

  it('an unpaid booking is good until its deadline, and gone at it', async () => {
    const [first, second] = [await hold(still.visitor, SLOT), await hold(still.visitor, SLOT)]
    const deadlines = await Promise.all([first, second].map((held) => manage(still.visitor, held, 'confirm')))
    const [one, other] = deadlines.map((answer) => (answer.json() as Held).payment_expires_at)
    slipTo(one ?? null, -10)
    // Notes that the owner is still there, so that the payment is the only write of its millisecond.
    await still.owner.get('/api/v1/session')
    slipTo(one ?? null, -1)
    expect((await pay(still, first)).status).toBe(201)
    slipTo(other ?? null, 0)
    const late = await pay(still, second)
    expect([late.status, late.code]).toEqual([410, 'payment_expired'])
    expect(stateOf(await follow(still.visitor, second))).toBe('expired')
    expect(stateOf(await follow(still.visitor, first))).toBe('confirmed')
  })

  it('a paid booking does not run out, and is a no-show when its car has not come', async () => {
    const held = await hold(still.visitor, SLOT)
    await manage(still.visitor, held, 'confirm')
    await pay(still, held)
    still.world.stall(24 * 3_600_000)
    await expect.poll(async () => stateOf(await follow(still.visitor, held))).toBe('no_show')
  })

  it('is swept within a second, and everybody is told that the slot is free again', async () => {
    const socket = await openSocket(still.server.publicUrl, '/ws/time/')
    const held = await hold(still.visitor, SLOT)
    expect(await remaining()).toBe(1)
    socket.send({ type: 'subscribe', topics: ['availability'] })
    await socket.soFar()
    slipTo(held.hold_expires_at, -1)
    still.world.stall(0)
    expect((await socket.soFar()).filter(({ type }) => type === 'availability_changed')).toEqual([])
    still.world.advance(1000)
    expect(await socket.nextOf('availability_changed')).toMatchObject({ kind: 'wash', date: '2025-12-05' })
    expect(await remaining()).toBe(2)
    expect(stateOf(await follow(still.visitor, held))).toBe('expired')
    const { actor } = still.look(
      (db) => db.prepare("SELECT actor FROM event WHERE kind = 'booking.expired'").get() as { actor: string },
    )
    expect(actor).toBe('clock')
    socket.close()
  })

  it('runs out while the server is not running', async () => {
    const [held, unpaid, paid] = [
      await hold(still.visitor, SLOT),
      await hold(still.visitor, SLOT),
      await hold(still.visitor, '2025-12-06T10:00:00+05:30'),
    ]
    await manage(still.visitor, unpaid, 'confirm')
    await manage(still.visitor, paid, 'confirm')
    await pay(still, paid)
    await still.halt()
    still.world.slip(20 * 60_000)
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    const late = await manage(still.visitor, held, 'confirm')
    expect(late.code).toBe('hold_expired')
    still.world.advance(1000)
    expect(stateOf(await follow(still.visitor, unpaid))).toBe('expired')
    expect(stateOf(await follow(still.visitor, paid))).toBe('confirmed')
    expect(await remaining()).toBe(2)
  })

  it('does not run out in a restart that takes no time', async () => {
    const held = await hold(still.visitor, SLOT)
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    still.world.advance(1000)
    expect((await follow(still.visitor, held)).json()).toMatchObject({
      state: 'held',
      hold_expires_at: held.hold_expires_at,
    })
    expect((await manage(still.visitor, held, 'confirm')).status).toBe(200)
  })

  it('does not run out because somebody sets the wall clock', async () => {
    const held = await hold(still.visitor, SLOT)
    still.world.stepWall(3_600_000)
    still.world.advance(2000)
    expect(stateOf(await follow(still.visitor, held))).toBe('held')
    still.world.stepWall(-7_200_000)
    still.world.stall(300_000)
    expect((await manage(still.visitor, held, 'confirm')).code).toBe('hold_expired')
  })
})

describe('slots as time passes', () => {
  it('turn to past at the very instant that they begin', async () => {
    const still = await startStillServer({ startAt: '2025-12-05T12:59:00+05:30' })
    const states = async () =>
      Object.fromEntries(
        (await slotsOf(still.visitor, '2025-12-05')).map(({ label, state, closed_because }) => [
          label,
          [state, closed_because].filter(Boolean).join(' '),
        ]),
      )
    still.world.slip(59_999)
    expect(await states()).toMatchObject({
      '12:30': 'past',
      '13:00': 'closed lead_time',
      '13:30': 'open',
      '20:30': 'open',
    })
    still.world.slip(1)
    expect(await states()).toMatchObject({ '13:00': 'past', '13:30': 'open' })
    still.world.slip(1)
    expect(await states()).toMatchObject({ '13:30': 'closed lead_time', '14:00': 'open' })
    await still.stop()
  })

  it('and the window moves on at the site’s midnight', async () => {
    const still = await startStillServer({ startAt: '2025-12-05T23:59:00+05:30' })
    const window = async () => ((await still.visitor.get('/api/v1/site')).json() as { window: unknown }).window
    still.world.slip(59_999)
    expect(await window()).toEqual({ min_date: '2025-12-05', max_date: '2025-12-12' })
    still.world.slip(1)
    expect(await window()).toEqual({ min_date: '2025-12-06', max_date: '2025-12-13' })
    await still.stop()
  })

  it('on the day of a clock change are all there, once each', async () => {
    const still = await startStillServer({ startAt: '2025-10-24T08:00:00+01:00', timezone: 'Europe/Dublin' })
    still.plant("UPDATE opening_rule SET opens = '00:00', closes = '24:00' WHERE kind = 'wash'")
    const slots = await slotsOf(still.visitor, '2025-10-26')
    expect(slots).toHaveLength(50)
    expect(slots.slice(1, 7).map(({ start, label }) => [start, label])).toEqual([
      ['2025-10-26T00:30:00+01:00', '00:30'],
      ['2025-10-26T01:00:00+01:00', '01:00 (UTC+01:00)'],
      ['2025-10-26T01:30:00+01:00', '01:30 (UTC+01:00)'],
      ['2025-10-26T01:00:00+00:00', '01:00 (UTC+00:00)'],
      ['2025-10-26T01:30:00+00:00', '01:30 (UTC+00:00)'],
      ['2025-10-26T02:00:00+00:00', '02:00'],
    ])
    for (const { start } of slots.slice(2, 6)) expect((await hold(still.visitor, start)).start).toBe(start)
    await still.stop()
  })
})
