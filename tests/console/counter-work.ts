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
  await page.getByRole('dialog').getByRole('button', { name: submit, exact: true }).last().click()
}

/** Goes through the lot and the counter's dialogs, and has each looked at. */
export async function expectCounterClean(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Lot', exact: true }).click()
  await page.getByRole('option', { name: /^A03, / }).click()
  await expect(page.getByRole('region', { name: 'Bay A03' })).toBeVisible()
  await look('lot with a sheet')
  await page.getByRole('button', { name: 'Block this bay' }).click()
  await look('block')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as a list' }).click()
  await expect(page.getByRole('table', { name: 'All bays' })).toBeVisible()
  await look('list of the lot')
  await page.keyboard.press('w')
  await look('walk-in')
  await page.keyboard.type('KL01ZZ4242')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Ticket' })).toBeVisible()
  await look('ticket')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.keyboard.type('4242')
  await expect(page.getByRole('option')).toHaveCount(1)
  await look('finding a car')
  await page.keyboard.press('Enter')
  await page.getByLabel('Lost ticket').check()
  await expect(page.getByLabel('Cash handed over')).toBeVisible()
  await look('exit')
  await page.getByRole('radio', { name: 'UPI' }).check()
  await look('exit by UPI')
  await page.getByRole('button', { name: 'Discount' }).click()
  await look('discount')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Choose on the map' }).click()
  await look('new parking booking')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('KL')
  await expect(page.getByRole('option').first()).toBeVisible()
  await look('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('q')
  await look('waitlist')
  await page.keyboard.press('Escape')
}
