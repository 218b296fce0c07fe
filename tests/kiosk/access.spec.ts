import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, QUIET_DAY, test, TODAY, type Kiosk } from './kiosk-test.ts'

/** Each screen of the flow in turn: how to come to it from the one before. */
const walk: readonly [name: string, step: (kiosk: Kiosk) => Promise<void>][] = [
  ['attract', async (kiosk) => kiosk.open().then(() => expect(kiosk.button('Touch to begin')).toBeVisible())],
  ['purpose', (kiosk) => kiosk.button('Touch to begin').tap()],
  ['service', (kiosk) => kiosk.button(/^Wash/).tap()],
  ['date', (kiosk) => kiosk.button(/^Exterior/).tap()],
  ['slot', (kiosk) => kiosk.button(TODAY).tap()],
  ['plate', (kiosk) => kiosk.slot('17:00').tap()],
  ['phone', (kiosk) => kiosk.page.keyboard.type('KL07BX1234').then(() => kiosk.button('Continue').tap())],
  ['held', (kiosk) => kiosk.button('Skip, and keep my slot').tap()],
  ['booked', (kiosk) => kiosk.button('Confirm booking').tap()],
]

async function walkThrough(kiosk: Kiosk, look: (screen: string) => Promise<void>): Promise<void> {
  for (const [name, step] of walk) {
    await step(kiosk)
    await expect(kiosk.page.locator(`.screen--${name}`)).toBeVisible()
    if (name === 'slot') await expect(kiosk.slot('17:00')).toBeEnabled()
    await look(name)
  }
}

async function expectNoAxeFindings(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes.map(({ target }) => String(target)).join(', ')}`),
  ).toEqual([])
}

/** Text that runs out of its box or the page, by the boxes' own measure. */
function clipped(): string[] {
  const found = document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : []
  for (const element of document.querySelectorAll<HTMLElement>('main *, .top-bar *, .actions *')) {
    if (element.closest('.visually-hidden, .server-clock__details') !== null || element.tagName === 'INPUT') continue
    const { overflowX } = getComputedStyle(element)
    const tooWide = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
    const tooHigh = element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 4
    if ((tooWide || (tooHigh && element.tagName === 'BUTTON')) && overflowX !== 'auto') {
      found.push(`${element.className || element.tagName}: ${element.textContent.slice(0, 40)}`)
    }
  }
  return found
}

/** Buttons smaller than a finger. */
function smallTargets(): string[] {
  return [...document.querySelectorAll<HTMLElement>('button, input')]
    .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 63.5 || box.height < 63.5)
    .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`)
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
      test('axe finds nothing on any screen, and each target fits a finger', async ({ kiosk, page }) => {
        // Eight analyses of a page: long on a busy machine.
        test.slow()
        await walkThrough(kiosk, async (screen) => {
          await expectNoAxeFindings(page, screen)
          expect(await page.evaluate(smallTargets), screen).toEqual([])
        })
      })
    })
  }

  test.describe(`${name}, text twice as large`, () => {
    test.use({ viewport })
    test('nothing is clipped on any screen', async ({ kiosk, page }) => {
      await walkThrough(kiosk, async (screen) => {
        await page.evaluate(() => {
          const root = document.documentElement
          root.style.fontSize = ''
          root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`
        })
        expect(await page.evaluate(clipped), screen).toEqual([])
      })
    })
  })
}

for (const viewport of [
  { width: 600, height: 1024 },
  { width: 1024, height: 600 },
]) {
  test.describe(`a 7 inch tablet, ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })
    test('shows each screen unclipped, with targets for fingers', async ({ kiosk, page }) => {
      await walkThrough(kiosk, async (screen) => {
        expect(await page.evaluate(clipped), screen).toEqual([])
        expect(await page.evaluate(smallTargets), screen).toEqual([])
      })
    })
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
  await focusedHeading('Which day?')
  await press(QUIET_DAY)
  await focusedHeading('What time?')
  await expect(kiosk.slot('10:00')).toBeEnabled()
  await press(/^10:00/)
  await focusedHeading('What is your number plate?')
  await page.keyboard.type('kl07 bx99x')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('textbox')).toHaveValue('KL07BX99')
  await page.keyboard.press('Enter')
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
