import { existsSync, mkdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { errorTitles } from '../../src-shared/errors/error-titles.ts'
import { isRefusal, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { StoreInspection } from '../store/store-contents.ts'
import { StoreOpenError, type EventInput } from '../store/store.ts'
import { lineOf } from './backup-service.ts'
import { SEALED, type FoundCopy } from './copy-catalogue.ts'
import { unfit, withPlainCopy } from './plain-copy.ts'

interface ByHand {
  readonly dataDir: string
  /** What is called in use when it is: the data folder, or a database. */
  readonly place: string
  readonly isInUse: () => Promise<boolean>
  readonly inspect: (file: string) => Promise<StoreInspection>
  readonly restore: (file: string, first: Omit<EventInput, 'at'>, knownFault: string | null) => Promise<void>
}

/**
 * Restores a file, plain or encrypted, into a folder or a database’s site on which no server runs.
 * @returns what was restored, in words
 * @throws StoreOpenError with what to do instead
 */
export async function restoreByHand(
  { dataDir, place, isInUse, inspect, restore }: ByHand,
  given: string,
  passphrase: string | undefined,
): Promise<string> {
  const file = resolve(given)
  if (!existsSync(file)) throw new StoreOpenError(`There is no file ${file}.`)
  if (await isInUse())
    throw new StoreOpenError(`Kerbside runs on ${place}. Stop it first, or restore from its Backups screen.`)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const copy: FoundCopy = {
    id: 'by-hand',
    kind: 'other',
    file,
    isSealed: file.endsWith(SEALED),
    places: [],
    madeAt: null,
    bytes: 0,
    note: undefined,
  }
  const done = await withPlainCopy<string | Refusal>(copy, passphrase, dataDir, async (plain) => {
    const inspection = await inspect(plain)
    const refusal = unfit(inspection, true)
    if (refusal !== undefined) return refusal
    const knownFault = inspection.is === 'contradictory' ? inspection.why : null
    const data = { ...lineOf(inspection), file: basename(file) }
    await restore(plain, { kind: 'store.restored_from_backup', subject: 'store', actor: 'machine', data }, knownFault)
    const { bookings, receipts } = 'contents' in inspection ? inspection.contents : { bookings: 0, receipts: 0 }
    return `Restored ${file}: ${bookings} bookings, ${receipts} receipts. What was there before lies in ${dataDir}/set-aside.`
  })
  if (isRefusal(done))
    throw new StoreOpenError(`${errorTitles[done.refused]}${done.detail === undefined ? '' : `: ${done.detail}`}.`)
  return done
}
