import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyringKeeper } from '../../../src-main/secrets/keyring-keeper.ts'
import type { Vault } from '../../../src-main/secrets/vault.ts'

const PASSPHRASE = 'tide crane ledger harbour'
const wanted = () => new AbortController().signal

/** What Chromium does, with another cipher: its mark, and bytes that do not say what they hold. */
const scrambled = (mark: string, plain: string) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(plain).map((byte) => byte ^ 0x5a)])
const clear = (sealed: Buffer) => Buffer.from(sealed.subarray(3).map((byte) => byte ^ 0x5a)).toString()

/** Electron 45: waits for the keyring; where there is none on Linux it encrypts all the same, by a known password. */
const waiting = (backend: string, mark = 'v11'): Vault => ({
  getSelectedStorageBackend: () => backend,
  encryptStringAsync: async (plain) => scrambled(mark, plain),
  decryptStringAsync: async (sealed) => ({ result: clear(sealed) }),
})

/** Electron 33: holds everybody up, and says where there is none. */
const holding = (backend: string, isAvailable = true): Vault => ({
  getSelectedStorageBackend: () => backend,
  isEncryptionAvailable: () => isAvailable,
  encryptString: (plain) => scrambled('v11', plain),
  decryptString: clear,
})

describe('the passphrase in the keyring', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-keyring-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const keeperOf = (vault: Vault, platform: NodeJS.Platform = 'linux') => keyringKeeper({ vault, platform, folder })
  const file = () => join(folder, 'backup-passphrase.sealed')

  it.each([
    ['libsecret', waiting('gnome_libsecret'), 'linux'],
    ['KWallet', waiting('kwallet6'), 'linux'],
    ['libsecret, on an older Electron', holding('gnome_libsecret'), 'linux'],
    ['the Keychain of macOS', waiting('', 'v10'), 'darwin'],
    ['DPAPI', waiting('', 'v10'), 'win32'],
  ] as const)('is kept by %s, given back, and forgotten', async (_what, vault, platform) => {
    const keeper = keeperOf(vault, platform)
    expect([keeper.place(), keeper.has()]).toEqual(['keyring', false])
    await expect(keeper.read()).rejects.toThrow(/type it again/)
    await keeper.keep(PASSPHRASE, wanted())
    expect([keeper.place(), keeper.has()]).toEqual(['keyring', true])
    // Also by the next start.
    expect(await keeperOf(vault, platform).read()).toBe(PASSPHRASE)
    await keeper.forget()
    expect([keeper.has(), existsSync(file())]).toEqual([false, false])
  })

  it('lies in a file that only its user reads, and that does not say it', async () => {
    const keeper = keeperOf(waiting('gnome_libsecret'))
    await keeper.keep('the one before this one', wanted())
    await keeper.keep(PASSPHRASE, wanted())
    expect(readdirSync(folder)).toEqual(['backup-passphrase.sealed'])
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readFileSync(file()).includes(PASSPHRASE)).toBe(false)
  })

  it.each([
    ['Electron knows no keyring', waiting('basic_text', 'v10')],
    ['Electron has not looked yet', waiting('unknown')],
    ['Electron does not say', { ...waiting(''), getSelectedStorageBackend: undefined } as unknown as Vault],
    ['none answers, and it encrypts by the known password', waiting('gnome_libsecret', 'v10')],
    ['none answers, on an older Electron', holding('gnome_libsecret', false)],
    ['Electron knows no keyring, on an older one', holding('basic_text', false)],
    ['a known password was asked for', holding('basic_text', true)],
  ])('is not kept where %s', async (_what, vault) => {
    const keeper = keeperOf(vault)
    await expect(keeper.keep(PASSPHRASE, wanted())).rejects.toThrow(/no keyring/)
    expect([keeper.place(), keeper.has(), readdirSync(folder)]).toEqual(['no_keyring', false, []])
  })

  it('is not called kept where the keyring of before has gone', async () => {
    await keeperOf(waiting('gnome_libsecret')).keep(PASSPHRASE, wanted())
    const keeper = keeperOf(waiting('basic_text', 'v10'))
    expect([keeper.place(), keeper.has()]).toEqual(['no_keyring', false])
    await expect(keeper.read()).rejects.toThrow(/no keyring/)
  })

  it('stays the older one where the keyring does not give the new one back, or answers when nobody waits', async () => {
    await keeperOf(waiting('gnome_libsecret')).keep(PASSPHRASE, wanted())
    const before = readFileSync(file())
    const forgetful: Vault = { ...waiting('gnome_libsecret'), decryptStringAsync: async () => ({ result: '' }) }
    await expect(keeperOf(forgetful).keep('another', wanted())).rejects.toThrow(/does not give it back/)
    const late = keeperOf(waiting('gnome_libsecret'))
    await expect(late.keep('another', AbortSignal.abort())).rejects.toThrow(/aborted/)
    expect(readFileSync(file())).toEqual(before)
  })

  it('tells that it is locked, and is asked by nothing but reading and keeping', async () => {
    let asked = 0
    const locked: Vault = {
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptStringAsync: async (plain) => scrambled('v11', plain),
      decryptStringAsync: async () => {
        asked += 1
        throw new Error('decryptStringAsync is temporarily unavailable')
      },
    }
    await keeperOf(waiting('gnome_libsecret')).keep(PASSPHRASE, wanted())
    const keeper = keeperOf(locked)
    expect([keeper.place(), keeper.has(), asked]).toEqual(['keyring', true, 0])
    await expect(keeper.read()).rejects.toThrow(/temporarily unavailable/)
    expect(keeper.has()).toBe(true)
  })
})
