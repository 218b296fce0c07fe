import { expect, test } from '@playwright/test'
import { expectTextStaysText } from '../support/page-policy.ts'
import { startTestServer } from '../support/test-server.ts'

// Not by the kiosk's own test, which holds each refusal of the page's policy against the page.
test('the kiosk’s page takes no text for HTML or script', async ({ page }) => {
  const server = await startTestServer({})
  try {
    await page.goto(server.kioskUrl)
    await expect(page.getByRole('main')).toBeVisible()
    await expectTextStaysText(page)
  } finally {
    await server.stop()
  }
})
