import type { Sql } from './sql.ts'
import type { WeeklyQueries, WeeklySettingsRow, WeeklySummaryRow, WeeklyWrites } from '../weekly-rows.ts'
import { bits, columns, insertion } from './rows.ts'

const summary = {
  firstDate: 'first_date',
  lastDate: 'last_date',
  madeAt: 'made_at',
  agrees: 'agrees',
  takingsMinor: 'takings_minor',
  currency: 'currency',
  lastSeq: 'last_seq',
  figures: 'figures',
  writtenAt: 'written_at',
}
const settings = { weekStartsOn: 'week_starts_on', folder: 'folder' }

type Raw = Omit<WeeklySummaryRow, 'agrees'> & { agrees: number }

const toSummary = (row: Raw): WeeklySummaryRow => ({ ...row, agrees: row.agrees === 1 })

export function weeklyQueries(db: Sql): WeeklyQueries {
  const newest = db.prepare<[number], Raw>(
    `SELECT ${columns(summary)} FROM weekly_summary ORDER BY first_date DESC LIMIT ?`,
  )
  const one = db.prepare<[string], Raw>(`SELECT ${columns(summary)} FROM weekly_summary WHERE first_date = ?`)
  const kept = db.prepare<[], WeeklySettingsRow>(`SELECT ${columns(settings)} FROM weekly_settings`)
  return {
    weeklySummaries: async (limit) => (await newest.all(limit)).map(toSummary),
    async weeklySummary(firstDate) {
      const row = await one.get(firstDate)
      return row && toSummary(row)
    },
    weeklySettings: async () => kept.get(),
  }
}

export function weeklyWrites(db: Sql): WeeklyWrites {
  const insert = db.prepare(insertion('weekly_summary', summary, 'ON CONFLICT DO NOTHING'))
  const written = db.prepare('UPDATE weekly_summary SET written_at = ? WHERE first_date = ?')
  const set = db.prepare(
    `INSERT INTO weekly_settings (id, week_starts_on, folder) VALUES (1, @weekStartsOn, @folder)
     ON CONFLICT (${db.keyed}id) DO UPDATE SET week_starts_on = @weekStartsOn, folder = @folder`,
  )
  return {
    insertWeeklySummary: async (row) => (await insert.run(bits(row))).changes === 1,
    async setWeeklyWritten(firstDate, at) {
      await written.run(at, firstDate)
    },
    async setWeeklySettings(row) {
      await set.run(row)
    },
  }
}
