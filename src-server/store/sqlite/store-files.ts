import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface StoreFiles {
  readonly folder: string
  readonly store: string
  /** A new store while it is being made; one that is there at another time was left by a crash. */
  readonly draft: string
}

export function storeFiles(folder: string): StoreFiles {
  return { folder, store: join(folder, 'kerbside.sqlite'), draft: join(folder, 'kerbside-new.sqlite') }
}

/** What SQLite may leave beside a file. */
const companions = ['', '-wal', '-shm', '-journal'] as const

export function removeDraft({ draft }: StoreFiles): void {
  for (const companion of companions) rmSync(`${draft}${companion}`, { force: true })
}

/**
 * Puts the draft in the place of the store, in one step: at each moment the one or the other is there, whole.
 * @param closeOld closes the old store, so that nothing but its one file is left of it
 * @throws Error when the old store is in use by another program, or the disk refuses
 */
export function replaceStore({ folder, store, draft }: StoreFiles, closeOld: () => void): void {
  closeOld()
  // A log left beside the file would be taken for the new store's own.
  const left = companions.slice(1).filter((companion) => existsSync(`${store}${companion}`))
  if (left.length > 0) throw new Error(`the old store is still in use: ${left.join(', ')} is there`)
  renameSync(draft, store)
  syncFolder(folder)
}

/** Makes a rename durable. Windows has no such call, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
