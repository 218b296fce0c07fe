import BetterSqlite3, { type Database } from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { CommitQueue } from '../../../src-server/store/sqlite/commit-queue.ts'
import { StoreWriteError } from '../../../src-server/store/store.ts'

describe('the commit queue', () => {
  let db: Database
  let said: string[]
  let queue: CommitQueue
  /** Business time, which each write and each commit can take some of. */
  let now: number
  let commitMs: number
  beforeEach(() => {
    said = []
    db = new BetterSqlite3(':memory:', { verbose: (sql) => hear(String(sql)) })
    db.exec(`PRAGMA foreign_keys = ON;
      CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE line (n INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT`)
    now = 1_764_938_722_000
    commitMs = 0
    queue = new CommitQueue(db, { now: () => now, giveWay, begin: () => {}, rolledBack: () => {} })
    said.length = 0
  })

  const giveWay = (): void => {
    said.push('give way')
  }
  function hear(sql: string): void {
    said.push(sql)
    if (sql === 'COMMIT') now += commitMs
  }
  const insert = (n: number) => async () => {
    db.prepare('INSERT INTO line VALUES (?, NULL)').run(n)
    return n
  }
  const lines = () => db.prepare<[], number>('SELECT n FROM line ORDER BY n').pluck().all()
  const times = (sql: string) => said.filter((line) => line === sql).length

  it('lets writes that wait together share one commit', async () => {
    const written = await Promise.all(Array.from({ length: 50 }, (_, n) => queue.enqueue(insert(n))))
    expect(written).toEqual(Array.from({ length: 50 }, (_, n) => n))
    expect(lines()).toHaveLength(50)
    expect([times('BEGIN IMMEDIATE'), times('COMMIT'), times('ROLLBACK')]).toEqual([1, 1, 0])
  })

  it('never lets more than 64 share one', async () => {
    await Promise.all(Array.from({ length: 65 }, (_, n) => queue.enqueue(insert(n))))
    expect(times('COMMIT')).toBe(2)
  })

  it('tells nobody "done" before the commit', async () => {
    const order: string[] = []
    const first = queue.enqueue(insert(1)).then(() => order.push(`first, after ${times('COMMIT')} commits`))
    const second = queue.enqueue(insert(2)).then(() => order.push(`second, after ${times('COMMIT')} commits`))
    await Promise.all([first, second])
    expect(order).toEqual(['first, after 1 commits', 'second, after 1 commits'])
  })

  it('runs the writes one after another, in the order they came', async () => {
    const order: string[] = []
    const slow = async () => {
      order.push('slow begins')
      await Promise.resolve()
      await Promise.resolve()
      order.push('slow ends')
    }
    await Promise.all([queue.enqueue(slow), queue.enqueue(async () => order.push('next'))])
    expect(order).toEqual(['slow begins', 'slow ends', 'next'])
  })

  it('a write that throws takes nothing else with it, and leaves nothing behind', async () => {
    const first = queue.enqueue(insert(1))
    const broken = queue.enqueue(async () => {
      await insert(2)()
      throw new TypeError('a bug')
    })
    const results = await Promise.allSettled([first, broken, queue.enqueue(insert(3))])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await expect(broken).rejects.toThrow(new TypeError('a bug'))
    expect(lines()).toEqual([1, 3])
    expect(times('COMMIT')).toBe(1)
  })

  it('a commit that fails is told to everybody in it, and nothing of it stays', async () => {
    const first = queue.enqueue(insert(1))
    const orphan = queue.enqueue(async () => db.prepare('INSERT INTO line VALUES (2, 99)').run())
    const results = await Promise.allSettled([first, orphan, queue.enqueue(insert(3))])
    for (const result of results) {
      expect(result.status).toBe('rejected')
      expect((result as PromiseRejectedResult).reason).toBeInstanceOf(StoreWriteError)
    }
    expect(lines()).toEqual([])
    expect(db.inTransaction).toBe(false)
    await expect(queue.enqueue(insert(4))).resolves.toBe(4)
    expect(lines()).toEqual([4])
  })

  it('a transaction that the disk has rolled back is over for everybody in it', async () => {
    // SQLite itself rolls the whole transaction back when a disk is full or gone; OR ROLLBACK does the same.
    db.exec('INSERT INTO line VALUES (7, NULL)')
    const first = queue.enqueue(insert(1))
    const full = queue.enqueue(async () => db.prepare('INSERT OR ROLLBACK INTO line VALUES (7, NULL)').run())
    const results = await Promise.allSettled([first, full, queue.enqueue(insert(3))])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    // What nobody was told "done" for must not be there.
    expect(lines()).toEqual([7])
    expect((results[2] as PromiseRejectedResult).reason).toBeInstanceOf(StoreWriteError)
    await expect(queue.enqueue(insert(4))).resolves.toBe(4)
  })

  it('a store that cannot be written says so, and works again when it can', async () => {
    db.pragma('query_only = ON')
    await expect(queue.enqueue(insert(1))).rejects.toThrow(StoreWriteError)
    db.pragma('query_only = OFF')
    await expect(queue.enqueue(insert(2))).resolves.toBe(2)
  })

  it('takes a write that is enqueued while another runs', async () => {
    let later: Promise<number> | undefined
    await queue.enqueue(async () => {
      later = queue.enqueue(insert(2))
      await insert(1)()
    })
    await expect(later).resolves.toBe(2)
    expect(lines()).toEqual([1, 2])
  })

  it('is idle once everything enqueued is committed', async () => {
    void queue.enqueue(insert(1))
    void queue.enqueue(insert(2))
    await queue.idle()
    expect(lines()).toEqual([1, 2])
    await queue.idle()
  })

  it('begins each commit, and not each write, with its stamp', async () => {
    let begun = 0
    const begin = (): void => {
      begun += 1
      expect(db.inTransaction).toBe(true)
    }
    const stamped = new CommitQueue(db, { now: () => now, giveWay, begin, rolledBack: () => {} })
    await Promise.all([stamped.enqueue(insert(1)), stamped.enqueue(insert(2))])
    await stamped.enqueue(insert(3))
    expect(begun).toBe(2)
  })

  it('tells of what was taken back: one request’s work, and a commit that failed', async () => {
    let takenBack = 0
    const watched = new CommitQueue(db, {
      now: () => now,
      giveWay,
      begin: () => {},
      rolledBack: () => (takenBack += 1),
    })
    const broken = watched.enqueue(async () => {
      throw new Error('no')
    })
    await Promise.all([watched.enqueue(insert(1)), expect(broken).rejects.toThrow('no')])
    expect(takenBack).toBe(1)
    const orphan = watched.enqueue(async () => db.prepare('INSERT INTO line VALUES (2, 99)').run())
    await expect(orphan).rejects.toBeInstanceOf(StoreWriteError)
    expect(takenBack).toBe(2)
  })

  it('lets as many share a commit as it is told', async () => {
    const narrow = new CommitQueue(
      db,
      { now: () => now, giveWay, begin: () => {}, rolledBack: () => {} },
      { mostInOneCommit: 1 },
    )
    await Promise.all([1, 2, 3].map((n) => narrow.enqueue(insert(n))))
    expect(times('COMMIT')).toBe(3)
  })

  it('gives way as writes come in, and before each of them', async () => {
    await Promise.all([1, 2].map((n) => queue.enqueue(insert(n))))
    const order = said.filter((line) => line === 'give way' || line.startsWith('INSERT INTO line'))
    expect(order.map((line) => (line === 'give way' ? line : 'write'))).toEqual([
      'give way',
      'give way',
      'give way',
      'write',
      'give way',
      'write',
    ])
  })

  describe('towards a tick', () => {
    const work = (n: number, ms: number) => async () => {
      now += ms
      return insert(n)()
    }
    const commits = () => said.filter((line) => line === 'COMMIT' || line.startsWith('INSERT INTO line'))
    const sharedBy = () =>
      commits()
        .map((line) => (line === 'COMMIT' ? '|' : 'w'))
        .join('')

    it('takes as many along as are done before it, and the rest afterwards, in their order', async () => {
      now += 990
      const watch = { now: () => now, giveWay, begin: () => {}, rolledBack: () => {} }
      const narrow = new CommitQueue(db, watch, { mostInOneCommit: 4 })
      const order: number[] = []
      const noted = (n: number) => async () => {
        order.push(n)
        return work(n, 4)()
      }
      const all = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => narrow.enqueue(noted(n))))
      expect(all).toEqual([1, 2, 3, 4, 5, 6, 7])
      expect(sharedBy()).toBe('www|wwww|')
      expect(order).toEqual(all)
    })

    it('leaves the commit itself the time that commits have taken lately', async () => {
      commitMs = 12
      for (let n = 100; n < 130; n += 1) await queue.enqueue(insert(n))
      now = Math.ceil(now / 1000) * 1000 + 980
      said.length = 0
      await Promise.all([1, 2, 3, 4].map((n) => queue.enqueue(work(n, 5))))
      expect(sharedBy()).toBe('ww|ww|')
    })

    it('begins with a crowd after the tick, when the commit would run into it', async () => {
      commitMs = 12
      await queue.enqueue(insert(100))
      now = Math.ceil(now / 1000) * 1000 + 990
      const tickAt = now + 10
      let begunAt = 0
      const first = queue.enqueue(async () => (begunAt = now))
      const second = queue.enqueue(insert(2))
      for (let turn = 0; turn < 20; turn += 1) {
        await new Promise((resume) => setImmediate(resume))
        now += 1
      }
      await Promise.all([first, second])
      expect(begunAt).toBe(tickAt)
    })

    it('lets a lone write begin at any time', async () => {
      commitMs = 12
      await queue.enqueue(insert(100))
      now = Math.ceil(now / 1000) * 1000 + 990
      await expect(queue.enqueue(insert(1))).resolves.toBe(1)
    })

    it('lets a write that is longer than the time left have a commit of its own, and waits for no tick', async () => {
      now += 999
      await Promise.all([1, 2, 3].map((n) => queue.enqueue(work(n, n === 1 ? 50 : 0))))
      expect(sharedBy()).toBe('w|ww|')
    })

    it('is not misled for long by a clock that is set while it commits', async () => {
      for (const step of [3_600_000, -3_600_000]) {
        commitMs = step
        await queue.enqueue(insert(step))
        commitMs = 0
        for (let n = 1; n <= 30; n += 1) await queue.enqueue(insert(step + n))
        now = Math.ceil(now / 1000) * 1000 + 900
        said.length = 0
        await Promise.all([40, 41, 42].map((n) => queue.enqueue(work(step + n, 40))))
        expect(sharedBy()).toBe('www|')
        now = Math.ceil(now / 1000) * 1000 + 970
        said.length = 0
        await Promise.all([50, 51, 52].map((n) => queue.enqueue(work(step + n, 40))))
        expect(sharedBy()).toBe('w|ww|')
      }
    })
  })
})
