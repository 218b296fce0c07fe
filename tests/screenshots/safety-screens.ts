import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, rowOf, signIn } from '../console/console-test.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import type { Darkroom } from './darkroom.ts'

/** When its picture is taken, however long it took. */
const BACKUP_TAKES_MS = 120_000

/** What keeps the site safe: the lock, the verified trail, backups, and the page of a store that cannot be opened. */
export async function takeSafety(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page('console')
  await takeLock(darkroom, page)
  await takeVerifiedTrail(darkroom, page)
  await takeBackups(darkroom, page)
  await takeRecovery(darkroom, page)
  await page.context().close()
}

async function takeLock(darkroom: Darkroom, page: Page): Promise<void> {
  await page.goto(darkroom.server.consoleUrl)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await darkroom.take(page, 'console-sign-in')
  await signIn(page, darkroom.server)
  // A lock closes the page's sockets; the clock's is opened anew, and what it says first makes the clock live again.
  const reopened = page.waitForEvent('websocket')
  await page.keyboard.press('l')
  await (await reopened).waitForEvent('framereceived')
  await page.getByRole('dialog', { name: 'Locked' }).getByText('Live').waitFor()
  await darkroom.take(page, 'console-locked')
  await page.keyboard.type('2468')
  await page.keyboard.press('Enter')
  await page.getByText('Live').first().waitFor()
}

async function takeVerifiedTrail(darkroom: Darkroom, page: Page): Promise<void> {
  await page.goto(`${darkroom.server.consoleUrl}#/audit`)
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await page.getByText('The chain is whole').waitFor()
  await page.getByText('Compare with a Z report').click()
  await darkroom.take(page, 'console-verified')
  await page.getByRole('button', { name: 'Sign out' }).click()
}

async function takeBackups(darkroom: Darkroom, page: Page): Promise<void> {
  await signIn(page, darkroom.server, 'admin', '#/backups')
  await page.getByRole('button', { name: 'Make a backup now' }).click()
  const done = darkroom.server.time.wallMs() + BACKUP_TAKES_MS
  // The copier rests between its pieces, and the page looks each second: in this world, when time is made to pass.
  await expect(async () => {
    darkroom.server.advance(1000)
    await expect(rowOf(page, 'By hand').getByText(/^Whole/)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 100_000 })
  darkroom.server.advance(done - darkroom.server.time.wallMs())
  await page
    .getByText(/^12:47/)
    .first()
    .waitFor()
  await darkroom.take(page, 'console-backups')
  await rowOf(page, 'By hand').getByRole('button', { name: 'Look inside…' }).click()
  await page.getByRole('button', { name: 'Restore…' }).waitFor({ timeout: 30_000 })
  await darkroom.take(page, 'console-backup-inside')
}

/** The same site once more, with most of its file gone. */
async function takeRecovery(darkroom: Darkroom, page: Page): Promise<void> {
  const { dataDir, time } = darkroom.server
  await darkroom.server.halt()
  truncateSync(join(dataDir, 'kerbside.sqlite'), 20_000)
  const damaged: TestServer = await startTestServer({ dataDir, time, env: { KERBSIDE_LOG_LEVEL: 'silent' } })
  try {
    await page.goto(damaged.consoleUrl)
    await page.getByRole('button', { name: /By hand/ }).click()
    await page.getByText(/^Whole: every page/).waitFor({ timeout: 30_000 })
    await darkroom.take(page, 'console-recovery')
  } finally {
    await damaged.halt()
  }
}
