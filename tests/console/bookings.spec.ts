import { intercept } from '../support/intercept.ts'
import { bookAtKiosk, confirmAtKiosk, expect, rowOf, signIn, test, toast } from './console-test.ts'
import { typeDay } from './date-fields.ts'

test('a booking at the kiosk appears at once, stands out for a moment, and is told', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/bookings')
  await expect(page.getByText('13 bookings')).toBeVisible()
  const booking = await bookAtKiosk(server, 'KL 55 ZZ 9001', '17:00')
  const row = rowOf(page, 'KL55ZZ9001')
  await expect(row).toBeVisible()
  await expect(row).toContainText('Held')
  await expect(row).toContainText(/[45]:\d\d left/)
  await expect(row).toContainText('New')
  await expect(toast(page, new RegExp(booking.reference))).toBeVisible()
  server.advance(10_000)
  await expect(row).not.toContainText('New')
  await toast(page, booking.reference).getByRole('link', { name: 'Show' }).click()
  await expect(page.getByLabel('Plate or reference')).toHaveValue(booking.reference)
  await expect(page.getByText('1 booking', { exact: true })).toBeVisible()
})

test('from the kiosk to the finished wash, each step on its row', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/bookings')
  const booking = await bookAtKiosk(server, 'KL 55 ZZ 9001', '13:30')
  const row = rowOf(page, 'KL55ZZ9001')

  await row.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(row).toContainText('To pay')
  await expect(toast(page, /the slot is kept/)).toBeVisible()

  await row.getByRole('button', { name: 'Take payment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take payment' })
  await expect(dialog).toContainText('₹250.00')
  await expect(dialog).toContainText(booking.reference)
  await dialog.getByRole('radio', { name: 'UPI' }).check()
  await dialog.getByRole('button', { name: 'Record ₹250.00' }).click()
  const paid = page.getByRole('dialog', { name: 'Paid' })
  await expect(paid).toContainText('₹250.00 is paid')
  await expect(paid).toContainText(/R-\d+/)
  await paid.getByRole('button', { name: 'Done' }).click()
  await expect(row).toContainText('Confirmed')
  await expect(row).toContainText('UPI')

  await row.getByRole('button', { name: 'Check in' }).click()
  await expect(row).toContainText('In the wash')
  await row.getByRole('button', { name: 'Complete' }).click()
  await expect(row).toContainText('Done')
  // Its last step is gone; the focus stays in the row.
  await expect(row.getByRole('button', { name: /^Actions for/ })).toBeFocused()
})

test('cancelling is asked about first, and frees the slot', async ({ page, server }) => {
  const booking = await bookAtKiosk(server, 'KL 55 ZZ 9001', '17:00')
  await confirmAtKiosk(server, booking)
  await signIn(page, server, 'owner', '#/bookings')
  const row = rowOf(page, 'KL55ZZ9001')
  await row.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  const ask = page.getByRole('dialog', { name: 'Cancel this booking?' })
  await expect(ask).toContainText('KL55ZZ9001 loses the slot at 17:00')
  await ask.getByRole('button', { name: 'Go back' }).click()
  await expect(row).toContainText('To pay')

  await row.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  await ask.getByRole('button', { name: 'Cancel booking' }).click()
  await expect(row).toContainText('Cancelled')
})

test('a no-show waits for the booked time', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/bookings')
  const row = rowOf(page, 'KL07BX1234')
  await row.getByRole('button', { name: /^Actions for/ }).click()
  const noShow = page.getByRole('button', { name: 'No-show' })
  await expect(noShow).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Possible from 14:00')).toBeVisible()
  server.advance(80 * 60_000)
  await expect(noShow).toHaveAttribute('aria-disabled', 'false')
  await noShow.click()
  await page.getByRole('dialog', { name: 'Mark as a no-show?' }).getByRole('button', { name: 'No-show' }).click()
  await expect(row).toContainText('No-show')
})

test('a step that the server refuses is explained, and the row shows the truth', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/bookings')
  const row = rowOf(page, 'KL07BX1234')
  await expect(row).toContainText('Confirmed')
  // Somebody else is faster, and this page has not heard of it.
  await intercept(page, '**/check-in', async (route) => {
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'no', status: 409, code: 'invalid_state' }),
    })
  })
  await row.getByRole('button', { name: 'Check in' }).click()
  await expect(toast(page, 'The booking has changed meanwhile.')).toBeVisible()
  await expect(row).toContainText('Confirmed')
})

