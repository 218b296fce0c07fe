import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import type { UpdateState, UpdateView } from '../../src-shared/desktop/updates.ts'
import type { TestServer } from '../support/test-server.ts'
import { expect, signIn, test } from './console-test.ts'

// What the desktop tells is played by the page itself, state by state; the real one is in tests/desktop/updates.spec.ts.

const ready: UpdateState = {
  is: 'ready',
  version: '0.2.0',
  notes:
    '### For customers\n\n- Faster at the kiosk\n- Kinder words\n\n### At the counter\n\nOne key fewer for a walk-in.',
}
const view: UpdateView = {
  state: ready,
  preferences: { check: true, channel: 'stable' },
  ofNewer: false,
  news: null,
}

/** Puts a desktop around the page, which tells what it is told to tell. */
async function playDesktop(
  page: Page,
  server: TestServer,
  first: UpdateView,
): Promise<(next: UpdateView) => Promise<void>> {
  await page.addInitScript(
    ({ shown, staffUrl }) => {
      let current = shown
      const listeners = new Set<(told: typeof shown) => void>()
      const tell = (next: typeof shown) => {
        current = next
        listeners.forEach((listener) => listener(next))
        return Promise.resolve(next)
      }
      const updates = {
        get: () => Promise.resolve(current),
        set: (preferences: (typeof shown)['preferences']) => tell({ ...current, preferences }),
        check: () => tell({ ...current, state: { is: 'looking' } }),
        install: () => Promise.resolve('shift_open'),
        read: () => tell({ ...current, news: null }),
        follow(listener: (told: typeof shown) => void) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
      }
      const nothing = () => Promise.resolve()
      const autostart = { get: () => Promise.resolve(false), set: () => Promise.resolve(false) }
      const desktop = {
        staffUrl,
        publicUrl: staffUrl,
        version: '0.1.0',
        openDataFolder: nothing,
        printPage: nothing,
        notify: nothing,
      }
      Object.assign(window, { kerbside: { ...desktop, autostart, updates }, tellUpdates: tell })
    },
    { shown: first, staffUrl: server.staffUrl },
  )
  return (next) =>
    page.evaluate(async (told) => {
      await (window as unknown as { tellUpdates(told: unknown): Promise<unknown> }).tellUpdates(told)
    }, next)
}

const words: readonly (readonly [UpdateState, string])[] = [
  [{ is: 'none', why: 'no_feed' }, 'Nobody has said where updates come from'],
  [{ is: 'none', why: 'feed_refused' }, 'it takes an https address'],
  [{ is: 'none', why: 'package_manager' }, 'package manager brings updates here'],
  [{ is: 'none', why: 'read_only' }, 'may not write to where it lies'],
  [{ is: 'none', why: 'not_installed' }, 'was not installed'],
  [{ is: 'none', why: 'unsigned' }, 'is not signed'],
  [{ is: 'current', looked: false }, 'has not looked for a newer version yet'],
  [{ is: 'current', looked: true }, 'This is the newest version.'],
  [{ is: 'looking' }, 'Looking for a newer version'],
  [{ is: 'downloading', version: '0.2.0', percent: 40 }, 'Fetching version 0.2.0: 40 %'],
  [{ is: 'failed', why: 'unreachable' }, 'the address of the updates did not answer'],
  [{ is: 'failed', why: 'damaged' }, 'it was thrown away'],
]

for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { contrast: 'more' }] as const) {
  test(`axe finds nothing on updates, in none of their states, nor at 200 %, ${JSON.stringify(look)}`, async ({
    page,
    server,
  }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' })
    const expectClean = async (where: string) => {
      await expectNoAxeFindings(page, where)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wider, `${where} is wider than the window`).toBe(false)
    }
    const tell = await playDesktop(page, server, view)
    await signIn(page, server, 'admin', '#/settings')
    const part = page.getByRole('region', { name: 'Updates' })
    await expect(part.getByText('Version 0.2.0 is ready.')).toBeVisible()
    await part.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `test-results/updates-${Object.values(look).join('')}.png` })
    // 1280 × 800 at 200 %
    await page.setViewportSize({ width: 640, height: 400 })
    await expectClean('ready')
    for (const [state, text] of words) {
      await tell({ ...view, state })
      await expect(part.getByText(text)).toBeVisible()
      await expectClean(JSON.stringify(state))
    }
    await tell({ ...view, state: { is: 'current', looked: true }, news: { version: '0.1.0', notes: ready.notes } })
    await page.getByRole('button', { name: 'What is new' }).click()
    await expect(page.getByRole('dialog', { name: 'What is new in 0.1.0' })).toBeVisible()
    await expectClean('news')
  })
}

test('an update is asked for by keyboard alone, once the shift is closed, and what keeps it is said', async ({
  page,
  server,
}) => {
  await playDesktop(page, server, view)
  await signIn(page, server, 'admin', '#/settings')
  const button = page.getByRole('button', { name: 'Restart and update' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/A shift is open/)
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.goto(`${server.consoleUrl}#/cash`)
  await page.getByRole('button', { name: 'Close the shift' }).click()
  await page.getByLabel('Counted cash').fill('0')
  await page.getByLabel('Your PIN').fill('2468')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()

  await page.goto(`${server.consoleUrl}#/settings`)
  await expect(button).toHaveAttribute('aria-disabled', 'false')
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Restart and update to 0.2.0?' })
  await dialog.getByRole('button', { name: 'Restart and update' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('A shift was opened meanwhile. Close it first.')).toBeVisible()
})

test('settings of a newer Kerbside are shown as such, and not to be changed', async ({ page, server }) => {
  await playDesktop(page, server, { ...view, state: { is: 'current', looked: false }, ofNewer: true })
  await signIn(page, server, 'admin', '#/settings')
  await expect(page.getByText('A newer Kerbside wrote these settings.')).toBeVisible()
  await expect(page.getByLabel('Look for newer versions by itself')).toHaveCount(0)
})
