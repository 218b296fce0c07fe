import { expectNoAxeFindings } from '../support/axe.ts'
import { kioskAids } from '../../src-shared/i18n/messages/en/kiosk-aids.ts'
import { kioskEnglish } from '../../src-shared/i18n/messages/en/kiosk-english.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { pageWords } from '../support/page-words.ts'
import { exchangeWords, foreignWords, pseudoText } from '../support/pseudo-locale.ts'
import { expect, test } from './kiosk-test.ts'
import { flowsIn, openIn, sayIn, walkFlow } from './language-walk.ts'
import { clipped, smallTargets } from './walk-checks.ts'

/** English messages that are whole texts; a page in another language shows none of them. A service of the site is called Full. */
const englishTexts = new Set<string>(
  Object.values(kioskEnglish).filter((text) => /[a-z]{3}/.test(text) && !text.includes('{') && text !== 'Full'),
)

const views = [
  { name: 'portrait', viewport: { width: 600, height: 1024 } },
  { name: 'landscape', viewport: { width: 1024, height: 600 } },
] as const

for (const tag of ['hi', 'ml', 'ar'] as const) {
  for (const { name, viewport } of views) {
    test.describe(`${tag}, ${name}`, () => {
      test.use({ viewport })
      for (const flow of ['wash', 'parking'] as const) {
        test(`a customer books: ${flow}`, async ({ kiosk, page }) => {
          test.slow()
          await openIn(kiosk, tag)
          await expect(page.locator('html')).toHaveAttribute('dir', tag === 'ar' ? 'rtl' : 'ltr')
          const say = sayIn(tag)
          await walkFlow(flowsIn(kiosk, say)[flow], page, async (screen) => {
            expect(
              (await page.evaluate(pageWords)).filter((text) => englishTexts.has(text)),
              screen,
            ).toEqual([])
            expect(await page.evaluate(clipped), screen).toEqual([])
            expect(await page.evaluate(smallTargets), screen).toEqual([])
            await expectNoAxeFindings(page, screen)
          })
          await expect(kiosk.heading(say('kiosk.booked.title'))).toBeVisible()
        })
      }
    })
  }
}

test('the first screen offers the site’s languages, and the next customer begins in its first one', async ({
  kiosk,
  page,
}) => {
  await page.clock.install()
  await openIn(kiosk, 'ml')
  const malayalam = sayIn('ml')
  await kiosk.press(kiosk.button(malayalam('kiosk.attract.begin')))
  await kiosk.press(kiosk.button(malayalam('common.cancel')))
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await kiosk.press(kiosk.button('हिन्दी'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi')
  await page.clock.fastForward(61_000)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('whoever reads English fetches the words of other languages late, and their letters no more than for their names', async ({
  kiosk,
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await kiosk.open()
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect.poll(() => fetched.filter((path) => /kiosk-(hindi|malayalam|arabic)/.test(path)).length).toBe(3)
  // The names in the switch are strong; what is written in a language is regular, too.
  const regular = /noto.*-400-normal.*woff2$/
  expect(fetched.filter((path) => path.includes('/phone-') || regular.test(path))).toEqual([])
  await kiosk.press(kiosk.button('हिन्दी'))
  await expect.poll(() => fetched.filter((path) => regular.test(path)).length).toBe(1)
  expect(fetched.find((path) => regular.test(path))).toContain('devanagari')
})

test('a language that was picked is there though the link has gone meanwhile', async ({
  kiosk,
  page,
  context,
  pageErrors,
}) => {
  await kiosk.open()
  const words = page.waitForResponse(/kiosk-arabic-[\w-]+\.js$/)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await words
  await context.setOffline(true)
  await kiosk.press(kiosk.button('العربية'))
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await context.setOffline(false)
  pageErrors.length = 0
})

test('the first screen in another language asks no calendar either before somebody begins', async ({ kiosk, page }) => {
  await page.addInitScript(() => {
    const make = Intl.DateTimeFormat
    const count = Object.assign(globalThis, { formatsBeforeBegin: 0 })
    Intl.DateTimeFormat = new Proxy(make, {
      construct(target, given: ConstructorParameters<typeof make>) {
        if (document.querySelector('.button--begin[aria-disabled="false"]') === null) count.formatsBeforeBegin += 1
        return new target(...given)
      },
    })
  })
  await page.route('**/api/v1/site', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { ...((await answer.json()) as object), languages: ['ml', 'en'] } })
  })
  await kiosk.open()
  await expect(kiosk.button(sayIn('ml')('kiosk.attract.begin'))).toBeVisible()
  await expect(kiosk.clock()).toHaveText(/^12:4\d:\d\d$/)
  expect(await page.evaluate(() => (globalThis as { formatsBeforeBegin?: number }).formatsBeforeBegin)).toBe(0)
})

/** What the site's owner has typed, codes, and the languages' own names: no words of ours. */
const data =
  /Harbour Street Park & Wash|Exterior|Interior|Full|Foam, rinse[^.]*\.|Vacuum,[^.]*\.|Inside and outside[^.]*\.|English|KL ?07 ?BX ?1234|\b[A-Z]-[A-Z0-9]{4,}\b|UTC|Asia\/Kolkata|GST/g

for (const { name, viewport } of views) {
  test.describe(`words two fifths longer, ${name}`, () => {
    test.use({ viewport })
    for (const flow of ['wash', 'parking'] as const) {
      test(`are all from the messages and fit each screen: ${flow}`, async ({ kiosk, page }) => {
        await exchangeWords(page, /\/kiosk-hindi-[\w-]+\.js$/, { ...kioskEnglish, ...kioskAids })
        await openIn(kiosk, 'hi')
        const say = (key: MessageKey) => pseudoText(kioskEnglish[key as keyof typeof kioskEnglish])
        await walkFlow(flowsIn(kiosk, say)[flow], page, async (screen) => {
          expect(foreignWords(await page.evaluate(pageWords), data), screen).toEqual([])
          expect(await page.evaluate(clipped), screen).toEqual([])
        })
      })
    }
  })
}
