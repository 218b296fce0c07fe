/** What is used of Electron's `safeStorage`: it encrypts by a key that the system's keyring keeps. */
export interface Vault {
  /** Linux only. Asks the keyring nothing. */
  getSelectedStorageBackend?(): string
  /** Since Electron 42; they wait for the keyring without holding anybody up. */
  encryptStringAsync?(plain: string): Promise<Buffer>
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>
  /** Until Electron 45. */
  isEncryptionAvailable?(): boolean
  encryptString?(plain: string): Buffer
  decryptString?(sealed: Buffer): string
}

/** What Electron names where it knows no keyring, and before it has looked. */
const NO_BACKENDS = new Set(['basic_text', 'unknown'])

/** The beginning of what Chromium encrypts on Linux by the password that is written in its source. */
const NO_SECRET = Buffer.from('v10')

/** No keyring that keeps anything. */
export class NoKeyringError extends Error {
  constructor() {
    super('this desktop has no keyring that Kerbside can use')
    this.name = 'NoKeyringError'
  }
}

/** Whether there may be a keyring. Whether it answers is known only when something is encrypted. */
export function mayHaveKeyring(vault: Vault, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || !NO_BACKENDS.has(vault.getSelectedStorageBackend?.() ?? 'unknown')
}

/**
 * @throws NoKeyringError where it would be no protection. On Linux `isAsyncEncryptionAvailable` says yes there, too, and
 * what comes out looks encrypted: by a password that everybody can read. Only its first three bytes tell.
 */
export async function seal(vault: Vault, platform: NodeJS.Platform, plain: string): Promise<Buffer> {
  if (!mayHaveKeyring(vault, platform)) throw new NoKeyringError()
  const sealed = await encrypt(vault, plain)
  if (platform === 'linux' && sealed.subarray(0, NO_SECRET.length).equals(NO_SECRET)) throw new NoKeyringError()
  return sealed
}

export async function unseal(vault: Vault, platform: NodeJS.Platform, sealed: Buffer): Promise<string> {
  if (!mayHaveKeyring(vault, platform)) throw new NoKeyringError()
  if (vault.decryptStringAsync !== undefined) return (await vault.decryptStringAsync(sealed)).result
  return vault.decryptString?.(sealed) ?? ''
}

async function encrypt(vault: Vault, plain: string): Promise<Buffer> {
  if (vault.encryptStringAsync !== undefined) return vault.encryptStringAsync(plain)
  if (vault.isEncryptionAvailable?.() !== true || vault.encryptString === undefined) throw new NoKeyringError()
  return vault.encryptString(plain)
}
