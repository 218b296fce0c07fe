import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { focusFault, listenToRegions, lostText, spaceText } from '../support/wcag.ts'
import { walks, walkThrough } from './every-screen.ts'
import { expect, test } from './kiosk-test.ts'
import { clipped, enlargeText, ordinaryText, smallTargets } from './walk-checks.ts'

// WCAG 2.2 where axe does not look, on every screen of both flows. Targets and text of twice the size on real sizes of tablets
// are in access.spec.ts; the same for the console in tests/console/wcag.spec.ts.

const MINUTE_MS = 60_000

for (const [flow, walk] of Object.entries(walks)) {
  test.describe('a small tablet lying', () => {
    test.use({ viewport: { width: 1024, height: 600 } })
    test(`what has the focus shows it, and no bar covers it, on any screen of ${flow} (2.4.7, 2.4.11)`, async ({
      kiosk,
      page,
    }) => {
      test.slow()
      let stops = 0
      await walkThrough(kiosk, walk, async (screen) => {
        const faults = new Set<string>()
        for (let tabs = 0; tabs < 40; tabs += 1) {
          await page.keyboard.press('Tab')
          const fault = await page.evaluate(focusFault)
          if (fault !== undefined) faults.add(fault)
          stops += 1
          if (await page.evaluate(() => document.activeElement === document.body)) break
        }
        expect.soft([...faults], screen).toEqual([])
      })
      expect(stops).toBeGreaterThan(50)
    })
  })

  test.describe('320 px wide', () => {
    test.use({ viewport: { width: 320, height: 640 } })
    test(`no screen of ${flow} scrolls sideways (1.4.10)`, async ({ kiosk, page }) => {
      test.slow()
      await walkThrough(kiosk, walk, async (screen) => {
        const sideways = (await page.evaluate(lostText)).filter((fault) => fault.startsWith('the page'))
        expect.soft(sideways, screen).toEqual([])
      })
    })
  })

  test.describe('upright', () => {
    test.use({ viewport: { width: 800, height: 1280 } })
    test(`text spaced as a reader likes it loses nothing on any screen of ${flow} (1.4.12)`, async ({
      kiosk,
      page,
    }) => {
      test.slow()
      await walkThrough(kiosk, walk, async (screen) => {
        await page.evaluate(spaceText)
        expect.soft(await page.evaluate(clipped), screen).toEqual([])
        expect.soft(await page.evaluate(smallTargets), screen).toEqual([])
      })
    })
  })

  test.describe('high contrast', () => {
    test.use({ viewport: { width: 800, height: 1280 }, contextOptions: { contrast: 'more' } })
    test(`axe finds nothing on any screen of ${flow} with text twice as large, and each target fits a finger (2.5.8)`, async ({
      kiosk,
      page,
    }) => {
      test.setTimeout(240_000)
      await walkThrough(kiosk, walk, async (screen) => {
        await page.evaluate(enlargeText)
        await expectNoAxeFindings(page, screen)
        expect.soft(await page.evaluate(smallTargets), screen).toEqual([])
        await page.evaluate(ordinaryText)
      })
    })
  })

  test.describe('where less motion is wanted', () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' } })
    test(`nothing moves on any screen of ${flow} (2.3.3)`, async ({ kiosk, page }) => {
      test.slow()
      await walkThrough(kiosk, walk, async (screen) => {
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
}

/** What a minute says to somebody who cannot see it, while nobody does anything but stay. */
async function announcedInAMinute(page: Page): Promise<readonly string[]> {
  await page.evaluate(listenToRegions)
  await page.waitForTimeout(MINUTE_MS / 2)
  // Else the kiosk asks who is there, which is to be said.
  await page.keyboard.press('Shift')
  await page.waitForTimeout(MINUTE_MS / 2)
  return page.evaluate(() => (window as unknown as { announced: string[] }).announced)
}

test('the clock says its state when that changes, and no second of a minute (4.1.3)', async ({ kiosk, page }) => {
  test.setTimeout(240_000)
  await kiosk.toServices()
  await expect(page.getByText('Live').first()).toBeVisible()
  const said = await announcedInAMinute(page)
  expect(said.length, said.join(' | ')).toBeLessThanOrEqual(1)
})

test('the last minute of a hold is told at 60, 30 and 10 seconds, and at no other (4.1.3)', async ({
  kiosk,
  page,
  server,
}) => {
  test.setTimeout(240_000)
  await kiosk.toHold()
  server.advance(3.9 * MINUTE_MS)
  await expect(page.getByText('Live').first()).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^1:0\d$/)
  const said = await announcedInAMinute(page)
  const ofTheHold = said.filter((words) => words.includes('left to confirm'))
  expect(ofTheHold).toEqual(['60 seconds left to confirm', '30 seconds left to confirm', '10 seconds left to confirm'])
  expect(said.length, said.join(' | ')).toBeLessThanOrEqual(4)
})
