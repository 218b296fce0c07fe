import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ADMIN, adminAtApi, type AdminAtApi } from './admin-at-api.ts'
import { addressesOf, packaged, signIn, startDesktop } from './desktop-app.ts'
import { giveKeyring } from './fake-keyring.ts'
import { bookWash } from './kiosk-customer.ts'

/** Every file under a folder, whatever it is. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const PASSPHRASE = 'tide crane ledger harbour'

/** An admin has what goes to the second folder encrypted, and makes a backup. */
async function encryptABackup(admin: AdminAtApi, second: string): Promise<void> {
  const settings = { nightly_hour: null, second_folder: second, encrypt_second: true }
  const saved = await admin.call('PUT', '/api/v1/backups/settings', {
    ...settings,
    passphrase: PASSPHRASE,
    pin: ADMIN.pin,
  })
  expect(saved).toEqual({ status: 200, body: settings })
  await admin.call('POST', '/api/v1/backups')
  await expect
    .poll(async () => (await admin.call('GET', '/api/v1/backups')).body, { timeout: 30_000 })
    .toMatchObject({ run: { state: 'idle', failed: null } })
  expect(readdirSync(second)).toEqual([expect.stringMatching(/-manual-sealed\.kerbside$/)])
}

test('a day at the console leaves no secret on the disk, in whatever file', async () => {
  const second = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
  const desktop = await startDesktop(packaged)
  try {
    const { app, page, dataDir } = desktop
    await signIn(page)
    const { staffUrl, publicUrl } = await addressesOf(page)
    // The session of somebody at a browser, and the token of a customer: both are on this side as well.
    const admin = await adminAtApi(staffUrl)
    await giveKeyring(app)
    await encryptABackup(admin, second)
    const { manageToken } = await bookWash(publicUrl, 'KL 07 SC 4711')
    await page.evaluate(() => localStorage.setItem('kerbside-test-mark', 'what a page keeps is found'))
    const gone = desktop.exited
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.session.flushStorageData())
    app.process().kill('SIGTERM')
    await gone

    const { sessionToken } = admin
    const passwords = { password: 'harbour-attendant', adminPassword: ADMIN.password, passphrase: PASSPHRASE }
    const secrets = { ...passwords, sessionToken, manageToken }
    for (const [what, secret] of Object.entries(secrets)) expect(secret.length, what).toBeGreaterThanOrEqual(12)
    const written = [dataDir, second].flatMap(filesUnder).map((file) => [file, readFileSync(file)] as const)
    // What is searched holds the passphrase, encrypted.
    expect(written.map(([file]) => file)).toContain(join(dataDir, 'backup-passphrase.sealed'))
    const holding = (text: string) =>
      written
        .filter(([, bytes]) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
        .map(([file]) => file)
    // Else the search would find nothing because it cannot.
    expect(holding('what a page keeps is found')).not.toEqual([])
    for (const [what, secret] of Object.entries(secrets)) expect(holding(secret), what).toEqual([])
    expect(holding('PRIVATE KEY')).toEqual([])
  } finally {
    await desktop.dispose()
    rmSync(second, { recursive: true })
  }
})
