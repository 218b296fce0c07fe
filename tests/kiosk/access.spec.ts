import { expectNoAxeFindings } from '../support/axe.ts'
import { walks, walkThrough } from './every-screen.ts'
import { expect, QUIET_DAY, test } from './kiosk-test.ts'
import { clipped, enlargeText, ordinaryText, smallTargets } from './walk-checks.ts'

const views = [
  { name: 'portrait', viewport: { width: 800, height: 1280 } },
  { name: 'landscape', viewport: { width: 1280, height: 800 } },
] as const

const looks = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'high contrast', colorScheme: 'light', contrast: 'more' },
] as const

for (const { name, viewport } of views) {
  for (const look of looks) {
    test.describe(`${name}, ${look.name}`, () => {
      test.use({ viewport, colorScheme: look.colorScheme, contextOptions: { contrast: look.contrast } })
      for (const [flow, walk] of Object.entries(walks)) {
        test(`axe finds nothing on any screen of ${flow}, and each target fits a finger`, async ({ kiosk, page }) => {
          // A dozen analyses of a page: long on a busy machine.
          test.slow()
          await walkThrough(kiosk, walk, async (screen) => {
            await expectNoAxeFindings(page, screen)
            expect(await page.evaluate(smallTargets), screen).toEqual([])
          })
        })
      }
    })
  }

  test.describe(`${name}, text twice as large`, () => {
    test.use({ viewport })
    for (const [flow, walk] of Object.entries(walks)) {
      test(`nothing is clipped on any screen of ${flow}`, async ({ kiosk, page }) => {
        await walkThrough(kiosk, walk, async (screen) => {
          await page.evaluate(enlargeText)
          expect(await page.evaluate(clipped), screen).toEqual([])
        })
      })
    }
  })
}

for (const { inches, viewport } of [
  { inches: 7, viewport: { width: 600, height: 1024 } },
  { inches: 7, viewport: { width: 1024, height: 600 } },
  { inches: 15, viewport: { width: 1080, height: 1920 } },
  { inches: 15, viewport: { width: 1920, height: 1080 } },
]) {
  test.describe(`a ${inches} inch tablet, ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })
    for (const [flow, walk] of Object.entries(walks)) {
      test(`shows each screen of ${flow} unclipped, with targets for fingers, and with text twice as large`, async ({
        kiosk,
        page,
      }) => {
        test.slow()
        await walkThrough(kiosk, walk, async (screen) => {
          expect(await page.evaluate(clipped), screen).toEqual([])
          expect(await page.evaluate(smallTargets), screen).toEqual([])
          await page.evaluate(enlargeText)
          expect(await page.evaluate(clipped), `${screen}, twice as large`).toEqual([])
          expect(await page.evaluate(smallTargets), `${screen}, twice as large`).toEqual([])
          await page.evaluate(ordinaryText)
        })
      })
    }
  })
}

test.describe('beside the flow', () => {
  test.use({ access: 'paired' })
  test('axe finds nothing on the pairing screen, with and without an error', async ({ kiosk, page }) => {
    await kiosk.open()
    await expect(kiosk.heading('Pair this kiosk')).toBeVisible()
    await expect(page.getByText('Harbour Street Park & Wash')).toBeVisible()
    await expectNoAxeFindings(page, 'pairing')
    await kiosk.tapKeys('00000000')
    await kiosk.button('Pair').tap()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectNoAxeFindings(page, 'pairing, refused')
    expect(await page.evaluate(smallTargets)).toEqual([])
  })
})

test('axe finds nothing while the kiosk asks, nor when there is no booking after all', async ({ kiosk, page }) => {
  await page.clock.install()
  await kiosk.toHold()
  await page.clock.fastForward(61_000)
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoAxeFindings(page, 'still there')
  await kiosk.button('Yes, go on').tap()
  await kiosk.button('Give it back').tap()
  await expect(kiosk.heading('You gave the bay back')).toBeVisible()
  await expectNoAxeFindings(page, 'ended')
})

test('a whole booking with the keyboard only, the heading of each screen taking the focus', async ({ kiosk, page }) => {
  const press = async (name: string | RegExp) => {
    const button = kiosk.button(name)
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab')
      if (await button.evaluate((element) => element === document.activeElement)) break
    }
    await expect(button).toBeFocused()
    expect(await button.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none')
    await page.keyboard.press('Enter')
  }
  const focusedHeading = (name: string | RegExp) => expect(kiosk.heading(name)).toBeFocused()

  await kiosk.open()
  await press('Touch to begin')
  await focusedHeading('What can we do for you?')
  await press(/^Wash/)
  await focusedHeading('Which wash would you like?')
  await press(/^Exterior/)
  await focusedHeading('What time?')
  await press('Another day')
  await focusedHeading('Which day?')
  await press(QUIET_DAY)
  await focusedHeading('What time?')
  await expect(kiosk.slot('10:00')).toBeEnabled()
  await press(/^10:00/)
  await focusedHeading('What is your number plate?')
  await page.keyboard.type('kl07 bx99x')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('textbox')).toHaveValue('KL07BX99')
  await press('Add a phone number')
  await focusedHeading('Your phone number, if you like')
  await page.keyboard.type('98470')
  await page.keyboard.type('12345')
  await page.keyboard.press('Enter')
  await focusedHeading(/is yours until/)
  await press('Confirm booking')
  await focusedHeading('You are booked')
  await press('Done')
  await expect(kiosk.button('Touch to begin')).toBeVisible()
})
