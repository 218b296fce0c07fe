import { readFileSync, statSync } from 'node:fs'
import * as v from 'valibot'
import { Passphrase } from '../../src-shared/api/backup-schemas.ts'
import { SettingsError } from '../settings/settings.ts'
import type { PassphraseKeeper } from './passphrase-keeper.ts'

const SETTING = 'KERBSIDE_BACKUP_PASSPHRASE_FILE'
/** Rights of the group and of everybody else. */
const NOT_ITS_USERS = 0o077

/**
 * A passphrase in a file that only its user reads. It is looked at once when the server starts, so that a mistake is
 * told then and not in the night, and read anew each time: another passphrase holds for the copies that come after.
 * @throws SettingsError that says what is wrong with the file
 */
export function passphraseFile(file: string): PassphraseKeeper {
  readPassphrase(file)
  return {
    place: () => 'file',
    has: () => true,
    keep: async () => {
      throw new Error(`the passphrase is the first line of ${file}; it is changed there`)
    },
    read: async () => readPassphrase(file),
    // Whoever gave the file takes it away.
    forget: async () => {},
  }
}

function readPassphrase(file: string): string {
  const [firstLine = ''] = readPrivate(file).split(/\r?\n/, 1)
  // What an editor put there unseen, a mark of the encoding or a space, is on nobody's paper.
  const result = v.safeParse(Passphrase, firstLine.trim())
  if (result.success) return result.output
  throw new SettingsError(SETTING, `the first line of ${file} is the passphrase: it ${result.issues[0].message}`)
}

function readPrivate(file: string): string {
  let mode: number
  try {
    ;({ mode } = statSync(file))
  } catch (error) {
    throw new SettingsError(SETTING, `${file} cannot be read (${wordsOf(error)})`)
  }
  // Windows has rights of another kind, which this number does not tell.
  if (process.platform !== 'win32' && (mode & NOT_ITS_USERS) !== 0) {
    throw new SettingsError(
      SETTING,
      `others than its user may read ${file} (mode ${(mode & 0o777).toString(8)}); take that from them first: chmod 600`,
    )
  }
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SettingsError(SETTING, `${file} cannot be read (${wordsOf(error)})`)
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
