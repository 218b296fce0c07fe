import { expect, test } from '@playwright/test'
import { expectTextStaysText } from '../support/page-policy.ts'
import { startTestServer } from '../support/test-server.ts'

// Not by the console's own test, which holds each refusal of the page's policy against the page.
test('the console in a browser takes no text for HTML or script', async ({ page }) => {
  const server = await startTestServer({})
  try {
    await page.goto(server.consoleUrl)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expectTextStaysText(page)
  } finally {
    await server.stop()
  }
})
