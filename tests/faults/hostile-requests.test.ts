import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Caller } from '../support/caller.ts'
import { openRaw } from '../support/raw-connection.ts'
import { needs } from '../support/needs.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { overlaps } from '../support/store-look.ts'
import { AttackedServer } from './hostile/attacked-server.ts'
import { Dice } from './hostile/dice.ts'
import { hostileRequest, routesOf } from './hostile/hostile-requests.ts'
import { heldMegabytes, memoryObstacle } from './hostile/memory.ts'
import { rawRequest } from './hostile/raw-requests.ts'
import type { Pool } from './hostile/schema-values.ts'

/** `KERBSIDE_HOSTILE_REQUESTS` sets another number. */
const REQUESTS = Number(process.env['KERBSIDE_HOSTILE_REQUESTS'] ?? 20_000)
const ATTACKERS = 16
/** In so many parts of five: what nobody sends by the contract, nobody as bytes, and kiosk and owner by the contract. */
const SHARES = { nobody: 2 / 5, raw: 1 / 5, known: 2 / 5 }

describe('requests of any kind', () => {
  let server: AttackedServer
  let pool: Pool
  beforeAll(async () => {
    server = await AttackedServer.start()
    // Bookings that are over, so that nothing comes to an end by itself meanwhile, and tokens that nobody holds.
    pool = { ...(await poolOf(server, 'cancelled')), token: ['y'.repeat(43)] }
  }, 60_000)
  afterAll(() => server.stop())

  const seed = testSeed(12)
  /** By how much the server grew with requests that it should have nothing of, MB. */
  const grew: number[] = []
  const held = async () => (memoryObstacle === undefined ? heldMegabytes(server.process.pid) : 0)

  /** So many attackers at once, each with dice of its own. */
  async function crowd(
    count: number,
    salt: number,
    attack: (dice: Dice) => Promise<string>,
  ): Promise<Map<string, number>> {
    const outcomes = new Map<string, number>()
    let begun = 0
    await Promise.all(
      Array.from({ length: ATTACKERS }, async (_, index) => {
        const dice = new Dice(seededRandom((seed * 100 + salt) * 1000 + index))
        while (begun < count) {
          begun += 1
          const outcome = await attack(dice)
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
      }),
    )
    return outcomes
  }

  function tell(what: string, outcomes: ReadonlyMap<string, number>, grown: number): void {
    const count = [...outcomes.values()].reduce((sum, one) => sum + one, 0)
    const list = [...outcomes]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([outcome, times]) => `${outcome}: ${times}`)
    console.log(`seed ${seed}: ${count} requests ${what}: ${list.join(', ')}; RSS + ${grown.toFixed(1)} MB`)
  }

  /** Sends a request that the contract's schemas made. @returns its status @throws Error on a 5xx, with what was sent */
  async function send(caller: Caller, keys: readonly string[], dice: Dice, succeeded?: Set<string>): Promise<string> {
    const request = hostileRequest(keys, pool, dice)
    const { status, text } = await caller.send(request.method, request.path, request.body, request.headers)
    if (status >= 500) throw new Error(`${JSON.stringify(request)} was answered ${status}: ${text}`)
    if (status < 300) succeeded?.add(request.key)
    return String(status)
  }

  it('by nobody: no 5xx, nothing written', async () => {
    const [atPublic, atStaff] = [new Caller(server.publicUrl), new Caller(server.process.staffUrl)]
    const [publicKeys, staffKeys] = [routesOf('public', true), routesOf('staff', true)]
    const attack = (dice: Dice) =>
      dice.chance(0.5) ? send(atPublic, publicKeys, dice) : send(atStaff, staffKeys, dice)
    const before = server.contents()
    await crowd(500, 1, attack)
    const memory = await held()
    const outcomes = await crowd(REQUESTS * SHARES.nobody, 2, attack)
    const grown = (await held()) - memory
    tell('by nobody', outcomes, grown)
    grew.push(grown)
    expect(server.contents()).toEqual(before)
  })

  it('as bytes that are hardly HTTP: no 5xx, nothing written', async () => {
    const attack = async (dice: Dice): Promise<string> => {
      const sent = rawRequest(dice)
      const connection = await openRaw(dice.chance(0.7) ? server.publicUrl : server.process.staffUrl)
      connection.socket.end(sent)
      await connection.ended
      connection.socket.destroy()
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(connection.heard)?.[1] ?? 'nothing'
      if (status.startsWith('5')) throw new Error(`${JSON.stringify(sent.toString('latin1'))} was answered ${status}`)
      return status
    }
    const before = server.contents()
    await crowd(500, 3, attack)
    const memory = await held()
    const outcomes = await crowd(REQUESTS * SHARES.raw, 4, attack)
    const grown = (await held()) - memory
    tell('as bytes', outcomes, grown)
    grew.push(grown)
    expect(server.contents()).toEqual(before)
    expect((await server.kiosk.get('/healthz')).status).toBe(200)
  })

  it('leave nothing behind in memory', (test) => {
    needs(test, memoryObstacle)
    expect(grew).toHaveLength(2)
    expect(Math.max(...grew)).toBeLessThan(15)
  })

  it('by a kiosk and an owner: no 5xx, and the store stays sound', async () => {
    pool = await poolOf(server, 'held')
    const [publicKeys, staffKeys] = [routesOf('public', false), routesOf('staff', false)]
    const succeeded = new Set<string>()
    const outcomes = await crowd(REQUESTS * SHARES.known, 5, (dice) =>
      dice.chance(0.3)
        ? send(server.kiosk, publicKeys, dice, succeeded)
        : send(server.owner, staffKeys, dice, succeeded),
    )
    tell(`by a kiosk and an owner, ${succeeded.size} routes with success`, outcomes, 0)
    expect((await server.owner.get('/api/v1/session')).status).toBe(200)
    expect(succeeded.size).toBeGreaterThan(30)
    const verified = await server.owner.post('/api/v1/audit/verification')
    expect(verified.status).toBe(200)
    server.look((db) => {
      expect(overlaps(db)).toBe(0)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('foreign_key_check')).toEqual([])
    })
  })
})

