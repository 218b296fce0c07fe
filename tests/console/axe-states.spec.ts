import { expectNoAxeFindingsInAnyColours } from '../support/axe.ts'
import { expect, signIn, test } from './console-test.ts'
import { goOn, makeOwner, reachLot } from './first-steps.ts'
import { goTo, screens } from './every-screen.ts'

// What the tests of a part do not come by: every screen as it is, while it waits, when it is refused, and before there is anything.

const refusal = {
  status: 500,
  contentType: 'application/problem+json; charset=utf-8',
  json: { type: 'about:blank', title: 'x', status: 500, code: 'internal_error' },
}

test.beforeEach(() => test.setTimeout(900_000))

test('axe finds nothing on any screen', async ({ page, server }) => {
  await signIn(page, server)
  for (const screen of screens) {
    await goTo(page, screen)
    await expectNoAxeFindingsInAnyColours(page, screen)
  }
})

for (const [state, answer] of [
  ['waits', undefined],
  ['the server refuses', refusal],
] as const) {
  test(`axe finds nothing on any screen that ${state}`, async ({ page, server }) => {
    await signIn(page, server, 'owner', '#/account')
    await page.route(/\/api\/v1\/(?!session|time)/, async (route) => {
      if (answer !== undefined) await route.fulfill(answer)
    })
    for (const screen of screens) {
      await goTo(page, screen, { isSettled: false })
      if (answer !== undefined) await expect(page.locator('.waiting')).toHaveCount(0)
      await expectNoAxeFindingsInAnyColours(page, `${screen}, ${state}`, { within: 'main' })
    }
  })
}

test.describe('a site with nothing in it', () => {
  test.use({ serverOptions: { demo: false } })
  test('axe finds nothing on any screen', async ({ page, server }) => {
    await reachLot(page, server)
    await page.getByText('A small yard').click()
    await goOn(page)
    await makeOwner(page, 'a long enough one')
    for (const screen of screens) {
      await goTo(page, screen)
      await expectNoAxeFindingsInAnyColours(page, `${screen}, empty`, { within: 'main' })
    }
  })
})
