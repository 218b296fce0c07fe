import { intercept } from '../support/intercept.ts'
import { expect, QUIET_DAY, remaining, takeElsewhere, test } from './kiosk-test.ts'

test('a whole booking by touch, from the first screen to the reference', async ({ kiosk, page, server, request }) => {
  await kiosk.open()
  await expect(kiosk.heading('Harbour Street Park & Wash')).toBeVisible()
  await expect(page.getByText('DEMO')).toBeVisible()
  await expect(page.getByText('09:00–21:00')).toBeVisible()
  await kiosk.button('Touch to begin').tap()
  await kiosk.button(/^Wash/).tap()

  const exterior = kiosk.button(/^Exterior/)
  await expect(exterior).toContainText('₹250.00')
  await expect(exterior).toContainText('20 min')
  await exterior.tap()

  await kiosk.button('Another day').tap()
  await expect(page.locator('[data-date]')).toHaveCount(8)
  await kiosk.button(QUIET_DAY).tap()
  await kiosk.slot('10:00').tap()

  await expect(kiosk.button(/^Keep my slot/)).toHaveAttribute('aria-disabled', 'true')
  await kiosk.tapKeys('KL07BX99')
  await expect(page.getByRole('textbox', { name: 'Number plate' })).toHaveValue('KL07BX99')
  await kiosk.button('Add a phone number').tap()

  await kiosk.tapKeys('9847012345')
  await kiosk.button('Keep my slot').tap()

  await expect(kiosk.heading(/^Bay W\d is yours until 12:50$/)).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^[45]:\d\d$/)
  expect(await remaining(server, request, '10:00')).toBe(1)
  await kiosk.button('Confirm booking').tap()

  await expect(kiosk.heading('You are booked')).toBeVisible()
  await expect(page.getByTestId('booking-reference')).toHaveText(/^W-[0-9A-Z]{4,}$/)
  await expect(page.getByText(/^Pay ₹250\.00 at the counter by 13:00$/)).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^1[45]:\d\d$/)
  await expect(page.getByText('10:00 to 10:20')).toBeVisible()
  await kiosk.button('Done').tap()
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect(page.getByText('KL07BX99')).toHaveCount(0)
})

test('a hold that is given back is free for others at once', async ({ kiosk, server, request }) => {
  await kiosk.toHold()
  await kiosk.button('Give it back').tap()
  await expect(kiosk.heading('You gave the bay back')).toBeVisible()
  await expect.poll(() => remaining(server, request, '10:00')).toBe(2)
})

test('the customer can step back through the flow, and their plate is kept', async ({ kiosk, page }) => {
  await kiosk.toPhone()
  await kiosk.button('Back').tap()
  await expect(page.getByRole('textbox')).toHaveValue('KL07BX99')
  await kiosk.button('Back').tap()
  await expect(kiosk.heading('What time?')).toBeVisible()
  await kiosk.button('Another day').tap()
  await expect(kiosk.heading('Which day?')).toBeVisible()
  await kiosk.button('Back').tap()
  await expect(kiosk.heading('Which wash would you like?')).toBeVisible()
})

test('each step can be left, and nothing of the customer stays', async ({ kiosk, page }) => {
  const steps = [() => kiosk.toServices(), () => kiosk.toSlots(), () => kiosk.toPlate(), () => kiosk.toPhone()]
  for (const toStep of steps) {
    await toStep()
    await kiosk.button('Cancel').tap()
    await expect(kiosk.button('Touch to begin')).toBeVisible()
  }
  await kiosk.toPlate()
  await expect(page.getByRole('textbox')).toHaveValue('')
})

test('a slot that somebody else takes meanwhile leads back to fresh times, with kind words', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  await kiosk.toPhone()
  await takeElsewhere(server, request, '10:00')
  await takeElsewhere(server, request, '10:00')
  await kiosk.button('Skip, and keep my slot').tap()
  await expect(kiosk.heading('What time?')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Somebody has just taken that slot. Please pick another.')
  await expect(page.getByRole('alert')).toContainText('slot_taken')
  await expect(kiosk.slot('10:00')).toBeDisabled()

  // The plate is not asked for twice.
  await kiosk.slot('11:00').tap()
  await expect(page.getByRole('textbox')).toHaveValue('KL07BX99')
})

test('a lost answer does not book twice', async ({ kiosk, page, server, request }) => {
  await kiosk.toPhone()
  let asked = 0
  await intercept(page, '**/api/v1/bookings', async (route) => {
    asked += 1
    // The server hears the first try; the kiosk never hears the answer.
    if (asked > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await kiosk.button('Skip, and keep my slot').tap()
  await expect(page.getByText('you will not be booked twice')).toBeVisible()
  await expect(kiosk.heading(/is yours until/)).toBeVisible()
  expect(asked).toBe(2)
  expect(await remaining(server, request, '10:00')).toBe(1)
})
