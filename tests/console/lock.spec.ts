import type { Page } from '@playwright/test'
import { intercept } from '../support/intercept.ts'
import type { TestServer } from '../support/test-server.ts'
import { expect, signIn, test } from './console-test.ts'

const PIN = '2468'

const lockScreen = (page: Page) => page.getByRole('dialog', { name: 'Locked' })
const status = async (page: Page, server: TestServer) =>
  (await page.request.get(`${server.staffUrl}/api/v1/session`)).status()

test('a key locks, the PIN opens, and everything is as it was', async ({ page, server }) => {
  await signIn(page, server)
  await page.getByRole('button', { name: 'Shortcuts' }).focus()
  await page.keyboard.press('l')
  const lock = lockScreen(page)
  await expect(lock.getByLabel('PIN or password')).toBeFocused()
  await expect.poll(() => status(page, server)).toBe(403)
  await page.keyboard.press('Escape')
  await expect(lock).toBeVisible()

  await page.keyboard.press('Enter')
  await expect(lock).toContainText('Type your PIN or your password.')
  await page.keyboard.type('1357')
  await page.keyboard.press('Enter')
  await expect(lock).toContainText('That is neither your PIN nor your password.')
  await expect(lock.getByLabel('PIN or password')).toHaveValue('')
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await expect(lock).toBeHidden()
  await expect(page.getByRole('button', { name: 'Shortcuts' })).toBeFocused()
  await expect(page).toHaveTitle(/^Today/)
  expect(await status(page, server)).toBe(200)
})

test('what is locked is not drawn, named, printed or kept in messages', async ({ page, server }) => {
  await signIn(page, server)
  await page.keyboard.press('n')
  await page.getByLabel('Number plate').fill('KL 11 AA 2222')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(lockScreen(page)).toBeVisible()
  const shown = await page.evaluate(() => document.body.innerText)
  expect(shown).not.toMatch(/Meera|Arun|owner|KL ?\d\d|Harbour/)
  expect(await page.title()).toBe('Locked · Kerbside')
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Meera|KL ?\d\d/)
  await expect(page.locator('.Toastify__toast')).toHaveCount(0)
})

test('the form that was open under the lock is open after it, with what was typed', async ({ page, server }) => {
  await signIn(page, server)
  await page.keyboard.press('n')
  await page.getByLabel('Number plate').fill('KL 11 AA 2222')
  // By the server, as the desktop does when the system locks: a form is open, so no key does.
  await page.request.post(`${server.staffUrl}/api/v1/session/lock`)
  const lock = lockScreen(page)
  await expect(lock.getByLabel('PIN or password')).toBeFocused()
  await expect(page.getByLabel('Number plate')).toBeHidden()
  await page.keyboard.type(server.owner.password)
  await page.keyboard.press('Enter')
  await expect(lock).toBeHidden()
  await expect(page.getByLabel('Number plate')).toHaveValue('KL 11 AA 2222')
})

test('a page that is opened on a locked session is locked, too, and says nothing of whose it is', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'owner', '#/kiosks')
  await page.keyboard.press('l')
  await expect.poll(() => status(page, server)).toBe(403)
  await page.reload()
  await expect(lockScreen(page).getByLabel('PIN or password')).toBeFocused()
  expect(await page.content()).not.toMatch(/Meera|Harbour/)
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kiosks')
})

test('five wrong tries end the session, and somebody else signs in instead', async ({ page, server }) => {
  await signIn(page, server)
  await page.keyboard.press('l')
  const lock = lockScreen(page)
  await expect(lock.getByLabel('PIN or password')).toBeFocused()
  for (let count = 0; count < 4; count += 1) {
    const answered = page.waitForResponse('**/api/v1/session/unlock')
    await page.keyboard.type(`999${count}`)
    await page.keyboard.press('Enter')
    await answered
    await expect(lock.getByLabel('PIN or password')).toHaveValue('')
    await expect(lock).toContainText('That is neither your PIN')
  }
  await page.keyboard.type('9999')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expect(page.getByLabel('User name')).toHaveValue('')
  expect(await status(page, server)).toBe(401)
})

test('somebody else leaves the lock by signing out whoever is behind it', async ({ page, server }) => {
  await signIn(page, server)
  await page.keyboard.press('l')
  await lockScreen(page).getByRole('button', { name: 'Sign in as somebody else' }).click()
  await page.getByLabel('User name').fill(server.attendant.username)
  await page.getByLabel('Password', { exact: true }).fill(server.attendant.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Arun Das, attendant')).toBeVisible()
})

test('it locks by itself after the minutes that the site says, when nobody touches it', async ({ page, server }) => {
  await page.clock.install()
  await signIn(page, server)
  await page.clock.fastForward(14 * 60_000)
  await page.keyboard.press('Shift')
  await page.clock.fastForward(14 * 60_000)
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible()
  await page.clock.fastForward(70_000)
  await expect(lockScreen(page)).toBeVisible()
  await expect.poll(() => status(page, server)).toBe(403)
})

test('a lock that the server did not hear of covers the page, and the server hears of it when it is back', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await intercept(page, '**/api/v1/session/lock', (route) => route.abort())
  await page.keyboard.press('l')
  await expect(lockScreen(page)).toBeVisible()
  expect(await status(page, server)).toBe(200)
  await page.unroute('**/api/v1/session/lock')
  await expect.poll(() => status(page, server)).toBe(403)
  await expect(lockScreen(page)).toBeVisible()
})
