import { existsSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { StoreDamagedError, type StoreContents, type StoreDamage } from '../store-contents.ts'
import { StoreOpenError } from '../store.ts'
import { cannotOpen } from './cannot-open.ts'
import { fingerprintOf } from './fingerprint.ts'
import { inspectFile } from './inspect-file.ts'
import { newerSchema } from './migrate.ts'
import { hasCopies, hasTraces, storeFiles } from './store-files.ts'
import { readMark, type StoreMark } from './store-mark.ts'

/**
 * Looks at the store of a folder before it is opened. One that Kerbside closed is compared with its fingerprint; one that
 * was in use when the program or the machine ended is looked through whole, and has to have every commit that is known
 * to have happened. A folder that nobody has used before is fine.
 * @throws StoreDamagedError when the store must not be opened as it is; StoreOpenError when it cannot be read
 */
export async function checkStore(dataDir: string, nativeBinding: string | undefined): Promise<void> {
  try {
    await check(dataDir, nativeBinding)
  } catch (cause) {
    if (cause instanceof StoreOpenError) throw cause
    throw cannotOpen(storeFiles(dataDir).store, cause)
  }
}

async function check(dataDir: string, nativeBinding: string | undefined): Promise<void> {
  const files = storeFiles(dataDir)
  const { store } = files
  const found = readMark(dataDir)
  const mark = found === 'unreadable' ? undefined : found
  if (sizeOf(store) === 0) {
    if (found === undefined && !hasTraces(files)) return
    throw existsSync(store) ? refusal('empty', store) : refusal('missing', store)
  }
  const isLogThere = existsSync(`${store}-wal`)
  const isSealed = mark?.state === 'closed' && sizeOf(`${store}-wal`) === 0
  if (isSealed && fingerprintOf(store) === mark.fingerprint) return

  const inspection = await inspectFile(store, nativeBinding)
  switch (inspection.is) {
    case 'newer':
      // To open it would fold its log in.
      throw newerSchema(store, inspection.schema)
    case 'empty':
      // Made by a first start that was cut off, which may have left a log without a commit; or in the place of another.
      if (found === undefined && !hasCopies(files)) return
      throw refusal('empty', store)
    case 'damaged':
      throw refusal('damaged', store, inspection.why)
    case 'contradictory':
      if (mark?.knownFault !== inspection.why) throw refusal('damaged', store, inspection.why)
      break
    case 'whole':
      break
  }
  if (isSealed) throw refusal('changed', store)
  if (mark !== undefined) compare(store, mark, isLogThere, inspection.contents, nativeBinding)
}

/** A store that was in use: is everything there that is known to have happened? */
function compare(
  store: string,
  mark: StoreMark,
  isLogThere: boolean,
  { lastStamp }: StoreContents,
  nativeBinding: string | undefined,
): void {
  if (mark.state === 'renewed') return
  if (lastStamp < mark.lastStamp) throw refusal(isLogThere ? 'older' : 'log_missing', store)
  // The log goes only when a store is closed; when that had begun, the last commit is known.
  if (!isLogThere && mark.state === 'open') throw refusal('log_missing', store)
  if (mark.trail !== null && hashAt(store, mark.trail.seq, nativeBinding) !== mark.trail.hash) {
    throw refusal('older', store)
  }
}

function hashAt(store: string, seq: number, nativeBinding: string | undefined): string | undefined {
  const db = new BetterSqlite3(store, { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
  try {
    return db.prepare<[number], string>('SELECT hash FROM event WHERE seq = ?').pluck().get(seq)
  } finally {
    db.close()
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

const WORDS: Readonly<Record<Exclude<StoreDamage, 'newer'>, string>> = {
  missing: 'is not there, though this folder has been in use',
  empty: 'has nothing in it, though this folder has been in use',
  damaged: 'is damaged',
  log_missing: 'was in use when Kerbside or the machine ended, and its log (kerbside.sqlite-wal) is gone',
  older: 'lacks commits that are known to have happened; an older copy of it may lie in its place',
  changed: 'was changed by something else since Kerbside closed it',
}

function refusal(damage: keyof typeof WORDS, store: string, detail?: string): StoreDamagedError {
  const more = detail === undefined ? '' : ` (${detail})`
  return new StoreDamagedError(damage, `The data in ${store} ${WORDS[damage]}${more}. Nothing was changed.`)
}
