import { expect, type Page } from '@playwright/test'
import type { TestServer } from '../support/test-server.ts'

export const WELCOME = 'Welcome. Let us open your car park.'

export const goOn = (page: Page) => page.getByRole('button', { name: 'Next' }).click()

/** The heading of the step on which a wizard is. */
export async function expectStep(page: Page, title: string, number: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText(new RegExp(`^Step ${number} of \\d+$`))).toBeVisible()
}

/** Takes the first start as far as to the bays, with a good answer at each step. */
export async function reachLot(page: Page, server: TestServer): Promise<void> {
  await page.goto(server.consoleUrl)
  await expectStep(page, WELCOME, 1)
  await goOn(page)
  await page.getByLabel('Name of the car park').fill('Lakeside Parking')
  await page.getByRole('combobox', { name: 'Currency' }).fill('INR')
  await page.getByRole('option', { name: /^INR/ }).click()
  await goOn(page)
  await page.getByRole('combobox', { name: 'Time zone' }).fill('kolkata')
  await page.getByRole('option', { name: 'Asia/Kolkata' }).click()
  await goOn(page)
  await expectStep(page, 'Opening hours', 4)
  await goOn(page)
  await expectStep(page, 'The bays', 5)
}

/** Fills in the owner's account, and makes the site. */
export async function makeOwner(page: Page, password: string): Promise<void> {
  await page.getByLabel('Your name').fill('Meera Nair')
  await page.getByLabel('User name').fill('Meera')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password again').fill(password)
  await page.getByRole('button', { name: 'Open the car park' }).click()
  await expectStep(page, 'Is the clock right?', 7)
}
