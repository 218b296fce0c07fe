import { expectNoAxeFindings } from '../support/axe.ts'
import { bookAtKiosk, expect, rowOf, signIn, test } from './console-test.ts'
import { goOn, makeOwner } from './first-steps.ts'
import { laterSteps } from '../../src-renderer/setup/steps.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import { expectCounterClean } from './counter-work.ts'

const looks = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { contrast: 'more' } },
] as const

for (const look of looks) {
  test(`axe finds nothing on any screen or dialog, ${look.name}`, async ({ page, server }) => {
    // Axe looks at each of a dozen screens; a small machine with other work takes its time.
    test.setTimeout(240_000)
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' })
    await page.goto(server.consoleUrl)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectNoAxeFindings(page, 'sign-in')

    await signIn(page, server)
    await expect(page.getByText('14 of 40 taken, 1 blocked')).toBeVisible()
    await bookAtKiosk(server, 'KL 55 ZZ 9001', '17:00')
    await expect(page.locator('.Toastify__toast')).toBeVisible()
    await expectNoAxeFindings(page, 'today')

    await expectCounterClean(page, (where) => expectNoAxeFindings(page, where))

    await page.getByRole('link', { name: 'Bookings', exact: true }).click()
    await expect(page.getByText('14 bookings')).toBeVisible()
    await expectNoAxeFindings(page, 'wash bookings')
    await rowOf(page, 'KL07BX1234')
      .getByRole('button', { name: /^Actions/ })
      .click()
    await expectNoAxeFindings(page, 'booking sheet')
    await page.getByRole('button', { name: 'Cancel booking' }).click()
    await expectNoAxeFindings(page, 'question')
    await page.keyboard.press('Escape')
    await rowOf(page, 'KA05MH2010').getByRole('button', { name: 'Take payment' }).click()
    await expectNoAxeFindings(page, 'payment')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'New wash booking' }).click()
    await page.getByRole('button', { name: 'Book', exact: true }).click()
    await expect(page.getByText('Pick a time.')).toBeVisible()
    await expectNoAxeFindings(page, 'new booking')
    await page.keyboard.press('Escape')
    await page.getByLabel('Plate or reference').fill('nowhere')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await expectNoAxeFindings(page, 'nothing found')

    await page.getByRole('link', { name: 'Kiosks', exact: true }).click()
    await expect(page.getByText('No tablet is paired yet')).toBeVisible()
    await expectNoAxeFindings(page, 'kiosks')
    await page.getByRole('button', { name: 'Pair a tablet' }).click()
    await page.getByRole('button', { name: 'Make a code' }).click()
    await expect(page.getByRole('img', { name: /QR/ })).toBeVisible()
    await expectNoAxeFindings(page, 'pairing')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Display' }).click()
    await expectNoAxeFindings(page, 'display')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expectNoAxeFindings(page, 'shortcuts')
    await page.keyboard.press('Escape')
    await page.keyboard.press('l')
    await expect(page.getByRole('dialog', { name: 'Locked' })).toBeVisible()
    await expectNoAxeFindings(page, 'locked')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Type your PIN or your password.')).toBeVisible()
    await expectNoAxeFindings(page, 'locked, with a fault')
  })
}

test.describe('a first start', () => {
  test.use({ serverOptions: { demo: false } })
  test('axe finds nothing on any of its steps, filled or not', async ({ page, server }) => {
    test.setTimeout(240_000)
    await page.goto(server.consoleUrl)
    await expectNoAxeFindings(page, 'language')
    await goOn(page)
    await goOn(page)
    await expect(page.getByText('Give the car park a name')).toBeVisible()
    await expectNoAxeFindings(page, 'place, with faults')
    await page.getByLabel('Name of the car park').fill('Lakeside Parking')
    await page.getByRole('combobox', { name: 'Currency' }).fill('INR')
    await page.getByRole('option', { name: /^INR/ }).click()
    await goOn(page)
    await expectNoAxeFindings(page, 'zone')
    await goOn(page)
    await page.getByLabel('Parking, Monday: opens, 1').fill('x')
    await goOn(page)
    await expectNoAxeFindings(page, 'hours, with faults')
    await page.getByLabel('Parking, Monday: opens, 1').fill('06:00')
    await goOn(page)
    await page.getByRole('radio', { name: /^From a file/ }).check()
    await page.getByLabel('CSV file', { exact: true }).setInputFiles({
      name: 'lot.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('kind,label\nboat,A01\ncar,A02\n'),
    })
    await expect(page.getByText('There is no such kind.')).toBeVisible()
    await expectNoAxeFindings(page, 'lot, with faults')
    await page.getByText('A small yard').click()
    await goOn(page)
    await page.getByRole('button', { name: 'Open the car park' }).click()
    await expectNoAxeFindings(page, 'owner, with faults')
    await makeOwner(page, 'a long enough one')
    for (const step of laterSteps) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(english[`start.${step}.title`])
      await page.waitForLoadState('networkidle')
      await expectNoAxeFindings(page, step)
      if (step !== 'done') await goOn(page)
    }
  })
})

