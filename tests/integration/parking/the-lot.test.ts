import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../../src-shared/api/report-schemas.ts'
import type { SearchAnswer, Waiting } from '../../../src-shared/api/stay-schemas.ts'
import {
  at,
  bayOf,
  bookBay,
  enter,
  fillCarBays,
  holdBay,
  leave,
  lotOf,
  overlapsOf,
  paidBay,
  park,
  pass,
  stateOf,
  trailOf,
} from '../../support/parking.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { hold as holdWash } from '../../support/wash.ts'

const START = Date.parse('2025-12-05T12:45:22+05:30')

let still: StillServer
beforeEach(async () => {
  still = await startStillServer()
})
afterEach(() => still.stop())

const post = (path: string, body?: unknown) => still.owner.post(path, body)

describe('the live map', () => {
  it('shows every bay and wash bay with a place on the plan', async () => {
    const { bays, layout, conflicts } = await lotOf(still)
    expect(bays.filter(({ kind }) => kind === 'bay')).toHaveLength(40)
    expect(bays.filter(({ kind }) => kind === 'wash_bay').map(({ id }) => id)).toEqual(['W1', 'W2'])
    expect(new Set(layout.bays.map(({ id }) => id))).toEqual(new Set(bays.map(({ id }) => id)))
    expect(bays.every(({ state, plate, next }) => state === 'free' && plate === null && next === null)).toBe(true)
    expect(conflicts).toEqual([])
    const plan = await still.visitor.get('/api/v1/lot/plan')
    expect(plan.json()).toEqual(layout)
    expect(plan.text).not.toContain('KL')
  })

  it('shows what is held or booked within two hours, and leaves later bookings to later', async () => {
    await holdBay(still.owner, at('14:00'), at('15:00'), { bay_id: 'A01' })
    const soon = await paidBay(still, at('14:00'), at('15:00'), { bay_id: 'A02' })
    await paidBay(still, at('15:00'), at('16:00'), { bay_id: 'A03' })
    expect(await bayOf(still, 'A01')).toMatchObject({
      state: 'held',
      until: '2025-12-05T12:50:22+05:30',
      plate: 'KL07BX1234',
    })
    expect(await bayOf(still, 'A02')).toMatchObject({
      state: 'booked',
      booking_id: soon.id,
      next: { booking_id: soon.id, reference: soon.reference, start: at('14:00') },
    })
    expect(await bayOf(still, 'A03')).toMatchObject({ state: 'free', next: null })
  })

  it('shows the next booking of a bay where a car stands, and never its own', async () => {
    const own = await paidBay(still, at('13:00'), at('13:30'), { bay_id: 'A01' })
    const next = await paidBay(still, at('14:00'), at('15:00'), { bay_id: 'A01', plate: 'KL2' })
    const stay = await enter(still, own)
    expect(await bayOf(still, 'A01')).toMatchObject({
      state: 'taken',
      plate: 'KL07BX1234',
      since: '2025-12-05T12:45:22+05:30',
      until: at('13:30'),
      stay_id: stay.id,
      next: { booking_id: next.id },
    })
  })

  it('shows wash bays by the same states', async () => {
    const wash = await holdWash(still.owner, at('13:30'), { service_id: 'full' })
    expect(await bayOf(still, wash.resource.id)).toMatchObject({ state: 'held', kind: 'wash_bay', bay_class: null })
  })
})

