import { describe, expect, it } from 'vitest'
import { derivedTables, tableNames } from '../../../src-server/store/whole-store.ts'
import { memoryStore } from './memory-store.ts'

describe('the tables that a whole store is copied by', () => {
  const db = memoryStore()

  it('are exactly those of the schema', () => {
    const made = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
    expect([...tableNames, ...derivedTables].toSorted()).toEqual(made.toSorted())
  })

  it.each(tableNames)('come after all that their rows refer to: %s', (table) => {
    const referred = db.prepare<[string], string>('SELECT "table" FROM pragma_foreign_key_list(?)').pluck().all(table)
    const before = tableNames.slice(0, tableNames.indexOf(table) + 1)
    expect(referred.filter((other) => !before.includes(other as (typeof before)[number]))).toEqual([])
  })
})
