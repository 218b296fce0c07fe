import type { Page } from '@playwright/test'
import { expect, test } from './kiosk-test.ts'

const LATER_SCREENS = /\/LaterScreens-[\w-]+\.js$/

/** Keeps back what matches, until the function that it gives is called. */
async function keepBack(page: Page, what: RegExp): Promise<() => void> {
  let letGo = (): void => {}
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(what, async (route) => {
    await gone
    await route.continue()
  })
  return letGo
}

test('a customer who is quicker than the screens that follow sees that they are coming', async ({ kiosk, page }) => {
  const letGo = await keepBack(page, LATER_SCREENS)
  await kiosk.open()
  await kiosk.button('Touch to begin').tap()
  await expect(page.getByText('Loading')).toBeVisible()
  letGo()
  await expect(kiosk.heading('What can we do for you?')).toBeVisible()
  await expect(kiosk.heading('What can we do for you?')).toBeFocused()
})

test('screens that did not arrive come with a fresh page, but not before the server answers', async ({
  kiosk,
  page,
}) => {
  let isAway = true
  let asked = 0
  await page.route(LATER_SCREENS, (route) => (isAway ? route.abort('connectionrefused') : route.continue()))
  await kiosk.open()
  await page.route(/\/kiosk\/$/, (route) => {
    asked += 1
    return isAway ? route.abort('connectionrefused') : route.continue()
  })
  await kiosk.button('Touch to begin').tap()
  await expect.poll(() => asked).toBeGreaterThan(0)
  await expect(page.getByText('Loading')).toBeVisible()
  isAway = false
  await kiosk.pressUntil(kiosk.button('Touch to begin'), kiosk.heading('What can we do for you?'))
})

test('a kiosk whose server is slow says that it is connecting, and begins when it answers', async ({ kiosk, page }) => {
  const letGo = await keepBack(page, /\/api\//)
  await kiosk.open()
  await expect(kiosk.heading('Connecting to the car park')).toBeVisible()
  letGo()
  await expect(kiosk.button('Touch to begin')).toHaveAttribute('aria-disabled', 'false')
})

test('a kiosk asks once who it is and for the site when it starts', async ({ kiosk, page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname)
  })
  await kiosk.open()
  await expect(kiosk.button('Touch to begin')).toHaveAttribute('aria-disabled', 'false')
  await expect(page.locator('.server-clock').first()).toHaveAttribute('data-mode', 'synced')
  expect(asked.toSorted()).toEqual(['/api/v1/devices/self', '/api/v1/site'])
})

test('the first screen begins by the server’s words for the time; the day, which needs calendars, comes when it stands', async ({
  kiosk,
  page,
}) => {
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
  await kiosk.open()
  await expect(kiosk.clock()).toHaveText(/^12:4\d:\d\d$/)
  await expect(page.locator('.server-clock__day')).toHaveText(/^Friday/)
  expect(await page.evaluate(() => (globalThis as { formatsBeforeBegin?: number }).formatsBeforeBegin)).toBe(0)
})

test('the day comes without moving anything', async ({ kiosk, page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = (run) => {
      addEventListener('rest', () => run({ didTimeout: false, timeRemaining: () => 1 }), { once: true })
      return 0
    }
  })
  await kiosk.open()
  await expect(kiosk.clock()).toHaveText(/^12:4\d:\d\d$/)
  const state = page.locator('.server-clock__state')
  const before = await state.boundingBox()
  await expect(page.locator('.server-clock__day')).toHaveCount(0)
  await page.evaluate(() => dispatchEvent(new Event('rest')))
  await expect(page.locator('.server-clock__day')).toHaveText(/^Friday/)
  const after = await state.boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? Number.NaN))).toBeLessThanOrEqual(1)
})
