import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { Caller } from '../support/caller.ts'
import { ClockComparison, monotonicMs } from './clock-comparison.ts'
import { faketimeEnvironment, setWallClock } from './libfaketime.ts'

const program = join(import.meta.dirname, '../../out/server/headless.js')
const PIN = '2468'

/** The real server in a process of its own, whose OS clock a test can set. */
export class TamperedServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'kerbside-tampered-'))
  readonly #clockFile = join(this.dataDir, 'wall-clock')
  readonly #library: string
  #process: ChildProcess | undefined
  /** What the present process has said on standard error. */
  #said: string[] = []
  #publicUrl = ''
  #owner: Caller | undefined
  #comparison: ClockComparison | undefined

  constructor(library: string) {
    this.#library = library
    setWallClock(this.#clockFile, 0)
  }

  get visitor(): Caller {
    return new Caller(this.#publicUrl)
  }

  get owner(): Caller {
    if (this.#owner === undefined) throw new Error('the server has not started')
    return this.#owner
  }

  get comparison(): ClockComparison {
    if (this.#comparison === undefined) throw new Error('the server has not started')
    return this.#comparison
  }

  get pid(): number {
    return this.#process?.pid ?? 0
  }

  /** Sets the OS clock of the server. @returns the moments between which it happened, by the monotonic clock in ms */
  setWallClock(seconds: number): { readonly after: number; readonly before: number } {
    const after = monotonicMs()
    setWallClock(this.#clockFile, seconds)
    return { after, before: monotonicMs() }
  }

  async start(): Promise<void> {
    const server = spawn(process.execPath, [program], {
      env: { ...process.env, ...this.#environment() },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = server
    this.#said = []
    server.stderr.setEncoding('utf8').on('data', (text: string) => this.#said.push(text))
    const { public_url, staff_url } = await readyLine(server).catch((cause: unknown) => {
      throw new Error(`the server did not start: ${this.#said.join('')}`, { cause })
    })
    this.#publicUrl = public_url
    this.#comparison = await ClockComparison.open(public_url)
    this.#owner = new Caller(staff_url)
    const answer = await this.#owner.post('/api/v1/session', { username: 'owner', password: 'harbour-owner' })
    if (answer.status !== 201) throw new Error(answer.text)
  }

  #environment(): Record<string, string> {
    return {
      ...faketimeEnvironment(this.#library, this.#clockFile),
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '0',
      KERBSIDE_DATA_DIR: this.dataDir,
      KERBSIDE_AUDIT_DIR: join(this.dataDir, 'audit'),
      KERBSIDE_DEMO: '1',
      KERBSIDE_KIOSK_ACCESS: 'open',
      KERBSIDE_NTP: 'off',
      KERBSIDE_MDNS: 'off',
      KERBSIDE_LOG_LEVEL: 'info',
    }
  }

  /** Ends the program; SIGKILL is a crash. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const server = this.#process
    this.#comparison?.close()
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await gone
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL')
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  async report(): Promise<ClockReport> {
    return (await this.owner.get('/api/v1/clock')).json() as ClockReport
  }

  async accept(): Promise<ClockReport> {
    const answer = await this.owner.post('/api/v1/clock/accept', { pin: PIN, reason: 'the test put it right' })
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.json() as ClockReport
  }

  /** When the lines of the present process's log were written, by the log itself, in ms since the epoch. */
  logTimes(): number[] {
    const lines = this.#said.join('').split('\n')
    return lines
      .filter((line) => line.startsWith('{'))
      .map((line) => Date.parse((JSON.parse(line) as { time: string }).time))
  }

  /** Makes the next start one on another boot: what tells one from the next is written with each commit. */
  rebootMeanwhile(): void {
    this.database((db) => db.prepare("UPDATE store_state SET mark_boot_id = 'another boot'").run())
    // The fingerprint in it would tell that the store was changed behind the server's back.
    rmSync(join(this.dataDir, 'store-state.json'))
  }

  /** Looks into the store, or changes it behind the server's back. */
  database<T>(work: (db: Database) => T): T {
    const db = new BetterSqlite3(join(this.dataDir, 'kerbside.sqlite'), { timeout: 5000 })
    try {
      return work(db)
    } finally {
      db.close()
    }
  }
}

function readyLine(server: ChildProcess): Promise<{ public_url: string; staff_url: string }> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
    if (server.stdout === null) return reject(new Error('it says nothing'))
    createInterface({ input: server.stdout }).once('line', (line) => {
      resolve(JSON.parse(line) as { public_url: string; staff_url: string })
    })
  })
}

/** Asks again until it is so, or too late. @param mostMs how long to go on, in ms */
export async function until<T>(look: () => T | Promise<T>, isSo: (value: T) => boolean, mostMs = 10_000): Promise<T> {
  const end = monotonicMs() + mostMs
  for (;;) {
    const value = await look()
    if (isSo(value)) return value
    if (monotonicMs() > end) throw new Error(`still ${JSON.stringify(value)}`)
    await new Promise((resume) => setTimeout(resume, 20))
  }
}
