import type { Page } from '@playwright/test'
import { intercept } from '../support/intercept.ts'
import { portOf, startTestServer } from '../support/test-server.ts'
import { expect, figure, signIn, test, toast } from './console-test.ts'

function clock(page: Page) {
  return page.locator('.server-clock time')
}

test('the clock is the server’s, in the site’s zone, wherever the device believes to be', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York' })
  const page = await context.newPage()
  await signIn(page, server)
  await expect(clock(page)).toHaveText(/^12:4\d:\d\d$/)
  await expect(page.locator('.server-clock')).toContainText('Friday, December 5, 2025')
  server.advance(3_600_000)
  await expect(clock(page)).toHaveText(/^13:4\d:\d\d$/)
  await context.close()
})

test('before the first exchange it shows --:--, and nothing of the device’s time decides', async ({ page, server }) => {
  await page.routeWebSocket(/\/ws\/time\//, () => {
    // Accepted, and silent.
  })
  await signIn(page, server, 'owner', '#/bookings')
  await expect(clock(page)).toHaveText('--:--')
  await expect(page.locator('.server-clock')).toContainText('Connecting')
  await page.getByRole('button', { name: 'New wash booking' }).click()
  await expect(page.getByText('Checking the time with the server. One moment, please.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Book', exact: true })).toHaveAttribute('aria-disabled', 'true')
  // The list is the server's, and its day too.
  await expect(page.getByText('13 bookings')).toBeVisible()
  await expect(clock(page)).toHaveText('--:--')
})

test('a server that stops is told by banner and toast; what is shown is marked as old; all heals by itself', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await expect(figure(page, 'Free bays')).toHaveText('25')
  await page.getByRole('link', { name: 'Bookings', exact: true }).click()
  await expect(page.getByText('13 bookings')).toBeVisible()
  await page.getByRole('link', { name: 'Today', exact: true }).click()
  const ports = { port: portOf(server.publicUrl), staffPort: portOf(server.staffUrl) }
  await server.halt()

  await expect(toast(page, 'Time sync lost.')).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.banner')).toContainText('Time sync is lost.')
  await expect(figure(page, 'Free bays')).toHaveText('25')
  await expect(clock(page)).toHaveText(/^12:4\d:\d\d$/)
  await page.getByRole('button', { name: 'New wash booking' }).click()
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.')
  await expect(page.getByRole('alert')).toContainText('Code: unreachable')
  await page.keyboard.press('Escape')
  // What was seen before is still there on another screen, too.
  await page.getByRole('link', { name: 'Bookings', exact: true }).click()
  await expect(page.getByText('13 bookings')).toBeVisible()
  await expect(page.getByText(/Last known at 12:4\d/)).toBeVisible()
  await page.getByRole('link', { name: 'Today', exact: true }).click()

  const again = await startTestServer({ dataDir: server.dataDir, time: server.time, ...ports })
  try {
    await expect(toast(page, 'Time sync restored.')).toBeVisible({ timeout: 45_000 })
    await expect(page.locator('.banner').filter({ hasText: 'Time sync is lost.' })).toHaveCount(0)
    await expect(page.locator('.server-clock')).toContainText('Live')
    // The session outlived the server, and so did the figures.
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
    await expect(figure(page, 'Free bays')).toHaveText('25')
  } finally {
    await again.halt()
  }
})

test('values that could not be read again are marked as the last known', async ({ page, server }) => {
  await signIn(page, server)
  await expect(figure(page, 'Free bays')).toHaveText('25')
  await intercept(page, '**/api/v1/metrics/summary', (route) => route.abort())
  server.advance(60_000)
  await expect(page.getByText(/Last known at 12:4\d/)).toBeVisible()
  await expect(figure(page, 'Free bays')).toHaveText('25')
  await page.unroute('**/api/v1/metrics/summary')
  server.advance(60_000)
  await expect(page.getByText(/Last known at/)).toHaveCount(0)
})

test('a clock that nobody has confirmed is a quiet note', async ({ page, server }) => {
  await signIn(page, server)
  await expect(page.locator('.banner--quiet')).toHaveText(/The time is not confirmed yet\./)
})
