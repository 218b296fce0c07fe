import { restartMachine, type TestServer } from '../support/test-server.ts'
import { expect, Kiosk, QUIET_DAY, test } from './kiosk-test.ts'

const HOUR_MS = 3_600_000
const PAUSED = 'We cannot vouch for the time just now, so booking is paused. Please ask the attendant.'

/** Somebody in charge sets the wall clock right and vouches for it, as on the console's Clock screen. */
async function vouch(server: TestServer): Promise<void> {
  const json = { 'content-type': 'application/json', origin: server.staffUrl }
  const signedIn = await fetch(`${server.staffUrl}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(server.owner),
  })
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0])
  const accepted = await fetch(`${server.staffUrl}/api/v1/clock/accept`, {
    method: 'POST',
    headers: { ...json, cookie: cookie.join('; ') },
    body: JSON.stringify({ pin: '2468', reason: 'Compared with a telephone' }),
  })
  expect(accepted.status).toBe(200)
}

for (const { name, setWallMs } of [
  { name: 'went back', setWallMs: -2 * HOUR_MS },
  { name: 'leapt ahead', setWallMs: 48 * HOUR_MS },
]) {
  test(`while the server’s clock ${name}, the kiosk says kindly that booking is paused, and recovers by itself`, async ({
    kiosk,
    page,
    server,
  }) => {
    test.setTimeout(120_000)
    await kiosk.open()
    await expect(kiosk.button('Touch to begin')).toBeVisible()
    const again = await restartMachine(server, setWallMs)
    try {
      const paused = kiosk.button(/^Booking is paused/)
      await expect(paused).toHaveAttribute('aria-disabled', 'true', { timeout: 45_000 })
      await expect(paused).toHaveAccessibleDescription(PAUSED, { timeout: 45_000 })
      await expect(paused).toContainText(PAUSED)
      await expect(page.getByText(/Code:/)).toHaveCount(0)
      await paused.tap({ force: true })
      await expect(kiosk.heading('Harbour Street Park & Wash')).toBeVisible()

      again.time.setWall(-setWallMs)
      await vouch(again)
      await expect(kiosk.button('Touch to begin')).toHaveAttribute('aria-disabled', 'false', { timeout: 10_000 })
      await expect(page.locator('.link-banner')).toBeEmpty()
      await new Kiosk(page, again).toReference()
    } finally {
      await again.halt()
    }
  })
}

test('a customer who is choosing gets no further than the slots, and goes on when the time is vouched for', async ({
  kiosk,
  page,
  server,
}) => {
  test.setTimeout(120_000)
  await kiosk.toSlots()
  const again = await restartMachine(server, -2 * HOUR_MS)
  try {
    await expect(page.locator('.link-banner')).toHaveText(PAUSED, { timeout: 45_000 })
    await expect(kiosk.heading('What time?')).toBeVisible()
    await expect(kiosk.slot('10:00')).toBeDisabled()
    again.time.setWall(2 * HOUR_MS)
    await vouch(again)
    await expect(kiosk.slot('10:00')).toBeEnabled({ timeout: 10_000 })
    await kiosk.slot('10:00').tap()
    await expect(kiosk.heading('What is your number plate?')).toBeVisible()
  } finally {
    await again.halt()
  }
})

test('a slot that is held already can still be confirmed', async ({ kiosk, page, server }) => {
  test.setTimeout(120_000)
  await kiosk.toHold('10:00', QUIET_DAY)
  const again = await restartMachine(server, -2 * HOUR_MS)
  try {
    await expect(page.locator('.link-banner')).toHaveText(PAUSED, { timeout: 45_000 })
    await kiosk.pressUntil(kiosk.button('Confirm booking'), kiosk.heading('You are booked'))
  } finally {
    await again.halt()
  }
})

test('a clock that was only moved while the server ran pauses nothing', async ({ kiosk, page, server }) => {
  await kiosk.open()
  server.time.setWall(HOUR_MS)
  await page.waitForTimeout(2500)
  await expect(page.locator('.link-banner')).toBeEmpty()
  await kiosk.toReference()
})