describe('a blocked bay', () => {
  const block = (body: Readonly<Record<string, unknown>> = {}, bay = 'A01') =>
    post(`/api/v1/bays/${bay}/block`, { reason: 'oil on the floor', ...body })

  it('counts apart from taken and free, in the day’s figures and on Prometheus’ page; reports count cars only', async () => {
    await park(still, 'KL1A', { bay_id: 'A02' })
    await block()
    await pass(still, 3_600_000)
    const summary = (await still.owner.get('/api/v1/metrics/summary')).json()
    expect(summary).toMatchObject({ bays: { total: 40, occupied: 1, blocked: 1, free: 38 } })
    const page = (await still.stranger.get('/metrics')).text
    for (const line of ['taken"} 1', 'blocked"} 1', 'free"} 38']) expect(page).toContain(`kerbside_bays{state="${line}`)
    const report = (await still.owner.get('/api/v1/reports?from=2025-12-05&to=2025-12-05')).json() as Report
    expect(Math.round(report.occupancy.busy_ms / 1000)).toBe(3600)
  })

  it('is nobody’s until it is unblocked', async () => {
    expect((await block()).status).toBe(204)
    expect(await bayOf(still, 'A01')).toMatchObject({ state: 'blocked', note: 'oil on the floor', until: null })
    expect((await bookBay(still.owner, at('10:00', 3), at('11:00', 3), { bay_id: 'A01' })).code).toBe('slot_taken')
    expect(await block()).toMatchObject({ status: 409, code: 'invalid_state' })
    expect((await post('/api/v1/bays/A01/unblock')).status).toBe(204)
    expect((await bayOf(still, 'A01')).state).toBe('free')
    expect(await post('/api/v1/bays/A01/unblock')).toMatchObject({ status: 409, code: 'invalid_state' })
    expect([trailOf(still, 'bay.blocked'), trailOf(still, 'bay.unblocked')].map(({ length }) => length)).toEqual([1, 1])
  })

  it('is free again at the end that was named', async () => {
    await block({ until: at('14:00') })
    await pass(still, Date.parse(at('14:00')) - START - 1)
    expect((await bayOf(still, 'A01')).state).toBe('blocked')
    still.world.slip(1)
    expect((await bayOf(still, 'A01')).state).toBe('free')
  })

  it('sends its bookings to other bays of the class', async () => {
    const first = await paidBay(still, at('14:00'), at('15:00'), { bay_id: 'A01' })
    const second = await holdBay(still.owner, at('16:00'), at('17:00'), { bay_id: 'A01' })
    expect((await block()).status).toBe(204)
    for (const booking of [first, second]) {
      const { resource } = await stateOf(still, booking)
      expect(resource.id).toMatch(/^A(0[2-9]|1\d|20)$/)
    }
    expect(overlapsOf(still)).toBe(0)
  })

  it('is refused, with nothing changed, where a booking has nowhere to go', async () => {
    const stays = await paidBay(still, at('14:00'), at('15:00'), { bay_class: 'ev', bay_id: 'E01' })
    const goes = await paidBay(still, at('16:00'), at('17:00'), { bay_class: 'ev', bay_id: 'E01' })
    await paidBay(still, at('14:00'), at('15:00'), { bay_class: 'ev', bay_id: 'E02' })
    const answer = await block({}, 'E01')
    expect([answer.code, answer.json()]).toMatchObject(['bay_in_use', { booking_id: stays.id }])
    expect((await stateOf(still, goes)).resource.id).toBe('E01')
    expect((await block({ until: at('13:30') }, 'E01')).status).toBe(204)
  })

  it.each([
    ['a car stands', 'A01', {}, 'bay_occupied'],
    ['the block would be over', 'A02', { until: '2025-12-05T12:45:22+05:30' }, 'invalid_interval'],
    ['there is no bay', 'Z99', {}, 'not_found'],
  ])('is refused where %s', async (_, bay, body, code) => {
    await park(still, 'KL1A', { bay_id: 'A01' })
    expect((await block(body, bay)).code).toBe(code)
  })
})

