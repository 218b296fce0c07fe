import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { StoreOpenError } from '../store.ts'
import { copyStoreFile } from './copy-file.ts'
import { inspectFile } from './inspect-file.ts'
import { migrations } from './migrations/index.ts'
import { storeFiles } from './store-files.ts'

/**
 * Copies a store whose schema is about to be brought up to date, and looks the copy through.
 * @param nameOf how a copy is called, by when the store was last written
 * @throws StoreOpenError when there is no room for it: nothing is brought up to date without one
 */
export async function backUpBeforeMigration(
  dataDir: string,
  nativeBinding: string | undefined,
  nameOf: (lastStamp: number) => string,
): Promise<void> {
  const { store, backups } = storeFiles(dataDir)
  const lastStamp = lastStampOfOlder(store, nativeBinding)
  if (lastStamp === undefined) return
  const target = join(backups, nameOf(lastStamp))
  try {
    mkdirSync(backups, { recursive: true, mode: 0o700 })
    await copyStoreFile(store, target, nativeBinding, () => {})
    const { is } = await inspectFile(target, nativeBinding)
    if (is !== 'whole' && is !== 'contradictory') throw new Error(`the copy is ${is}`)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StoreOpenError(
      `The data in ${store} must be brought up to date, and no backup of it could be made first: ${why}. ` +
        `Make room for one in ${backups}. Nothing was changed.`,
      cause,
    )
  }
}

/** @returns undefined where there is nothing to bring up to date */
function lastStampOfOlder(store: string, nativeBinding: string | undefined): number | undefined {
  if (!existsSync(store)) return undefined
  const db = new BetterSqlite3(store, { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
  try {
    const schema = db.pragma('user_version', { simple: true }) as number
    if (schema === 0 || schema >= migrations.length) return undefined
    // The oldest schemas have no such row.
    const has = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'store_state'").get() !== undefined
    return has ? (db.prepare<[], number>('SELECT last_stamp FROM store_state').pluck().get() ?? 0) : 0
  } catch {
    // A file that is no store is told of when it is opened.
    return undefined
  } finally {
    db.close()
  }
}
