import { expect, signIn, test } from './console-test.ts'
import { letIn } from './counter-work.ts'

test('the palette finds a car by a part of its plate, and Enter prices its exit', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  await letIn(page, 'KL01ZZ4242')
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('4242')
  // Typed faster than the server answers: Enter waits for the answer.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Exit' })).toContainText('KL01ZZ4242')
})

test('the palette shows a car on the map', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  await letIn(page, 'KL01ZZ4242')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zz4242')
  await page.getByRole('option', { name: /^On the map/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lot')
  await expect(page.getByRole('region', { name: /^Bay A/ })).toContainText('KL01ZZ4242')
})

test('the palette begins every task and goes to every screen', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  await page.getByRole('button', { name: /Find or do/ }).click()
  await page.keyboard.type('walk')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Walk-in' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go clock')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clock')
})

test('the arrows move through what is found, and a booking leads to its row', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  await page.keyboard.press('/')
  await page.keyboard.type('KL39F5566')
  const options = page.getByRole('option')
  await expect(options).toHaveText([/^Booking/, /^Wash/, /^Receipt/])
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Plate or reference')).toHaveValue(/^W-[0-9A-Z]{5}$/)
})

test('a narrow window has a menu, which Escape shuts', async ({ page, server }) => {
  await page.setViewportSize({ width: 800, height: 900 })
  await page.goto(server.consoleUrl)
  await page.getByLabel('User name').fill(server.attendant.username)
  await page.getByLabel('Password', { exact: true }).fill(server.attendant.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const menu = page.getByRole('button', { name: 'Menu' })
  await expect(page.getByRole('link', { name: 'Bookings', exact: true })).toBeHidden()
  await menu.click()
  await expect(menu).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await menu.click()
  await page.getByRole('link', { name: 'Bookings', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bookings')
  await expect(menu).toHaveAttribute('aria-expanded', 'false')
})

test('the sidebar shows where one is, also in a low window', async ({ page, server }) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  await signIn(page, server, 'owner', '#/settings')
  await expect(page.getByRole('link', { name: 'Settings' })).toBeInViewport()
  await page.keyboard.press('1')
  await expect(page.getByRole('link', { name: /^Today/ })).toBeInViewport()
})

test('one list has who waits, permits and receipts beside cars, and leads to each', async ({ page, server }) => {
  await signIn(page, server, 'owner')
  await page.keyboard.press('q')
  await page.getByLabel('Number plate').fill('KL01ZZ4243')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  // Z for 2, as one misreads it.
  await page.keyboard.type('ZZ4Z43')
  const found = page.getByRole('option', { name: /^Waitlist/ })
  await expect(found).toContainText('KL01ZZ4243')
  await found.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await page.goto(`${server.consoleUrl}#/receipts`)
  const plate = (await page.locator('.table tbody .plate').first().textContent()) ?? ''
  await page.keyboard.press('Control+k')
  await page.keyboard.type(plate)
  await page
    .getByRole('option', { name: /^Receipt/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible()
})

test('a permit and a wash that are found open as what they are', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/permits')
  const plate = (await page.locator('.permit-table .plate').first().textContent()) ?? ''
  // Narrowed to others: what was found opens all the same.
  await page.getByLabel('Plate or holder').fill('nobody of that name')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(plate)
  await page
    .getByRole('option', { name: /^Permit/ })
    .first()
    .click()
  const permit = page.getByRole('dialog', { name: `Permit of ${plate}` })
  await expect(permit).toBeVisible()
  await permit.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('dialog', { name: `Revoke the permit of ${plate}?` })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(`${server.consoleUrl}#/washes`)
  const washed = (await page.locator('.wash-card .plate').first().textContent()) ?? ''
  await page.goto(`${server.consoleUrl}#/lot`)
  await page.keyboard.press('Control+k')
  await page.keyboard.type(washed)
  await page.getByRole('option', { name: /^Wash/ }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wash board')
  await expect(page.getByRole('dialog').filter({ hasText: washed })).toBeVisible()
})
