import { expect, QUIET_DAY, test, TODAY, type Kiosk } from './kiosk-test.ts'
import { clipped, enlargeText, expectNoAxeFindings, ordinaryText, smallTargets } from './walk-checks.ts'

type Walk = readonly (readonly [screen: string, step: (kiosk: Kiosk) => Promise<void>])[]

const typePlate = (kiosk: Kiosk) => kiosk.button('Add a phone number').tap()

/** Each screen of each flow in turn: how to come to it from the one before. */
const walks: Readonly<Record<string, Walk>> = {
  wash: [
    ['attract', async (kiosk) => kiosk.open().then(() => expect(kiosk.button('Touch to begin')).toBeVisible())],
    ['purpose', (kiosk) => kiosk.button('Touch to begin').tap()],
    ['service', (kiosk) => kiosk.button(/^Wash/).tap()],
    ['slot', (kiosk) => kiosk.button(/^Exterior/).tap()],
    ['date', (kiosk) => kiosk.button('Another day').tap()],
    ['slot', (kiosk) => kiosk.button(TODAY).tap()],
    ['plate', (kiosk) => kiosk.slot('17:00').tap()],
    ['phone', typePlate],
    ['held', (kiosk) => kiosk.button('Skip, and keep my slot').tap()],
    ['booked', (kiosk) => kiosk.button('Confirm booking').tap()],
  ],
  parking: [
    ['purpose', (kiosk) => kiosk.open().then(() => kiosk.button('Touch to begin').tap())],
    ['bay-class', (kiosk) => kiosk.button(/^Park/).tap()],
    ['leave', (kiosk) => kiosk.button(/^Car/).tap()],
    ['arrive', (kiosk) => kiosk.button('Come at another time').tap()],
    ['arrive-day', (kiosk) => kiosk.button(/^Another day/).tap()],
    ['arrive-time', (kiosk) => kiosk.button(QUIET_DAY).tap()],
    ['leave', (kiosk) => kiosk.button('10:00').tap()],
    ['leave-day', (kiosk) => kiosk.button(/^Another day/).tap()],
    ['leave-time', (kiosk) => kiosk.button(/^Tue, Dec 9/).tap()],
    ['bay', (kiosk) => kiosk.button('09:30').tap()],
    ['plate', (kiosk) => kiosk.button('Take any free bay').tap()],
    ['phone', typePlate],
    ['held', (kiosk) => kiosk.button('Skip, and keep my bay').tap()],
    ['booked', (kiosk) => kiosk.button('Confirm booking').tap()],
  ],
}

async function walkThrough(kiosk: Kiosk, walk: Walk, look: (screen: string) => Promise<void>): Promise<void> {
  for (const [name, step] of walk) {
    await step(kiosk)
    await expect(kiosk.page.locator(`.screen--${name}`)).toBeVisible()
    if (name === 'slot') await expect(kiosk.slot('17:00')).toBeEnabled()
    if (name === 'leave') await expect(kiosk.button(/^1 hour/)).toContainText('₹')
    // As long as plates become: the walk goes on from it.
    if (name === 'plate') await kiosk.page.keyboard.type('KL07BX12345W')
    if (name === 'bay') await expect(kiosk.page.getByRole('option').first()).toBeVisible()
    await look(name)
  }
}

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

test.describe('where less motion is wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('nothing moves', async ({ kiosk, page }) => {
    await kiosk.toServices()
    const moving = await page.evaluate(() =>
      document.getAnimations().filter((animation) => Number(animation.effect?.getTiming().duration) > 1),
    )
    expect(moving).toEqual([])
  })
})
