import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { FakeKeeper } from '../support/fake-keeper.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { expect, rowOf, test } from './console-test.ts'

const ADMIN = { username: 'admin', password: 'harbour-admin', pin: '2468' }
const PASSPHRASE = 'tide crane ledger harbour'
const ANOTHER = 'bollard gravel Sunday kettle'

async function openBackups(page: Page, server: TestServer) {
  await page.goto(`${server.consoleUrl}#/backups`)
  await page.getByLabel('User name').fill(ADMIN.username)
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Each night, and a second place' })).toBeVisible()
}

const box = (page: Page) => page.getByLabel('Encrypt what goes to the second folder')
const passphrase = (page: Page) => page.getByLabel('Passphrase, 12 characters or more')
const again = (page: Page) => page.getByLabel('The same again')

async function type(page: Page, first: string, second: string) {
  await passphrase(page).fill(first)
  await again(page).fill(second)
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByLabel('PIN').fill(ADMIN.pin)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

async function saved(page: Page) {
  await save(page)
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function makeOne(page: Page) {
  await page.getByRole('button', { name: 'Make a backup now' }).click()
  await expect(page.getByRole('button', { name: 'Make a backup now' })).toBeEnabled({ timeout: 30_000 })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what goes to the second folder is encrypted, looked into, and no longer; axe finds nothing, ${colorScheme}`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const second = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
    const keeper = new FakeKeeper()
    const server = await startTestServer({ passphraseKeeper: keeper })
    try {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await openBackups(page, server)
      await page.getByLabel('Second folder', { exact: true }).fill(second)
      await box(page).check()
      await expect(page.getByText('Write the passphrase on paper')).toBeVisible()
      await expectNoAxeFindings(page, 'a passphrase to be typed')

      // Nothing is asked for before both are there and the same.
      await page.getByRole('button', { name: 'Save…' }).click()
      await expect(page.getByText('Make it 12 characters at least')).toBeVisible()
      await type(page, PASSPHRASE, ANOTHER)
      await expect(page.getByText('Strong.')).toBeVisible()
      await page.getByRole('button', { name: 'Save…' }).click()
      await expect(page.getByText('These two are not the same')).toBeVisible()
      await expect(page.getByRole('dialog')).toBeHidden()
      await expectNoAxeFindings(page, 'what is wrong with it')
      await again(page).fill(PASSPHRASE)
      await saved(page)
      await expect(page.getByText('The passphrase is kept in this computer’s keyring.')).toBeVisible()
      expect(keeper.kept).toBe(PASSPHRASE)

      await makeOne(page)
      const row = rowOf(page, 'encrypted')
      await expect(row).toContainText('Second folder')
      await expectNoAxeFindings(page, 'an encrypted copy')
      await row.getByRole('button', { name: 'Look inside…' }).click()
      await expect(page.getByText(/^Whole: every page/)).toBeVisible({ timeout: 30_000 })
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()

      // Another one holds for later copies; for this one it has to be typed.
      await page.getByRole('button', { name: 'Change the passphrase' }).click()
      await expect(page.getByText('keep its paper')).toBeVisible()
      await type(page, ANOTHER, ANOTHER)
      await saved(page)
      await expect(passphrase(page)).toBeHidden()
      await row.getByRole('button', { name: 'Look inside…' }).click()
      await expect(page.getByText('The passphrase that this computer keeps does not open this one')).toBeVisible({
        timeout: 30_000,
      })
      await expectNoAxeFindings(page, 'a passphrase that does not open it')
      await page.getByLabel('Passphrase', { exact: true }).fill('not this one either')
      await page.getByRole('button', { name: 'Look inside', exact: true }).click()
      await expect(page.getByText('That passphrase does not open the backup.')).toBeVisible({ timeout: 30_000 })
      await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
      await page.getByRole('button', { name: 'Look inside', exact: true }).click()
      await expect(page.getByText(/^Whole: every page/)).toBeVisible({ timeout: 30_000 })
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()

      await box(page).uncheck()
      await expect(page.getByText('From now on copies go there unencrypted')).toBeVisible()
      await expectNoAxeFindings(page, 'turning it off')
      await saved(page)
      expect(keeper.kept).toBeUndefined()
      await makeOne(page)
      await expect(page.getByText('This computer, Second folder')).toBeVisible()
      expect(readdirSync(second).filter((name) => name.endsWith('.kerbside'))).toHaveLength(1)
      // Turned on again: what lies there in clear is counted.
      await box(page).check()
      await expect(page.getByText('One copy there is not encrypted.')).toBeVisible()
    } finally {
      await server.stop()
      rmSync(second, { recursive: true })
    }
  })
}

test('a keyring that is locked is told: nothing was changed, and what was typed is kept', async ({ page }) => {
  test.setTimeout(90_000)
  const second = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
  const keeper = new FakeKeeper()
  const server = await startTestServer({ passphraseKeeper: keeper })
  try {
    await openBackups(page, server)
    await page.getByLabel('Second folder', { exact: true }).fill(second)
    await box(page).check()
    await type(page, PASSPHRASE, PASSPHRASE)
    keeper.state = 'locked'
    await save(page)
    await expect(page.getByText('This computer did not keep the passphrase')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(passphrase(page)).toHaveValue(PASSPHRASE)
    keeper.state = 'open'
    await saved(page)

    keeper.state = 'locked'
    await makeOne(page)
    await expect(page.getByText(/was made\. It did not go to the second folder.*the keyring is locked/)).toBeVisible()
    expect(readdirSync(second)).toEqual([])
    await expectNoAxeFindings(page, 'a copy that was not made')
  } finally {
    await server.stop()
    rmSync(second, { recursive: true })
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without a keyring it says so, what to do, and keeps nothing; axe finds nothing, ${colorScheme}`, async ({
    page,
  }) => {
    const keeper = new FakeKeeper()
    keeper.state = 'absent'
    const server = await startTestServer({ passphraseKeeper: keeper })
    try {
      await page.emulateMedia({ colorScheme })
      await openBackups(page, server)
      await expect(
        page.getByText(/has no keyring that Kerbside can use.*KERBSIDE_BACKUP_PASSPHRASE_FILE/),
      ).toBeVisible()
      await expect(box(page)).toBeDisabled()
      await expectNoAxeFindings(page, 'no keyring')
    } finally {
      await server.stop()
    }
  })
}

test('a server without a desktop says what it takes', async ({ page, server }) => {
  await openBackups(page, server)
  await expect(page.getByText('runs without a desktop, and so without a keyring')).toBeVisible()
  await expect(box(page)).toBeDisabled()
})
