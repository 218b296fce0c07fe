import type { APIRequestContext, Page } from '@playwright/test'
import type { TestServer } from '../support/test-server.ts'
import { bendDate, setDeviceClock, YEAR_MS } from './bent-date.ts'
import { openFreezableTab, type FreezableTab } from './freezable-tab.ts'
import { availability, expect, Kiosk, QUIET_DATE, remaining, TODAY, test as kioskTest } from './kiosk-test.ts'
import { wakesOf, watchForWakes, type Wake, type WakeEvent } from './wake-watch.ts'

interface Fixtures {
  tab: FreezableTab
  /** The kiosk in that tab. */
  tabKiosk: Kiosk
}

const test = kioskTest.extend<Fixtures>({
  tab: async ({ launchOptions }, provide) => {
    const tab = await openFreezableTab(launchOptions)
    await tab.page.setViewportSize({ width: 1280, height: 800 })
    await watchForWakes(tab.page)
    await provide(tab)
    await tab.close()
  },
  tabKiosk: async ({ tab, server }, provide) => {
    await provide(new Kiosk(tab.page, server, { touch: false }))
  },
})

const MINUTE_MS = 60_000
/** Doubt is to be shown within this long of a wake, in the page's own ms. */
const DOUBT_WITHIN_MS = 200

/** What can be chosen is what the server says, slot by slot; it is asked anew while deadlines that just passed let slots go. */
async function expectSlotsAsServerSays(kiosk: Kiosk, server: TestServer, request: APIRequestContext, date: string) {
  await expect(async () => {
    const { slots } = await availability(server, request, date)
    expect(slots.length).toBeGreaterThan(0)
    const shown = await Promise.all(slots.map(({ label }) => kiosk.slot(label).isEnabled({ timeout: 1000 })))
    expect(slots.map(({ label }, at) => `${label} ${shown[at]!}`)).toEqual(
      slots.map(({ label, state }) => `${label} ${state === 'open'}`),
    )
  }).toPass({ timeout: 20_000 })
}

/** Which slots the page asked the server for. */
function bookingsAskedFor(page: Page): string[] {
  const starts: string[] = []
  page.on('request', (sent) => {
    if (sent.method() === 'POST' && sent.url().endsWith('/api/v1/bookings')) {
      starts.push((sent.postDataJSON() as { start: string }).start)
    }
  })
  return starts
}

/** The newest wake once its exchange has been answered; what was measured goes to the report of the run. */
async function settledWake(page: Page, event: WakeEvent): Promise<Wake> {
  const newest = async () => (await wakesOf(page)).findLast((wake) => wake.event === event)
  await expect.poll(async () => (await newest())?.answerAt ?? null, { timeout: 15_000 }).not.toBeNull()
  const wake = (await newest())!
  const shown = wake.doubtAt === null ? 'never' : `${(wake.doubtAt - wake.at).toFixed(1)} ms`
  const answered = `${(wake.answerAt! - wake.at).toFixed(1)} ms`
  console.log(`    doubt shown ${shown} after ${event}; the next exchange answered after ${answered}`)
  test.info().annotations.push({ type: `doubt after ${event}`, description: shown })
  return wake
}

function expectDoubtInTime({ at, doubtAt, answerAt }: Wake): void {
  expect(doubtAt, 'doubt is shown').not.toBeNull()
  expect(doubtAt!, 'before the next exchange is answered').toBeLessThanOrEqual(answerAt!)
  expect(doubtAt! - at).toBeLessThanOrEqual(DOUBT_WITHIN_MS)
}

