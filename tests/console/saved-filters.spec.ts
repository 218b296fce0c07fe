import AxeBuilder from '@axe-core/playwright'
import { expect, signIn, test } from './console-test.ts'

test('a filter is saved, chosen, renamed, made the first, and deleted and brought back, by keyboard alone', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'attendant', '#/bookings?date=2025-12-06&kind=wash&q=KL07')
  const bar = page.getByRole('group', { name: 'Saved filters' })
  await bar.getByRole('button', { name: 'Save filter' }).focus()
  await page.keyboard.press('Enter')
  const saving = page.getByRole('dialog', { name: 'Save this filter' })
  await expect(saving).toContainText('What is searched for is not kept')
  await saving.getByLabel('Name').fill('KL07BX1234')
  await page.keyboard.press('Enter')
  await expect(saving).toContainText('This may be a number plate')
  await saving.getByLabel('Name').fill('Washes tomorrow')
  await expect(saving.getByLabel('Go on with the calendar')).toBeChecked()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await saving.getByLabel('Name').press('Enter')
  const filter = bar.getByRole('button', { name: 'Washes tomorrow' })
  await expect(filter).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/date=1&kind=wash&q=KL07|q=KL07&date=1&kind=wash/)

  await bar.getByRole('button', { name: 'As usual' }).press('Enter')
  await expect(page).toHaveURL(/#\/bookings$/)
  await filter.press('Enter')
  await expect(page).toHaveURL(/#\/bookings\?date=1&kind=wash$/)
  await expect(page.getByLabel('Kind')).toHaveValue('wash')

  await bar.getByRole('button', { name: 'Change filter' }).press('Enter')
  const changing = page.getByRole('dialog', { name: 'Change “Washes tomorrow”' })
  await changing.getByLabel('Name').fill('Tomorrow')
  await changing.getByLabel('Open this screen with it').press('Space')
  await changing.getByLabel('Name').press('Enter')
  await expect(bar.getByRole('button', { name: /^Tomorrow/ })).toHaveAttribute('aria-pressed', 'true')

  // The screen opens with it, unless a link says what it wants.
  await page.goto(`${server.consoleUrl}#/receipts`)
  await expect(page.getByRole('heading', { name: 'Receipts' })).toBeVisible()
  await page.getByRole('link', { name: 'Bookings' }).click()
  await expect(page).toHaveURL(/#\/bookings\?date=1&kind=wash$/)
  await page.goto(`${server.consoleUrl}#/receipts`)
  await expect(page.getByRole('heading', { name: 'Receipts' })).toBeVisible()
  await page.goto(`${server.consoleUrl}#/bookings?state=no_show`)
  await expect(page.getByLabel('State')).toHaveValue('no_show')
  await expect(page).toHaveURL(/#\/bookings\?state=no_show$/)

  await bar.getByRole('button', { name: /^Tomorrow/ }).press('Enter')
  await bar.getByRole('button', { name: 'Change filter' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter')
  await expect(page.getByText('“Tomorrow” is deleted')).toBeVisible()
  await expect(bar.getByRole('button', { name: /^Tomorrow/ })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(bar.getByRole('button', { name: /^Tomorrow/ })).toBeVisible()
})

test.describe('shortly before midnight', () => {
  test.use({ serverOptions: { startAt: '2025-12-05T18:20:00Z' } })

  test('a filter goes on with the calendar, and nobody else has it', async ({ page, server }) => {
    await signIn(page, server, 'owner', '#/reports?from=2025-12-03&to=2025-12-04')
    const bar = page.getByRole('group', { name: 'Saved filters' })
    const save = async (name: string, stay: boolean) => {
      await bar.getByRole('button', { name: 'Save filter' }).click()
      const saving = page.getByRole('dialog', { name: 'Save this filter' })
      await saving.getByLabel('Name').fill(name)
      if (stay) await saving.getByLabel(/^Stay on/).check()
      await saving.getByRole('button', { name: 'Save filter' }).click()
      await expect(bar.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true')
    }
    await save('Two days before', false)
    const days = page.locator('.report__days')
    await expect(days).toContainText('Dec 3')
    server.advance(12 * 60_000)
    await expect(days).toContainText('Dec 4')
    await expect(days).toContainText('Dec 5')
    await expect(bar.getByRole('button', { name: 'Two days before' })).toHaveAttribute('aria-pressed', 'true')

    await page.goto(`${server.consoleUrl}#/audit?days=month&group=money`)
    await save('Money', false)
    await page.goto(`${server.consoleUrl}#/receipts?date=2025-12-04`)
    await save('The fair', true)
    await expect(page).toHaveURL(/date=2025-12-04/)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signIn(page, server, 'admin', '#/receipts')
    await expect(bar.getByRole('button', { name: 'Save filter' })).toBeVisible()
    await expect(bar.getByRole('button', { name: 'The fair' })).toHaveCount(0)
  })
})