describe('moving a booking', () => {
  it('gives it a bay of its kind that is free for all of its time', async () => {
    const held = await holdBay(still.owner, at('14:00'), at('15:00'), { bay_id: 'A01' })
    await holdBay(still.owner, at('15:10'), at('16:00'), { bay_id: 'A02' })
    const move = (bay_id: string) => post(`/api/v1/bookings/${held.id}/move`, { bay_id })
    expect(await move('A02')).toMatchObject({ status: 409, code: 'slot_taken' })
    for (const bay of ['W1', 'Z99']) expect(await move(bay)).toMatchObject({ code: 'invalid_request' })
    expect(await move('A01')).toMatchObject({ code: 'invalid_state' })
    const moved = await move('B01')
    expect([moved.status, moved.json()]).toMatchObject([200, { resource: { id: 'B01' }, bay_class: 'car' }])
    expect((await bookBay(still.owner, at('14:00'), at('15:00'), { bay_id: 'A01' })).status).toBe(201)
    await post(`/api/v1/bookings/${held.id}/cancel`)
    expect(await move('A09')).toMatchObject({ code: 'invalid_state' })
    expect(await post('/api/v1/bookings/no-such/move', { bay_id: 'A01' })).toMatchObject({ code: 'not_found' })
  })

  it('moves a wash among wash bays', async () => {
    const wash = await holdWash(still.owner, at('15:00'))
    expect(await post(`/api/v1/bookings/${wash.id}/move`, { bay_id: 'A01' })).toMatchObject({ code: 'invalid_request' })
    const other = wash.resource.id === 'W1' ? 'W2' : 'W1'
    expect((await post(`/api/v1/bookings/${wash.id}/move`, { bay_id: other })).status).toBe(200)
  })
})

