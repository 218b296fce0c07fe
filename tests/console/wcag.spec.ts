import type { Page } from '@playwright/test'
import { focusFault, listenToRegions, lostText, spaceText, takesPaste } from '../support/wcag.ts'
import { expect, signIn, test } from './console-test.ts'
import { goTo, screens } from './every-screen.ts'

async function eachScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  for (const screen of screens) {
    await goTo(page, screen)
    await look(screen)
  }
}

test.describe('in a low window', () => {
  test.use({ viewport: { width: 1024, height: 600 } })
  test('what has the focus shows it, and no bar covers it, on every screen (2.4.7, 2.4.11)', async ({
    page,
    server,
  }) => {
    test.slow()
    await signIn(page, server)
    await eachScreen(page, async (screen) => {
      const faults = new Set<string>()
      for (let tabs = 0; tabs < 70; tabs += 1) {
        await page.keyboard.press('Tab')
        const fault = await page.evaluate(focusFault)
        if (fault !== undefined) faults.add(fault)
      }
      expect.soft([...faults], screen).toEqual([])
    })
  })
})

test('no screen scrolls sideways where it is 320 px wide, or is magnified four times (1.4.10)', async ({
  page,
  server,
}) => {
  test.slow()
  await signIn(page, server)
  await page.setViewportSize({ width: 320, height: 640 })
  await eachScreen(page, async (screen) => {
    const lost = await page.evaluate(lostText)
    expect
      .soft(
        lost.filter((fault) => fault.startsWith('the page')),
        screen,
      )
      .toEqual([])
  })
})

test('text spaced as a reader likes it loses nothing (1.4.12)', async ({ page, server }) => {
  test.slow()
  await signIn(page, server)
  await eachScreen(page, async (screen) => {
    await page.evaluate(spaceText)
    expect.soft(await page.evaluate(lostText), screen).toEqual([])
  })
})

test('everything to press is at least 32 px on every screen (2.5.8)', async ({ page, server }) => {
  test.slow()
  await signIn(page, server)
  await eachScreen(page, async (screen) => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a, button, select, input')]
        .filter((target) => target.checkVisibility() && !target.matches('.skip, .visually-hidden'))
        // In running text a link is as high as its line; a box with words beside it is pressed by them.
        // A date's value for forms nobody sees or comes to.
        .filter((target) => target.closest('p, label, .visually-hidden, [aria-hidden="true"]') === null)
        .filter((target) => {
          const { width, height } = target.getBoundingClientRect()
          return width < 31.5 || height < 31.5
        })
        .map((target) => target.outerHTML.slice(0, 160)),
    )
    expect.soft(small, screen).toEqual([])
  })
})

test('a console that nobody touches says next to nothing for a minute (4.1.3)', async ({ page, server }) => {
  test.setTimeout(240_000)
  await signIn(page, server)
  await expect(page.getByText('Live').first()).toBeVisible()
  await page.evaluate(listenToRegions)
  await page.waitForTimeout(60_000)
  const announced = await page.evaluate(() => (window as unknown as { announced: string[] }).announced)
  expect(announced.length, announced.join(' | ')).toBeLessThanOrEqual(2)
})

test('passwords and the PIN can be pasted, and a password is known by its name (3.3.8)', async ({ page, server }) => {
  await page.goto(server.consoleUrl)
  const password = page.getByLabel('Password', { exact: true })
  expect(await password.evaluate(takesPaste)).toBe(true)
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  await expect(page.getByLabel('User name')).toHaveAttribute('autocomplete', 'username')
  await signIn(page, server)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Locked' })
  await expect(dialog).toBeVisible()
  for (const field of await dialog.locator('input').all()) expect(await field.evaluate(takesPaste)).toBe(true)
})

test('help is at the same place on every screen (3.2.6)', async ({ page, server }) => {
  await signIn(page, server)
  const places = new Set<string>()
  await eachScreen(page, async () => {
    const box = await page.getByRole('button', { name: 'Shortcuts' }).boundingBox()
    places.add(`${box?.x},${box?.y}`)
  })
  expect([...places]).toHaveLength(1)
})

test('where the system forces its colours, the focus and what can be pressed have edges', async ({ page, server }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await signIn(page, server)
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.button')]
      .filter((button) => button.checkVisibility())
      .filter((button) => getComputedStyle(button).borderTopStyle === 'none')
      .map((button) => button.outerHTML.slice(0, 120)),
  )
  expect(bare).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(focusFault)).toBeUndefined()
})

test.describe('where less motion is wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('nothing moves on any screen (2.3.3)', async ({ page, server }) => {
    test.slow()
    await signIn(page, server)
    await eachScreen(page, async (screen) => {
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter((animation) => Number(animation.effect?.getTiming().duration) > 1)
          .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : animation.id)),
      )
      expect.soft(moving, screen).toEqual([])
    })
  })
})
