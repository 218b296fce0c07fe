import { expect, rowOf, signIn, test } from './console-test.ts'

const undo = { name: 'Undo', exact: false } as const

test('a bay that was blocked by a slip is free again by Ctrl Z', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('block this')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Block this bay: which one?' })).toBeFocused()
  await page.keyboard.type('c0')
  await page.keyboard.press('Enter')
  await page.getByLabel('Reason').fill('Paint is wet')
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click()
  await expect(page.getByRole('button', undo)).toBeVisible()
  await expect(page.getByRole('region', { name: /^Bay C0/ })).toContainText('Paint is wet')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(page.getByRole('region', { name: /^Bay C0/ })).not.toContainText('Paint is wet')
  await expect(page.getByRole('button', undo)).toHaveCount(0)
})

test('a check-in is taken back from its message, by the keyboard alone, which has all the time it needs', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'attendant', '#/bookings?q=KL39F5566')
  const row = rowOf(page, 'KL39F5566')
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: 'Check in' }).click()
  await expect(page.getByRole('button', undo)).toBeVisible()
  await page.keyboard.press('Alt+t')
  await page.getByRole('button', undo).focus()
  // Longer than the message stays by itself.
  await page.waitForTimeout(11_000)
  await expect(page.getByRole('button', undo)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(row.getByRole('button', { name: 'Check in' })).toBeVisible()
})

test('in a field Ctrl Z is the field’s own', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  await page.getByRole('button', { name: 'Put on the waitlist' }).click()
  await page.getByLabel('Number plate').fill('KL01AA0009')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', undo)).toBeVisible()
  await page.keyboard.press('3')
  await page.getByLabel('Plate or reference').fill('KL')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back.')).toHaveCount(0)
  await page.getByRole('button', undo).click()
  await expect(page.getByText('Taken back.')).toBeVisible()
})
