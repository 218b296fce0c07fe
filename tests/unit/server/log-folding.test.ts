import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CommitQueue } from '../../../src-server/store/sqlite/commit-queue.ts'

describe('folding the log in', () => {
  const SECOND = 1_764_938_722_000
  const PAGE = 4096
  let folder: string
  let db: Database
  let now: number
  let queue: CommitQueue
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-folding-'))
    db = new BetterSqlite3(join(folder, 'store.sqlite'))
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = OFF')
    db.exec('CREATE TABLE filler (bytes BLOB) STRICT')
    now = SECOND
    queue = new CommitQueue(db, { now: () => now, giveWay: () => {}, begin: () => {}, rolledBack: () => {} })
  })
  afterEach(() => {
    db.close()
    rmSync(folder, { recursive: true })
  })

  /** What has reached the store's own file, pages. */
  const folded = () => statSync(join(folder, 'store.sqlite')).size / PAGE
  const write = (pages: number) =>
    queue.enqueue(async () => db.prepare('INSERT INTO filler VALUES (zeroblob(?))').run(pages * PAGE))

  it('waits for the beginning of a second, however late a rush comes', async () => {
    now = SECOND + 700
    for (let commit = 0; commit < 30; commit += 1) await write(100)
    expect(folded()).toBeLessThan(50)
    now = SECOND + 1100
    await write(1)
    expect(folded()).toBeGreaterThan(3000)
  })

  it('leaves a short log as it is', async () => {
    for (let commit = 0; commit < 15; commit += 1) await write(100)
    expect(folded()).toBeLessThan(50)
  })

  it('does not wait when the log has grown very long', async () => {
    now = SECOND + 700
    for (let commit = 0; commit < 65; commit += 1) await write(1000)
    expect(folded()).toBeGreaterThan(40_000)
  })
})
