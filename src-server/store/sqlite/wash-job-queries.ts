import type { Database } from 'better-sqlite3'
import type { WashJobQueries, WashJobRow, WashJobWrites } from '../car-park-rows.ts'
import { columns, insertion, update } from './rows.ts'

const job = {
  id: 'id',
  bookingId: 'booking_id',
  state: 'state',
  position: 'position',
  queuedAt: 'queued_at',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
  readyAt: 'ready_at',
  collectedAt: 'collected_at',
}

export function washJobQueries(db: Database): WashJobQueries {
  const byId = db.prepare<[string], WashJobRow>(`SELECT ${columns(job)} FROM wash_job WHERE id = ?`)
  const byBooking = db.prepare<[string], WashJobRow>(`SELECT ${columns(job)} FROM wash_job WHERE booking_id = ?`)
  return {
    washJob: async (id) => byId.get(id),
    washJobOfBooking: async (bookingId) => byBooking.get(bookingId),
  }
}

export function washJobWrites(db: Database): WashJobWrites {
  const insert = db.prepare(insertion('wash_job', job))
  return {
    async insertWashJob(row) {
      insert.run(row)
    },
    async updateWashJob(id, change) {
      const sql = update('wash_job', job, change)
      if (sql !== undefined) db.prepare(sql).run({ ...change, id })
    },
  }
}
