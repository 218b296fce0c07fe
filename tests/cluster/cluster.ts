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

interface Member {
  readonly name: string
  readonly publicPort: number
  readonly consoleUrl: string
  readonly pid: number | undefined
}

/** Servers of one site with all that they stand on, on loopback; programs that are missing are installed where that may be. */
export class Cluster {
  readonly url: string
  readonly ca: string
  readonly servers: readonly Member[]
  readonly #stop: () => Promise<void>

  private constructor(parts: Pick<Cluster, 'url' | 'ca' | 'servers'>, stop: () => Promise<void>) {
    this.url = parts.url
    this.ca = parts.ca
    this.servers = parts.servers
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

async function begin(folder: string, count: number, undo: Undo): Promise<Pick<Cluster, 'url' | 'ca' | 'servers'>> {
  const database = await withProgress('PostgreSQL', async () => {
    const found = await findPostgres()
    if (found.obstacle !== undefined) throw new Error(found.obstacle)
    const postgres = await TestPostgres.start(found.folder, { fsync: true })
    undo.push(() => postgres.remove())
    return postgres.database()
  })
  const bus = await withProgress('Redis', async () => {
    const found = await findRedis()
    if (found.obstacle !== undefined) throw new Error(found.obstacle)
    const redis = await TestRedis.start(found.program)
    undo.push(() => redis.kill())
    return redis.url
  })
  const servers: Member[] = []
  for (let number = 1; number <= count; number += 1) {
    // One after the other: the first one makes the schema and the demo site.
    servers.push(await withProgress(`Server ${number}`, () => startServer(folder, number, { database, bus }, undo)))
  }
  const found = await findNginx()
  if (found.obstacle !== undefined) throw new Error(found.obstacle)
  const ports = { http: await freePort(), https: await freePort(), kerbside: servers.map((one) => one.publicPort) }
  const nginx = new Nginx(found.program, join(folder, 'nginx'), ports)
  await nginx.prepare()
  await withProgress('nginx', () => nginx.start())
  undo.push(() => nginx.stop())
  return { url: nginx.url, ca: nginx.ca, servers }
}

async function startServer(
  folder: string,
  number: number,
  { database, bus }: { readonly database: string; readonly bus: string },
  undo: Undo,
): Promise<Member> {
  const name = `server-${number}`
  const publicPort = await freePort()
  const server = new HeadlessServer({
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_PORT: String(publicPort),
    KERBSIDE_STAFF_PORT: String(await freePort()),
    KERBSIDE_DATA_DIR: join(folder, name),
    KERBSIDE_DATABASE_URL: database,
    KERBSIDE_SITE: 'harbour-street',
    KERBSIDE_SERVER: name,
    KERBSIDE_BUS_URL: bus,
    KERBSIDE_DEMO: '1',
    KERBSIDE_KIOSK_ACCESS: 'open',
    KERBSIDE_LOG_LEVEL: 'error',
    KERBSIDE_ALLOWED_HOSTS: PARK,
    KERBSIDE_TRUSTED_PROXIES: '127.0.0.1',
  })
  undo.push(() => server.stop())
  const { console_url: consoleUrl = '' } = await server.ready()
  return { name, publicPort, consoleUrl, pid: server.pid }
}
