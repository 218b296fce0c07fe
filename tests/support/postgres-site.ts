import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { onTestFinished, vi } from 'vitest'
import { Caller, type Answer } from './caller.ts'
import { databaseLook } from './database-look.ts'
import { siteOf } from './own-site.ts'
import { startTestServer, type TestServer } from './test-server.ts'
import { washAt } from './wash.ts'

/** An hour after the demo site's noon, when both of its bays are free. */
export const SLOT = '2025-12-05T15:00:00+05:30'

/** A demo site in a PostgreSQL database, with a server whose time runs as everywhere. */
export interface PostgresSite {
  readonly test: TestServer
  readonly visitor: Caller
  readonly siteId: string
  look<T>(work: (db: Database) => T): T
  /** Asks for a wash under an Idempotency-Key of the plate's own. */
  book(plate: string, start?: string): Promise<Answer>
  /** How many bookings a plate has. */
  bookings(plate: string): number
  readiness(): Promise<readonly [number, unknown]>
  /** Resolves once the server says that it is ready again. */
  ready(withinMs: number): Promise<void>
}

interface SiteOptions {
  /** The database as the test reaches it. */
  readonly lookUrl?: string
  /** What the server is called among those of its site. */
  readonly server?: string
  /** The site of another server; one of its own otherwise. */
  readonly siteId?: string
  readonly startAt?: string
}

/**
 * Starts a server that is stopped after the test.
 * @param url the database as the server reaches it
 */
export async function startPostgresSite(
  url: string,
  { lookUrl = url, server = 'first', siteId, startAt }: SiteOptions = {},
): Promise<PostgresSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-postgres-site-'))
  // Also where the server does not start. What is registered last is done first.
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const site = siteId ?? siteOf(dataDir)
  const env = {
    KERBSIDE_DATABASE_URL: url,
    KERBSIDE_SITE: site,
    KERBSIDE_SERVER: server,
    KERBSIDE_LOG_LEVEL: 'silent',
  }
  const test = await startTestServer({ dataDir, env, ...(startAt !== undefined && { startAt }) })
  onTestFinished(() => test.stop())
  const visitor = new Caller(test.publicUrl)
  const look = <T>(work: (db: Database) => T) => work(databaseLook(lookUrl, site))
  return {
    test,
    visitor,
    siteId: site,
    look,
    book: (plate, start = SLOT) =>
      visitor.post('/api/v1/bookings', washAt(start, { plate }), { 'idempotency-key': `key-of-${plate}` }),
    bookings: (plate) =>
      look((db) => db.prepare('SELECT count(*) FROM booking WHERE plate = ?').pluck().get(plate)) as number,
    async readiness() {
      const answer = await visitor.get('/readyz')
      return [answer.status, answer.json()] as const
    },
    async ready(timeout) {
      const isReady = async () => (await visitor.get('/readyz')).status === 200
      await vi.waitUntil(isReady, { timeout, interval: 100 })
    },
  }
}
