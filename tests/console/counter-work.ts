import type { Page } from '@playwright/test'
import { expect } from './console-test.ts'

/** A ticket for a car, as the attendant makes it: from any screen, by keys alone. */
export async function letIn(page: Page, plate: string): Promise<void> {
  await page.keyboard.press('w')
  await expect(page.getByRole('dialog', { name: 'Walk-in' }).getByLabel('Number plate')).toBeFocused()
  await page.keyboard.type(plate)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Ticket' })).toContainText(plate.replaceAll(' ', ''))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Counts the keys that are pressed from now on. */
export async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['keys'] = '0'
    document.addEventListener(
      'keydown',
      ({ key }) => {
        const { dataset } = document.documentElement
        if (key !== 'Shift') dataset['keys'] = String(Number(dataset['keys']) + 1)
      },
      true,
    )
  })
  return async () => Number(await page.evaluate(() => document.documentElement.dataset['keys']))
}

/** Fills in a reason and the demo accounts' PIN, and sends them. */
export async function authorise(page: Page, reason: string, submit: string): Promise<void> {
  await page.getByLabel('Reason').fill(reason)
  await page.getByLabel('Your PIN').fill('2468')
  await page.getByRole('button', { name: submit, exact: true }).click()
}
