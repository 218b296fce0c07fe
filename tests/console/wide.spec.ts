import { hindi } from '../../src-shared/i18n/messages/hi/index.ts'
import { malayalam } from '../../src-shared/i18n/messages/ml/index.ts'
import { expect, signIn, test } from './console-test.ts'

const languages = [
  { name: 'English', display: 'Display' },
  { name: 'हिन्दी', display: hindi['console.display'] },
  { name: 'മലയാളം', display: malayalam['console.display'] },
] as const

test('on a window of 1280 px the header is one row, and no table scrolls sideways, in any language', async ({
  page,
  server,
}) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, server, 'admin')
  let display = 'Display'
  for (const language of languages) {
    await page.getByRole('button', { name: display, exact: true }).click()
    await page.getByRole('dialog').getByText(language.name, { exact: true }).click()
    await page.keyboard.press('Escape')
    display = language.display
    await expect(page.getByRole('button', { name: display, exact: true })).toBeVisible()
    const links = page.locator('.navigation__link')
    for (const link of await links.all()) {
      await link.click()
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      const found = await page.evaluate(() => ({
        rows: (document.querySelector('.header')?.clientHeight ?? 0) > 80 ? 'more than one' : 'one',
        tables: [...document.querySelectorAll('.table-frame')]
          .filter((frame) => frame.scrollWidth > frame.clientWidth)
          .map(
            (frame) => `${frame.querySelector('caption')?.textContent}: ${frame.scrollWidth - frame.clientWidth} px`,
          ),
      }))
      expect.soft(found, `${language.name}, ${await link.getAttribute('href')}`).toEqual({ rows: 'one', tables: [] })
    }
  }
})
