import { english } from '../../src-shared/i18n/messages/en/index.ts'
import { pageWords } from '../support/page-words.ts'
import { exchangeWords, foreignWords } from '../support/pseudo-locale.ts'
import { expect, signIn, test } from './console-test.ts'

/** What the site’s people have typed, codes and settings as they are, and the languages’ own names: no words of ours. */
const data = new RegExp(
  [
    String.raw`Harbour Street[^\n]*?(?=$| ·|,)|Fort Kochi|Exterior|Interior|Full|English`,
    String.raw`\b[A-Z]{2} ?\d{2} ?[A-Z]{1,3} ?\d{3,4}\b`,
    String.raw`\b[A-Z]+-[A-Z0-9]{3,}\b`,
    String.raw`KERBSIDE_\w+|\b(UTC|UPI|CSV|PDF|SUV|EV|INR|GST|GSTIN|Ctrl|Esc|Enter|IST|SNTP|NTP)\b`,
    String.raw`Asia/Kolkata|https?:\S+|/\S+`,
  ].join('|'),
  'g',
)

/** Runs in the page: words that are cut off, and what makes the page scroll sideways. */
function cutOff(): string[] {
  const found = document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : []
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.closest('.visually-hidden, .server-clock__details, svg, select') !== null) continue
    if (!element.checkVisibility() || element.clientWidth === 0) continue
    const { overflowX } = getComputedStyle(element)
    const isCut = element.scrollWidth > element.clientWidth + 1
    if (
      isCut &&
      (overflowX === 'hidden' || overflowX === 'clip' || element.matches('button, a, label, legend, h1, h2, h3'))
    )
      found.push(`${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`)
  }
  return found
}

test('words two fifths longer are all from the messages and fit every screen', async ({ page, server }) => {
  test.setTimeout(240_000)
  await exchangeWords(page, /\/hindi-[\w-]+\.js$/, english)
  await signIn(page, server)
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByText('हिन्दी').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi')
  await page.keyboard.press('Escape')
  const addresses = await page
    .locator('.navigation__link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(addresses.length).toBeGreaterThan(15)
  for (const address of addresses) {
    await page.locator(`.navigation__link[href="${address}"]`).click()
    await expect(page.getByRole('main').getByRole('heading').first()).toContainText('[!!!')
    await page.waitForLoadState('networkidle')
    expect.soft(foreignWords(await page.evaluate(pageWords), data), String(address)).toEqual([])
    expect.soft(await page.evaluate(cutOff), String(address)).toEqual([])
  }
})
