import { intercept } from '../support/intercept.ts'
import { expect, remaining, test } from './kiosk-test.ts'

const MINUTE = 60_000

test('a hold that runs out by the server’s clock is over, and the way back is open', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  await kiosk.toHold()
  server.advance(4 * MINUTE)
  await expect(page.getByRole('timer')).toHaveText(/^0:\d\d$/)
  await expect(page.getByText(/^60 seconds left to confirm$/)).toBeAttached()
  await expect(kiosk.button('Confirm booking')).toBeVisible()
  server.advance(MINUTE)
  await expect(kiosk.heading('The time to confirm ran out')).toBeVisible()
  await expect.poll(() => remaining(server, request, '10:00')).toBe(2)
  await kiosk.button('Pick a time again').tap()
  await kiosk.slot('10:00').tap()
  await expect(page.getByRole('textbox')).toHaveValue('KL07BX99')
})

test('a confirmation that comes too late is refused kindly', async ({ kiosk, page, server }) => {
  await kiosk.toHold()
  // The answer to a confirmation a moment after the end, before the tick has told the kiosk.
  await intercept(page, '**/confirm', async (route) => {
    server.advance(6 * MINUTE)
    await route.continue()
  })
  await kiosk.button('Confirm booking').tap()
  await expect(kiosk.heading('The time to confirm ran out')).toBeVisible()
})

test('a confirmation whose answer is lost is looked up, not guessed', async ({ kiosk, page }) => {
  await kiosk.toHold()
  await intercept(page, '**/confirm', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await kiosk.button('Confirm booking').tap()
  await expect(kiosk.heading('You are booked')).toBeVisible()
})
