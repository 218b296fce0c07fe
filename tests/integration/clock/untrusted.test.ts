import { afterEach, describe, expect, it } from 'vitest'
import { OWNER, signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { book, follow, hold, manage, type Held } from '../../support/wash.ts'
import { accept, choosePin, logOf, startClockWorld, timeOf, type ClockWorld } from './clock-world.ts'

const HOUR = 3_600_000
const SLOT = '2025-12-05T15:00:00+05:30'

let parts: ClockWorld
let again: StillServer
afterEach(() => again.stop())

/** What was booked before the machine went off and came back with another idea of the time. */
async function afterReboot(wallMs: number, offMs: number): Promise<{ held: Held; unpaid: Held; paid: Held }> {
  parts = await startClockWorld([])
  await choosePin(parts.still)
  await accept(parts.still.owner)
  const { visitor } = parts.still
  const [held, unpaid, paid] = [
    await hold(visitor, SLOT),
    await hold(visitor, SLOT),
    await hold(visitor, '2025-12-05T16:00:00+05:30'),
  ]
  for (const booking of [unpaid, paid]) await manage(visitor, booking, 'confirm')
  await parts.still.owner.post(`/api/v1/bookings/${paid.id}/payments`, { method: 'cash' })
  await parts.still.halt()
  parts.world.slip(offMs)
  parts.world.reboot()
  parts.world.stepWall(wallMs)
  again = await startStillServer({ dataDir: parts.still.dataDir, world: parts.world })
  return { held, unpaid, paid }
}

const statesOf = async (...bookings: Held[]) =>
  Promise.all(bookings.map(async (one) => ((await follow(again.visitor, one)).json() as Held).state))

describe.each([
  ['rollback', -HOUR, 10_000],
  ['forward_suspect', 40 * HOUR, 10_000],
] as const)('%s', (state, wallMs, offMs) => {
  it('takes no new bookings, and expires none', async () => {
    const { held, unpaid } = await afterReboot(wallMs, offMs)
    expect(await timeOf(again)).toMatchObject({ clock_state: state, epoch: 2 })
    const refused = await book(again.visitor, '2025-12-06T15:00:00+05:30')
    expect([refused.status, refused.code]).toEqual([503, 'clock_untrusted'])
    for (let minutes = 0; minutes < 30; minutes += 1) {
      parts.world.advance(60_000)
      await statesOf(held)
    }
    expect(await statesOf(held, unpaid)).toEqual(['held', 'awaiting_payment'])
  })

  it('still takes what is due, cars in, and cars out', async () => {
    const { held, unpaid, paid } = await afterReboot(wallMs, offMs)
    parts.world.advance(20 * 60_000)
    const owner = await signIn(again, OWNER)
    const act = async (booking: Held, what: string, body?: unknown) =>
      (await owner.post(`/api/v1/bookings/${booking.id}/${what}`, body)).status
    expect(await act(unpaid, 'payments', { method: 'cash' })).toBe(201)
    expect(await act(paid, 'check-in')).toBe(200)
    expect(await act(paid, 'complete')).toBe(200)
    expect((await manage(again.visitor, held, 'cancel')).status).toBe(200)
    expect(await statesOf(held, unpaid, paid)).toEqual(['cancelled', 'confirmed', 'completed'])
  })

  it('lasts over another start of the program, until somebody vouches; then the overdue expire', async () => {
    const { held, unpaid } = await afterReboot(wallMs, offMs)
    parts.world.advance(20 * 60_000)
    await again.halt()
    again = await startStillServer({ dataDir: parts.still.dataDir, world: parts.world })
    expect(await timeOf(again)).toMatchObject({ clock_state: state, epoch: 2 })
    // Somebody sets the clock right first.
    parts.world.stepWall(-wallMs)
    parts.world.advance(1000)
    expect((await timeOf(again)).clock_state).toBe(state)
    expect((await accept(await signIn(again, OWNER))).status).toBe(200)
    expect((await timeOf(again)).clock_state).toBe('trusted')
    expect(logOf(again).at(-1)).toMatchObject({ from_state: state, to_state: 'trusted' })
    expect(Math.abs((await timeOf(again)).server_ms - parts.world.trueMs())).toBeLessThan(1)
    parts.world.advance(1000)
    await expect.poll(() => statesOf(held, unpaid)).toEqual(['expired', 'expired'])
    expect((await book(again.visitor, SLOT)).status).toBe(201)
  })
})

describe('a new boot with a clock that may be right', () => {
  it.each([0, 35 * HOUR])('%i ms later is provisional, and takes bookings', async (offMs) => {
    await afterReboot(0, offMs)
    expect(await timeOf(again)).toMatchObject({ clock_state: 'provisional', epoch: 2 })
    expect((await book(again.visitor, '2025-12-08T15:00:00+05:30')).status).toBe(201)
  })
})
