import type { Locator, Page } from '@playwright/test'
import { expectNoAxeFindingsInAnyColours } from '../support/axe.ts'
import { expect, signIn, test } from './console-test.ts'
import { goTo, screens } from './every-screen.ts'

/** Fewer would mean that buttons are not found any more, and not that dialogs are gone. */
const AT_LEAST = 30
/** Leaves the page, or the session, or waits for a file. */
const leadsAway = /Sign out|Lock|Save as|Download|own window|Print|Export to|Choose a file|Show the guide|Full screen/

test('axe finds nothing in any dialog that a button of a screen opens, nor in those that these open', async ({
  page,
  server,
}) => {
  test.setTimeout(1_200_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page, server)
  const seen = new Set<string>()
  for (const screen of screens) await openEach(page, screen, seen)
  test.info().annotations.push({ type: 'dialogs', description: [...seen].join(', ') })
  expect(seen.size, [...seen].join(', ')).toBeGreaterThanOrEqual(AT_LEAST)
})

/** Presses every kind of button of a screen once, and of what it opens. */
async function openEach(page: Page, screen: string, seen: Set<string>): Promise<void> {
  await goTo(page, screen)
  for (const name of await kindsOf(page.getByRole('main'))) {
    await goTo(page, screen)
    if (!(await press(page.getByRole('main'), name))) continue
    const dialog = page.getByRole('dialog').last()
    if (!(await opens(dialog))) continue
    await lookAt(page, dialog, `${screen}: ${name}`, seen)
    for (const further of await kindsOf(dialog)) {
      if (!(await opens(dialog)) || !(await press(dialog, further))) continue
      await lookAt(page, page.getByRole('dialog').last(), `${screen}: ${name}: ${further}`, seen)
      if ((await page.getByRole('dialog').count()) > 1) await page.keyboard.press('Escape')
    }
    for (let left = 0; left < 3 && (await page.getByRole('dialog').count()) > 0; left += 1) {
      await page.keyboard.press('Escape')
    }
    if ((await page.getByRole('dialog').count()) > 0) await page.reload()
  }
}

async function lookAt(page: Page, dialog: Locator, where: string, seen: Set<string>): Promise<void> {
  if (!(await opens(dialog))) return
  const title = await dialog
    .getByRole('heading')
    .first()
    .textContent({ timeout: 2000 })
    .catch(() => null)
  const kind = kindOf(title ?? where)
  if (seen.has(kind)) return
  seen.add(kind)
  await expectNoAxeFindingsInAnyColours(page, `dialog: ${kind}`)
}

async function opens(dialog: Locator): Promise<boolean> {
  return dialog.waitFor({ timeout: 400 }).then(
    () => true,
    () => false,
  )
}

/** The names of buttons that can be pressed, one of each kind: what has a plate or a number in it is the same kind as the next. */
async function kindsOf(part: Locator): Promise<readonly string[]> {
  const names = new Map<string, string>()
  for (const button of await part.getByRole('button').all()) {
    const name = await button.evaluate((element) => element.ariaLabel ?? element.textContent.trim()).catch(() => '')
    if (name !== '' && !leadsAway.test(name) && !names.has(kindOf(name))) names.set(kindOf(name), name)
  }
  return [...names.values()]
}

function kindOf(name: string): string {
  return name.replaceAll(/[A-Z]{1,2}\d[\w-]*|[A-Z]{2}\d{2}\w+|[RWP]-\w+|\d+/g, '…').slice(0, 60)
}

async function press(part: Locator, name: string): Promise<boolean> {
  const button = part.getByRole('button', { name, exact: true }).first()
  return button.click({ timeout: 1500 }).then(
    () => true,
    () => false,
  )
}
