import type { Browser, Locator, Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { ask, expect, signIn, test, toast } from './console-test.ts'
import { typeDay } from './date-fields.ts'
import { goOn, makeOwner, reachLot } from './first-steps.ts'

const PIN = '2468'
const PASSWORD = 'a long enough one'

const lot = [
  ['A01', 'A20', 'Car'],
  ['B01', 'B08', 'SUV'],
  ['C01', 'C06', 'Two-wheeler'],
  ['D01', 'D02', 'Accessible'],
  ['E01', 'E02', 'EV charging'],
  ['F01', 'F02', 'Permit holders'],
  ['W1', 'W2', 'Wash bay'],
] as const
const services = [
  ['Exterior', 'Foam, rinse and hand dry, wheels included.', '20', '250'],
  ['Interior', 'Vacuum, dashboard and glass, inside only.', '30', '450'],
  ['Full', 'Inside and outside, the whole car.', '50', '650'],
] as const

async function open(page: Page, screen: string) {
  await page.evaluate((name) => {
    location.hash = `#/${name}`
  }, screen)
}

function dialogOf(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name })
}

async function firstStart(page: Page, server: TestServer) {
  await reachLot(page, server)
  await page.getByText('Nothing yet', { exact: true }).click()
  await goOn(page)
  await makeOwner(page, PASSWORD)
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
}

/** What customers are told of a site, without what two sites can never share. */
async function offer(server: TestServer) {
  const site = (await ask(server, '/api/v1/site')) as {
    opening_hours: object[]
    bay_classes: { bay_class: string }[]
    wash_services: object[]
  }
  return {
    hours: site.opening_hours,
    classes: site.bay_classes.toSorted((one, other) => one.bay_class.localeCompare(other.bay_class)),
    services: site.wash_services.map((service) => ({ ...service, id: '' })),
  }
}

