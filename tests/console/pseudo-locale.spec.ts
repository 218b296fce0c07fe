import { english } from '../../src-shared/i18n/messages/en/index.ts'
import { pageWords } from '../support/page-words.ts'
import { exchangeWords, foreignWords } from '../support/pseudo-locale.ts'
import { expect, signIn, test } from './console-test.ts'

/** What the site’s people have typed, codes and settings as they are, and the languages’ own names: no words of ours. */
const data = new RegExp(
  [
    String.raw`Harbour Street[^\n]*?(?=$| ·|,)|Fort Kochi|Exterior|Interior|Full|English`,
    String.raw`^(?:Arun Das|Meera Pillai|Sana Iqbal|Dr Latha Menon|Harbour Medical Store|attendant|owner|admin|open|off|error)$`,
    String.raw`Foam, rinse[^.]*\.|Vacuum,[^.]*\.|Inside and outside[^.]*\.|\b[A-Z]{2}\d{2}[A-Z]{1,2}\b`,
    String.raw`\b[A-Z]{2} ?\d{2} ?[A-Z]{1,3} ?\d{3,4}\b`,
    String.raw`\b[A-Z]+-[A-Z0-9]{3,}\b`,
    String.raw`KERBSIDE_\w+|\bUPI\d+\b|\b(UTC|UPI|CSV|PDF|SUV|EV|INR|GST|GSTIN|Ctrl|Esc|Enter|IST|SNTP|NTP)\b`,
    String.raw`Asia/Kolkata|https?:\S+|/\S+`,
  ].join('|'),
  'g',
)

test('what every screen says is from the messages, but for what people typed and what machines are set to', async ({
  page,
  server,
}) => {
  test.setTimeout(240_000)
  await exchangeWords(page, /\/hi-[\w-]+\.js$/, english)
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
  }
})
