import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupPreview } from '../../src-shared/api/backup-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StoreContents, StoreInspection } from '../store/store-contents.ts'
import { contentsToWire } from './backup-wire.ts'
import { copyToWire, type FoundCopy } from './copy-catalogue.ts'
import { openSealedFile, SealedFileError } from './sealed-file.ts'

/**
 * Works with a copy that can be read: an encrypted one is decrypted for as long as that takes.
 * @param scratch a folder that only Kerbside reads
 */
export async function withPlainCopy<T>(
  { file, isSealed, id }: FoundCopy,
  passphrase: string | undefined,
  scratch: string,
  work: (file: string) => Promise<T>,
): Promise<T | Refusal> {
  if (!isSealed) return work(file)
  if (passphrase === undefined) return refuse('wrong_passphrase', 'this backup is encrypted')
  const plain = join(scratch, `.opened-${id}`)
  try {
    await openSealedFile(file, plain, passphrase)
    return await work(plain)
  } catch (error) {
    if (!(error instanceof SealedFileError)) throw error
    return error.failure === 'wrong_passphrase'
      ? refuse('wrong_passphrase')
      : refuse('backup_unfit', 'the encrypted file is damaged, or of a newer Kerbside', { verdict: error.failure })
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${plain}${end}`, { force: true })
  }
}

/** Why a copy cannot be restored; undefined where it can. @param mayContradict whether somebody goes on with that */
export function unfit(inspection: StoreInspection, mayContradict: boolean): Refusal | undefined {
  const { is } = inspection
  if (is === 'whole' || (is === 'contradictory' && mayContradict)) return undefined
  const words = {
    contradictory: 'its books do not say what its audit trail says',
    damaged: 'it is damaged',
    empty: 'there is nothing in it',
    newer: 'it was made by a newer Kerbside: install that version first',
  }
  return refuse('backup_unfit', words[is], { verdict: is })
}

export function previewOf(
  copy: FoundCopy,
  inspection: StoreInspection,
  seen: {
    readonly current: StoreContents | null
    readonly now: number
    readonly timezone: string
    readonly schema: number
  },
): BackupPreview {
  const { current, now, timezone, schema } = seen
  return {
    server_time: toSiteIso(now, timezone),
    item: copyToWire(copy, timezone),
    verdict: inspection.is,
    why: 'why' in inspection ? inspection.why : null,
    contents: contentsToWire('contents' in inspection ? inspection.contents : null, timezone),
    current: contentsToWire(current, timezone),
    schema,
  }
}
