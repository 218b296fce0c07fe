import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { CopyProgress } from '../store-contents.ts'
import { syncFile, syncFolder } from './store-files.ts'

/** So many pages of 4 KiB at a time. */
const STEP_PAGES = 500

/**
 * Copies a store that may be in use, as it is at one moment, into one file of its own. The file is there under its name
 * only when it is whole and on the disk.
 * @throws Error when the store cannot be read or the copy cannot be written; nothing is left of it then
 */
export async function copyStoreFile(
  source: string,
  target: string,
  nativeBinding: string | undefined,
  onProgress: (progress: CopyProgress) => void,
): Promise<void> {
  const binding = nativeBinding === undefined ? {} : { nativeBinding }
  const draft = `${target}.part`
  const remove = () => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${end}`, { force: true })
  }
  remove()
  try {
    const db = new BetterSqlite3(source, { readonly: true, fileMustExist: true, ...binding })
    try {
      // One moment for all of it: whatever is committed meanwhile is not in the copy, and makes it begin no second time.
      db.exec('BEGIN')
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
      await db.backup(draft, {
        progress({ totalPages, remainingPages }) {
          onProgress({ done: totalPages - remainingPages, total: totalPages })
          return STEP_PAGES
        },
      })
    } finally {
      db.close()
    }
    foldLog(draft, binding)
    syncFile(draft)
    renameSync(draft, target)
    syncFolder(dirname(target))
  } catch (error) {
    remove()
    throw error
  }
}

/** The copy says of itself that it has a log beside it, as the store has; it shall be one file. */
function foldLog(file: string, binding: { nativeBinding?: string }): void {
  const db = new BetterSqlite3(file, binding)
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}
