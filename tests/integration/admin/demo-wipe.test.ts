import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../support/caller.ts'
import { pairKiosk, signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { openSocket } from '../../support/test-socket.ts'
import { choosePin, PIN, trail } from './admin-world.ts'

const FORM = {
  site_name: 'Quay Lane',
  timezone: 'Europe/Dublin',
  currency: 'EUR',
  owner_name: 'Aoife Byrne',
  username: 'aoife',
  password: 'ten letters',
}

describe('wiping the demo site', () => {
  let still: StillServer
  let owner: Caller
  beforeEach(async () => {
    still = await startStillServer({ site: 'demo', kioskAccess: 'paired' })
    owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
  })
  afterEach(() => still.stop())

  const wipe = (by = owner, pin = PIN) => by.post('/api/v1/demo/wipe', { pin })
  const seconds = async () => ((await still.visitor.get('/api/v1/time')).json() as { server_ms: number }).server_ms

  it('leaves the store as at the first start, with the clock running on', async () => {
    still.world.advance(60_000)
    const before = await seconds()
    const stamp = still.look((db) => db.prepare('SELECT last_stamp FROM store_state').pluck().get() as number)
    const done = await wipe()
    expect([done.status, done.text]).toEqual([204, ''])
    expect((await still.stranger.get('/api/v1/setup')).json()).toMatchObject({ needed: true })
    expect((await still.visitor.get('/api/v1/site')).code).toBe('setup_needed')
    expect(await seconds()).toBe(before)
    const left = still.look((db) => {
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
      return tables
        .filter((name) => !name.startsWith('sqlite_'))
        .filter((name) => (db.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number) > 0)
    })
    expect(left.toSorted()).toEqual(['event', 'store_state'])
    expect(trail(still, 'store.demo_wiped')).toMatchObject([{ data: { username: 'owner' } }])
    expect(still.look((db) => db.prepare('SELECT last_stamp FROM store_state').pluck().get())).toBeGreaterThanOrEqual(
      stamp,
    )
    expect(readdirSync(still.dataDir).filter((name) => name.startsWith('kerbside-'))).toEqual([])
    // Nothing of it can be read from the file either.
    const page = still.look((db) => db.serialize()).toString('latin1')
    expect(page).not.toContain('Harbour')
    expect(page).not.toContain('KL07BX1234')
  })

  it('ends every session, kiosk and socket', async () => {
    const kiosk = await pairKiosk(still, owner)
    const attendant = await signIn(still, { username: 'attendant', password: 'harbour-attendant' })
    const { user } = (await attendant.get('/api/v1/session')).json() as { user: { id: string } }
    const socket = await openSocket(still.server.staffUrl, `/ws/notifications/${user.id}/`, {
      cookie: attendant.cookie,
      origin: still.server.staffUrl,
    })
    await wipe()
    expect((await socket.closed).code).toBe(4401)
    for (const gone of [owner, attendant]) expect((await gone.get('/api/v1/session')).code).toBe('unauthenticated')
    expect((await kiosk.caller.get('/api/v1/devices/self')).code).toBe('not_paired')
  })

  it('is followed by a real site, which can never be wiped', async () => {
    await wipe()
    const first = await still.stranger.post('/api/v1/setup', FORM)
    expect(first.status).toBe(201)
    await still.stranger.send('PUT', '/api/v1/session/pin', { password: FORM.password, pin: PIN })
    expect((await wipe(still.stranger)).code).toBe('not_demo')
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({ name: 'Quay Lane', demo: false })
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({ name: 'Quay Lane', demo: false })
  })

  it('needs the PIN', async () => {
    expect((await wipe(owner, '1111')).code).toBe('wrong_pin')
    expect((await still.visitor.get('/api/v1/site')).status).toBe(200)
  })

  it('happens once, though two ask for it, and loses no write that comes meanwhile', async () => {
    const admin = await signIn(still, { username: 'admin', password: 'harbour-admin' })
    const answers = await Promise.all([wipe(owner), wipe(admin), still.visitor.get('/api/v1/site'), wipe(owner)])
    expect(answers.filter(({ status }) => status === 204).length).toBeGreaterThanOrEqual(1)
    expect(answers.every(({ status }) => status < 500 || status === 503)).toBe(true)
    expect(trail(still, 'store.demo_wiped')).toHaveLength(1)
    expect((await still.stranger.post('/api/v1/setup', FORM)).status).toBe(201)
  })

  it('that cannot be prepared changes nothing', async () => {
    // Something that cannot be removed stands where the new store would be made.
    const draft = join(still.dataDir, 'kerbside-new.sqlite')
    mkdirSync(draft)
    writeFileSync(join(draft, 'in-the-way'), '')
    const refused = await wipe()
    expect([refused.status, refused.code]).toEqual([503, 'store_read_only'])
    expect((await owner.get('/api/v1/session')).status).toBe(200)
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({ demo: true })
    renameSync(draft, join(still.dataDir, 'elsewhere'))
    expect((await wipe()).status).toBe(204)
  })

  it('while another program holds the store changes nothing, and the server goes on', async () => {
    const other = new BetterSqlite3(join(still.dataDir, 'kerbside.sqlite'))
    other.exec('BEGIN; SELECT * FROM site')
    other.prepare('SELECT * FROM site').get()
    const refused = await wipe()
    expect([refused.status, refused.code]).toEqual([503, 'store_read_only'])
    other.exec('COMMIT')
    other.close()
    expect((await owner.get('/api/v1/session')).status).toBe(200)
    expect((await owner.delete('/api/v1/session')).status).toBe(204)
  })

  it('that was cut off before the end leaves the old store; the next one begins afresh', async () => {
    await still.halt()
    // As a crash leaves it: the old store folded into its file, a draft beside it, perhaps half written.
    const old = new BetterSqlite3(join(still.dataDir, 'kerbside.sqlite'))
    old.pragma('journal_mode = DELETE')
    old.close()
    writeFileSync(join(still.dataDir, 'kerbside-new.sqlite'), 'half a file')
    writeFileSync(join(still.dataDir, 'kerbside-new.sqlite-wal'), 'half a log')
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'none', kioskAccess: 'paired' })
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({ demo: true })
    owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
    expect((await wipe()).status).toBe(204)
    expect(existsSync(join(still.dataDir, 'kerbside-new.sqlite-wal'))).toBe(false)
  })

  it('is remembered: started as a demo again, it waits for its setup, as often as it is started', async () => {
    await wipe()
    for (let start = 0; start < 2; start += 1) {
      await still.halt()
      still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
      expect((await still.stranger.get('/api/v1/setup')).json()).toMatchObject({ needed: true })
      expect((await still.visitor.get('/api/v1/site')).code).toBe('setup_needed')
      expect(still.server.demoAccounts).toEqual([])
    }
    expect((await still.stranger.post('/api/v1/setup', FORM)).status).toBe(201)
  })

  it('that was cut off after the end has happened', async () => {
    await wipe()
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'none', kioskAccess: 'paired' })
    expect((await still.stranger.get('/api/v1/setup')).json()).toMatchObject({ needed: true })
  })
})

it('a real site is not wiped, whoever asks', async () => {
  const still = await startStillServer()
  await choosePin(still)
  expect((await still.owner.post('/api/v1/demo/wipe', { pin: PIN })).code).toBe('not_demo')
  expect((await still.visitor.get('/api/v1/site')).status).toBe(200)
  await still.stop()
})

it.each([
  ['full', 40, 2, 3],
  ['small', 10, 1, 3],
  ['empty', 0, 0, 0],
])(
  'a first start from the %s template has %i bays, %i wash bays and %i services',
  async (template, bays, wash, services) => {
    const still = await startStillServer({ site: 'none' })
    expect((await still.stranger.post('/api/v1/setup', { ...FORM, template })).status).toBe(201)
    const counts = still.look((db) => [
      db.prepare("SELECT count(*) FROM resource WHERE kind = 'bay'").pluck().get(),
      db.prepare("SELECT count(*) FROM resource WHERE kind = 'wash_bay'").pluck().get(),
      db.prepare('SELECT count(*) FROM service').pluck().get(),
    ])
    expect(counts).toEqual([bays, wash, services])
    expect((await still.stranger.get('/api/v1/lot/layout')).status).toBe(200)
    await still.stop()
  },
)
