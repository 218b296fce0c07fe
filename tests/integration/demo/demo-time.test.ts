import BetterSqlite3 from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { TimeUpdate } from '../../../src-shared/protocol/time-socket.ts'
import type { Answer, Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillOptions, type StillServer } from '../../support/still-server.ts'
import { openSocket } from '../../support/test-socket.ts'
import { PIN, trail } from '../admin/admin-world.ts'
import { rows } from './demo-rows.ts'

const HOUR = 3_600_000
const START = '2025-12-05T12:45:22+05:30'

let still: StillServer
let owner: Caller
afterEach(() => still.stop())

async function start(options: StillOptions = {}): Promise<void> {
  still = await startStillServer({ site: 'demo', startAt: START, ...options })
  owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
}

const leap = (name: string, by = owner) => by.post('/api/v1/demo/time', { leap: name })
const time = async () => (await still.visitor.get('/api/v1/time')).json() as TimeUpdate
const now = async () => (await time()).server_ms

describe('a demo whose time is put ahead', () => {
  it('has its tick tell the step, as a new epoch with how far it is ahead', async () => {
    await start()
    const socket = await openSocket(still.server.publicUrl, '/ws/time/')
    expect(await time()).not.toHaveProperty('demo_ahead_ms')
    const { epoch } = await time()
    const answer = await leap('two_hours')
    expect([answer.status, answer.json()]).toEqual([
      200,
      { server_time: '2025-12-05T14:45:22+05:30', demo_ahead_ms: 2 * HOUR },
    ])
    still.world.advance(1000)
    expect((await socket.soFar()).at(-1)).toMatchObject({
      type: 'time_update',
      time_24h: '14:45:23',
      epoch: epoch + 1,
      demo_ahead_ms: 2 * HOUR,
      clock_state: 'provisional',
    })
  })

  it('is written to the trail and the clock’s log with the name of who did it', async () => {
    await start()
    await leap('hour')
    expect(trail(still, 'clock.put_ahead')).toMatchObject([{ data: { wall_ahead_ms: HOUR, epoch: 2 } }])
    const report = (await owner.get('/api/v1/clock')).json() as { demo_ahead_ms: number; log: unknown[] }
    expect(report.demo_ahead_ms).toBe(HOUR)
    expect(report.log[0]).toMatchObject({ what: 'put_ahead', actor_name: 'Meera Pillai', wall_ahead_ms: HOUR })
  })

  it('has lived through that time: what was due has expired, and a past slot stays past', async () => {
    await start()
    const held = () =>
      still.look((db) => rows(db, "SELECT id FROM booking WHERE state IN ('held', 'awaiting_payment')"))
    expect(held()).toHaveLength(2)
    const slots = async () => {
      const { wash_services: services } = (await still.visitor.get('/api/v1/site')).json() as {
        wash_services: { id: string }[]
      }
      const asked = `/api/v1/availability/wash?service_id=${services[0]!.id}&date=2025-12-05`
      return ((await still.visitor.get(asked)).json() as { slots: { start: string; state: string }[] }).slots
    }
    const open = (await slots()).find(({ state }) => state === 'open')!
    await leap('two_hours')
    still.world.advance(2000)
    await expect.poll(held).toHaveLength(0)
    expect((await slots()).find((slot) => slot.start === open.start)?.state).toBe('past')
    const { wash_services: services } = (await still.visitor.get('/api/v1/site')).json() as {
      wash_services: { id: string }[]
    }
    const body = { kind: 'wash', service_id: services[0]!.id, start: open.start, plate: 'KL07ZZ0001' }
    const refused = await still.visitor.post('/api/v1/bookings', body, { 'idempotency-key': 'past-slot-000000001' })
    expect(refused.code).toBe('slot_past')
  })

  it('goes to the next nine o’clock, which is tomorrow’s once today’s is past', async () => {
    await start({ startAt: '2025-12-05T08:59:59+05:30' })
    expect((await leap('next_morning')).json()).toMatchObject({ server_time: '2025-12-05T09:00:00+05:30' })
    expect((await leap('next_morning')).json()).toMatchObject({ server_time: '2025-12-06T09:00:00+05:30' })
  })

  it('keeps whoever is signed in, and knows its time after a restart', async () => {
    await start()
    for (let day = 0; day < 3; day += 1) expect((await leap('next_morning')).status).toBe(200)
    expect((await owner.get('/api/v1/session')).status).toBe(200)
    still.world.advance(1000)
    const before = await now()
    const { demo_ahead_ms: ahead } = await time()
    await still.halt()
    still = await startStillServer({ site: 'demo', dataDir: still.dataDir, world: still.world })
    expect(await time()).toMatchObject({ server_ms: before, demo_ahead_ms: ahead, clock_state: 'trusted' })
  })

  it('goes no further than four weeks, and never back', async () => {
    await start()
    let last: Pick<Answer, 'status' | 'code'> = { status: 200, code: undefined }
    let count = 0
    while (last.status === 200) {
      const before = await now()
      last = await leap('next_morning')
      expect(await now()).toBeGreaterThanOrEqual(before)
      count += 1
    }
    expect([last.code, count]).toEqual(['invalid_request', 29])
    for (const body of [{ leap: 'back' }, { minutes: -60 }, { leap: 'hour', to: START }, {}])
      expect((await owner.post('/api/v1/demo/time', body)).code).toBe('invalid_request')
  })

  it('is in true time again once it is wiped; a real site after it has no such time', async () => {
    await start()
    const before = await now()
    await leap('next_morning')
    expect((await owner.post('/api/v1/demo/wipe', { pin: PIN })).status).toBe(204)
    expect(await time()).not.toHaveProperty('demo_ahead_ms')
    expect(await now()).toBe(before)
    expect(trail(still, 'clock.put_right')).toHaveLength(1)
    const form = {
      site_name: 'Quay Lane',
      timezone: 'Europe/Dublin',
      currency: 'EUR',
      owner_name: 'Aoife Byrne',
      username: 'aoife',
      password: 'ten letters',
    }
    expect((await still.stranger.post('/api/v1/setup', form)).status).toBe(201)
    expect((await leap('hour', still.stranger)).code).toBe('not_demo')
  })

  it('is in true time again, too, where the wipe was cut off before its end', async () => {
    await start()
    const before = await now()
    await leap('hour')
    expect((await owner.post('/api/v1/demo/wipe', { pin: PIN })).status).toBe(204)
    await still.halt()
    // As a crash leaves it: nobody has sealed the store.
    rmSync(join(still.dataDir, 'store-state.json'))
    still.plant(`UPDATE store_state SET mark_demo_ahead_ms = ${HOUR}, mark_business_ms = mark_business_ms + ${HOUR}`)
    still = await startStillServer({ site: 'none', dataDir: still.dataDir, world: still.world })
    expect(await time()).not.toHaveProperty('demo_ahead_ms')
    expect(await now()).toBe(before)
  })

  it('is refused to the attendant, and to anybody at a real site, by the route and by the store itself', async () => {
    await start()
    const attendant = await signIn(still, { username: 'attendant', password: 'harbour-attendant' })
    expect((await leap('hour', attendant)).code).toBe('forbidden')
    expect((await still.visitor.post('/api/v1/demo/time', { leap: 'hour' })).status).toBe(404)
    expect(() => still.plant('UPDATE store_state SET mark_demo_ahead_ms = 1; UPDATE site SET demo = 0')).toThrow(
      'a real site begins in true time',
    )
    await still.stop()
    still = await startStillServer()
    expect((await leap('hour', still.owner)).code).toBe('not_demo')
    const db = new BetterSqlite3(join(still.dataDir, 'kerbside.sqlite'))
    expect(() => db.exec('UPDATE store_state SET mark_demo_ahead_ms = 1')).toThrow('only the time of a demo site')
    db.close()
  })
})
