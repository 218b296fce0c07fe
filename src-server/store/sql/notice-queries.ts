import type { Sql } from './sql.ts'
import type { NoticeQueries, NoticeRow, NoticeWrites, ReadNoticeRow } from '../notice-rows.ts'
import { columns } from './rows.ts'

const notice = { seq: 'seq', at: 'at', needsAttention: 'needs_attention', body: 'body' }

/** Each goes by the key of `notice_for`, role and position, from where it has to begin. */
export const NOTICES_BEFORE = `SELECT ${columns(notice, 'n')}, r.seq IS NOT NULL AS "read"
  FROM notice_for AS f JOIN notice AS n ON n.seq = f.seq
  LEFT JOIN notice_read AS r ON r.user_id = ? AND r.seq = f.seq
  WHERE f.role = ? AND f.seq < ? ORDER BY f.seq DESC LIMIT ?`
export const UNREAD_NOTICES = `SELECT count(*) FROM notice_for AS f
  WHERE f.role = ? AND NOT EXISTS (SELECT 1 FROM notice_read AS r WHERE r.user_id = ? AND r.seq = f.seq)`
export const NOTICES_AFTER = `SELECT ${columns(notice, 'n')} FROM notice_for AS f JOIN notice AS n ON n.seq = f.seq
  WHERE f.role = ? AND f.seq > ? ORDER BY f.seq`

type Raw<T> = Omit<T, 'needsAttention' | 'read'> & { needsAttention: number; read?: number }

function toNotice(row: Raw<NoticeRow>): NoticeRow {
  return { seq: row.seq, at: row.at, needsAttention: row.needsAttention === 1, body: row.body }
}

export function noticeQueries(db: Sql): NoticeQueries {
  const before = db.prepare<[string, string, number, number], Raw<ReadNoticeRow>>(NOTICES_BEFORE)
  const unread = db.prepare<[string, string], number>(UNREAD_NOTICES).pluck()
  const after = db.prepare<[string, number], Raw<NoticeRow>>(NOTICES_AFTER)
  return {
    notices: async ({ id, role }, seq, limit) =>
      (await before.all(id, role, seq, limit)).map((row) => ({ ...toNotice(row), read: row.read === 1 })),
    unreadNotices: async ({ id, role }) => (await unread.get(role, id)) ?? 0,
    noticesAfter: async (role, seq) => (await after.all(role, seq)).map(toNotice),
  }
}

export function noticeWrites(db: Sql): NoticeWrites {
  const insert = db
    .prepare<[number, number, string], number>(
      'INSERT INTO notice (seq, at, needs_attention, body) VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM notice), ?, ?, ?) RETURNING seq',
    )
    .pluck()
  const tell = db.prepare<[string, number]>('INSERT INTO notice_for (role, seq) VALUES (?, ?)')
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
    async insertNotice({ at, needsAttention, body, roles }, mostKept) {
      const seq = await insert.get(at, Number(needsAttention), body)
      if (seq === undefined) throw new Error('a notice got no position')
      for (const role of roles) await tell.run(role, seq)
      await forget.run(seq - mostKept)
      return seq
    },
    async markNoticesRead(userId, seqs, at) {
      for (const seq of seqs) await mark.run(userId, at, seq)
    },
    async markAllNoticesRead(userId, upTo, at) {
      await markAll.run(userId, at, upTo)
    },
  }
}
