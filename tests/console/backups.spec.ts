import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { portOf, startTestServer } from '../support/test-server.ts'
import { bookAtKiosk, expect, rowOf, signIn, test } from './console-test.ts'

const PIN = '2468'

async function makeOne(page: Page) {
  await page.getByRole('button', { name: 'Make a backup now' }).click()
  await expect(rowOf(page, 'By hand').getByText(/^Whole/)).toBeVisible({ timeout: 30_000 })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an admin makes a backup, looks into it, and goes back to it; axe finds nothing, ${colorScheme}`, async ({
    page,
    server,
  }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn(page, server, 'admin', '#/backups')
    await expect(page.getByText('No backup yet')).toBeVisible()
    await expectNoAxeFindings(page, 'no backup')
    await makeOne(page)
    await expectNoAxeFindings(page, 'backups')
    await bookAtKiosk(server, 'KL 55 ZZ 9001', '17:00')

    await rowOf(page, 'By hand').getByRole('button', { name: 'Look inside…' }).click()
    await expect(page.getByText('One booking was made since, and is not in it.')).toBeVisible({ timeout: 30_000 })
    await expectNoAxeFindings(page, 'what it holds')
    await page.getByRole('button', { name: 'Restore…' }).click()
    await expectNoAxeFindings(page, 'question')
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(page.getByText('Type RESTORE to go on')).toBeVisible()
    await page.getByLabel('Type RESTORE').fill('restore')
    await page.getByLabel('PIN').fill(PIN)
    await page.getByRole('button', { name: 'Restore', exact: true }).click()

    // Everybody is signed out; the booking that came afterwards is gone, and what was replaced is kept.
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible({ timeout: 30_000 })
    await signIn(page, server, 'admin', '#/bookings')
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await page.getByLabel('Plate or reference').fill('KL55ZZ9001')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await page.getByRole('link', { name: 'Backups', exact: true }).click()
    await expect(rowOf(page, 'Replaced by a restore')).toBeVisible()
  })
}

test('the second folder is checked, kept and told of', async ({ page, server }) => {
  test.setTimeout(90_000)
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
  await signIn(page, server, 'admin', '#/backups')
  const save = async (path: string) => {
    await page.getByLabel('Second folder', { exact: true }).fill(path)
    await page.getByRole('button', { name: 'Save…' }).click()
    await page.getByLabel('PIN').fill(PIN)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  }
  await save(join(folder, 'not-there'))
  await expect(page.getByText('Nothing can be written to that folder.')).toBeVisible()
  await page.keyboard.press('Escape')
  await save(folder)
  await expect(page.getByRole('dialog')).toBeHidden()
  await makeOne(page)
  await expect(rowOf(page, 'By hand').getByText('This computer, Second folder')).toBeVisible()
  rmSync(folder, { recursive: true })
})

test('an owner sees that there are backups, and can do nothing with them', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/backups')
  await expect(page.getByText('An admin makes and restores them')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make a backup now' })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`data that cannot be opened is told, and restored by an admin; axe finds nothing, ${colorScheme}`, async ({
    page,
    server,
  }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn(page, server, 'admin', '#/backups')
    await makeOne(page)
    await server.halt()
    truncateSync(join(server.dataDir, 'kerbside.sqlite'), 20_000)
    const { dataDir, time } = server
    const ports = { port: portOf(server.publicUrl), staffPort: portOf(server.staffUrl) }
    const damaged = await startTestServer({ dataDir, time, ...ports, env: { KERBSIDE_LOG_LEVEL: 'silent' } })
    try {
      await page.goto(damaged.consoleUrl)
      await expect(page.getByRole('heading', { name: 'The data cannot be opened' })).toBeVisible()
      await expectNoAxeFindings(page, 'recovery')
      await page.getByRole('button', { name: /By hand/ }).click()
      await expect(page.getByText(/^Whole: every page/)).toBeVisible({ timeout: 30_000 })
      await expectNoAxeFindings(page, 'what to go on with')
      await page.getByLabel('User name').fill('attendant')
      await page.getByLabel('Password', { exact: true }).fill('harbour-attendant')
      await page.getByRole('button', { name: 'Restore this backup' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByLabel('User name').fill(damaged.admin.username)
      await page.getByLabel('Password', { exact: true }).fill(damaged.admin.password)
      await page.getByRole('button', { name: 'Restore this backup' }).click()
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible({ timeout: 60_000 })
      await signIn(page, damaged, 'admin', '#/backups')
      await expect(rowOf(page, 'Could not be opened')).toBeVisible()
    } finally {
      await damaged.halt()
    }
  })
}