test.describe('from an empty site', () => {
  test.use({ serverOptions: { demo: false } })

  test('a car park is built by hand that offers what the demo site offers', async ({ page, server }) => {
    test.setTimeout(180_000)
    await firstStart(page, server)

    await open(page, 'bays')
    await expect(page.getByText('No bays yet')).toBeVisible()
    for (const [from, to, name] of lot) {
      await page.getByRole('button', { name: 'Add bays' }).click()
      const dialog = dialogOf(page, 'Add bays')
      await dialog.getByLabel('Label, or the first of a run').fill(from)
      await dialog.getByLabel('Last of the run').fill(to)
      await dialog.getByLabel('Class').selectOption(name)
      await dialog.getByRole('button', { name: /^Add \d+ bays$/ }).click()
      await expect(dialog).toBeHidden()
    }
    await expect(page.getByText('42 bays in use')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Automatically' })).toHaveCount(42)

    await open(page, 'hours')
    // The first start has offered the demo's hours: others, and those again.
    for (const [parking, wash] of [
      ['07:00', '10:00'],
      ['06:00', '09:00'],
    ] as const) {
      await page.getByLabel('Parking, Monday: opens, 1').fill(parking)
      await page.getByLabel('Wash, Monday: opens, 1').fill(wash)
      for (const kind of ['Parking', 'Wash']) {
        await page.getByRole('button', { name: `${kind}: all days like Monday` }).click()
      }
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('All is saved.')).toBeVisible()
    }
    await expect(toast(page, 'The hours are saved.').first()).toBeVisible()

    await open(page, 'services')
    for (const [index, [name, description, minutes, price]] of services.entries()) {
      await page.getByRole('button', { name: 'Add a service' }).click()
      const form = dialogOf(page, 'Add a service')
      await form.getByLabel('Name').fill(name)
      await form.getByLabel('What the customer gets').fill(description)
      await form.getByLabel('Minutes it takes').fill(minutes)
      await form.getByLabel('Price in INR').fill(price)
      await form.getByRole('button', { name: 'Save' }).click()
      const pin = dialogOf(page, new RegExp(`^${name} for`))
      await pin.getByLabel('Your PIN').fill(PIN)
      await pin.getByRole('button', { name: 'Save' }).click()
      if (index === 0) {
        // Nobody has a PIN on the first day: one is chosen on the way.
        const choose = page.getByRole('dialog').filter({ hasText: 'Password' })
        await choose.getByLabel('Your password').fill(PASSWORD)
        await choose.locator('.input--pin').first().fill(PIN)
        await choose.locator('.input--pin').last().fill(PIN)
        await choose.getByRole('button').filter({ hasText: /PIN/ }).click()
        await pin.getByRole('button', { name: 'Save' }).click()
      }
      await expect(toast(page, `${name} is saved.`)).toBeVisible()
    }

    await open(page, 'plan')
    await expect(page.getByRole('option', { name: 'A01' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Add: Text' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(toast(page, 'The plan is saved.')).toBeVisible()

    const demo = await startTestServer()
    expect(await offer(server)).toEqual(await offer(demo))
    await demo.stop()
  })
})

test('what is typed on the site screen stays when it is refused, and asks before it is left', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'owner', '#/site')
  await page.getByLabel('Name of the car park').fill('Harbour Street')
  await page.getByLabel('Days ahead that can be booked').fill('many')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('Days ahead that can be booked')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Name of the car park')).toHaveValue('Harbour Street')

  await page.getByRole('link', { name: 'Kiosks' }).click()
  const leave = dialogOf(page, 'Leave without saving?')
  await expect(leave).toBeVisible()
  await leave.getByRole('button', { name: 'Go back' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Site')
  await expect(page.getByLabel('Name of the car park')).toHaveValue('Harbour Street')

  await page.getByLabel('Days ahead that can be booked').fill('14')
  await page.getByLabel('UPI id').fill('harbour@upi')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const pin = dialogOf(page, 'Change what concerns money, time or personal data?')
  await pin.getByLabel('Your PIN').fill('1111')
  await pin.getByRole('button', { name: 'Save' }).click()
  await expect(pin.getByRole('alert')).toContainText('PIN is wrong')
  await pin.getByLabel('Your PIN').fill(PIN)
  await pin.getByRole('button', { name: 'Save' }).click()
  await expect(toast(page, 'The site is saved.')).toBeVisible()
  await expect(page.getByText('All is saved.')).toBeVisible()
  await expect(page.locator('.header')).toContainText('Harbour Street')

  await page.getByRole('link', { name: 'Kiosks' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kiosks')
})

test('two who change the site at once do not overwrite each other', async ({ page, server, browser }) => {
  await signIn(page, server, 'owner', '#/site')
  await page.getByLabel('Address', { exact: true }).fill('1 Harbour Street')
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, server, 'owner', '#/site')
  await other.getByLabel('Address', { exact: true }).fill('2 Harbour Street')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(toast(other, 'The site is saved.')).toBeVisible()
  await context.close()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody else has changed this')
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue('1 Harbour Street')
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue('2 Harbour Street')
})

test('the plan of the lot is drawn by keyboard alone, step by step and back', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/plan')
  const left = page.getByLabel('Left (dm)')
  const first = page.getByRole('option', { name: 'A01', exact: true }).first()
  await first.focus()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  const start = Number(await left.inputValue())
  await page.keyboard.press('ArrowLeft')
  await expect(left).toHaveValue(String(start - 1))
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(left).toHaveValue(String(start - 11))
  await expect(page.getByText(/1 bay moved/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(left).toHaveValue(String(start - 1))
  await page.keyboard.press('ControlOrMeta+y')
  await expect(left).toHaveValue(String(start - 11))

  await page.keyboard.press('PageDown')
  const second = page.getByRole('option', { name: 'A02', exact: true }).first()
  await expect(second).toBeFocused()
  // A bay of 2.5 m by 5 m, turned, lies on its neighbours.
  await page.keyboard.press('r')
  await expect(page.getByText(/keep.? the plan from being saved/).first()).toBeVisible()
  await expect(second).toHaveAttribute('data-wrong', 'true')
  await page.getByRole('button', { name: 'A02 and A03 lie on each other' }).click()
  await second.focus()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('option', { name: 'A02', exact: true })).toHaveCount(0)
  await expect(page.getByText('One bay lies nowhere yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Car: place one bay' }).click()
  await expect(page.getByText('Nothing is wrong with the plan.')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(toast(page, 'The plan is saved.')).toBeVisible()
  await page.reload()
  await page.getByRole('option', { name: 'A01', exact: true }).first().focus()
  await expect(left).toHaveValue(String(start - 11))
})

test('the plan is drawn by pointer on a grid, kept as a file and opened again', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/plan')
  const bay = page.locator('[data-item="bay:A01"]')
  const box = (await bay.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x - 60, box.y + box.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByText(/1 bay moved/)).toBeVisible()
  const x = Number(await page.getByLabel('Left (dm)').inputValue())
  expect(x % 5).toBe(0)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const path = await (await saving).path()
  await page.getByRole('button', { name: 'Arrange all anew' }).click()
  await expect(page.getByText('All is saved.')).toBeVisible()
  await page.locator('input[type="file"]').setInputFiles(path)
  await expect(page.getByText(/1 bay moved/)).toBeVisible()
  await page.locator('input[type="file"]').setInputFiles({
    name: 'no-plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"kerbside_lot":1}'),
  })
  await expect(toast(page, 'That file holds no plan of a lot.')).toBeVisible()
  await expect(page.getByText(/1 bay moved/)).toBeVisible()
})

test('hours tell whom they would leave outside before they are saved', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/hours')
  await page.getByLabel('Wash, Saturday: closes, 1').fill('09:10')
  await expect(page.getByText(/lies? outside these hours/)).toBeVisible()
  await page.getByLabel('Wash, Saturday: closes, 1').fill('08:00')
  await expect(page.getByText('It must close after it opens.')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Discard changes' }).click()

  await page.getByRole('button', { name: 'Add a closure' }).click()
  const dialog = dialogOf(page, 'Add a closure')
  await typeDay(dialog, 'First day', '2025-12-06')
  await expect(dialog.getByText(/outside these hours/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close these days' }).click()
  await expect(dialog.getByText('Say why')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Festival')
  await dialog.getByRole('button', { name: 'Close these days' }).click()
  const closure = page.getByRole('button', { name: /^Open again: .*Festival/ })
  await expect(closure).toBeVisible()
  await toast(page, 'The closure is saved.').getByRole('button', { name: 'Undo' }).click()
  await expect(closure).toHaveCount(0)
})

/** Somebody else's browser. */
async function newcomer(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** Rahul signs in with the password that he was given, and gets no further until he has one of his own. */
async function choosesOwnPassword(page: Page, server: TestServer, given: string): Promise<void> {
  await page.goto(`${server.consoleUrl}#/lot`)
  await page.getByLabel('User name').fill('rahul')
  await page.getByLabel('Password', { exact: true }).fill(given)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your own password')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your own password')
  await page.getByLabel('The password you were given').fill(given)
  for (const label of ['New password', 'New password again']) await page.getByLabel(label, { exact: true }).fill(given)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('not your user name')).toBeVisible()
  for (const label of ['New password', 'New password again']) {
    await page.getByLabel(label, { exact: true }).fill('a phrase of my own')
  }
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lot')
  await page.context().close()
}

test('an account is made, its password told once, and shut again', async ({ page, server, browser }) => {
  await signIn(page, server, 'owner', '#/staff')
  await page.getByRole('button', { name: 'Add an account' }).click()
  const make = dialogOf(page, 'Add an account')
  await make.getByLabel('Name', { exact: true }).fill('Rahul')
  await make.getByLabel('User name').fill('rahul')
  await make.getByLabel('Your PIN').fill(PIN)
  await make.getByRole('button', { name: 'Make the account' }).click()
  const told = dialogOf(page, 'Password of Rahul')
  await expect(told.getByRole('group', { name: 'Temporary password' })).toHaveText(/^\w{4} \w{4} \w{4}$/)
  const given = ((await told.getByRole('group', { name: 'Temporary password' }).textContent()) ?? '').replaceAll(
    ' ',
    '',
  )
  await told.getByRole('button', { name: 'Done' }).click()
  await choosesOwnPassword(await newcomer(browser), server, given)

  await page.getByRole('button', { name: 'Change Rahul' }).click()
  await dialogOf(page, 'Rahul (rahul)').getByRole('button', { name: 'Shut the account' }).click()
  const shut = dialogOf(page, 'Shut the account of Rahul?')
  await shut.getByLabel('Your PIN').fill(PIN)
  await shut.getByRole('button', { name: 'Shut the account' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'rahul' })).toContainText('Shut')

  await page.getByRole('button', { name: 'Change Meera Pillai' }).click()
  await dialogOf(page, 'Meera Pillai (owner)').getByRole('button', { name: 'Shut the account' }).click()
  const last = dialogOf(page, 'Shut the account of Meera Pillai?')
  await last.getByLabel('Your PIN').fill(PIN)
  await last.getByRole('button', { name: 'Shut the account' }).click()
  await expect(last.getByRole('alert')).toContainText('last owner')
})

test('an attendant sees nothing of it but their own account', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/site')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await expect(page.getByRole('link', { name: 'Staff' })).toHaveCount(0)
  await open(page, 'account')
  await page.getByLabel('Password now').fill('harbour-attendant')
  await page.getByLabel('New password', { exact: true }).fill('quite another one')
  await page.getByLabel('New password again').fill('quite another one')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(toast(page, 'Your password is changed.')).toBeVisible()
})

test('the demo is wiped by a word and the PIN, and every console begins anew', async ({ page, server, browser }) => {
  const elsewhere = await newcomer(browser)
  await signIn(elsewhere, server, 'attendant', '#/lot')
  await signIn(page, server, 'owner', '#/settings')
  await page.getByRole('button', { name: 'Wipe the demo site' }).click()
  const dialog = dialogOf(page, 'Wipe the demo site?')
  await dialog.getByLabel('Your PIN').fill(PIN)
  await dialog.getByRole('button', { name: 'Wipe the demo site' }).click()
  await expect(dialog.getByText('Type WIPE in the field.')).toBeVisible()
  await dialog.getByLabel('Type WIPE to go on').fill('wipe')
  await dialog.getByRole('button', { name: 'Wipe the demo site' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome. Let us open your car park.')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome. Let us open your car park.')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Welcome. Let us open your car park.')
  await elsewhere.context().close()
})

const screens = ['site', 'hours', 'bays', 'plan', 'services', 'staff', 'settings', 'account'] as const

for (const look of [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { contrast: 'more' } },
] as const) {
  test(`axe finds nothing on the screens of admin, ${look.name}`, async ({ page, server }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' })
    await signIn(page, server)
    for (const screen of screens) {
      await open(page, screen)
      await expect(page.locator('.waiting')).toHaveCount(0)
      if (screen === 'plan') await page.getByRole('option', { name: 'A01', exact: true }).first().focus()
      await expectNoAxeFindings(page, screen, { within: '#main' })
    }
  })
}

test('text of twice the size loses nothing on the screens of admin', async ({ page, server }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, server)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  for (const screen of screens) {
    await open(page, screen)
    await expect(page.locator('.waiting')).toHaveCount(0)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, screen).toBeLessThanOrEqual(0)
  }
})
