import { StoreOpenError } from '../store.ts'

/** What is said of a store that the machine does not let us open. */
export function cannotOpen(store: string, cause: unknown): StoreOpenError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new StoreOpenError(`The data in ${store} cannot be opened: ${why}. Check the folder and its rights.`, cause)
}
