import type { Database } from 'better-sqlite3'
import { StoreDamagedError } from '../store-contents.ts'
import { migrations } from './migrations/index.ts'

/**
 * Looks at the schema's version before anything is done to the file.
 * @returns how many migrations have run
 * @throws StoreDamagedError when the file was written by a newer Kerbside
 */
export function schemaVersion(db: Database, steps: readonly string[] = migrations): number {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > steps.length) throw newerSchema(db.name, version, steps.length)
  return version
}

/** What is said of a file that a newer Kerbside has written. */
export function newerSchema(file: string, version: number, known = migrations.length): StoreDamagedError {
  return new StoreDamagedError(
    'newer',
    `The data in ${file} was written by a newer Kerbside (schema ${version}; this one knows ${known}). ` +
      'Install that version again, or restore a backup made by this one. Nothing was changed.',
  )
}

/**
 * Brings the schema up to date, all of it in one transaction: whatever happens, the store has the schema that it had, or
 * the newest one.
 * @throws StoreDamagedError when the file was written by a newer Kerbside
 */
export function migrate(db: Database, steps: readonly string[] = migrations): void {
  const version = schemaVersion(db, steps)
  if (version === steps.length) return
  db.transaction(() => {
    for (const step of steps.slice(version)) db.exec(step)
    db.pragma(`user_version = ${steps.length}`)
  }).immediate()
}
