import { existsSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PassphraseKeeper } from '../../src-server/index.ts'
import { mayHaveKeyring, NoKeyringError, seal, unseal, type Vault } from './vault.ts'

/** Only this system's keyring opens it, for this account. */
const FILE = 'backup-passphrase.sealed'

interface KeyringParts {
  readonly vault: Vault
  readonly platform: NodeJS.Platform
  readonly folder: string
}

/**
 * Keeps the passphrase of the second folder in a file that the system's keyring opens. The keyring is asked when the
 * passphrase is needed and at no other time: it may ask a person for a password, and ticks and start wait for nobody.
 */
export function keyringKeeper({ vault, platform, folder }: KeyringParts): PassphraseKeeper {
  const file = join(folder, FILE)
  /** Once the keyring that Electron expects has turned out not to be there, that is what is told. */
  let isAbsent = false
  const place = () => (isAbsent || !mayHaveKeyring(vault, platform) ? 'no_keyring' : 'keyring')
  return {
    place,
    has: () => place() === 'keyring' && existsSync(file),
    async keep(passphrase, signal) {
      try {
        const sealed = await seal(vault, platform, passphrase)
        // What nobody could read again at night is not kept.
        if ((await unseal(vault, platform, sealed)) !== passphrase) throw new Error('the keyring does not give it back')
        signal.throwIfAborted()
        await writeWhole(file, sealed)
      } catch (error) {
        isAbsent = error instanceof NoKeyringError
        throw error
      }
    },
    async read() {
      if (!existsSync(file))
        throw new Error('no passphrase is kept on this computer; type it again on the Backups screen')
      return unseal(vault, platform, await readFile(file))
    },
    forget: () => rm(file, { force: true }),
  }
}

/** The file is there only when all of it is, and stays there when the computer goes off. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.new`
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
