import type { Sql } from './sql.ts'
import type { FilterQueries, FilterWrites, SavedFilterRow } from '../filter-rows.ts'
import { bits, columns, insertion } from './rows.ts'

const filter = {
  id: 'id',
  userId: 'user_id',
  screen: 'screen',
  name: 'name',
  narrowed: 'narrowed',
  isDefault: 'is_default',
}

type Raw = Omit<SavedFilterRow, 'isDefault'> & { isDefault: number }

export function filterQueries(db: Sql): FilterQueries {
  const own = db.prepare<[string], Raw>(
    `SELECT ${columns(filter)} FROM saved_filter WHERE user_id = ? ORDER BY screen, name`,
  )
  return {
    savedFilters: async (userId) => (await own.all(userId)).map((row) => ({ ...row, isDefault: row.isDefault === 1 })),
  }
}

export function filterWrites(db: Sql): FilterWrites {
  const insert = db.prepare(insertion('saved_filter', filter))
  const rename = db.prepare('UPDATE saved_filter SET name = ? WHERE id = ?')
  // One before the other: there are never two, not even for a moment.
  const clear = db.prepare('UPDATE saved_filter SET is_default = 0 WHERE user_id = ? AND screen = ? AND is_default = 1')
  const prefer = db.prepare('UPDATE saved_filter SET is_default = 1 WHERE id = ?')
  const remove = db.prepare('DELETE FROM saved_filter WHERE id = ?')
  const forget = db.prepare('DELETE FROM saved_filter WHERE user_id = ?')
  return {
    async insertSavedFilter(row) {
      await insert.run(bits(row))
    },
    async renameSavedFilter(id, name) {
      await rename.run(name, id)
    },
    async setDefaultFilter(userId, screen, id) {
      await clear.run(userId, screen)
      if (id !== undefined) await prefer.run(id)
    },
    async deleteSavedFilter(id) {
      await remove.run(id)
    },
    async forgetSavedFilters(userId) {
      await forget.run(userId)
    },
  }
}
