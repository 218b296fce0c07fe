import type { Database } from 'better-sqlite3'
import { StoreOpenError } from '../store.ts'
import { migrations } from './migrations/index.ts'

/**
 * Looks at the schema's version before anything is done to the file.
 * @returns how many migrations have run
 * @throws StoreOpenError when the file was written by a newer Kerbside
 */
export function schemaVersion(db: Database, steps: readonly string[] = migrations): number {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > steps.length) {
    throw new StoreOpenError(
      `The data in ${db.name} was written by a newer Kerbside (schema ${version}; this one knows ${steps.length}). ` +
        'Install that version again, or restore a backup made by this one. Nothing was changed.',
    )
  }
  return version
}

/**
 * Brings the schema up to date, each migration in a transaction of its own.
 * @throws StoreOpenError when the file was written by a newer Kerbside
 */
export function migrate(db: Database, steps: readonly string[] = migrations): void {
  for (let next = schemaVersion(db, steps); next < steps.length; next += 1) {
    db.transaction(() => {
      db.exec(steps[next] ?? '')
      db.pragma(`user_version = ${next + 1}`)
    }).immediate()
  }
}
