import type { Database } from 'better-sqlite3'
import type { NoticeQueries, NoticeRow, NoticeWrites, ReadNoticeRow } from '../notice-rows.ts'
import { columns } from './rows.ts'

const notice = { seq: 'seq', at: 'at', needsAttention: 'needs_attention', body: 'body' }

type Raw<T> = Omit<T, 'needsAttention' | 'read'> & { needsAttention: number; read?: number }

function toNotice(row: Raw<NoticeRow>): NoticeRow {
  return { seq: row.seq, at: row.at, needsAttention: row.needsAttention === 1, body: row.body }
}

export function noticeQueries(db: Database): NoticeQueries {
  const before = db.prepare<[string, number, number], Raw<ReadNoticeRow>>(
    `SELECT ${columns(notice, 'n')}, r.seq IS NOT NULL AS "read" FROM notice AS n
     LEFT JOIN notice_read AS r ON r.seq = n.seq AND r.user_id = ?
     WHERE n.seq < ? ORDER BY n.seq DESC LIMIT ?`,
  )
  const after = db.prepare<[number], Raw<NoticeRow>>(`SELECT ${columns(notice)} FROM notice WHERE seq > ? ORDER BY seq`)
  return {
    notices: async (userId, seq, limit) =>
      before.all(userId, seq, limit).map((row) => ({ ...toNotice(row), read: row.read === 1 })),
    noticesAfter: async (seq) => after.all(seq).map(toNotice),
  }
}

export function noticeWrites(db: Database): NoticeWrites {
  const insert = db.prepare<[number, number, string]>('INSERT INTO notice (at, needs_attention, body) VALUES (?, ?, ?)')
  // By way of the last: a position that was given is never given again while its successor stands.
  const forget = db.prepare<[number]>('DELETE FROM notice WHERE seq <= ?')
  const mark = db.prepare<[string, number, number]>(
    `INSERT INTO notice_read (user_id, seq, at) SELECT ?, seq, ? FROM notice WHERE seq = ?
     ON CONFLICT DO NOTHING`,
  )
  const markAll = db.prepare<[string, number, number]>(
    `INSERT INTO notice_read (user_id, seq, at) SELECT ?, seq, ? FROM notice WHERE seq <= ?
     ON CONFLICT DO NOTHING`,
  )
  return {
    async insertNotice({ at, needsAttention, body }, mostKept) {
      const seq = Number(insert.run(at, Number(needsAttention), body).lastInsertRowid)
      forget.run(seq - mostKept)
      return seq
    },
    async markNoticesRead(userId, seqs, at) {
      for (const seq of seqs) mark.run(userId, at, seq)
    },
    async markAllNoticesRead(userId, upTo, at) {
      markAll.run(userId, at, upTo)
    },
  }
}
