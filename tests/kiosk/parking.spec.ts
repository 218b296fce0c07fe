import { intercept } from '../support/intercept.ts'
import { portOf, restartMachine, startTestServer } from '../support/test-server.ts'
import { expect, Kiosk, QUIET_DAY, test } from './kiosk-test.ts'
import { Counter } from './status-walk.ts'
import { lotOn, parkElsewhere, Parking, PLATE, QUIET_STAY } from './parking-walk.ts'

const MINUTE = 60_000
const QUIET = { day: QUIET_DAY, time: '10:00' }

test('the price of a stay, how it comes about and the free bays are there for whoever asks', async ({
  kiosk,
  page,
}) => {
  await new Parking(kiosk).toClasses()
  await expect(page.locator('[data-class]')).toHaveCount(5)
  await expect(page.locator('[data-class="permit"]')).toHaveCount(0)
  await kiosk.button(/^Car/).tap()
  await expect(page.getByText('Today from 13:00, unless you come at another time.')).toBeVisible()
  await expect(kiosk.button(/^1 hour/)).toContainText('₹40.00')
  await expect(kiosk.button(/^Until closing/)).toContainText('₹250.00')
  await expect(kiosk.button(/^2 hours/)).toContainText('until 15:00')
  await kiosk.button(/^2 hours/).tap()
  await kiosk.button('Choose my bay').tap()
  await expect(kiosk.button(/^Any free bay/)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('4 × 15 min at ₹10.00')).toBeVisible()
  await expect(page.getByText('18% GST included')).toBeVisible()
  await kiosk.button('Take any free bay').tap()
  await kiosk.button('Back').tap()
  await expect(kiosk.heading('How long will you stay?')).toBeVisible()
  await kiosk.button('Come at another time').tap()
  await expect(kiosk.button(/As soon as possible/)).toContainText('Today 13:00')
})

test('a length of stay that is touched before its price is known shows the bays and the price first', async ({
  kiosk,
  page,
}) => {
  await new Parking(kiosk).toClasses()
  let letGo = (): void => {}
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  await intercept(page, '**/api/v1/availability/parking**', async (route) => {
    await gone
    await route.continue()
  })
  await kiosk.button(/^Car/).tap()
  await kiosk.button(/^2 hours/).tap()
  await expect(kiosk.heading('Which bay would you like?')).toBeVisible()
  letGo()
  await expect(page.getByText('4 × 15 min at ₹10.00')).toBeVisible()
})

test('a certain bay, another day and an exact time are booked as chosen', async ({ kiosk, page, server, request }) => {
  const parking = new Parking(kiosk)
  await parking.toLeaving(QUIET)
  await kiosk.button(/^Another time/).tap()
  await kiosk.button('11:45').tap()
  await expect(page.getByText('Mon, Dec 8 · 10:00 to 11:45')).toBeVisible()
  await parking.bay('A07').tap()
  await kiosk.button('Take bay A07').tap()
  await page.keyboard.type(PLATE)
  await kiosk.button('Add a phone number').tap()
  await kiosk.button('Skip, and keep my bay').tap()
  await expect(kiosk.heading(/^Bay A07 is kept/)).toBeVisible()
  const { bays } = await lotOn(server, request)
  expect(bays.find(({ label }) => label === 'A07')?.state).toBe('taken')
})

test('a stay over midnight is told with both days', async ({ kiosk, page }) => {
  const parking = new Parking(kiosk)
  await parking.toLeaving(QUIET)
  await kiosk.button(/^Another day/).tap()
  await expect(page.locator('[data-date]').first()).toHaveAttribute('data-date', '2025-12-08')
  await kiosk.button(/^Tue, Dec 9/).tap()
  await kiosk.button('08:30').tap()
  await kiosk.button('Take any free bay').tap()
  await page.keyboard.type(PLATE)
  await kiosk.button('Add a phone number').tap()
  await kiosk.button('Skip, and keep my bay').tap()
  await expect(page.getByText('Monday, December 8, 2025, 10:00')).toBeVisible()
  await expect(page.getByText('Tuesday, December 9, 2025, 08:30')).toBeVisible()
})

test('only what is ahead and open can be chosen, and it moves on with the server’s clock', async ({
  kiosk,
  page,
  server,
}) => {
  const parking = new Parking(kiosk)
  await parking.toArrival()
  await kiosk.button(/^Later today/).tap()
  const times = page.locator('.time')
  await expect(times.first()).toHaveText('13:00')
  await expect(times.last()).toHaveText('22:45')
  server.advance(20 * MINUTE)
  await expect(times.first()).toHaveText('13:15')
  await kiosk.button('Back').tap()
  await kiosk.button(/^Another day/).tap()
  await expect(page.locator('[data-date]').first()).toHaveAttribute('data-date', '2025-12-05')
  await expect(page.locator('[data-date]').last()).toHaveAttribute('data-date', '2025-12-12')
  server.advance(10 * 60 * MINUTE)
  await kiosk.button('Back').tap()
  await expect(kiosk.button(/As soon as possible/)).toContainText('Tomorrow 06:00')
  await expect(kiosk.button(/^Later today/)).toHaveCount(0)
})