test('search finds a plate on any day, and a reference; the address keeps it', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/bookings')
  await expect(page.getByText('13 bookings')).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByLabel('Plate or reference')).toBeFocused()
  await page.keyboard.type('kl-07 bx')
  await expect(page.getByRole('button', { name: 'Any day' })).toHaveAttribute('aria-current', 'date')
  const rows = page.locator('tbody tr')
  await expect(rows.filter({ hasText: 'KL07BX1234' })).not.toHaveCount(0)
  await expect(rows.filter({ hasNotText: 'KL07BX1234' })).toHaveCount(0)
  await expect(page.getByText('Sat, Dec 6').last()).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('Plate or reference')).toHaveValue('kl-07 bx')
  await page.getByLabel('Plate or reference').fill('nowhere')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filter' }).click()
  await expect(page.getByText('13 bookings')).toBeVisible()
})

test('states and days narrow the list', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/bookings')
  await page.getByLabel('State').selectOption('checked_in')
  await expect(page.getByText('6 bookings')).toBeVisible()
  await page.getByLabel('State').selectOption('')
  await page.getByRole('button', { name: 'Sat Dec 6' }).click()
  await expect(page.getByText('3 bookings')).toBeVisible()
  await typeDay(page, 'Another day', '2025-12-01')
  await expect(page.getByText('There were no bookings on this day')).toBeVisible()
  await page.getByRole('button', { name: 'Fri Dec 12' }).click()
  await expect(page.getByText('No bookings on this day yet')).toBeVisible()
})

test('the attendant books for a customer at the counter, and takes the money', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/bookings')
  await page.getByRole('button', { name: 'New wash booking' }).click()
  const dialog = page.getByRole('dialog', { name: 'New wash booking' })
  await expect(dialog.getByRole('radio', { name: '13:00, Too soon' })).toBeDisabled()
  await expect(dialog.getByRole('radio', { name: '12:30, Past' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(dialog).toContainText('Pick a time.')
  await expect(dialog).toContainText('Give the number plate')

  await dialog.getByText('Interior').click()
  await dialog.getByRole('radio', { name: /^17:00/ }).check()
  await dialog.getByLabel('Number plate').fill('kl 01 zz 4242')
  await dialog.getByLabel('Telephone').fill('+91 98470 12345')
  await dialog.getByRole('button', { name: 'Book', exact: true }).click()

  const booked = page.getByRole('dialog', { name: 'Booked' })
  await expect(booked).toContainText('KL01ZZ4242')
  await expect(booked).toContainText('₹450.00')
  await booked.getByRole('button', { name: 'Take payment now' }).click()
  await page.getByRole('button', { name: 'Record ₹450.00' }).click()
  await page.getByRole('dialog', { name: 'Paid' }).getByRole('button', { name: 'Done' }).click()
  const row = rowOf(page, 'KL01ZZ4242')
  await expect(row).toContainText('Confirmed')
  await expect(row).toContainText('Cash')
  // What this console does itself is no news to it.
  await expect(toast(page, /KL01ZZ4242 (is choosing|booked)/)).toHaveCount(0)
})

test('a slot that somebody else takes shuts while one looks at it', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/bookings')
  await page.getByRole('button', { name: 'New wash booking' }).click()
  await expect(page.getByRole('radio', { name: '18:00, 2 bays free' })).toBeEnabled()
  await bookAtKiosk(server, 'KL 55 ZZ 9001', '18:00')
  await expect(page.getByRole('radio', { name: '18:00, 1 bay free' })).toBeEnabled()
  await bookAtKiosk(server, 'KL 55 ZZ 9002', '18:00')
  await expect(page.getByRole('radio', { name: '18:00, Full' })).toBeDisabled()
  // And time shuts the next one: half an hour before it begins, then when it does.
  await expect(page.getByRole('radio', { name: /^13:30, \d/ })).toBeEnabled()
  server.advance(20 * 60_000)
  await expect(page.getByRole('radio', { name: '13:30, Too soon' })).toBeDisabled()
  server.advance(30 * 60_000)
  await expect(page.getByRole('radio', { name: '13:30, Past' })).toBeDisabled()
})
