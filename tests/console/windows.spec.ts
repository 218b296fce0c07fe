import type { BrowserContext, Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { expect, signIn, test } from './console-test.ts'

/** Presses the link to a screen's own window. */
async function openAlone(page: Page, context: BrowserContext): Promise<Page> {
  const [alone] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'In its own window' }).click(),
  ])
  // The heading of a page that begins is "Starting", and no key does anything yet.
  await expect(alone.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(alone.locator('.server-clock')).toContainText('Live')
  return alone
}

for (const [screen, title] of [
  ['today', 'Today'],
  ['lot', 'Lot'],
  ['washes', 'Wash board'],
] as const) {
  test(`${title} in a window of its own has no navigation, but the clock, the notices and who is here`, async ({
    page,
    context,
    server,
  }) => {
    await signIn(page, server, 'attendant', `#/${screen}`)
    const alone = await openAlone(page, context)
    await expect(alone.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(alone.getByRole('navigation')).toHaveCount(0)
    await expect(alone.getByRole('link', { name: 'In its own window' })).toHaveCount(0)
    const header = alone.getByRole('banner')
    await expect(header.getByText('Attendant', { exact: false })).toBeVisible()
    await expect(header.getByRole('button', { name: /^Notices/ })).toBeVisible()
    await expect(header.locator('.server-clock')).toContainText('Live')
    await expectNoAxeFindings(alone, 'a window of its own')
  })
}

test('a link in a window of its own leads on, and back', async ({ page, context, server }) => {
  await signIn(page, server, 'attendant', '#/lot')
  const alone = await openAlone(page, context)
  await alone.keyboard.press('1')
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText('Today')
  await alone.getByRole('link', { name: 'Back to Lot' }).click()
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText('Lot')
  await expect(alone.getByRole('link', { name: 'Back to Lot' })).toHaveCount(0)
})

test('whoever locks, opens or leaves one window does so with all', async ({ page, context, server }) => {
  await signIn(page, server, 'attendant', '#/lot')
  const alone = await openAlone(page, context)
  const locks = (of: Page) => of.getByRole('heading', { name: 'Locked' })
  await alone.getByRole('button', { name: 'Lock', exact: true }).click()
  for (const one of [alone, page]) await expect(locks(one)).toBeVisible()
  await page.getByLabel('PIN or password').fill(server.attendant.password)
  await page.getByRole('button', { name: 'Unlock' }).click()
  for (const one of [page, alone]) await expect(locks(one)).toHaveCount(0)
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText('Lot')
  await page.getByRole('button', { name: 'Sign out' }).click()
  for (const one of [page, alone]) await expect(one.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByLabel('User name').fill(server.owner.username)
  await page.getByLabel('Password', { exact: true }).fill(server.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(alone.getByRole('banner')).toContainText('owner')
})

test('a lock reaches the other window also while the server is away', async ({ page, context, server }) => {
  await signIn(page, server, 'attendant', '#/lot')
  const alone = await openAlone(page, context)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  for (const one of [alone, page]) await expect(one.getByRole('heading', { name: 'Locked' })).toBeVisible()
})
