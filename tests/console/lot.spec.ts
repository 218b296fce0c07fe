import type { Page } from '@playwright/test'
import { expect, signIn, test, toast } from './console-test.ts'
import { authorise, letIn } from './counter-work.ts'
import { typeTime } from './date-fields.ts'

function bayOf(page: Page, label: string) {
  return page.getByRole('option', { name: new RegExp(`^${label}, `) })
}

test('the lot is a map that changes by itself, and a list on request', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/lot')
  await expect(bayOf(page, 'A03')).toHaveAccessibleName(/A03, Car, Free/)
  await letIn(page, 'KL01ZZ4242')
  await expect(page.getByRole('option', { name: /Taken, KL01ZZ4242/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'Show as a list' }).click()
  const row = page.getByRole('row').filter({ hasText: 'KL01ZZ4242' })
  await expect(row).toContainText('Taken')
  await page.reload()
  await expect(row).toBeVisible()
  // A class is the filter, and the address keeps it.
  await page.getByRole('button', { name: 'EV', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Open bay/ })).toHaveCount(2)
})

test('a bay’s sheet blocks and unblocks it, with a reason', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/lot')
  await bayOf(page, 'A03').click()
  const sheet = page.getByRole('region', { name: 'Bay A03' })
  await expect(sheet.getByRole('heading')).toBeFocused()
  await sheet.getByRole('button', { name: 'Block this bay' }).click()
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(page.getByText('Say why, in at least three letters.')).toBeVisible()
  await page.getByLabel('Reason').fill('oil on the ground')
  await page.keyboard.press('Enter')
  await expect(sheet).toContainText('oil on the ground')
  await expect(bayOf(page, 'A03')).toHaveAccessibleName(/Blocked/)
  await sheet.getByRole('button', { name: 'Unblock' }).click()
  await expect(bayOf(page, 'A03')).toHaveAccessibleName(/Free/)
})

test('a car moves to the bay that is pointed at, is corrected, and leaves by its sheet', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/lot')
  await bayOf(page, 'A03').click()
  await page.getByRole('button', { name: 'Walk-in here' }).click()
  await page.keyboard.type('KL01ZZ4242')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Ticket' })).toContainText('A03')
  await page.keyboard.press('Escape')

  const sheet = page.getByRole('region', { name: 'Bay A03' })
  await sheet.getByRole('button', { name: 'Move to another bay' }).click()
  await expect(page.getByText('Pick a free bay for KL01ZZ4242')).toBeVisible()
  await bayOf(page, 'A04').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(toast(page, 'KL01ZZ4242 is now at A04.')).toBeVisible()
  await expect(bayOf(page, 'A03')).toHaveAccessibleName(/Free/)

  await page.getByRole('button', { name: 'Correct the time of entry' }).click()
  await typeTime(page, 'Entered: time', '10:45')
  await authorise(page, 'came before the shift', 'Correct the entry')
  await expect(page.getByRole('region', { name: 'Bay A04' })).toContainText('10:45')
  await page.getByRole('button', { name: 'Exit and payment' }).click()
  await expect(page.getByRole('dialog', { name: 'Exit' })).toContainText('2 h')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Void the ticket' }).click()
  await authorise(page, 'typed twice', 'Void the ticket')
  await expect(bayOf(page, 'A04')).toHaveAccessibleName(/Free/)
})

test('the map is worked by keyboard alone', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/lot')
  await expect(bayOf(page, 'A01')).toBeVisible()
  await page.keyboard.press('m')
  // No bay is B4, and a digit on the map never leaves it.
  await page.keyboard.type('b4')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lot')
  await page.keyboard.type('b04')
  await expect(bayOf(page, 'B04')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Bay B04' }).getByRole('heading')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Bay B04' })).toHaveCount(0)
  await expect(page.locator('.lot-bay:focus')).toHaveCount(1)
})
