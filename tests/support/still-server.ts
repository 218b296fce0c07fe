import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { readSettings, startServer, type KerbsideServer, type PassphraseKeeper } from '../../src-server/index.ts'
import { Caller } from './caller.ts'
import { databaseLook, plantAcross } from './database-look.ts'
import { ownSite } from './own-site.ts'
import { readFont } from './print-fonts.ts'
import { StillWorld } from './still-world.ts'

/** The original's example instant, on the demo site's clock: a Friday, a quarter to one in the afternoon. */
export const NOON = '2025-12-05T12:45:22+05:30'

export interface StillOptions {
  readonly startAt?: string
  /** The demo site, a fresh one that is set up at once (the default), or one that still waits for its first start. */
  readonly site?: 'demo' | 'fresh' | 'none'
  readonly timezone?: string
  readonly kioskAccess?: 'open' | 'paired'
  /** Whether the fresh site has an open shift (the default), without which nobody can take money. */
  readonly shift?: boolean
  /** Whether the demo site has its week behind it; it has not unless a test is about that. */
  readonly demoHistory?: boolean
  readonly dataDir?: string
  readonly world?: StillWorld
  readonly env?: Readonly<Record<string, string>>
  /** What a desktop would bring along. */
  readonly passphraseKeeper?: PassphraseKeeper
}

export interface StillServer {
  readonly world: StillWorld
  readonly server: KerbsideServer
  readonly dataDir: string
  /** A visitor without any cookie. */
  readonly visitor: Caller
  /** The owner of the fresh site, signed in. */
  readonly owner: Caller
  /** Somebody at the staff listener who has not signed in. */
  readonly stranger: Caller
  /** Looks at the store by a connection of its own, as it is on the disk. */
  look<T>(work: (db: Database) => T): T
  /** Changes the store behind the server's back, for what has no route yet. */
  plant(sql: string): void
  /** Stops the server and keeps its data. */
  halt(): Promise<void>
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

export const OWNER = { username: 'owner', password: 'quay-lane-owner' } as const

/** What the first start asks for. */
export const setupRequest = (timezone: string) => ({
  site_name: 'Quay Lane',
  timezone,
  currency: 'INR',
  owner_name: 'Meera Pillai',
  ...OWNER,
})

/** Starts the real server in this process, on free ports of 127.0.0.1, in a world whose time stands still. */
export async function startStillServer(options: StillOptions = {}): Promise<StillServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kerbside-still-'))
  const world = options.world ?? new StillWorld(options.startAt ?? NOON)
  const settings = readSettings({
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_PORT: '0',
    KERBSIDE_STAFF_PORT: '0',
    KERBSIDE_DATA_DIR: dataDir,
    KERBSIDE_AUDIT_DIR: join(dataDir, 'audit'),
    KERBSIDE_DEMO: options.site === 'demo' ? '1' : '0',
    KERBSIDE_KIOSK_ACCESS: options.kioskAccess ?? 'open',
    KERBSIDE_NTP: 'off',
    KERBSIDE_MDNS: 'off',
    KERBSIDE_LOG_LEVEL: 'silent',
    // Those that are about it turn it on: a night passes in many others.
    KERBSIDE_BACKUP_HOUR: 'off',
    ...ownSite(dataDir),
    ...options.env,
  })
  const nowhere = join(dataDir, 'no-pages')
  const assets = { kioskDir: nowhere, consoleDir: nowhere, fontsDir: nowhere }
  const demoHistory = options.demoHistory ?? false
  const clocks = { timeSource: world, timers: world }
  const keeper = options.passphraseKeeper && { passphraseKeeper: options.passphraseKeeper }
  const server = await startServer({ settings, assets, ...clocks, ...keeper, readFont, demoHistory })
  const owner = new Caller(server.staffUrl)
  if ((options.site ?? 'fresh') === 'fresh' && options.dataDir === undefined) {
    const done = await owner.post('/api/v1/setup', setupRequest(options.timezone ?? 'Asia/Kolkata'))
    if (done.status !== 201) throw new Error(`the site could not be set up: ${done.text}`)
    if (options.shift ?? true) await openShift(owner)
  }
  const file = join(dataDir, 'kerbside.sqlite')
  const { database } = settings
  return {
    world,
    server,
    dataDir,
    visitor: new Caller(server.publicUrl),
    owner,
    stranger: new Caller(server.staffUrl),
    look(work) {
      if (database !== undefined) return work(databaseLook(database.url, database.siteId))
      const db = new BetterSqlite3(file, { readonly: true })
      try {
        return work(db)
      } finally {
        db.close()
      }
    },
    plant(sql) {
      if (database !== undefined) return plantAcross(database.url, database.siteId, sql)
      const db = new BetterSqlite3(file, { timeout: 5000 })
      db.exec(sql)
      db.close()
    },
    halt: () => server.stop(),
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** How many rows each table has that a customer's request could write to, as they are on the disk. */
export function rowCounts(still: StillServer): Record<string, number> {
  const tables = ['booking', 'allocation', 'payment', 'tender', 'request_once', 'event', 'device', 'session', 'user']
  return still.look((db) =>
    Object.fromEntries(
      tables.map((name) => [name, db.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number]),
    ),
  )
}

/** Opens a shift with an empty drawer. */
async function openShift(staff: Caller): Promise<void> {
  const opened = await staff.post('/api/v1/shifts', { float_minor: 0 })
  if (opened.status !== 201) throw new Error(`no shift could be opened: ${opened.text}`)
}

/** Signs somebody in at the staff listener. */
export async function signIn(still: StillServer, account: { username: string; password: string }): Promise<Caller> {
  const caller = new Caller(still.server.staffUrl)
  const answer = await caller.post('/api/v1/session', account)
  if (answer.status !== 201) throw new Error(`${account.username} could not sign in: ${answer.text}`)
  return caller
}

/** Signs in somebody who was given a password, and chooses one of their own. */
export async function settleIn(
  still: StillServer,
  { username, temporary, password }: { username: string; temporary: string; password: string },
): Promise<Caller> {
  const caller = await signIn(still, { username, password: temporary })
  const body = { password: temporary, new_password: password }
  const chosen = await caller.send('PUT', '/api/v1/session/password', body)
  if (chosen.status !== 204) throw new Error(`${username} could not choose a password: ${chosen.text}`)
  return caller
}

export interface Kiosk {
  readonly caller: Caller
  readonly id: string
  readonly name: string
}

/** Pairs a kiosk by a code that the given member of staff asks for. */
export async function pairKiosk(still: StillServer, staff: Caller, name?: string): Promise<Kiosk> {
  const made = await staff.post('/api/v1/devices/pairing-codes', name === undefined ? undefined : { device_name: name })
  const caller = new Caller(still.server.publicUrl)
  const paired = await caller.post('/api/v1/devices/pair', { code: (made.json() as { code: string }).code })
  if (paired.status !== 201) throw new Error(`the kiosk could not be paired: ${paired.text}`)
  return { caller, ...(paired.json() as { device: { id: string; name: string } }).device }
}
