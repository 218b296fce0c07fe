import { expect, test } from './console-test.ts'
import { expectStep, goOn, makeOwner, reachLot, WELCOME } from './first-steps.ts'

test.use({ serverOptions: { demo: false } })
test.setTimeout(120_000)

const PASSWORD = 'a long enough one'

test('a first start asks one thing at a time, makes the site and its owner, and goes on to the clock', async ({
  page,
  server,
}) => {
  await page.goto(server.consoleUrl)
  await expectStep(page, WELCOME, 1)
  await goOn(page)

  // Too early, it says what is missing and goes to the first of it.
  await expectStep(page, 'The place', 2)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await goOn(page)
  await expect(page.getByLabel('Name of the car park')).toBeFocused()
  await expect(page.getByText('Give the car park a name')).toBeVisible()
  await page.getByLabel('Name of the car park').fill('Lakeside Parking')
  await page.getByRole('combobox', { name: 'Currency' }).fill('INR')
  await page.getByRole('option', { name: /^INR/ }).click()
  await goOn(page)

  await expectStep(page, 'Its clock', 3)
  await page.getByRole('combobox', { name: 'Time zone' }).fill('kolkata')
  await page.getByRole('option', { name: 'Asia/Kolkata' }).click()
  await expect(page.getByText(/Asia\/Kolkata: it is 12:4\d there now/)).toBeVisible()
  await goOn(page)

  await expectStep(page, 'Opening hours', 4)
  await page.getByLabel('Parking, Monday: opens, 1').fill('7')
  await goOn(page)
  await expect(page.getByLabel('Parking, Monday: opens, 1')).toBeFocused()
  await page.getByLabel('Parking, Monday: opens, 1').fill('07:30')
  await page.keyboard.press('Enter')
  await expectStep(page, 'The bays', 5)
  await page.getByText('A small yard').click()
  await goOn(page)

  await page.getByLabel('User name').fill('Meera')
  await expect(page.getByLabel('User name')).toHaveValue('meera')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await expect(page.getByText('At least 10 characters: not yet')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await expect(page.getByText('At least 10 characters: yes')).toBeVisible()
  await page.getByLabel('Password again').fill('a long enough two')
  await page.getByRole('button', { name: 'Open the car park' }).click()
  await expect(page.getByText('The two passwords are not the same.')).toBeVisible()
  await makeOwner(page, PASSWORD)

  const site = (await (await fetch(`${server.staffUrl}/api/v1/site`)).json()) as {
    opening_hours: { kind: string; weekday: number; opens: string }[]
    bay_classes: { count: number }[]
    languages: string[]
  }
  expect(site.opening_hours.find(({ kind, weekday }) => kind === 'parking' && weekday === 1)?.opens).toBe('07:30')
  expect(site.bay_classes.reduce((sum, { count }) => sum + count, 0)).toBe(10)
  expect(site.languages).toEqual(['en'])

  // The owner can come back, and take the rest again.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('User name').fill('meera')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Kiosks' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Getting started' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first tablet')
})

test('nothing is lost by going back, nor by loading the page anew', async ({ page, server }) => {
  await reachLot(page, server)
  for (const title of ['Opening hours', 'Its clock', 'The place']) {
    await page.getByRole('button', { name: 'Back' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  }
  await expect(page.getByLabel('Name of the car park')).toHaveValue('Lakeside Parking')
  await page.reload()
  await expectStep(page, 'The place', 2)
  await expect(page.getByLabel('Name of the car park')).toHaveValue('Lakeside Parking')
  await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue(/^INR/)
})

test('a lot comes from a file, and from none that has a fault', async ({ page, server }) => {
  await reachLot(page, server)
  await page.getByRole('radio', { name: /^From a file/ }).check()
  await goOn(page)
  await expect(page.getByText('Choose a file without problems, or another beginning.')).toBeVisible()
  const choose = (text: string) =>
    page
      .getByLabel('CSV file', { exact: true })
      .setInputFiles({ name: 'lot.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('kind,label\ncar,Z1\nboat,Z2\n')
  await expect(page.getByRole('row').filter({ hasText: 'There is no such kind.' })).toContainText('3')
  await goOn(page)
  await expectStep(page, 'The bays', 5)
  await choose('kind,label\ncar,Z1\nsuv,Z2\nwash,W9\n')
  await expect(page.getByText('3 bays are taken from your file.')).toBeVisible()
  await goOn(page)
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByText('3 bays are taken from your file.')).toBeVisible()
  await goOn(page)
  await makeOwner(page, PASSWORD)
  await page.getByRole('link', { name: 'Bays', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: 'W9' })).toBeVisible()
  await expect(page.getByText('3 bays in use')).toBeVisible()

  // What is there is saved, and comes back as another lot.
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the lot as a file' }).click()
  expect((await saving).suggestedFilename()).toBe('kerbside-lot.csv')
  await page.getByRole('button', { name: 'Import a lot' }).click()
  await choose('kind,label\ncar,Z1\nwash,W9\n')
  await expect(page.getByText(/1 bay that is not in the file is retired: Z2/)).toBeVisible()
  await page.getByRole('button', { name: 'Import 2 bays' }).click()
  await expect(page.getByText('The lot has 2 bays now.')).toBeVisible()
})

test.describe('a site with paired tablets', () => {
  test.use({ serverOptions: { demo: false, kioskAccess: 'paired' } })
  test('a tablet that is paired is seen at once', async ({ page, server, browser }) => {
    await reachLot(page, server)
    await goOn(page)
    await makeOwner(page, PASSWORD)
    await page.goto(`${server.consoleUrl}#/start?step=tablet`)
    await expect(page.getByText('No tablet yet.')).toBeVisible()
    await expect(page.getByText('The kiosk’s page was not opened yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Make a code' }).click()
    const code = (await page.getByRole('group', { name: 'Pairing code' }).innerText()).replace(/\s/g, '')
    const tablet = await (await browser.newContext()).newPage()
    await tablet.goto(`${server.kioskUrl}#pair=${code}`)
    await expect(page.getByText(/paired, and its page is open/)).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('The kiosk’s page was opened from 127.0.0.1')).toBeVisible()
    await tablet.context().close()
    await expect(page.getByText(/paired, but its page is not open now/)).toBeVisible({ timeout: 20_000 })
    await goOn(page)
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  })
})
