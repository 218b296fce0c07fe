import type { Page } from '@playwright/test'
import { expect } from './console-test.ts'

/** Every screen that the owner has. */
export const screens = [
  ...['today', 'lot', 'bookings', 'washes', 'cash', 'receipts', 'tariffs', 'permits', 'reports', 'audit', 'kiosks'],
  ...['clock', 'site', 'hours', 'bays', 'plan', 'services', 'staff', 'backups', 'settings', 'account', 'start'],
] as const

/** Goes to a screen by its address. @param options isSettled: false where it is to be seen while it waits for the server */
export async function goTo(page: Page, screen: string, { isSettled = true } = {}): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${screen}`)
  if (!isSettled) return expect(page.locator('main :is(h1, .waiting, .note)').first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.waiting')).toHaveCount(0)
}