for (const years of [10, -10]) {
  test(`the device clock is set ${years} years off at each step of a booking`, async ({
    kiosk,
    page,
    server,
    request,
  }) => {
    const asked = bookingsAskedFor(page)
    await page.addInitScript(bendDate, -years * YEAR_MS)
    await kiosk.toSlots(TODAY)
    await setDeviceClock(page, years * YEAR_MS)
    await expectSlotsAsServerSays(kiosk, server, request, '2025-12-05')
    await setDeviceClock(page, 0)
    await kiosk.slot('17:00').tap()
    await setDeviceClock(page, years * YEAR_MS)
    await kiosk.tapKeys('KL07BX99')
    await kiosk.button('Add a phone number').tap()
    await setDeviceClock(page, -MINUTE_MS)
    await kiosk.pressUntil(kiosk.button('Skip, and keep my slot'), kiosk.heading(/is yours until 12:5\d/))
    await setDeviceClock(page, years * YEAR_MS)
    await expect(page.getByRole('timer')).toHaveText(/^4:5\d$/)
    await setDeviceClock(page, 3 * MINUTE_MS)
    await kiosk.pressUntil(kiosk.button('Confirm booking'), kiosk.heading('You are booked'))
    await expect(page.getByText(/at the counter by 13:0\d/)).toBeVisible()
    expect(asked).toEqual(['2025-12-05T17:00:00+05:30'])
    await expect(kiosk.clock()).toHaveText(/^12:4\d:\d\d$/)
  })
}

test('a tab that was frozen doubts its clock at once, and its hold still ends by the server’s time', async ({
  tab,
  tabKiosk: kiosk,
  server,
  request,
}) => {
  await kiosk.toHold()
  expect(await remaining(server, request, '10:00')).toBe(1)
  await tab.freeze()
  // Longer than the hold lasts, unknown to the page: nothing of it ran, and its clock did not count.
  server.advance(6 * MINUTE_MS)
  await expect.poll(() => remaining(server, request, '10:00')).toBe(2)
  await tab.thaw()
  await expect(kiosk.heading('The time to confirm ran out')).toBeVisible()
  expectDoubtInTime(await settledWake(tab.page, 'resume'))
  expectDoubtInTime(await settledWake(tab.page, 'visible'))
  await expect(kiosk.clock()).toHaveText(/^12:5\d:\d\d$/)
})

test('a tab that was frozen again and again goes on where it was', async ({ tab, tabKiosk: kiosk }) => {
  const asked = bookingsAskedFor(tab.page)
  await kiosk.toPhone()
  for (let round = 0; round < 3; round += 1) {
    await tab.freeze()
    await tab.page.context().pages()[1]!.waitForTimeout(1000)
    await tab.thaw()
    expectDoubtInTime(await settledWake(tab.page, 'resume'))
    expectDoubtInTime(await settledWake(tab.page, 'visible'))
  }
  await kiosk.press(kiosk.button('Skip, and keep my slot'))
  await expect(kiosk.heading(/is yours until 12:5\d/)).toBeVisible()
  expect(asked).toEqual([`${QUIET_DATE}T10:00:00+05:30`])
})

test('slots that began while the tab was frozen are past when it wakes', async ({
  tab,
  tabKiosk: kiosk,
  server,
  request,
}) => {
  await kiosk.toSlots(TODAY)
  await expect(kiosk.slot('13:30')).toBeEnabled()
  await tab.freeze()
  server.advance(60 * MINUTE_MS)
  await tab.thaw()
  await expect(kiosk.slot('13:30')).toBeDisabled()
  expectDoubtInTime(await settledWake(tab.page, 'resume'))
  await expectSlotsAsServerSays(kiosk, server, request, '2025-12-05')
})

test('a network that went and came back is doubted at once, and books nothing twice', async ({
  kiosk,
  page,
  context,
  server,
  request,
}) => {
  const asked = bookingsAskedFor(page)
  await watchForWakes(page)
  await page.addInitScript(bendDate, 0)
  await kiosk.toPhone()
  await context.setOffline(true)
  await setDeviceClock(page, 10 * YEAR_MS)
  await page.waitForTimeout(1500)
  await setDeviceClock(page, -10 * YEAR_MS)
  await page.waitForTimeout(1500)
  await context.setOffline(false)
  expectDoubtInTime(await settledWake(page, 'online'))
  await kiosk.pressUntil(kiosk.button('Skip, and keep my slot'), kiosk.heading(/is yours until 12:5\d/))
  await context.setOffline(true)
  await page.waitForTimeout(500)
  await context.setOffline(false)
  expectDoubtInTime(await settledWake(page, 'online'))
  await kiosk.pressUntil(kiosk.button('Confirm booking'), kiosk.heading('You are booked'))
  expect(new Set(asked).size).toBe(1)
  expect(await remaining(server, request, '10:00')).toBe(1)
})
