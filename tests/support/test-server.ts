import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Random } from '../../src-server/ids/random.ts'
import { readSettings, startServer, type KerbsideServer, type PassphraseKeeper } from '../../src-server/index.ts'
import { ownSite } from './own-site.ts'
import { readFont } from './print-fonts.ts'
import { TravellingTime } from './travelling-time.ts'

/** A Friday at noon on the demo site's clock: slots before and after it, and the original's own example instant. */
export const DEFAULT_START = '2025-12-05T12:45:22+05:30'

export interface TestServerOptions {
  readonly startAt?: string
  /** The demo site (the default), or an empty store that waits for its first start. */
  readonly demo?: boolean
  readonly kioskAccess?: 'open' | 'paired'
  /** A folder to go on in; a fresh one otherwise, which goes with the server. */
  readonly dataDir?: string
  readonly port?: number
  readonly staffPort?: number
  readonly env?: Readonly<Record<string, string>>
  /** What a desktop would bring along. */
  readonly passphraseKeeper?: PassphraseKeeper
  readonly time?: TravellingTime
  /** Where ids and references come from; the system's chance otherwise. */
  readonly random?: Random
  /** The kiosk's page; as it was built otherwise. */
  readonly kioskDir?: string
  /** Whether the demo site has its week behind it; it has not unless a test is about that. */
  readonly demoHistory?: boolean
  /** Has passwords cost what they cost everywhere else. */
  readonly costlyPasswords?: boolean
}

export interface TestServer {
  readonly publicUrl: string
  readonly staffUrl: string
  readonly kioskUrl: string
  readonly consoleUrl: string
  readonly dataDir: string
  readonly time: TravellingTime
  readonly server: KerbsideServer
  readonly owner: { readonly username: string; readonly password: string }
  readonly attendant: { readonly username: string; readonly password: string }
  readonly admin: { readonly username: string; readonly password: string }
  /** Lets server time pass in no time; what depends on it happens within a second. @param ms milliseconds */
  advance(ms: number): void
  /** Stops the server; the data folder stays, so that `startTestServer` can go on with it on the same ports. */
  halt(): Promise<void>
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

/** Most tests are about something else, and an attempt at a password is made to take a quarter of a second. */
const light = { N: 2 ** 10, r: 8, p: 1 }
const lightHashing = { hashing: { password: light, pin: light } }

const built = join(import.meta.dirname, '../../out')

/** Starts the real server in this process, on free ports, with clocks that the test can move forward. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kerbside-test-'))
  const time = options.time ?? new TravellingTime(options.startAt ?? DEFAULT_START)
  const settings = readSettings({
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_PORT: String(options.port ?? 0),
    KERBSIDE_STAFF_PORT: String(options.staffPort ?? 0),
    KERBSIDE_DATA_DIR: dataDir,
    // Within it, so that it goes with it.
    KERBSIDE_AUDIT_DIR: join(dataDir, 'audit'),
    KERBSIDE_DEMO: options.demo === false ? '0' : '1',
    KERBSIDE_KIOSK_ACCESS: options.kioskAccess ?? 'open',
    KERBSIDE_NTP: 'off',
    KERBSIDE_MDNS: 'off',
    KERBSIDE_LOG_LEVEL: 'error',
    KERBSIDE_BACKUP_HOUR: 'off',
    ...ownSite(dataDir),
    ...options.env,
  })
  const kioskDir = options.kioskDir ?? join(built, 'kiosk')
  const assets = { kioskDir, consoleDir: join(built, 'renderer'), fontsDir: join(built, 'fonts') }
  const demoHistory = options.demoHistory ?? false
  const keeper = options.passphraseKeeper && { passphraseKeeper: options.passphraseKeeper }
  const chance = options.random && { random: options.random }
  const hashing = options.costlyPasswords === true ? {} : lightHashing
  const parts = { settings, assets, timeSource: time, readFont, demoHistory }
  const server = await startServer({ ...parts, ...chance, ...keeper, ...hashing })
  const { publicUrl, staffUrl, kioskUrl, consoleUrl } = server
  return {
    publicUrl,
    staffUrl,
    kioskUrl,
    consoleUrl,
    dataDir,
    time,
    server,
    owner: { username: 'owner', password: 'harbour-owner' },
    attendant: { username: 'attendant', password: 'harbour-attendant' },
    admin: { username: 'admin', password: 'harbour-admin' },
    advance: (ms) => time.advance(ms),
    halt: () => server.stop(),
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The port in an address. */
export function portOf(url: string): number {
  return Number(new URL(url).port)
}

/** The machine is switched off and on again, its wall clock set meanwhile; pages find the server where it was. */
export async function restartMachine(server: TestServer, setWallMs: number): Promise<TestServer> {
  await server.halt()
  server.time.reboot()
  server.time.setWall(setWallMs)
  const { dataDir, time } = server
  return startTestServer({ dataDir, time, port: portOf(server.publicUrl), staffPort: portOf(server.staffUrl) })
}
