import { dirname } from 'node:path'
import { StoreOpenError, StoreWriteError } from '../store.ts'
import { diskTrouble } from './disk-trouble.ts'

/** What is said of a store that the machine does not let us open, or begin. */
export function cannotOpen(store: string, cause: unknown): StoreOpenError {
  const failed = cause instanceof StoreWriteError ? cause.cause : cause
  const why = failed instanceof Error ? failed.message : String(failed)
  return new StoreOpenError(words(store, failed, why), cause)
}

function words(store: string, failed: unknown, why: string): string {
  const folder = dirname(store)
  switch (diskTrouble(failed)) {
    case 'disk_full':
      return `The disk has no room for the data in ${folder}. Make room on it, and start again.`
    case 'disk_failing':
      return `The disk failed while the data in ${folder} was opened: ${why}. Copy the folder to another disk and check this one, then start again.`
    case undefined:
      return `The data in ${store} cannot be opened: ${why}. Check the folder and its rights.`
  }
}
