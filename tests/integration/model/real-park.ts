import { scryptSync } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { OWNER, startStillServer, type StillServer } from '../../support/still-server.ts'
import { NOON, RestartableWorld } from '../clock/clock-world.ts'

export const PIN = '2468'
/** scrypt at its lowest cost, of the PIN and of the owner's password: thousands of them are checked. */
const CHEAP_PIN = 'scrypt$2$1$1$AAAAAAAAAAAAAAAAAAAAAA$'

export interface Request {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly key?: string
  /** A customer's own token: the request goes to the public listener, over a socket. */
  readonly token?: string
  /** A customer who has none yet. */
  readonly isPublic?: boolean
}

export interface Answer {
  /** `ok`, or the code of the refusal. */
  readonly outcome: string
  readonly body: unknown
}

/** The real server on a real folder, in a world whose time stands still. */
export class RealPark {
  readonly world = new RestartableWorld(NOON)
  readonly #folders: string[] = []
  #still!: StillServer
  #cookie = ''
  #db: Database | undefined

  static async open(): Promise<RealPark> {
    const park = new RealPark()
    await park.#start(park.#newFolder())
    const setup = { site_name: 'Quay Lane', timezone: 'Asia/Kolkata', currency: 'INR', owner_name: 'Meera Pillai' }
    await park.#must('POST', '/api/v1/setup', { ...setup, ...OWNER, template: 'small' })
    park.#cheapen()
    await park.#signIn()
    return park
  }

  #newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'kerbside-model-'))
    this.#folders.push(folder)
    return folder
  }

  async #start(dataDir: string): Promise<void> {
    this.#still = await startStillServer({ dataDir, site: 'none', world: this.world })
  }

  /** Stops the server and starts it on what it left: its own folder, or what lay on the disk when the power went. */
  restart(how: 'stop' | 'power cut'): Promise<void> {
    return this.goOnIn(how === 'stop' ? this.#still.dataDir : this.copyOfDisk())
  }

  /** What a power cut would leave at this moment. @param folder a copy that is made anew, if there is one */
  copyOfDisk(folder = this.#newFolder()): string {
    rmSync(folder, { recursive: true, force: true })
    cpSync(this.#still.dataDir, folder, { recursive: true })
    return folder
  }

  /** Stops the server and starts it on another folder; whatever it still writes goes down with it. */
  async goOnIn(folder: string): Promise<void> {
    this.#db?.close()
    this.#db = undefined
    await this.#still.halt()
    await this.#start(folder)
  }

  /** Changes the store behind the server's back. */
  plant(sql: string): void {
    this.#still.plant(sql)
  }

  async close(): Promise<void> {
    this.#db?.close()
    await this.#still.halt()
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true })
  }

  /** The store as it is on the disk, by a connection that can only read. */
  get db(): Database {
    return (this.#db ??= new BetterSqlite3(join(this.#still.dataDir, 'kerbside.sqlite'), { readonly: true }))
  }

  /** Does a request; a session that has run out is opened anew. */
  async send(request: Request): Promise<Answer> {
    const answer = await this.#once(request)
    if (answer.outcome !== 'unauthenticated') return answer
    await this.#signIn()
    return this.#once(request)
  }

  async businessTime(): Promise<number> {
    const { body } = await this.send({ method: 'GET', path: '/api/v1/time' })
    return (body as { server_ms: number }).server_ms
  }

  async #once({ method, path, body, key, token, isPublic = false }: Request): Promise<Answer> {
    const keyed = key === undefined ? {} : { 'idempotency-key': key }
    if (token !== undefined || isPublic) {
      const own = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const { status, text } = await this.#still.visitor.send(method, path, body, { ...keyed, ...own })
      return read(status, text)
    }
    const headers = {
      cookie: this.#cookie,
      ...keyed,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const sent = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body))
    const {
      status,
      headers: given,
      body: bytes,
    } = await this.#still.server.handle({ method, url: path, headers, body: sent })
    const cookie = given['set-cookie']
    if (cookie !== undefined) this.#cookie = String(Array.isArray(cookie) ? cookie[0] : cookie).split(';')[0] ?? ''
    return read(status, isText(given['content-type']) ? new TextDecoder().decode(bytes) : '')
  }

  async #must(method: string, path: string, body: unknown): Promise<void> {
    const { outcome } = await this.#once({ method, path, body })
    if (outcome !== 'ok') throw new Error(`${method} ${path}: ${outcome}`)
  }

  async #signIn(): Promise<void> {
    this.#cookie = ''
    await this.#must('POST', '/api/v1/session', OWNER)
  }

  #cheapen(): void {
    const hash = (secret: string) => CHEAP_PIN + cheapKey(secret)
    this.#still.plant(`UPDATE user SET pin_hash = '${hash(PIN)}', password_hash = '${hash(OWNER.password)}'`)
  }
}

function cheapKey(secret: string): string {
  return scryptSync(secret, Buffer.alloc(16), 32, { N: 2, r: 1, p: 1 }).toString('base64url')
}

const isText = (type: string | readonly string[] | undefined) => String(type).includes('json')

function read(status: number, text: string): Answer {
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  if (status < 300) return { outcome: 'ok', body }
  return { outcome: (body as { code?: string } | undefined)?.code ?? `status ${status}`, body }
}
