import type { Page } from '@playwright/test'
import { signIn } from '../console/console-test.ts'
import type { Darkroom } from './darkroom.ts'

/** What an attendant does by keys: a walk-in, an exit with its price, the money, the gate, the receipt. */
export async function takeCounter(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page('console')
  await signIn(page, darkroom.server, 'attendant')
  await page.getByText('Live').first().waitFor()
  await takeWalkIn(darkroom, page)
  darkroom.server.advance(100 * 60_000)
  // Who did not come is told of within the second; the page asks for its figures after that.
  await page.locator('.notice-button__count', { hasText: '5' }).waitFor()
  await page.locator('.metric', { hasText: 'Wash bookings today' }).getByText('6', { exact: true }).waitFor()
  await takeExit(darkroom, page)
  await page.evaluate(() => {
    location.hash = '#/receipts'
  })
  await page
    .getByRole('button', { name: /^Show R-/ })
    .first()
    .click()
  await darkroom.take(page, 'counter-receipt')
  await page.context().close()
}

async function takeWalkIn(darkroom: Darkroom, page: Page): Promise<void> {
  await page.keyboard.press('w')
  await page.getByRole('dialog', { name: 'Walk-in' }).waitFor()
  await page.keyboard.type('KL01ZZ4242')
  await darkroom.take(page, 'counter-walk-in')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Ticket' }).waitFor()
  await darkroom.take(page, 'counter-ticket')
  await page.keyboard.press('Escape')
}

async function takeExit(darkroom: Darkroom, page: Page): Promise<void> {
  await page.keyboard.press('e')
  await page.keyboard.type('4242')
  await page.getByRole('option').first().waitFor()
  await darkroom.take(page, 'counter-find')
  await page.keyboard.press('Enter')
  await page.getByLabel('Cash handed over').waitFor()
  await darkroom.take(page, 'counter-exit')
  await page.keyboard.type('100')
  await darkroom.take(page, 'counter-payment')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Open the gate' }).waitFor()
  await darkroom.take(page, 'counter-gate')
  await page.keyboard.press('Escape')
}
