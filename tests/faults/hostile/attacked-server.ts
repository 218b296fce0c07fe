import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Caller } from '../../support/caller.ts'
import { OWNER, setupRequest } from '../../support/still-server.ts'
import { rows } from '../../support/store-look.ts'
import { look } from '../kept.ts'
import { ServerProcess } from '../server-process.ts'

const collectsWhenTold = new URL('collects-when-told.ts', import.meta.url).href
const DAY_MS = 86_400_000
/** What the clock writes by itself, and columns of when somebody was last seen. */
const CLOCKS_OWN = ['store_state', 'clock_log']
const SEEN = 'seen_at'

/** The built server on a site of its own that takes paired kiosks only, with its owner and one of them. */
export class AttackedServer {
  readonly process: ServerProcess
  readonly dataDir: string
  readonly owner: Caller
  readonly kiosk: Caller
  readonly kioskId: string

  private constructor(process: ServerProcess, dataDir: string, owner: Caller, kiosk: Caller, kioskId: string) {
    this.process = process
    this.dataDir = dataDir
    this.owner = owner
    this.kiosk = kiosk
    this.kioskId = kioskId
  }

  /** @param env settings besides those of every attacked server */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<AttackedServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-hostile-'))
    const site = { KERBSIDE_DEMO: '0', KERBSIDE_KIOSK_ACCESS: 'paired', KERBSIDE_TIMEZONE: 'Asia/Kolkata' }
    const options = { NODE_OPTIONS: `--import=${collectsWhenTold}` }
    const server = await ServerProcess.start(dataDir, { env: { ...site, ...options, ...env } })
    const owner = new Caller(server.staffUrl)
    await must(owner.post('/api/v1/setup', setupRequest('Asia/Kolkata')))
    await must(owner.post('/api/v1/shifts', { float_minor: 0 }))
    const pin = { password: OWNER.password, pin: '2468' }
    await must(owner.send('PUT', '/api/v1/session/pin', pin))
    const kiosk = new Caller(server.publicUrl)
    const { code } = (await must(owner.post('/api/v1/devices/pairing-codes'))) as { code: string }
    const { device } = (await must(kiosk.post('/api/v1/devices/pair', { code }))) as { device: { id: string } }
    return new AttackedServer(server, dataDir, owner, kiosk, device.id)
  }

  get publicUrl(): string {
    return this.process.publicUrl
  }

  /** Open slots of the cheapest wash, tomorrow's first. @param days how many days of them */
  async slots(days: number): Promise<readonly string[]> {
    const dates = Array.from({ length: days }, (_, day) => new Date(Date.now() + (day + 2) * DAY_MS).toISOString())
    const answers = await Promise.all(
      dates.map((date) => this.kiosk.get(`/api/v1/availability/wash?service_id=exterior&date=${date.slice(0, 10)}`)),
    )
    const slots = answers.flatMap((answer) => (answer.json() as { slots: { start: string; state: string }[] }).slots)
    return slots.filter(({ state }) => state === 'open').map(({ start }) => start)
  }

  /** Looks at the store as it lies on the disk. */
  look<T>(work: (db: Database) => T): T {
    return look(this.dataDir, work)
  }

  /** What the store holds, all of it but what the clock writes: by table, how many rows, and their hash. */
  contents(): Readonly<Record<string, string>> {
    return this.look((db) => {
      const tables = rows<{ name: string }>(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      const watched = tables.filter(({ name }) => !name.startsWith('sqlite_') && !CLOCKS_OWN.includes(name))
      return Object.fromEntries(
        watched.map(({ name }) => {
          const all = rows<Record<string, unknown>>(db, `SELECT * FROM ${name}`)
          const hash = createHash('sha256').update(JSON.stringify(all.map((row) => ({ ...row, [SEEN]: 0 }))))
          return [name, `${all.length} rows, ${hash.digest('base64url').slice(0, 12)}`]
        }),
      )
    })
  }

  async stop(): Promise<void> {
    await this.process.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

async function must(asked: ReturnType<Caller['get']>): Promise<unknown> {
  const answer = await asked
  if (answer.status >= 300) throw new Error(`the server under attack could not be set up: ${answer.text}`)
  return answer.text === '' ? undefined : answer.json()
}
