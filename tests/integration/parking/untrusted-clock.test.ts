import { afterEach, describe, expect, it } from 'vitest'
import type { ExitQuote } from '../../../src-shared/api/stay-schemas.ts'
import {
  askToLeave,
  at,
  checkIn,
  choosePin,
  leave,
  paidBay,
  park,
  payQuote,
  PIN,
  stateOf,
  trailOf,
} from '../../support/parking.ts'
import { OWNER, startStillServer, type StillServer } from '../../support/still-server.ts'
import { accept, RestartableWorld, NOON } from '../clock/clock-world.ts'

const HOUR = 3_600_000

let still: StillServer
afterEach(() => still.stop())

/** What was parked and booked before the machine went off and came back with an impossible time. */
async function comeBack(prepare: () => Promise<void>, wallMs = 40 * HOUR): Promise<void> {
  const world = new RestartableWorld(NOON)
  still = await startStillServer({ world })
  await choosePin(still)
  await prepare()
  await still.halt()
  world.slip(10_000)
  world.reboot()
  world.stepWall(wallMs)
  still = await startStillServer({ dataDir: still.dataDir, world })
  await still.owner.post('/api/v1/session', OWNER)
}

describe('while the clock cannot be trusted', () => {
  it('no bay is offered and none is held', async () => {
    await comeBack(async () => {})
    const query = new URLSearchParams({ start: at('14:00', 3), end: at('15:00', 3) })
    const asked = await still.visitor.get(`/api/v1/availability/parking?${query}`)
    expect([asked.status, asked.code]).toEqual([503, 'clock_untrusted'])
    const body = { kind: 'parking', bay_class: 'car', start: at('14:00', 3), end: at('15:00', 3), plate: 'KL1A' }
    expect(await still.visitor.post('/api/v1/bookings', body)).toMatchObject({ status: 503, code: 'clock_untrusted' })
  })

  it('nothing of the lot happens by itself: no no-show, no overstay, no bay kept longer', async () => {
    let booked = { id: '' }
    await comeBack(async () => {
      booked = await paidBay(still, at('13:00'), at('14:00'))
    })
    const before = still.look((db) => db.prepare('SELECT * FROM allocation').all())
    for (let minutes = 0; minutes < 5; minutes += 1) {
      still.world.advance(1000)
      await still.visitor.get('/healthz')
    }
    expect((await stateOf(still, booked)).state).toBe('confirmed')
    expect(still.look((db) => db.prepare('SELECT * FROM allocation').all())).toEqual(before)
  })

  it('a car is let out by its length of stay only where somebody says when it left', async () => {
    let stay = { id: '' }
    await comeBack(async () => {
      stay = await park(still, 'KL1A')
    })
    expect(await askToLeave(still, stay)).toMatchObject({ status: 503, code: 'clock_untrusted' })
    expect(await leave(still, stay)).toMatchObject({ status: 503, code: 'clock_untrusted' })
    const body = { left_at: at('14:00'), reason: 'by the radio', pin: PIN }
    const quote = (await askToLeave(still, stay, body)).json() as ExitQuote
    expect(quote).toMatchObject({ left_at: at('14:00'), amount: { amount_minor: 400 } })
    await payQuote(still, quote)
    const out = await leave(still, stay)
    expect([out.status, out.json()]).toMatchObject([200, { exited_at: at('14:00') }])
    expect(trailOf(still, 'stay.exited')[0]?.data).toMatchObject({ clock_state: 'forward_suspect' })
  })

  it('the fee for a lost ticket needs no clock, nor does a permit', async () => {
    let [lost, permitted] = [{ id: '' }, { id: '' }]
    await comeBack(async () => {
      still.plant(
        "INSERT INTO permit (id, plate, holder, bay_class, valid_from, valid_to) VALUES ('p', 'KL1B', 'Asha', NULL, 0, 9e15)",
      )
      lost = await park(still, 'KL1A')
      permitted = await park(still, 'KL1B')
    })
    const quote = (await askToLeave(still, lost, { lost_ticket: true })).json() as ExitQuote
    expect(quote.amount.amount_minor).toBe(2000)
    await payQuote(still, quote)
    for (const stay of [lost, permitted]) expect((await leave(still, stay)).status).toBe(200)
  })

  it.each([-HOUR, 40 * HOUR])('cars come in, booked and not, and a booked one goes out (%i ms)', async (wallMs) => {
    let booked = { id: '' }
    await comeBack(async () => {
      booked = await paidBay(still, at('13:00'), at('14:00'))
    }, wallMs)
    expect((await park(still, 'KL1C', { bay_class: 'suv' })).state).toBe('parked')
    expect((await checkIn(still, booked)).status).toBe(200)
    const [stay] = still.look((db) => db.prepare('SELECT id FROM stay WHERE booking_id = ?').all(booked.id)) as {
      id: string
    }[]
    expect((await leave(still, stay ?? { id: '' })).status).toBe(200)
    expect((await stateOf(still, booked)).state).toBe('completed')
  })

  it('a car that came by the wrong time keeps the length of its stay once the clock is set right', async () => {
    let before = { id: '' }
    await comeBack(async () => {
      before = await park(still, 'KL1A')
    })
    const came = await park(still, 'KL1B')
    const mended = await park(still, 'KL1C')
    const right = { entered_at: NOON, reason: 'by the radio', pin: PIN }
    await still.owner.post(`/api/v1/stays/${mended.id}/correct-entry`, right)
    still.world.stepWall(-40 * HOUR)
    still.world.advance(1000)
    expect((await accept(still.owner)).status).toBe(200)
    await still.owner.post('/api/v1/session', OWNER)
    const enteredAt = async ({ id }: { id: string }) =>
      ((await still.owner.get(`/api/v1/stays/${id}`)).json() as { entered_at: string }).entered_at
    // Ten seconds after the others: so long was the machine off.
    expect(Math.abs(Date.parse(await enteredAt(came)) - Date.parse(NOON) - 10_000)).toBeLessThan(2000)
    expect([await enteredAt(before), await enteredAt(mended)].map((iso) => Date.parse(iso))).toEqual([
      Date.parse(NOON),
      Date.parse(NOON),
    ])
  })
})