test('a time that passes while the customer looks at the bays leads back kindly', async ({ kiosk, page, server }) => {
  const parking = new Parking(kiosk)
  await parking.toBays()
  server.advance(20 * MINUTE)
  await expect(kiosk.heading('When will you come?')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('That time has passed meanwhile. Please pick a later one.')
  await expect(kiosk.button(/As soon as possible/)).toContainText('13:15')
})

test('a bay that goes while the customer looks turns taken at once, and another is proposed', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  const parking = new Parking(kiosk)
  await parking.toBays(QUIET)
  await parking.bay('A05').tap()
  await expect(kiosk.button('Take bay A05')).toBeVisible()
  await parkElsewhere(server, request, 'A05')
  await expect(page.getByText('Somebody has just taken bay A05.')).toBeVisible({ timeout: 3000 })
  await expect(parking.bay('A05')).toHaveAttribute('aria-disabled', 'true')
  await expect(kiosk.button('Take any free bay')).toBeVisible()
  await parking.bay('A06').tap()
  await expect(page.getByText('Somebody has just taken')).toHaveCount(0)
  await kiosk.button('Take bay A06').tap()
  await expect(kiosk.heading('What is your number plate?')).toBeVisible()
})

test('a bay that goes at the last moment leads back to the map, and the plate is kept', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  const parking = new Parking(kiosk)
  await parking.toPhone(QUIET, 'A05')
  await parkElsewhere(server, request, 'A05')
  await kiosk.button('Skip, and keep my bay').tap()
  await expect(page.getByText('Somebody has just taken bay A05.')).toBeVisible()
  await kiosk.button('Take any free bay').tap()
  await expect(page.getByRole('textbox')).toHaveValue(PLATE)
})

test('a hold that runs out frees the bay, and the way back leads to the map', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  const parking = new Parking(kiosk)
  const { free } = await lotOn(server, request)
  await parking.toHold(QUIET, 'A07')
  expect((await lotOn(server, request)).free).toBe(free - 1)
  server.advance(5 * MINUTE)
  await expect(kiosk.heading('The time to confirm ran out')).toBeVisible()
  await expect.poll(async () => (await lotOn(server, request)).free).toBe(free)
  await kiosk.button('Pick a time again').tap()
  await expect(kiosk.heading('Which bay would you like?')).toBeVisible()
  await expect(kiosk.button('Take bay A07')).toBeVisible()
  await kiosk.button('Take bay A07').tap()
  await expect(page.getByRole('textbox')).toHaveValue(PLATE)
})

test('a hold that is given back, cancelled or walked away from is free for others', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  await page.clock.install()
  const parking = new Parking(kiosk)
  const isFree = async () => (await lotOn(server, request)).bays.find(({ label }) => label === 'A07')?.state
  for (const end of ['Give it back', 'idle']) {
    await parking.toHold(QUIET, 'A07')
    expect(await isFree()).toBe('taken')
    if (end !== 'idle') await kiosk.button(end).tap()
    else {
      await page.clock.fastForward(61_000)
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.clock.fastForward(15_000)
      await expect(kiosk.button('Touch to begin')).toBeVisible()
      await expect(page.getByText(PLATE)).toHaveCount(0)
    }
    await expect.poll(isFree).toBe('free')
  }
})

test('a full lot says so before anything is typed', async ({ kiosk, server, request }) => {
  const parking = new Parking(kiosk)
  for (const { label, state } of (await lotOn(server, request)).bays) {
    if (state === 'free' && label !== 'A20') await parkElsewhere(server, request, label)
  }
  await parking.toBays(QUIET)
  await parkElsewhere(server, request, 'A20')
  await expect(kiosk.page.getByText('No bay is free at that time.')).toBeVisible({ timeout: 3000 })
  await kiosk.button('Change the time').tap()
  await expect(kiosk.button(/^2 hours/)).toBeDisabled()
  await expect(kiosk.button(/^2 hours/)).toContainText('Full')
  expect((await lotOn(server, request, QUIET_STAY)).free).toBe(0)
})

