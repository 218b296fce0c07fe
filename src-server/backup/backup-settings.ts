import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { BackupSettings } from '../../src-shared/api/backup-schemas.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'

/**
 * How this machine makes backups. Beside the store, not in it: when the store is lost, its copies must still be found,
 * and a restored one must not bring back the folders of another time.
 */
const Stored = v.object({
  format: v.literal(1),
  // An older Kerbside knew nothing of encrypting by itself.
  settings: v.object({ ...BackupSettings.entries, encrypt_second: v.optional(v.boolean()) }),
})

const fileIn = (dataDir: string) => join(dataDir, 'backup-settings.json')

/** @param until what holds until somebody has said something else */
export function readBackupSettings(
  dataDir: string,
  until: Pick<BackupSettings, 'nightly_hour' | 'encrypt_second'>,
): BackupSettings {
  const otherwise = { ...until, second_folder: null }
  try {
    const stored = parseJson(Stored, readFileSync(fileIn(dataDir), 'utf8'))?.settings
    if (stored === undefined) return otherwise
    return { ...stored, encrypt_second: stored.encrypt_second ?? until.encrypt_second }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise
    throw error
  }
}

export function writeBackupSettings(dataDir: string, settings: BackupSettings): void {
  const draft = `${fileIn(dataDir)}.new`
  writeFileSync(draft, JSON.stringify({ format: 1, settings }), { mode: 0o600, flush: true })
  renameSync(draft, fileIn(dataDir))
}
