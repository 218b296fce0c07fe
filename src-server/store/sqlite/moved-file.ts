import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ClockMark } from '../../clock/clock.ts'
import type { StoreInspection } from '../store-contents.ts'
import { StoreOpenError, type Ms } from '../store.ts'
import type { WholeStore } from '../whole-store.ts'
import { cannotOpen } from './cannot-open.ts'
import { connect, foldIn, type ConnectOptions } from './connection.ts'
import { copyStoreFile } from './copy-file.ts'
import { inspectFile } from './inspect-file.ts'
import { migrations } from './migrations/index.ts'
import { later } from './restore-store.ts'
import { checkStore } from './start-check.ts'
import { companions, nextSetAside, removeDraft, storeFiles, syncFolder } from './store-files.ts'
import { isInUse, lastKnownClock } from './store-mark.ts'
import { wholeFile, writeWholeFile } from './whole-file.ts'

interface Folder extends ConnectOptions {
  readonly dataDir: string
}

/** A folder's store as it is read to be moved: a copy of it, of today's schema. */
export interface StoreToMove {
  readonly whole: WholeStore
  readonly lastStamp: Ms
  readonly mark: ClockMark | undefined
  close(): void
}

/** @throws StoreOpenError while a server runs on the folder */
export function refuseInUse(dataDir: string): void {
  if (isInUse(dataDir)) throw new StoreOpenError(`Kerbside runs on ${dataDir}. Stop it first.`)
}

/**
 * Looks a folder's store through and reads it. The store itself is not changed.
 * @throws StoreOpenError where there is none, a server runs on it, or it is not whole
 */
export async function openToMove({ dataDir, ...options }: Folder): Promise<StoreToMove> {
  refuseInUse(dataDir)
  const files = storeFiles(dataDir)
  if (!existsSync(files.store)) throw new StoreOpenError(`There is no store in ${dataDir}.`)
  await checkStore(dataDir, options.nativeBinding)
  removeDraft(files)
  try {
    await copyStoreFile(files.store, files.draft, options.nativeBinding, () => {})
    const found = await inspectFile(files.draft, options.nativeBinding)
    refuseUnlessWhole(found, files.store)
    const draft = connect(files.draft, options)
    const { lastStamp, mark } = draft.state
    foldIn(draft)
    // Only the trail of an older schema could be looked through; now its books can.
    if (found.contents.schema < migrations.length)
      refuseUnlessWhole(await inspectFile(files.draft, options.nativeBinding), files.store)
    const whole = wholeFile(files.draft, options.nativeBinding)
    const close = () => {
      whole.close()
      removeDraft(files)
    }
    return { whole, lastStamp, mark: later(mark, lastKnownClock(dataDir)), close }
  } catch (cause) {
    removeDraft(files)
    throw cause instanceof StoreOpenError ? cause : cannotOpen(files.store, cause)
  }
}

/** Keeps a store that was moved elsewhere out of the way of the next start. @returns the folder that it lies in */
export function setAsideMoved(dataDir: string): string {
  const files = storeFiles(dataDir)
  const keepIn = nextSetAside(files, 'replaced')
  mkdirSync(keepIn, { recursive: true, mode: 0o700 })
  for (const end of companions) {
    if (existsSync(`${files.store}${end}`)) renameSync(`${files.store}${end}`, join(keepIn, `kerbside.sqlite${end}`))
  }
  syncFolder(keepIn)
  syncFolder(files.folder)
  return keepIn
}

/** @throws StoreOpenError where the folder holds a site, or what nobody can read */
export async function refuseHeldFolder(dataDir: string, nativeBinding: string | undefined): Promise<void> {
  const { store } = storeFiles(dataDir)
  if (!existsSync(store)) return
  const found = await inspectFile(store, nativeBinding)
  const isFree = found.is === 'empty' || ('contents' in found && found.contents.siteName === null)
  if (!isFree) throw new StoreOpenError(`${store} holds a site already, or what nobody can read. Nothing was moved.`)
}

/** Makes, beside a folder's store, a file of all that another store holds. @returns the file, for the caller to remove */
export async function writeToMove({ dataDir, ...options }: Folder, source: WholeStore): Promise<string> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'kerbside-moving.sqlite')
  removeMoved(file)
  await writeWholeFile(file, options, source)
  return file
}

export function removeMoved(file: string): void {
  for (const end of companions) rmSync(`${file}${end}`, { force: true })
}

/** @throws StoreOpenError with what is wrong with it */
export function refuseUnlessWhole(
  found: StoreInspection,
  place: string,
): asserts found is Extract<StoreInspection, { is: 'whole' }> {
  if (found.is === 'whole') return
  const why = 'why' in found ? `: ${found.why}` : ''
  throw new StoreOpenError(`${place} is ${found.is}${why}. Nothing was moved.`)
}
