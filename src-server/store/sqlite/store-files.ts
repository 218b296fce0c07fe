import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'

export interface StoreFiles {
  readonly folder: string
  readonly store: string
  /** A new store while it is being made; one that is there at another time was left by a crash. */
  readonly draft: string
  /** Copies of the store. */
  readonly backups: string
  /** Stores that another one took the place of, each in a folder of its own. Nothing is ever deleted there. */
  readonly setAside: string
}

export function storeFiles(folder: string): StoreFiles {
  return {
    folder,
    store: join(folder, 'kerbside.sqlite'),
    draft: join(folder, 'kerbside-new.sqlite'),
    backups: join(folder, 'backups'),
    setAside: join(folder, 'set-aside'),
  }
}

/** What SQLite may leave beside a file. */
export const companions = ['', '-wal', '-shm', '-journal'] as const

export function removeDraft({ draft }: StoreFiles): void {
  for (const companion of companions) rmSync(`${draft}${companion}`, { force: true })
}

/**
 * Puts the draft in the place of the store, in one step: at each moment the one or the other is there, whole.
 * @param closeOld closes the old store, so that nothing but its one file is left of it
 * @param keepIn a folder in which the old store is kept; without one it is gone
 * @throws Error when the old store is in use by another program, or the disk refuses
 */
export function replaceStore({ folder, store, draft }: StoreFiles, closeOld: () => void, keepIn?: string): void {
  closeOld()
  // A log left beside the file would be taken for the new store's own.
  const left = companions.slice(1).filter((companion) => existsSync(`${store}${companion}`))
  if (left.length > 0) throw new Error(`the old store is still in use: ${left.join(', ')} is there`)
  if (keepIn !== undefined) keepFile(store, keepIn)
  renameSync(draft, store)
  syncFolder(folder)
}

/**
 * Puts the draft in the place of a store that nobody can close, because it is damaged or not there: all that is left of
 * it goes to a folder first.
 * @returns whether anything was left of it
 */
export function replaceRemains({ folder, store, draft }: StoreFiles, keepIn: string): boolean {
  const left = companions.filter((companion) => existsSync(`${store}${companion}`))
  if (left.length > 0) mkdirSync(keepIn, { recursive: true, mode: 0o700 })
  for (const companion of left) renameSync(`${store}${companion}`, join(keepIn, `kerbside.sqlite${companion}`))
  if (left.length > 0) syncFolder(keepIn)
  renameSync(draft, store)
  syncFolder(folder)
  return left.length > 0
}

/** A second name for a file that is about to lose its first; a copy where the disk knows no second names. */
function keepFile(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = join(folder, 'kerbside.sqlite')
  try {
    linkSync(file, kept)
  } catch {
    copyFileSync(file, kept)
    syncFile(kept)
  }
  syncFolder(folder)
}

/** A folder for a store that is set aside: numbered, because nobody may know the time. */
export function nextSetAside({ setAside }: StoreFiles, why: string): string {
  const taken = existsSync(setAside) ? readdirSync(setAside).map((name) => Number.parseInt(name, 10) || 0) : []
  return join(setAside, `${Math.max(0, ...taken) + 1}-${why}`)
}

/** Whether anything says that the folder has held a store before. */
export function hasTraces(files: StoreFiles): boolean {
  const { store } = files
  return hasCopies(files) || companions.slice(1).some((end) => existsSync(`${store}${end}`))
}

/** Whether a store was once copied or set aside here. */
export function hasCopies({ backups, setAside }: StoreFiles): boolean {
  return [backups, setAside].some(isPeopled)
}

function isPeopled(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0
}

/** Makes what a file holds durable. */
export function syncFile(file: string): void {
  sync(file, 'r+')
}

/** Makes a rename durable. Windows has no such call, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r')
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
