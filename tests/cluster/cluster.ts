import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/free-port.ts'
import { HeadlessServer } from '../support/headless-server.ts'
import { findNginx, Nginx, PARK } from '../support/nginx.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { TestPostgres } from '../support/postgres.ts'
import { findRedis, TestRedis } from '../support/redis.ts'
import { withProgress } from '../../tools/terminal/progress.ts'

export const SITE = 'harbour-street'

/** One server of the cluster, which can be ended and started again where it was. */
export class Member {
  readonly name: string
  readonly publicPort: number
  readonly #env: Readonly<Record<string, string>>
  #server: HeadlessServer | undefined
  consoleUrl = ''

  constructor(name: string, publicPort: number, env: Readonly<Record<string, string>>) {
    this.name = name
    this.publicPort = publicPort
    this.#env = env
  }

  get pid(): number | undefined {
    return this.#server?.pid
  }

  /** Resolves once it serves. */
  async start(): Promise<void> {
    this.#server = new HeadlessServer(this.#env)
    const { console_url: consoleUrl = '' } = await this.#server.ready()
    this.consoleUrl = consoleUrl
  }

  /** @param signal SIGTERM as an administrator would, SIGKILL as a crash */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#server?.stop(signal)
  }
}

/** Servers of one site with all that they stand on, on loopback; programs that are missing are installed where that may be. */
export class Cluster {
  readonly url: string
  readonly ca: string
  readonly servers: readonly Member[]
  readonly postgres: TestPostgres
  readonly database: string
  readonly redis: TestRedis
  readonly #stop: () => Promise<void>

  private constructor(parts: Parts, stop: () => Promise<void>) {
    this.url = parts.url
    this.ca = parts.ca
    this.servers = parts.servers
    this.postgres = parts.postgres
    this.database = parts.database
    this.redis = parts.redis
    this.#stop = stop
  }

  /** @throws Error that says what is missing on this machine */
  static async start(count: number): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'kerbside-cluster-'))
    const undo: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })]
    const stop = async () => {
      for (const step of undo.reverse()) await step()
    }
    try {
      return new Cluster(await begin(folder, count, undo), stop)
    } catch (error) {
      await stop()
      throw error
    }
  }

  stop(): Promise<void> {
    return this.#stop()
  }
}

type Undo = (() => Promise<unknown>)[]
type Parts = Pick<Cluster, 'url' | 'ca' | 'servers' | 'postgres' | 'database' | 'redis'>

async function begin(folder: string, count: number, undo: Undo): Promise<Parts> {
  const postgres = await withProgress('PostgreSQL', async () => {
    const found = await findPostgres()
    if (found.obstacle !== undefined) throw new Error(found.obstacle)
    const started = await TestPostgres.start(found.folder, { fsync: true })
    undo.push(() => started.remove())
    return started
  })
  const database = await postgres.database()
  const redis = await withProgress('Redis', async () => {
    const found = await findRedis()
    if (found.obstacle !== undefined) throw new Error(found.obstacle)
    const started = await TestRedis.start(found.program)
    undo.push(() => started.kill())
    return started
  })
  const servers: Member[] = []
  for (let number = 1; number <= count; number += 1) {
    // One after the other: the first one makes the schema and the demo site.
    servers.push(
      await withProgress(`Server ${number}`, () => startServer(folder, number, { database, bus: redis.url }, undo)),
    )
  }
  const found = await findNginx()
  if (found.obstacle !== undefined) throw new Error(found.obstacle)
  const ports = { http: await freePort(), https: await freePort(), kerbside: servers.map((one) => one.publicPort) }
  const nginx = new Nginx(found.program, join(folder, 'nginx'), ports)
  await nginx.prepare()
  await withProgress('nginx', () => nginx.start())
  undo.push(() => nginx.stop())
  return { url: nginx.url, ca: nginx.ca, servers, postgres, database, redis }
}

async function startServer(
  folder: string,
  number: number,
  { database, bus }: { readonly database: string; readonly bus: string },
  undo: Undo,
): Promise<Member> {
  const name = `server-${number}`
  const publicPort = await freePort()
  const server = new Member(name, publicPort, {
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_PORT: String(publicPort),
    KERBSIDE_STAFF_PORT: String(await freePort()),
    KERBSIDE_DATA_DIR: join(folder, name),
    KERBSIDE_DATABASE_URL: database,
    KERBSIDE_SITE: SITE,
    KERBSIDE_SERVER: name,
    KERBSIDE_BUS_URL: bus,
    KERBSIDE_DEMO: '1',
    KERBSIDE_KIOSK_ACCESS: 'open',
    KERBSIDE_LOG_LEVEL: 'error',
    KERBSIDE_ALLOWED_HOSTS: PARK,
    KERBSIDE_TRUSTED_PROXIES: '127.0.0.1',
  })
  undo.push(() => server.end('SIGTERM'))
  await server.start()
  return server
}
