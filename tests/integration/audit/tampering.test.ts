import { hash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_WIPED } from '../../../src-server/demo/demo-wiped.ts'
import type { AuditFault, AuditVerification } from '../../../src-shared/api/audit-schemas.ts'
import { startHistory, type History } from '../reports/history.ts'

/** Lines that somebody edits in the file itself, once the triggers are out of the way. */
interface Row {
  seq: number
  at: number
  kind: string
  subject: string
  actor: string
  data: string
  hash: string
}

const LINES = 60
const START = Date.parse('2025-01-02T06:00:00Z')

describe('somebody who edits the file', () => {
  let history: History
  beforeEach(async () => {
    history = await startHistory()
    for (let line = 1; line <= LINES; line += 1) {
      await history.write(new Date(START + line * 1000).toISOString(), async (tx) => {
        const data = { reference: `K-${line}`, price_minor: line * 100 }
        const event = { at: tx.at, kind: 'booking.held' as const, subject: `b${line}`, actor: 'kiosk:open', data }
        await tx.appendEvent(line % 2 === 0 ? { ...event, personal: { plate: `KL07X${line}` } } : event)
      })
      if (line % 20 === 0) await noteHead()
    }
  })
  afterEach(() => history.close())

  async function noteHead(): Promise<void> {
    const end = await history.store.read((queries) => queries.trailEnd())
    if (end === undefined) throw new Error('no trail')
    await history.heads.write({ at: new Date(START + end.seq * 1000).toISOString(), ...end, why: 'shift_closed' }, true)
  }

  function tamper(work: (db: Database) => void): void {
    history.tamper((db) => {
      db.pragma('foreign_keys = OFF')
      for (const name of ['changed', 'replaced', 'deleted']) db.exec(`DROP TRIGGER event_is_never_${name}`)
      db.exec('DROP TRIGGER event_personal_is_never_changed')
      db.transaction(() => work(db))()
    })
  }

  async function verified(): Promise<AuditVerification> {
    history.audit.verify()
    while (history.audit.verification().state === 'running') await new Promise((resume) => setImmediate(resume))
    return history.audit.verification()
  }

  async function found(): Promise<readonly (readonly [AuditFault['what'], number | null, number | null])[]> {
    const { faults, state } = await verified()
    expect(state).toBe('done')
    return faults.map(({ what, seq, to_seq }) => [what, seq, to_seq] as const)
  }

  const lines = (db: Database) => db.prepare<[], Row>('SELECT * FROM event ORDER BY seq').all()
  const put = (db: Database, row: Row) =>
    db.prepare('INSERT INTO event VALUES (@seq, @at, @kind, @subject, @actor, @data, @hash)').run(row)
  /** The hash that a line must have, worked out without the product. */
  const link = (previous: string, { seq, at, kind, subject, actor, data }: Row) =>
    hash('sha256', `${previous}\n${JSON.stringify([seq, at, kind, subject, actor, data])}`)
  const shift = (db: Database, from: number, by: number) => {
    // By way of far numbers, so that no two lines have the same one in between.
    db.exec(`UPDATE event SET seq = seq + 100000 WHERE seq >= ${from}`)
    db.exec(`UPDATE event SET seq = seq - 100000 + ${by} WHERE seq >= 100000`)
  }
  const rechain = (db: Database, from: number) => {
    let previous =
      db
        .prepare<[number], string>('SELECT hash FROM event WHERE seq = ?')
        .pluck()
        .get(from - 1) ?? ''
    for (const row of lines(db).filter(({ seq }) => seq >= from)) {
      previous = link(previous, row)
      db.prepare('UPDATE event SET hash = ? WHERE seq = ?').run(previous, row.seq)
    }
  }
  const forged = (seq: number, previous: string): Row => {
    const row = { seq, at: START, kind: 'booking.held', subject: 'forged', actor: 'kiosk:open', data: '{}', hash: '' }
    return { ...row, hash: link(previous, row) }
  }

  it('and changes nothing finds a whole trail, compared with its heads', async () => {
    expect(await found()).toEqual([])
    expect((await verified()).heads).toMatchObject({ checked: 3, newest: { seq: LINES }, superseded: 0, problem: null })
  })

  it.each([
    ['an amount', `UPDATE event SET data = replace(data, '3100', '31') WHERE seq = 31`, 31],
    ['who did it', `UPDATE event SET actor = 'user:x' WHERE seq = 7`, 7],
    ['when it was', 'UPDATE event SET at = at + 1 WHERE seq = 45', 45],
    ['the hash alone', `UPDATE event SET hash = '${'0'.repeat(64)}' WHERE seq = 12`, 12],
    ['the very first line', `UPDATE event SET subject = 'x' WHERE seq = 1`, 1],
    ['the very last line', `UPDATE event SET subject = 'x' WHERE seq = ${LINES}`, LINES],
  ])('changes %s: that line is named', async (_what, sql, seq) => {
    tamper((db) => db.exec(sql))
    const faults = await found()
    expect(faults.filter(([what]) => !what.startsWith('personal_') && !what.startsWith('trail_'))).toEqual([
      ['line_changed', seq, null],
    ])
  })

  it.each([
    [25, 25, null],
    [1, 1, null],
    [30, 34, 34],
  ])('deletes lines %i to %i: they are named', async (from, to, toSeq) => {
    tamper((db) => db.exec(`DELETE FROM event WHERE seq BETWEEN ${from} AND ${to}`))
    expect(await found()).toContainEqual(['lines_missing', from, toSeq])
  })

  it('deletes lines and gives those behind them their numbers: the gap is named all the same, and nothing else', async () => {
    tamper((db) => {
      db.exec('DELETE FROM event WHERE seq BETWEEN 25 AND 27')
      shift(db, 28, -3)
    })
    const faults = (await found()).filter(([what]) => !what.startsWith('personal_'))
    expect(faults).toEqual([
      ['lines_missing', 25, 27],
      // The heads of lines 40 and 60 do not fit any more, and three lines are gone from the end.
      ['trail_rewritten', 21, 40],
      ['trail_cut', LINES - 2, LINES],
    ])
  })

  it.each([
    ['its own right hash', true],
    ['any hash', false],
  ])('puts a line in between, with %s: it is named', async (_how, right) => {
    tamper((db) => {
      const before = lines(db)[32]
      shift(db, 34, 1)
      const row = forged(34, before?.hash ?? '')
      put(db, right ? row : { ...row, hash: 'f'.repeat(64) })
    })
    expect((await found()).filter(([what]) => !what.startsWith('personal_') && !what.startsWith('trail_'))).toEqual([
      ['lines_inserted', 34, null],
    ])
  })

  it.each([
    [31, 32],
    [15, 33],
  ])('lets lines %i and %i change places: both are named, with where they stood', async (a, b) => {
    tamper((db) => {
      db.exec(`UPDATE event SET seq = 100000 WHERE seq = ${a}; UPDATE event SET seq = ${a} WHERE seq = ${b}`)
      db.exec(`UPDATE event SET seq = ${b} WHERE seq = 100000`)
    })
    const faults = (await found()).filter(([what]) => what.startsWith('line'))
    expect(faults).toEqual([
      ['line_moved', a, b],
      ['line_moved', b, a],
    ])
  })

  it('lets lines far apart change places: both places are named', async () => {
    tamper((db) => {
      db.exec('UPDATE event SET seq = 100000 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 55')
      db.exec('UPDATE event SET seq = 55 WHERE seq = 100000')
    })
    const faults = await found()
    expect(faults.filter(([what]) => what === 'link_broken').map(([, seq]) => seq)).toEqual([5, 55])
  })

  it('cuts the end off: only the head that was noted elsewhere knows, and names the lines', async () => {
    tamper((db) => db.exec('DELETE FROM event WHERE seq > 50'))
    expect(await found()).toEqual([['trail_cut', 51, LINES]])
  })

  it('changes a line and works out all hashes behind it anew: the heads tell between which lines', async () => {
    tamper((db) => {
      db.exec(`UPDATE event SET data = '{"price_minor":1}' WHERE seq = 31`)
      rechain(db, 31)
    })
    expect(await found()).toEqual([['trail_rewritten', 21, 40]])
    expect((await verified()).first_broken_seq).toBeNull()
  })

  it('replaces the whole trail by another that is whole: the heads are of another', async () => {
    tamper((db) => {
      db.exec(`UPDATE event SET subject = 'other' WHERE seq = 1`)
      rechain(db, 1)
    })
    expect(await found()).toEqual([['trail_replaced', 1, LINES]])
  })

  it('says in the trail itself that a backup was restored: older heads are no fault, newer ones are', async () => {
    tamper((db) => db.exec('DELETE FROM event WHERE seq > 50; DELETE FROM event_personal WHERE seq > 50'))
    await history.write(new Date(START + 70_000).toISOString(), async (tx) => {
      await tx.appendEvent({
        at: tx.at,
        kind: 'store.restored_from_backup',
        subject: 'store',
        actor: 'user:x',
        data: {},
      })
    })
    expect(await found()).toEqual([])
    expect((await verified()).heads).toMatchObject({ superseded: 1 })
    await history.heads.write(
      {
        at: new Date(START + 80_000).toISOString(),
        first: 'a'.repeat(64),
        seq: 90,
        hash: 'b'.repeat(64),
        why: 'minute',
      },
      true,
    )
    expect(await found()).toEqual([['trail_replaced', 1, 90]])
  })

  it('wipes the demo: the new trail says so, and heads of the old one are no fault', async () => {
    history.setNow(new Date(START + 70_000).toISOString())
    const first = { kind: DEMO_WIPED, subject: 'store', actor: 'user:x', data: {} } as const
    expect(await history.store.beginAnew(async () => true, first)).toBe(true)
    expect(await found()).toEqual([])
    expect((await verified()).heads).toMatchObject({ superseded: 3 })
  })

  it('spoils what was noted elsewhere: it is told', async () => {
    appendFileSync(join(history.heads.place, 'heads.jsonl'), '{"at":"yesterday"}\n')
    expect(await found()).toEqual([['head_unreadable', null, null]])
  })

  it('changes what a line told of a person: the line is named', async () => {
    tamper((db) => db.exec(`UPDATE event_personal SET data = '{"plate":"KL01AA0001"}' WHERE seq = 8`))
    expect(await found()).toEqual([['personal_differs', 8, null]])
  })

  it('erases it before its time: the line is named', async () => {
    tamper((db) => db.exec('DELETE FROM event_personal WHERE seq = 8'))
    expect(await found()).toEqual([['personal_missing', 8, null]])
  })
})