test('a lost answer does not take two bays', async ({ kiosk, page, server, request }) => {
  const parking = new Parking(kiosk)
  const { free } = await lotOn(server, request)
  await parking.toPhone(QUIET, 'A07')
  let asked = 0
  await intercept(page, '**/api/v1/bookings', async (route) => {
    asked += 1
    // The server hears the first try; the kiosk never hears the answer.
    if (asked > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await kiosk.button('Skip, and keep my bay').tap()
  await expect(page.getByText('you will not be booked twice')).toBeVisible()
  await expect(kiosk.heading(/^Bay A07 is kept/)).toBeVisible()
  expect((await lotOn(server, request)).free).toBe(free - 1)
})

test('a lost link leaves the map where it is, blocks what begins a booking, and goes on when it is back', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const first = await startTestServer()
  const kiosk = new Kiosk(page, first)
  await new Parking(kiosk).toPhone(QUIET, 'A07')
  await first.halt()
  await expect(page.locator('.link-banner')).toContainText('The connection to the server broke off')
  await expect(kiosk.button(/Skip, and keep my bay/)).toHaveAttribute('aria-disabled', 'true')
  await kiosk.button('Back').tap()
  await kiosk.button('Back').tap()
  await expect(kiosk.heading('Which bay would you like?')).toBeVisible()
  const { dataDir, time } = first
  const ports = { port: portOf(first.publicUrl), staffPort: portOf(first.staffUrl) }
  const second = await startTestServer({ dataDir, time, ...ports })
  try {
    await expect(page.locator('.link-banner')).toBeEmpty({ timeout: 45_000 })
    await kiosk.button('Take bay A07').tap()
    await expect(page.getByRole('textbox')).toHaveValue(PLATE)
  } finally {
    await second.stop()
  }
})

test('the map that cannot be had leaves any free bay to take', async ({ kiosk, page }) => {
  const parking = new Parking(kiosk)
  await page.route('**/api/v1/lot/plan', (route) => route.abort('connectionreset'))
  await parking.toLeaving(QUIET)
  await expect(kiosk.button(/^2 hours/)).toContainText('₹')
  await kiosk.button(/^2 hours/).tap()
  await kiosk.button('Choose my bay').tap()
  await expect(page.getByText('The map cannot be shown just now.')).toBeVisible()
  await kiosk.button('Take any free bay').tap()
  await expect(kiosk.heading('What is your number plate?')).toBeVisible()
})

test('while the server cannot vouch for its clock, no bay can be taken', async ({ kiosk, page, server }) => {
  test.setTimeout(120_000)
  const parking = new Parking(kiosk)
  await parking.toBays(QUIET)
  const again = await restartMachine(server, -2 * 60 * MINUTE)
  try {
    await expect(page.locator('.link-banner')).toContainText('We cannot vouch for the time', { timeout: 45_000 })
    await expect(kiosk.button(/^Take any free bay/)).toHaveAttribute('aria-disabled', 'true')
    await kiosk.button(/^Take any free bay/).tap({ force: true })
    await expect(kiosk.heading('Which bay would you like?')).toBeVisible()
    await kiosk.button('Back').tap()
    await expect(kiosk.button(/^1 hour/)).toBeDisabled()
  } finally {
    await again.halt()
  }
})

test('a second kiosk’s hold shows on the map of the first', async ({ kiosk, browser, server }) => {
  const parking = new Parking(kiosk)
  await parking.toBays(QUIET)
  const context = await browser.newContext({ hasTouch: true })
  const other = new Kiosk(await context.newPage(), server)
  await new Parking(other).toHold(QUIET, 'A09')
  await expect(parking.bay('A09')).toHaveAttribute('aria-disabled', 'true', { timeout: 3000 })
  await other.button('Give it back').tap()
  await expect(parking.bay('A09')).not.toHaveAttribute('aria-disabled', { timeout: 3000 })
  await context.close()
})

test('a day that the site closes cannot be chosen, by either flow, and no stay goes over it', async ({
  kiosk,
  page,
  server,
}) => {
  const counter = new Counter(server)
  await counter.signIn()
  const day = '2025-12-09'
  await counter.ask('POST', '/api/v1/admin/closures', { kind: null, from_date: day, to_date: day, reason: 'Flood' })
  const parking = new Parking(kiosk)
  await parking.toArrival()
  await kiosk.button(/^Another day/).tap()
  const closed = page.locator(`[data-date="${day}"]`)
  await expect(closed).toBeDisabled()
  await expect(closed).toContainText('Closed')
  await kiosk.button(QUIET_DAY).tap()
  await kiosk.button('10:00').tap()
  await kiosk.button(/^Another day/).tap()
  await expect(page.locator('[data-date]')).toHaveCount(1)
  await kiosk.toServices()
  await kiosk.button(/^Exterior/).tap()
  await kiosk.button('Another day').tap()
  await expect(closed).toBeDisabled()
})
