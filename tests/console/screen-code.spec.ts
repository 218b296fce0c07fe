import { intercept } from '../support/intercept.ts'
import { expect, signIn, test } from './console-test.ts'

test('a screen whose code does not come leaves the rest of the console, and comes when it is asked for again', async ({
  page,
  server,
  complaints,
}) => {
  await page.route('**/assets/Reports-*.js', (route) => route.abort())
  await signIn(page, server)
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This screen could not be shown.' })).toBeVisible()

  await page.getByRole('link', { name: 'Receipts' }).click()
  await expect(page.getByRole('heading', { name: 'Receipts' })).toBeVisible()
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.unroute('**/assets/Reports-*.js')
  await page.getByRole('button', { name: 'Load again' }).click()
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  // React tells the developer what the boundary caught.
  complaints.length = 0
})

test('the other screens are there before they are asked for', async ({ page, server }) => {
  const fetched: string[] = []
  page.on('requestfinished', (request) => fetched.push(request.url()))
  await signIn(page, server)
  await expect.poll(() => fetched.some((url) => url.includes('/assets/AccountScreen-'))).toBe(true)
  await intercept(page, '**/assets/**', (route) => route.abort())
  await page.getByRole('link', { name: 'Tariffs' }).click()
  await expect(page.getByRole('heading', { name: 'Tariffs', level: 1 })).toBeVisible()
})
