import { expectNoAxeFindings } from '../support/axe.ts'
import { languages } from '../../src-shared/i18n/languages.ts'
import { expect, test, type Kiosk } from './kiosk-test.ts'
import { smallTargets } from './walk-checks.ts'

const groundOf = ({ page }: Kiosk) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const BLACK = 'rgb(0, 0, 0)'

test('a customer turns high contrast on and off; the next one begins without it', async ({ kiosk, page }) => {
  await kiosk.open()
  const contrast = kiosk.button('High contrast')
  await expect(contrast).toHaveAttribute('aria-pressed', 'false')
  const before = await groundOf(kiosk)
  expect(before).not.toBe(BLACK)
  await contrast.tap()
  await expect(contrast).toHaveAttribute('aria-pressed', 'true')
  expect(await groundOf(kiosk)).toBe(BLACK)

  // It stays through the visit, and so does its button.
  await kiosk.button('Touch to begin').tap()
  await kiosk.button(/^Wash/).tap()
  expect(await groundOf(kiosk)).toBe(BLACK)
  await expectNoAxeFindings(page, 'high contrast by hand')
  expect(await page.evaluate(smallTargets)).toEqual([])
  await contrast.tap()
  expect(await groundOf(kiosk)).toBe(before)
  await contrast.tap()
  await kiosk.button('Cancel').tap()
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect(contrast).toHaveAttribute('aria-pressed', 'false')
  expect(await groundOf(kiosk)).toBe(before)
})

test('high contrast ends where nobody goes on', async ({ kiosk, page }) => {
  await page.clock.install()
  await kiosk.open()
  await page.clock.fastForward(5000)
  await kiosk.button('High contrast').tap()
  expect(await groundOf(kiosk)).toBe(BLACK)
  await page.clock.fastForward(61_000)
  await expect.poll(() => groundOf(kiosk)).not.toBe(BLACK)
})

test.describe('a tablet that asks for it by itself', () => {
  test.use({ contextOptions: { contrast: 'more' } })
  test('has high contrast, and no button for it', async ({ kiosk }) => {
    await kiosk.open()
    await expect(kiosk.button('Call the attendant')).toBeVisible()
    expect(await groundOf(kiosk)).toBe(BLACK)
    await expect(kiosk.button('High contrast')).toHaveCount(0)
  })
})

test.describe('a small tablet lying', () => {
  test.use({ viewport: { width: 1024, height: 600 } })
  test('shows today’s hours above its buttons, in every language', async ({ kiosk, page }) => {
    await kiosk.open()
    await expect(kiosk.button('Call the attendant')).toBeVisible()
    for (const { tag } of languages) {
      await page.locator(`.languages__one[lang="${tag}"]`).tap()
      await expect(page.locator('html')).toHaveAttribute('lang', tag)
      const gap = () =>
        page.evaluate(() => {
          const edge = (selector: string, side: 'top' | 'bottom') =>
            document.querySelector(selector)?.getBoundingClientRect()[side] ?? 0
          return edge('.actions', 'top') - edge('.todays-hours', 'bottom')
        })
      await expect.poll(gap, tag).toBeGreaterThanOrEqual(0)
    }
  })
})
