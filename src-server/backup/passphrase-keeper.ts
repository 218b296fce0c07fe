import type { PassphrasePlace } from '../../src-shared/api/backup-schemas.ts'

/**
 * Keeps the passphrase of the copies in the second folder where the machine keeps secrets. Whoever starts the server
 * hands one in: the desktop the system's keyring, somebody without a desktop a file.
 */
export interface PassphraseKeeper {
  /** Where it is kept, or why it cannot be. Asks nobody: a keyring that is locked is not opened for it. */
  place(): PassphrasePlace
  /** Whether there is one to be read. Asks nobody, either. */
  has(): boolean
  /**
   * Keeps this one from now on.
   * @param signal aborted when nobody waits any more: then nothing may change, however late the keyring answers
   * @throws Error in words, where it cannot; then nothing has changed
   */
  keep(passphrase: string, signal: AbortSignal): Promise<void>
  /** It may wait for somebody who opens the keyring. @throws Error in words, where there is none or it cannot be read now */
  read(): Promise<string>
  forget(): Promise<void>
}

/** Of a server without a desktop that was given no file. */
export const keepsNoPassphrase: PassphraseKeeper = {
  place: () => 'headless',
  has: () => false,
  keep: async () => {
    throw new Error('a server without a desktop has no keyring; KERBSIDE_BACKUP_PASSPHRASE_FILE gives it a passphrase')
  },
  read: async () => {
    throw new Error('no passphrase is kept on this computer; KERBSIDE_BACKUP_PASSPHRASE_FILE gives it one')
  },
  forget: async () => {},
}