test('the colours are chosen by hand, and this machine remembers them', async ({ page, server }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page, server)
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByText('Dark', { exact: true }).click()
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.getByText('High contrast').click()
  expect(await ground()).toBe('rgb(0, 0, 0)')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  expect(await ground()).toBe('rgb(0, 0, 0)')
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByText('As the system').click()
  expect(await ground()).toBe(light)
})

test('a whole visit by keyboard alone', async ({ page, server }) => {
  await page.goto(server.consoleUrl)
  await expect(page.getByLabel('User name')).toBeFocused()
  await page.keyboard.type('owner')
  await page.keyboard.press('Tab')
  await page.keyboard.type(server.owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')

  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bookings')
  await expect(page.getByText('13 bookings')).toBeVisible()
  await page.keyboard.press('f')
  await page.keyboard.type('KA05MH2010')
  await expect(page.getByText('1 booking', { exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const handle = rowOf(page, 'KA05MH2010').getByRole('button', { name: /^Actions for/ })
  await expect(handle).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Take payment' })).toBeFocused()
  await page.keyboard.press('Enter')
  const pay = page.getByRole('dialog', { name: 'Take payment' })
  await expect(pay.getByLabel('Cash handed over')).toBeFocused()
  await page.keyboard.press('k')
  await expect(pay.getByRole('radio', { name: 'Card' })).toBeChecked()
  await expect(pay.getByLabel('Amount')).toBeFocused()
  await page.keyboard.press('Enter')
  const paid = page.getByRole('dialog', { name: 'Paid' })
  // Enter prints the receipt, which is what comes next; Escape leaves it for later.
  await expect(paid.getByRole('button', { name: 'Print' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'KA05MH2010')).toContainText('Confirmed')
  await expect(handle).toBeFocused()

  // Up and down through the rows, and every dialog gives the focus back.
  await page.keyboard.press('f')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await expect(page.getByText('13 bookings')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const second = page.getByRole('button', { name: /^Actions for/ }).nth(1)
  await expect(second).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(second).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog', { name: 'New wash booking' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(second).toBeFocused()
})

test('the first stop of the keyboard skips to the screen', async ({ page, server }) => {
  await signIn(page, server)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the screen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  expect(new URL(page.url()).hash).not.toBe('#main')
})

test('text of twice the size loses nothing', async ({ page, server }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, server)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  for (const key of ['1', '2', '3', '4']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    // Only a wide table may scroll sideways, and by itself.
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `screen ${key}`).toBeLessThanOrEqual(0)
  }
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1, name: 'Bookings' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'New wash booking' })).toBeVisible()
  await page.keyboard.press('n')
  const book = page.getByRole('button', { name: 'Book', exact: true })
  await expect(book).toBeInViewport({ ratio: 1 })
})

test('everything to press is at least 32 px', async ({ page, server }) => {
  await signIn(page, server)
  for (const key of ['1', '2', '3', '4']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a, button, select, input')]
        .filter((target) => target.checkVisibility() && !target.matches('.skip'))
        // A date's value for forms, which nobody sees or comes to.
        .filter((target) => target.closest('[aria-hidden="true"]') === null)
        .filter((target) => {
          const { width, height } = target.getBoundingClientRect()
          return width < 32 || height < 32
        })
        .map((target) => target.outerHTML),
    )
    expect(small, `screen ${key}`).toEqual([])
  }
})
