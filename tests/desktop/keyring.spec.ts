import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ADMIN, adminAtApi } from './admin-at-api.ts'
import { addressesOf, type DesktopApp, developmentTree, startDesktop, type Target, targets } from './desktop-app.ts'
import { giveKeyring } from './fake-keyring.ts'

const PASSPHRASE = 'tide crane ledger harbour'
/** A Linux desktop that no keyring belongs to, as far as Electron knows. */
const NO_DESKTOP = { XDG_CURRENT_DESKTOP: '', DESKTOP_SESSION: '', KDE_FULL_SESSION: '' }
/** A desktop that has a keyring by its name, and on this machine none that answers. */
const promising: Target = {
  ...developmentTree,
  name: 'development tree with --password-store=gnome-libsecret',
  args: ['--password-store=gnome-libsecret', ...developmentTree.args],
}

async function openBackups(page: Page) {
  await page.getByLabel('User name').fill(ADMIN.username)
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Backups', exact: true }).click()
  await page.getByRole('heading', { name: 'Backups', exact: true }).waitFor()
}

const sealedIn = (desktop: DesktopApp) => join(desktop.dataDir, 'backup-passphrase.sealed')
const box = (page: Page) => page.getByLabel('Encrypt what goes to the second folder')

for (const target of targets) {
  test(`without a keyring the passphrase is not kept, and that is said, in the ${target.name}`, async () => {
    test.skip(process.platform !== 'linux', 'Windows and macOS always have one')
    const desktop = await startDesktop(target, NO_DESKTOP)
    try {
      const { app, page } = desktop
      expect(await app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('basic_text')
      // What Electron would do if it were let: encrypt by a password that everybody can read.
      await app.evaluate(({ safeStorage }) => safeStorage.setUsePlainTextEncryption(true))
      await openBackups(page)
      await expect(page.getByText('This computer has no keyring that Kerbside can use')).toBeVisible()
      await expect(box(page)).toBeDisabled()
      const admin = await adminAtApi((await addressesOf(page)).staffUrl)
      const settings = { nightly_hour: null, second_folder: null, encrypt_second: true }
      const body = { ...settings, passphrase: PASSPHRASE, pin: ADMIN.pin }
      const refused = await admin.call('PUT', '/api/v1/backups/settings', body)
      expect(refused).toMatchObject({ status: 409, body: { code: 'passphrase_not_kept' } })
      expect(existsSync(sealedIn(desktop))).toBe(false)
    } finally {
      await desktop.dispose()
    }
  })
}

test('a keyring that should be there and does not answer is found out when it is needed, and told', async () => {
  test.skip(process.platform !== 'linux', 'Windows and macOS always have one')
  const desktop = await startDesktop(promising, { ...NO_DESKTOP, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' })
  try {
    const { app, page } = desktop
    expect(await app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('gnome_libsecret')
    await openBackups(page)
    await box(page).check()
    await page.getByLabel('Passphrase, 12 characters or more').fill(PASSPHRASE)
    await page.getByLabel('The same again').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Save…' }).click()
    await page.getByLabel('PIN').fill(ADMIN.pin)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('This computer did not keep the passphrase')).toBeVisible()
    expect(existsSync(sealedIn(desktop))).toBe(false)
    const admin = await adminAtApi((await addressesOf(page)).staffUrl)
    const { body } = await admin.call('GET', '/api/v1/backups')
    expect(body).toMatchObject({
      passphrase: { place: 'no_keyring', kept: false },
      settings: { encrypt_second: false },
    })
  } finally {
    await desktop.dispose()
  }
})

test('with a keyring what goes to the second folder is encrypted, and no file says the passphrase', async () => {
  const second = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
  const desktop = await startDesktop(developmentTree)
  try {
    const { app, page } = desktop
    await giveKeyring(app)
    await openBackups(page)
    await page.getByLabel('Second folder', { exact: true }).fill(second)
    await box(page).check()
    await page.getByLabel('Passphrase, 12 characters or more').fill(PASSPHRASE)
    await page.getByLabel('The same again').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Save…' }).click()
    await page.getByLabel('PIN').fill(ADMIN.pin)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('The passphrase is kept in this computer’s keyring.')).toBeVisible()
    const sealed = readFileSync(sealedIn(desktop))
    expect(sealed.includes(PASSPHRASE)).toBe(false)
    if (process.platform !== 'win32') expect(statSync(sealedIn(desktop)).mode & 0o777).toBe(0o600)
    await page.getByRole('button', { name: 'Make a backup now' }).click()
    const row = page.getByRole('row').filter({ hasText: 'encrypted' })
    await expect(row).toContainText('Second folder', { timeout: 30_000 })
    expect(readdirSync(second)).toEqual([expect.stringMatching(/-manual-sealed\.kerbside$/)])
    await row.getByRole('button', { name: 'Look inside…' }).click()
    await expect(page.getByText(/^Whole: every page/)).toBeVisible({ timeout: 30_000 })
  } finally {
    await desktop.dispose()
    rmSync(second, { recursive: true })
  }
})
