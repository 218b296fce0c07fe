import { expect, test } from './console-test.ts'

test.use({ serverOptions: { demo: false } })

test('a first start names the site, makes the owner, and opens the console', async ({ page, server }) => {
  await page.goto(server.consoleUrl)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome. Let us open your car park.')

  // Sent too early, it says what is missing and goes to the first of it.
  await page.getByRole('button', { name: 'Open the car park' }).click()
  await expect(page.getByLabel('Name of the car park')).toBeFocused()
  await expect(page.getByText('Give the car park a name')).toBeVisible()

  await page.getByLabel('Name of the car park').fill('Lakeside Parking')
  await page.getByLabel('Find a zone').fill('kolkata')
  await expect(page.getByText('1 zone')).toBeVisible()
  await page.getByLabel('Time zone').selectOption('Asia/Kolkata')
  await expect(page.getByText(/Asia\/Kolkata: it is 12:4\d there now/)).toBeVisible()
  await page.getByLabel('Currency').selectOption('INR')
  await page.getByLabel('Your name').fill('Meera Nair')
  await page.getByLabel('User name').fill('Meera')
  await expect(page.getByLabel('User name')).toHaveValue('meera')

  await page.getByLabel('Password', { exact: true }).fill('short')
  await expect(page.getByText('At least 10 characters: not yet')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('a long enough one')
  await expect(page.getByText('At least 10 characters: yes')).toBeVisible()
  await page.getByLabel('Password again').fill('a long enough two')
  await page.getByRole('button', { name: 'Open the car park' }).click()
  await expect(page.getByText('The two passwords are not the same.')).toBeVisible()
  await page.getByLabel('Password again').fill('a long enough one')
  await page.getByRole('button', { name: 'Open the car park' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await expect(page.getByText('Lakeside Parking')).toBeVisible()
  await expect(page.getByText('Meera Nair, owner')).toBeVisible()
  await expect(page.getByText('DEMO')).toHaveCount(0)
  await expect(page.getByText('Nothing more is booked for today')).toBeVisible()

  // The owner can come back.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('User name').fill('meera')
  await page.getByLabel('Password', { exact: true }).fill('a long enough one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
})
