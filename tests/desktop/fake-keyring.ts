import type { ElectronApplication } from '@playwright/test'

/**
 * Gives the running application a keyring, as Electron would show it on a desktop that has one: this machine has none.
 * What it encrypts is no protection, but says nothing in clear either.
 */
export function giveKeyring(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ safeStorage }) => {
    const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
    const mark = Buffer.from('v11')
    const encrypt = (plain: string) => Buffer.concat([mark, turned(Buffer.from(plain))])
    const decrypt = (sealed: Buffer) => turned(sealed.subarray(mark.length)).toString()
    Object.assign(safeStorage, {
      getSelectedStorageBackend: () => 'gnome_libsecret',
      isEncryptionAvailable: () => true,
      encryptString: encrypt,
      decryptString: decrypt,
      encryptStringAsync: (plain: string) => Promise.resolve(encrypt(plain)),
      decryptStringAsync: (sealed: Buffer) => Promise.resolve({ result: decrypt(sealed), shouldReEncrypt: false }),
    })
  })
}
