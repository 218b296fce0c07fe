import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { intercept } from '../support/intercept.ts'
import { expect, rowOf, signIn, test, toast } from './console-test.ts'
import { typeDay, typeTime } from './date-fields.ts'

const price = (page: Page) => page.locator('.price__total strong')

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on tariffs and permits, ${colorScheme}`, async ({ page, server }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn(page, server, 'owner', '#/tariffs')
    await expect(price(page)).toHaveText('₹110.00')
    await expectNoAxeFindings(page, 'tariffs')
    await page.getByRole('button', { name: /^Show version 1/ }).click()
    await expectNoAxeFindings(page, 'version')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Change the prices' }).click()
    await page.getByLabel('Line 1, price').first().fill('x')
    await expect(page.getByText('1 error')).toBeVisible()
    await expectNoAxeFindings(page, 'draft with an error')
    await page.getByLabel('Line 1, price').first().fill('50')
    await expect(price(page)).toHaveText('₹120.00')
    await expectNoAxeFindings(page, 'draft')
    await page.getByRole('button', { name: 'Save as a version' }).click()
    await expectNoAxeFindings(page, 'save')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Discard the draft' }).click()
    await page.getByRole('link', { name: /^Permits/ }).click()
    await page.getByRole('button', { name: 'Add a permit' }).click()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expectNoAxeFindings(page, 'permit')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Import a list' }).click()
    const buffer = Buffer.from('plate,holder,class,from,to\nKL01AA1111,A,car,2025-12-01,2026-03-31\n!,B,boat,x,y\n')
    await page.getByLabel('CSV file').setInputFiles({ name: 'permits.csv', mimeType: 'text/csv', buffer })
    await expect(page.getByText('2 rows, 1 with a problem')).toBeVisible()
    await expectNoAxeFindings(page, 'import')
  })
}

test('the owner changes a price, sees what it does, and puts it in force', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/tariffs')
  await page.getByRole('button', { name: 'Change the prices' }).click()
  const save = page.getByRole('button', { name: 'Save as a version' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel('Line 1, price').first().fill('50.5')
  await expect(price(page)).toHaveText('₹120.50')
  await expect(rowOf(page, '1 h at 10:00')).toContainText('+₹10.50')

  // A slip is named, leads to its field, and keeps the draft from being saved.
  await page.getByLabel('Most that a day costs (INR)').first().fill('45')
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: /below the first price/ }).click()
  await expect(page.getByLabel('Most that a day costs (INR)').first()).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('250')

  // The draft outlives a look at another screen.
  await page.getByRole('link', { name: /^Permits/ }).click()
  await page.getByRole('link', { name: /^Tariffs/ }).click()
  await page.getByRole('button', { name: 'Go on with the draft' }).click()
  await expect(page.getByLabel('Line 1, price').first()).toHaveValue('50.5')

  await save.click()
  const dialog = page.getByRole('dialog', { name: 'Save as a new version' })
  await expect(dialog).toContainText('₹50.50 first hour, then ₹10 per 15 min, at most ₹250')
  await dialog.getByLabel('Name').fill('Winter')
  await dialog.getByLabel('Your PIN').fill('1111')
  await dialog.getByRole('button', { name: 'Save the version' }).click()
  await expect(dialog.getByText('The PIN is wrong.')).toBeVisible()
  await dialog.getByLabel('Your PIN').fill('2468')
  await dialog.getByRole('button', { name: 'Save the version' }).click()
  await expect(toast(page, '“Winter” is in force.')).toBeVisible()
  await expect(rowOf(page, 'Winter')).toContainText('In force')
  await expect(page.locator('.plan__lines')).toContainText('₹50.50 first hour')
  await page.getByRole('button', { name: 'Show version 2, Winter' }).click()
  await expect(page.getByRole('dialog')).toContainText('₹40 first hour, then ₹10 per 15 min, at most ₹250')
})

test('a version can begin later; the past is refused, and another can take its place', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/tariffs?edit')
  const dialog = page.getByRole('dialog', { name: 'Save as a new version' })
  const draft = async (priceText: string, name: string) => {
    await page.getByLabel('Line 1, price').first().fill(priceText)
    await page.getByRole('button', { name: 'Save as a version' }).click()
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('Your PIN').fill('2468')
  }
  await draft('60', 'Spring')
  await dialog.getByText('Later, on the site’s clock').click()
  await typeDay(dialog, 'On', '2025-12-05')
  await typeTime(dialog, 'At', '12:00')
  await dialog.getByRole('button', { name: 'Save the version' }).click()
  await expect(dialog.getByText('That moment has passed.')).toBeVisible()
  await typeDay(dialog, 'On', '2026-03-01')
  await dialog.getByRole('button', { name: 'Save the version' }).click()
  await expect(rowOf(page, 'Spring')).toContainText('Coming')
  await expect(rowOf(page, 'Spring')).toContainText('Mar 1, 2026, 12:00')

  await page.getByRole('button', { name: 'Change the prices' }).click()
  await draft('55', 'Better spring')
  await dialog.getByText('in the place of “Spring”').click()
  await dialog.getByRole('button', { name: 'Save the version' }).click()
  await expect(rowOf(page, 'Better spring')).toContainText('Coming')
  await expect(rowOf(page, 'Spring').last()).toContainText('Replaced')
})

test('lines follow one another: split, ended and removed without a gap', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/tariffs?edit')
  const table = page.getByRole('region', { name: 'Lines of Car, Accessible, EV' })
  await table.getByRole('button', { name: 'Split line 1' }).click()
  await expect(table.getByLabel('Line 1, up to')).toHaveValue('30 min')
  await expect(table.getByRole('row').nth(2)).toContainText('30 min')
  await table.getByLabel('Line 1, up to').fill('0:45')
  await expect(table.getByRole('row').nth(2)).toContainText('45 min')
  await table.getByRole('button', { name: 'Add a line after line 3' }).click()
  await expect(table.getByLabel('Line 3, up to')).toHaveValue('2 h')
  await table.getByRole('button', { name: 'Remove line 1' }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('0 min')
  await expect(table.getByRole('row')).toHaveCount(4)
  // A class has one price: given to a group, it leaves the other.
  await page.getByRole('group', { name: 'SUV' }).getByLabel('Accessible').check()
  await expect(page.getByRole('heading', { name: 'Car, EV', exact: true })).toBeVisible()
})

test('an attendant looks and tries prices out, and changes nothing', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/tariffs?edit')
  await expect(page.getByText('Only the owner can change prices.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the prices' })).toHaveCount(0)
  await page.getByLabel('Lost ticket').check()
  await expect(price(page)).toHaveText('₹300.00')
  await page.getByLabel('Class of bay').selectOption('two_wheeler')
  await page.getByLabel('Lost ticket').uncheck()
  await expect(price(page)).toHaveText('₹45.00')
  await page.getByRole('link', { name: /^Permits/ }).click()
  await expect(page.getByText('Only the owner or an admin can add or revoke permits.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a permit' })).toHaveCount(0)
})

test('the server away: prices are marked as the last known', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/tariffs')
  await expect(price(page)).toHaveText('₹110.00')
  await intercept(page, '**/api/v1/tariffs/**', (route) => route.abort())
  await page.getByLabel('Hours').fill('3')
  await expect(page.getByRole('alert').first()).toContainText('The server cannot be reached')
  await page.unroute('**/api/v1/tariffs/**')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(price(page)).toHaveText('₹150.00')
})

test('permits are added, found, imported and revoked, by keyboard alone', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/permits')
  await page.getByRole('button', { name: 'Add a permit' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('kl 33 zz 1234')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Flat 3')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Give a last day')).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'day, Last day' })).toBeFocused()
  await page.keyboard.type('31122026')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'KL33ZZ1234 has a permit.')).toBeVisible()
  await expect(rowOf(page, 'KL33ZZ1234')).toContainText('Valid')

  await page.getByRole('button', { name: 'Import a list' }).click()
  const buffer = Buffer.from('holder;plate;class;from;to\n"Das; Arun";KL44YY1111;car;2025-12-01;2026-03-31\n')
  await page.getByLabel('CSV file').setInputFiles({ name: 'permits.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Import 1 permit' }).press('Enter')
  await expect(rowOf(page, 'KL44YY1111')).toContainText('Das; Arun')

  await page.getByLabel('Plate or holder').fill('kl-33')
  await expect(rowOf(page, 'KL44YY1111')).toHaveCount(0)
  await page.getByRole('button', { name: 'Revoke the permit of KL33ZZ1234' }).press('Enter')
  await page.keyboard.type('moved away')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'KL33ZZ1234')).toContainText('Revoked')
  await expect(rowOf(page, 'KL33ZZ1234')).toContainText('moved away')
})

test('text of twice the size loses nothing', async ({ page, server }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, server, 'owner', '#/tariffs')
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  for (const screen of ['tariffs', 'tariffs?edit', 'permits']) {
    await page.goto(`${server.consoleUrl}#/${screen}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, screen).toBeLessThanOrEqual(0)
  }
})
