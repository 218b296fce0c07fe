import { expect as expectSoon, test, type Page } from '@playwright/test'
import { DevRun } from '../support/dev-run.ts'

// A server that starts anew, with its demo to make up, takes what the machine has to spare.
const soon = { timeout: 90_000 }
const expect = expectSoon.configure(soon)

let run: DevRun
test.beforeEach(() => {
  run = new DevRun(['--headless'])
})
test.afterEach(async () => {
  await test.info().attach('what the run said', { body: run.said })
  expect(await run.stop()).toBe(0)
})

/** What is written into a page is gone when it is loaded again. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isStillOpen: true }))
const isStillOpen = (page: Page) => page.evaluate(() => 'isStillOpen' in window)

function violations(page: Page): string[] {
  const seen: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) seen.push(message.text())
  })
  return seen
}

test('an edit of a page shows without a reload, under the product’s policy, and one of the server starts that anew', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const refused = violations(page)
  await page.goto(await run.url('console'))
  await page.getByLabel('User name').fill('owner')
  await mark(page)
  run.edit('src-renderer/sign-in/SignInForm.tsx', '<form', '<form data-edited="by hand"')
  await expect(page.locator('[data-edited="by hand"]')).toBeVisible()
  expect(await isStillOpen(page)).toBe(true)
  // Fast refresh keeps what was typed, too.
  await expect(page.getByLabel('User name')).toHaveValue('owner')

  const kiosk = await context.newPage()
  refused.push(...violations(kiosk))
  await kiosk.goto(await run.url('kiosk'))
  await expect(kiosk.getByText('Touch to begin')).toBeVisible()
  await mark(kiosk)
  run.edit('src-shared/i18n/messages/en/kiosk.ts', "'Touch to begin'", "'Begin by a touch'")
  // Words are no component: the page is loaded again by itself.
  await expect(kiosk.getByText('Begin by a touch')).toBeVisible()
  run.edit('kiosk/attract/AttractScreen.tsx', 'return (', 'return (\n    // Edited once more.')
  expect(refused).toEqual([])

  await page.getByLabel('User name').fill('owner')
  const password = page.getByLabel('Password', { exact: true })
  await password.fill('harbour-owner')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  const before = run.count(/"event":"listening"/)
  run.edit('src-server/clock/time-update.ts', "'Monday', 'Tuesday'", "'Mondayish', 'Tuesday'")
  await expect.poll(() => run.count(/"event":"listening"/), soon).toBeGreaterThan(before)
  // Whoever was signed in still is: the store is the same.
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()

  // A slip is said, and its repair starts the server again.
  run.edit('src-server/clock/time-update.ts', 'function two(', 'functio two(')
  await expect.poll(() => run.count(/The server ended/), soon).toBe(1)
  const broken = run.count(/"event":"listening"/)
  run.edit('src-server/clock/time-update.ts', 'functio two(', 'function two(')
  await expect.poll(() => run.count(/"event":"listening"/), soon).toBeGreaterThan(broken)
})

test('another site’s page gets nothing by way of the development page', async ({ request }) => {
  const url = await run.url('console')
  await expect.poll(() => run.count(/"event":"listening"/), soon).toBe(1)
  const asked = (origin: string) =>
    request.post(new URL('/api/v1/session', url).href, {
      headers: { origin },
      data: { username: 'owner', password: 'harbour-owner' },
    })
  expect((await asked('http://elsewhere.example')).status()).toBe(403)
  expect((await asked(new URL(url).origin)).status()).toBe(201)
})
