import { startTestServer } from '../support/test-server.ts'
import { expect, Kiosk, test } from './kiosk-test.ts'

test('shows --:-- before the first exchange, never the device’s time', async ({ kiosk, page }) => {
  await page.routeWebSocket(/\/ws\/time\//, () => {})
  await kiosk.open()
  await expect(kiosk.heading('Harbour Street Park & Wash')).toBeVisible()
  await expect(kiosk.clock()).toHaveText('--:--')
  await expect(page.getByText('Waiting for the time from the server').first()).toBeVisible()
  await expect(kiosk.button('Booking is paused')).toHaveAttribute('aria-disabled', 'true')
  await kiosk.button('Booking is paused').tap({ force: true })
  await expect(kiosk.heading('Harbour Street Park & Wash')).toBeVisible()
})

test('a server that goes away leaves the screen, says so, and is found again', async ({ page }) => {
  const first = await startTestServer()
  const kiosk = new Kiosk(page, first)
  await kiosk.toPhone()
  await page.evaluate(() => Object.assign(window, { sameVisit: true }))
  await first.halt()
  const banner = page.locator('.link-banner')
  await expect(banner).toContainText('The connection to the server broke off')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your phone number, if you like')
  await expect(page.getByRole('button', { name: /Skip, and keep my slot/ })).toHaveAttribute('aria-disabled', 'true', {
    timeout: 10_000,
  })

  const port = Number(new URL(first.publicUrl).port)
  const { dataDir, time } = first
  const second = await startTestServer({ port, dataDir, time })
  await expect(banner).toBeEmpty({ timeout: 35_000 })
  await kiosk.pressUntil(kiosk.button('Skip, and keep my slot'), kiosk.heading(/is yours until/))
  expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true)
  await second.stop()
})

test('a kiosk that starts before its server waits for it', async ({ kiosk, page }) => {
  let down = true
  await page.route('**/api/**', (route) => (down ? route.abort('connectionrefused') : route.continue()))
  await kiosk.open()
  await expect(kiosk.heading('Connecting to the car park')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached. Trying again.')
  down = false
  await expect(kiosk.button('Touch to begin')).toBeVisible({ timeout: 10_000 })
})
