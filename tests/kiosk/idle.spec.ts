import { expect, remaining, test } from './kiosk-test.ts'

// The page's clocks are Playwright's here, so that a minute passes at once; the server's run on.
test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

test('asks a silent customer, then wipes what they typed', async ({ kiosk, page }) => {
  await kiosk.toPlate()
  await kiosk.tapKeys('KL07')
  await page.clock.fastForward(61_000)
  const dialog = page.getByRole('dialog', { name: 'Are you still there?' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toContainText(/In 1\d seconds/)
  await expect(dialog.getByRole('button', { name: 'Yes, go on' })).toBeFocused()
  await page.clock.fastForward(15_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await kiosk.toPlate()
  await expect(page.getByRole('textbox')).toHaveValue('')
})

test('goes on where it was when the customer answers', async ({ kiosk, page }) => {
  await kiosk.toPlate()
  await kiosk.tapKeys('KL07')
  await page.clock.fastForward(61_000)
  await kiosk.button('Yes, go on').tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveValue('KL07')
  await page.clock.fastForward(50_000)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('gives the hold of a customer who left back', async ({ kiosk, page, server, request }) => {
  await kiosk.toHold()
  expect(await remaining(server, request, '10:00')).toBe(1)
  await page.clock.fastForward(61_000)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.clock.fastForward(15_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect.poll(() => remaining(server, request, '10:00')).toBe(2)
})

test('the reference closes by itself after a minute, and the booking stays', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  await kiosk.toReference()
  await expect(page.getByText(/This screen closes in \d+ seconds/)).toBeVisible()
  await page.clock.fastForward(61_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect(page.getByText('KL07BX99')).toHaveCount(0)
  expect(await remaining(server, request, '10:00')).toBe(1)
})