/** Names that the site knows, and a few that it does not. */
async function poolOf(server: AttackedServer, state: 'held' | 'cancelled'): Promise<Pool> {
  const slots = await server.slots(6)
  const made = await Promise.all(
    slots.slice(0, 12).map((start, index) =>
      server.kiosk.post('/api/v1/bookings', {
        kind: 'wash',
        service_id: 'exterior',
        start,
        plate: `KL07BX${2000 + index}`,
      }),
    ),
  )
  const bookings = made.map((answer) => answer.json() as { id: string; manage_token: string })
  const ids = bookings.map(({ id }) => id)
  if (state === 'cancelled') for (const id of ids) await server.owner.post(`/api/v1/bookings/${id}/cancel`)
  const instants = [...slots.slice(12, 40), '2020-01-01T00:00:00Z', '9999-12-31T23:59:59+14:00', '2025-02-29T00:00:00Z']
  const dates = [...new Set(slots.map((start) => start.slice(0, 10))), '2025-02-29', '0000-01-01', '9999-12-31']
  return {
    any: ['x', 'Somebody', 'a reason', '  ', 'x'.repeat(200), '<script>alert(1)</script>', "'; DROP TABLE booking; --"],
    id: [...ids, 'none', 'R-1', 'A01', 'W1'],
    bookings: ids,
    payments: ids.map((id) => `pay-${id}`),
    'wash-jobs': ids.map((id) => `job-${id}`),
    bays: ['A01', 'B01', 'W1', 'none'],
    services: ['exterior', 'full', 'none'],
    receipts: ['R-1', 'R-2', 'R-999'],
    devices: [server.kioskId, 'none'],
    tariffs: ['tariff-1', 'none'],
    service_id: ['exterior', 'interior', 'full', 'none'],
    bay_id: ['A01', 'A02', 'B01', 'F01', 'none'],
    wash_bay_id: ['W1', 'W2', 'none'],
    start: instants,
    end: instants,
    plate: ['KL07BX1234', 'KA 01 A 1', 'x', '☃', 'ZZ99ZZ9999'],
    phone: ['+91 98470 12345', '0', '555-0100'],
    'idempotency-key': ['k1', 'k2', 'k3', 'x'.repeat(128)],
    token: [...bookings.map(({ manage_token }) => manage_token), 'y'.repeat(43)],
    pin: ['2468', '0000'],
    password: ['wrong-password'],
    username: ['owner', 'nobody'],
    date: dates,
    from: dates,
    to: dates,
    from_date: dates,
    to_date: dates,
    before: ['1', '999999', 'x'],
    opens: ['06:00', '24:00', '9'],
    closes: ['23:00', '00:00', 'x'],
    time: ['09:00', '23:59'],
    currency: ['INR', 'EUR', 'xyz'],
    timezone: ['Asia/Kolkata', 'Mars/Olympus'],
    code: ['ABCDEFGH', '0'.repeat(16), 'x'],
    version: ['nobody_saw_this_', 'x'],
    labels: ['Z1', 'Z2'],
    label: ['Z1', 'Gate'],
    entered_at: instants,
    left_at: instants,
    until: instants,
    valid_from: instants,
    booked_until: instants,
    q: ['KL07', '', '%', '_', 'x'],
  }
}
