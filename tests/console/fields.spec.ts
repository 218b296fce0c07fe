import { hindi } from '../../src-shared/i18n/messages/hi/index.ts'
import { expect, signIn, test } from './console-test.ts'

// The page's policy refuses inline styles and HTML from text; a complaint of the browser fails each of these.

test('a day is pointed at in a calendar whose today is the server’s', async ({ page, server }) => {
  // The device believes that it is some other day.
  await page.clock.setSystemTime(new Date('2026-03-14T10:00:00Z'))
  await signIn(page, server, 'owner', '#/receipts')
  const field = page.getByRole('group', { name: 'Day', exact: true })
  await expect(field.getByRole('spinbutton', { name: /^day/ })).toHaveText('05')
  await field.getByRole('button').click()
  const calendar = page.getByRole('dialog', { name: 'Calendar' })
  await expect(calendar.getByRole('heading')).toHaveText('December 2025')
  await expect(calendar.locator('[data-site-today]')).toHaveText('5')
  await calendar.getByRole('button', { name: 'The month before' }).click()
  await calendar.getByRole('button', { name: /12 November 2025/ }).click()
  await expect(calendar).toBeHidden()
  await expect(field).toContainText('12/11/2025')
  await expect(page.getByText('No receipts on this day')).toBeVisible()
  await field.getByRole('button').click()
  await calendar.getByRole('button', { name: 'Today, Fri, Dec 5' }).click()
  await expect(field).toContainText('05/12/2025')
})

test('arrows change a part of a day, and a later day than the last is told of', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/receipts')
  const field = page.getByRole('group', { name: 'Day', exact: true })
  await field.getByRole('spinbutton', { name: /^day/ }).focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowUp')
  await expect(field).toContainText('08/12/2025')
  await expect(page.getByText('That is after Fri, Dec 5, the latest day.')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(field).toContainText('08/11/2025')
  await expect(page.getByText('the latest day')).toBeHidden()
  // Digits of a day are no keys of the console.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Receipts')
})

test('Escape closes a calendar and leaves its dialog open', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/permits')
  await page.getByRole('button', { name: 'Add a permit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a permit' })
  const from = dialog.getByRole('group', { name: 'First day', exact: true })
  await from.getByRole('button').click()
  const calendar = page.getByRole('dialog', { name: 'Calendar' })
  await expect(calendar.locator('[data-site-today]')).toHaveText('5')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(dialog).toBeVisible()
  await from.getByRole('button').click()
  await calendar.getByRole('button', { name: /20 December 2025/ }).click()
  await expect(from).toContainText('20/12/2025')
})

test('a calendar speaks the console’s language', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/receipts')
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByText('हिन्दी').click()
  await page.keyboard.press('Escape')
  const field = page.getByRole('group', { name: hindi['receipts.day'], exact: true })
  await field.getByRole('button').click()
  const calendar = page.getByRole('dialog', { name: hindi['controls.calendar'] })
  await expect(calendar.getByRole('heading')).toHaveText('दिसंबर 2025')
  await expect(calendar.getByRole('button', { name: hindi['controls.calendar.previous'] }).first()).toBeVisible()
})