describe('the waitlist', () => {
  const wait = (plate: string, bay_class = 'ev') => post('/api/v1/waitlist', { plate, bay_class })
  const waiting = async () => ((await still.owner.get('/api/v1/waitlist')).json() as { waiting: Waiting[] }).waiting
  const fullOfEv = async () => [
    await park(still, 'KL1A', { bay_class: 'ev' }),
    await park(still, 'KL1B', { bay_class: 'ev' }),
  ]

  it('offers a bay that becomes free to who waits longest, once, and its ticket serves it', async () => {
    const [car] = await fullOfEv()
    await wait('KL2A')
    still.world.slip(1000)
    await wait('KL2B')
    expect((await waiting()).map(({ plate, state }) => [plate, state])).toEqual([
      ['KL2A', 'waiting'],
      ['KL2B', 'waiting'],
    ])
    await leave(still, car ?? { id: '' })
    expect((await waiting()).map(({ state }) => state)).toEqual(['offered', 'waiting'])
    // Whatever else is written, one free bay is one offer.
    await park(still, 'KL3A', { bay_class: 'suv' })
    expect((await waiting()).map(({ state }) => state)).toEqual(['offered', 'waiting'])
    expect(trailOf(still, 'waitlist.offered')).toHaveLength(1)
    const [first] = await waiting()
    const served = await post(`/api/v1/waitlist/${first?.id}/serve`)
    expect([served.status, served.json()]).toMatchObject([
      201,
      { plate: 'KL2A', bay: { id: car?.bay.id }, bay_class: 'ev' },
    ])
    expect((await waiting()).map(({ plate, state }) => [plate, state])).toEqual([['KL2B', 'waiting']])
    expect(await post(`/api/v1/waitlist/${first?.id}/serve`)).toMatchObject({ status: 409, code: 'invalid_state' })
  })

  it('offers at once where a bay is free, and when a hold runs out or a block ends', async () => {
    await fillCarBays(still, ['A01'])
    await wait('KL2A', 'car')
    expect((await waiting())[0]?.state).toBe('offered')
    still.world.slip(1000)
    await park(still, 'KL1A', { bay_class: 'ev' })
    await post('/api/v1/bays/E02/block', { reason: 'new charger', until: at('13:30') })
    await wait('KL2B')
    expect((await waiting())[1]?.state).toBe('waiting')
    still.world.slip(Date.parse(at('13:30')) - START - 6000)
    still.world.advance(6000)
    // The first, who did not come, is off the list by now.
    await expect
      .poll(async () => (await waiting()).map(({ plate, state }) => [plate, state]))
      .toEqual([['KL2B', 'offered']])
  })

  it('keeps an offered bay for five minutes, to the millisecond; then it is the next one’s turn', async () => {
    const [car] = await fullOfEv()
    await wait('KL2A')
    still.world.slip(1000)
    await wait('KL2B')
    await leave(still, car ?? { id: '' })
    const [first] = await waiting()
    const offered = Date.parse(first?.offered_at ?? '')
    expect(Date.parse(first?.offer_expires_at ?? '')).toBe(offered + 5 * 60_000)
    still.world.slip(offered + 5 * 60_000 - 1 - (START + still.world.monotonicMs() - 1000))
    await post('/api/v1/bays/A01/block', { reason: 'oil on the floor' })
    expect((await waiting()).map(({ plate, state }) => [plate, state])).toEqual([
      ['KL2A', 'offered'],
      ['KL2B', 'waiting'],
    ])
    still.world.slip(1)
    expect(await post(`/api/v1/waitlist/${first?.id}/serve`)).toMatchObject({ status: 409, code: 'invalid_state' })
    expect(trailOf(still, 'waitlist.lapsed')).toMatchObject([{ subject: first?.id, actor: 'clock' }])
    const [next, ...none] = await waiting()
    expect(none).toEqual([])
    expect(next).toMatchObject({ plate: 'KL2B', state: 'offered' })
    expect((await post(`/api/v1/waitlist/${next?.id}/serve`)).status).toBe(201)
    // Whoever was too late may wait again.
    expect((await wait('KL2A')).json()).toMatchObject({ plate: 'KL2A', offer_expires_at: null })
  })

  it('lets an offer lapse by itself, with nothing else going on, and tells staff', async () => {
    await wait('KL2A')
    still.world.slip(5 * 60_000 - 3000)
    still.world.advance(6000)
    await expect.poll(waiting).toEqual([])
    const { notices } = (await still.owner.get('/api/v1/notices')).json() as { notices: { notification: object }[] }
    expect(notices[0]?.notification).toMatchObject({ type: 'waitlist_lapsed', plate: 'KL2A' })
  })

  it('is left by who does not wait any more, and has no car twice', async () => {
    await fullOfEv()
    const row = (await wait('KL2A')).json() as { id: string }
    expect(await wait('kl-2a')).toMatchObject({ status: 409, code: 'invalid_state' })
    expect(await wait('KL1A')).toMatchObject({ status: 409, code: 'already_parked' })
    expect((await still.owner.delete(`/api/v1/waitlist/${row.id}`)).status).toBe(204)
    expect(await waiting()).toEqual([])
    expect(await still.owner.delete(`/api/v1/waitlist/${row.id}`)).toMatchObject({ code: 'invalid_state' })
    expect(await still.owner.delete('/api/v1/waitlist/none')).toMatchObject({ code: 'not_found' })
  })

  it('serves nobody while the lot is full', async () => {
    await fullOfEv()
    const row = (await wait('KL2A')).json() as { id: string }
    expect(await post(`/api/v1/waitlist/${row.id}/serve`)).toMatchObject({ status: 409, code: 'lot_full' })
    expect(await waiting()).toHaveLength(1)
  })
})

