import { expectNoAxeFindings } from '../support/axe.ts'
import type { Page } from '@playwright/test'
import { expect, figure, signIn, test } from './console-test.ts'

const clock = (page: Page) => page.locator('.server-clock time')
const part = (page: Page) => page.getByRole('region', { name: 'The demo’s time' })

test('an hour passes at once, after a question: every screen has the new time, and says DEMO TIME', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'owner', '#/clock')
  await expect(part(page)).toContainText('The demo goes by true time.')
  await expect(page.locator('.header')).not.toContainText('DEMO TIME')
  await part(page).getByRole('button', { name: 'One hour on' }).click()
  const dialog = page.getByRole('dialog', { name: 'Let time pass?' })
  // The question can be left, and nothing has happened.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(clock(page)).toHaveText(/^12:4\d:\d\d$/)

  await part(page).getByRole('button', { name: 'One hour on' }).click()
  await dialog.getByRole('button', { name: 'One hour on' }).click()
  await expect(dialog).toBeHidden()
  await expect(clock(page)).toHaveText(/^13:4\d:\d\d$/)
  await expect(part(page)).toContainText('DEMO TIME: 1 h ahead of true time.')
  await expect(page.locator('.header')).toContainText('DEMO TIME')
  const log = page.getByRole('table', { name: 'Log of the clock, newest first' })
  await expect(log.getByRole('row').nth(1)).toContainText('You')
  await page.screenshot({ path: 'test-results/demo-time.png', fullPage: true })
  await expectNoAxeFindings(page, 'a demo’s time')

  // What was held is over by now, and the day goes on from there.
  await page.getByRole('link', { name: 'Today', exact: true }).click()
  await expect(figure(page, 'Free bays')).toBeVisible()
  await expect(clock(page)).toHaveText(/^13:4\d:\d\d$/)
})

test('the palette lets it pass: the command asks by how much, and the screen asks whether', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'owner')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('time pass')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Let the demo’s time pass: which one?' })).toBeFocused()
  await expect(page.getByRole('option')).toHaveText([
    '15 minutes on',
    'One hour on',
    'Two hours on',
    'To the next 09:00',
  ])
  await page.screenshot({ path: 'test-results/demo-time-palette.png' })
  await page.keyboard.type('next')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Let time pass?' })
  await dialog.getByRole('button', { name: 'To the next 09:00' }).click()
  await expect(clock(page)).toHaveText(/^09:00:\d\d$/)
  await expect(page.locator('.server-clock')).toContainText('Saturday, December 6, 2025')
})

test('an attendant sees why it is not for them, and has no command for it', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/clock')
  const leap = part(page).getByRole('button', { name: '15 minutes on' })
  await expect(leap).toHaveAttribute('aria-disabled', 'true')
  await expect(leap).toHaveAccessibleDescription('Only the owner or an admin can let time pass.')
  await leap.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('time pass')
  await expect(page.getByRole('option', { name: /time pass/ })).toHaveCount(0)
})
