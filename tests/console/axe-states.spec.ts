import { expectNoAxeFindings } from '../support/axe.ts'
import { expect, signIn, test } from './console-test.ts'
import { goOn, makeOwner, reachLot } from './first-steps.ts'
import { goTo, screens } from './every-screen.ts'

// What the tests of a part do not come by: every screen as it is, while it waits, when it is refused, and before there is anything.

const looks = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { contrast: 'more' } },
] as const

const refusal = {
  status: 500,
  contentType: 'application/problem+json; charset=utf-8',
  json: { type: 'about:blank', title: 'x', status: 500, code: 'internal_error' },
}

for (const look of looks) {
  test.describe(look.name, () => {
    test.beforeEach(async ({ page }) => {
      test.setTimeout(900_000)
      await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' })
    })

    test('axe finds nothing on any screen', async ({ page, server }) => {
      await signIn(page, server)
      for (const screen of screens) {
        await goTo(page, screen)
        await expectNoAxeFindings(page, screen)
      }
    })

    test('axe finds nothing on any screen that waits, nor on one that the server refuses', async ({ page, server }) => {
      for (const [state, answer] of [
        ['waiting', undefined],
        ['refused', refusal],
      ] as const) {
        await page.unrouteAll({ behavior: 'ignoreErrors' })
        await signIn(page, server, 'owner', '#/account')
        await page.route(/\/api\/v1\/(?!session|time)/, async (route) => {
          if (answer !== undefined) await route.fulfill(answer)
        })
        for (const screen of screens) {
          await goTo(page, screen, { isSettled: false })
          if (answer !== undefined) await expect(page.locator('.waiting')).toHaveCount(0)
          await expectNoAxeFindings(page, `${screen}, ${state}`, { within: 'main' })
        }
        await page.evaluate(() => sessionStorage.clear())
        await page.context().clearCookies()
      }
    })
  })
}

for (const look of looks) {
  test.describe(`a site with nothing in it, ${look.name}`, () => {
    test.use({ serverOptions: { demo: false } })
    test('axe finds nothing on any screen', async ({ page, server }) => {
      test.setTimeout(900_000)
      await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' })
      await reachLot(page, server)
      await page.getByText('A small yard').click()
      await goOn(page)
      await makeOwner(page, 'a long enough one')
      for (const screen of screens) {
        await goTo(page, screen)
        await expectNoAxeFindings(page, `${screen}, empty`, { within: 'main' })
      }
    })
  })
}