describe('the search', () => {
  const search = async (q: string) =>
    ((await still.owner.get(`/api/v1/search?${new URLSearchParams({ q })}`)).json() as SearchAnswer).matches

  it('finds cars and bookings by plate, its end, a ticket, a reference, and with a slip', async () => {
    const stay = await park(still, 'KL07BX1234')
    const booked = await paidBay(still, at('15:00'), at('16:00'), { plate: 'TN09AK7788' })
    const wash = await holdWash(still.owner, at('17:00'), { plate: 'MH12DE1433' })
    for (const [q, match, id] of [
      ['kl-07 bx 1234', 'exact', stay.id],
      ['1234', 'part', stay.id],
      ['KL07BX1243', 'near', stay.id],
      [stay.ticket, 'exact', stay.id],
      [stay.ticket.toLowerCase().replace('-', ' '), 'exact', stay.id],
      [stay.ticket.slice(2), 'exact', stay.id],
    ] as const) {
      expect([q, (await search(q))[0]]).toMatchObject([q, { match, stay: { id }, booking: null }])
    }
    expect((await search(booked.reference))[0]).toMatchObject({
      match: 'exact',
      stay: null,
      booking: { id: booked.id },
    })
    expect((await search('7788'))[0]).toMatchObject({ match: 'part', booking: { id: booked.id } })
    expect((await search('MH12DE1433'))[0]).toMatchObject({ match: 'exact', booking: { id: wash.id } })
    expect(await search('ZZ99ZZ9999')).toEqual([])
    expect(await search('---')).toEqual([])
  })

  it('finds who waits, permits, receipts, washes, and bookings of long ago, by any part and with look-alikes', async () => {
    await still.owner.post('/api/v1/waitlist', { plate: 'KL07BO5111', bay_class: 'ev' })
    const permit = {
      plate: 'KL07BO5112',
      holder: 'Asha',
      bay_class: null,
      from_date: '2025-12-05',
      to_date: '2026-03-01',
    }
    expect((await still.owner.post('/api/v1/permits', { ...permit })).status).toBe(201)
    const wash = await holdWash(still.owner, at('17:00'), { plate: 'KL07BO5113' })
    await still.owner.post(`/api/v1/bookings/${wash.id}/confirm`)
    await still.owner.post(`/api/v1/bookings/${wash.id}/payments`, { method: 'cash' })
    const told = (matches: SearchAnswer['matches']) =>
      matches.map(({ match, booking, wash: job, waiting, permit: one, receipt }) => [
        match,
        [booking && 'booking', job && 'wash', waiting && 'waiting', one && 'permit', receipt && 'receipt']
          .filter(Boolean)
          .join(' '),
      ])
    const found = told(await search('7BO511'))
    expect(found.slice(0, 2)).toEqual([
      ['part', 'waiting'],
      ['part', 'booking wash'],
    ])
    expect(found.slice(2).map(([, what]) => what)).toEqual(expect.arrayContaining(['permit', 'receipt']))
    // O for 0, B for 8, 5 for S: read as what they look like.
    expect(told(await search('KLO78O5112'))).toContainEqual(['near', 'permit'])
    // The window is over, and the day before yesterday is out of it: the index knows the booking still.
    await pass(still, 20 * 24 * 3_600_000)
    expect((await search('7BO5113')).map(({ booking }) => booking?.id)).toContain(wash.id)
  })

  it('asked too often by one account is refused for a while, and by others is not', async () => {
    for (let asked = 0; asked < 600; asked += 1) await still.owner.get('/api/v1/search?q=KL')
    expect((await still.owner.get('/api/v1/search?q=KL')).code).toBe('rate_limited')
    still.world.slip(60 * 1000)
    expect((await still.owner.get('/api/v1/search?q=KL')).status).toBe(200)
  })

  it('shows a booked car once, with its booking; exact before part before near; and who has left', async () => {
    const booked = await paidBay(still, at('13:00'), at('14:00'), { plate: 'KL07BX1234' })
    const stay = await enter(still, booked)
    await park(still, 'KL07BX1235')
    const gone = await park(still, 'XKL07BX1234')
    await leave(still, gone)
    const all = await search('KL07BX1234')
    const found = all.filter(({ stay: one }) => one !== null)
    // What was paid for the booking is there, too.
    expect(all.filter(({ receipt }) => receipt !== null)).toMatchObject([{ match: 'exact', stay: null, booking: null }])
    expect(found.map(({ match, stay: one }) => [match, one?.plate, one?.state])).toEqual([
      ['exact', 'KL07BX1234', 'parked'],
      ['part', 'XKL07BX1234', 'exited'],
      ['near', 'KL07BX1235', 'parked'],
    ])
    expect(found[0]).toMatchObject({ stay: { id: stay.id }, booking: { id: booked.id } })
  })
})
