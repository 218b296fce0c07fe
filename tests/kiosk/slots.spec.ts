import { availability, expect, Kiosk, QUIET_DATE, takeElsewhere, test, TODAY } from './kiosk-test.ts'

const MINUTE = 60_000

test('past, full and too early slots are marked and cannot be chosen', async ({ kiosk, page, server, request }) => {
  await kiosk.toSlots(TODAY)
  const { slots } = await availability(server, request, '2025-12-05')
  const badge = { past: 'Past', full: 'Full', closed: 'Too soon', open: undefined }
  expect(new Set(slots.map(({ state }) => state))).toEqual(new Set(['past', 'full', 'closed', 'open']))
  for (const { label, state } of slots) {
    const button = kiosk.slot(label)
    if (badge[state] === undefined) await expect(button).toBeEnabled()
    else {
      await expect(button).toBeDisabled()
      await expect(button).toContainText(badge[state])
    }
  }
  const past = kiosk.slot('09:00')
  await past.dispatchEvent('click')
  await past.tap({ force: true })
  await expect(kiosk.heading('What time?')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
})

test('a slot turns Past on the tick, by server time, without a reload', async ({ kiosk, page, server }) => {
  await kiosk.toSlots(TODAY)
  await page.evaluate(() => Object.assign(window, { sameVisit: true }))
  await expect(kiosk.slot('13:00')).toContainText('Too soon')
  await expect(kiosk.slot('13:30')).toBeEnabled()

  server.advance(15 * MINUTE)
  await expect(kiosk.slot('13:00')).toContainText('Past')
  await expect(kiosk.slot('13:30')).toContainText('Too soon')
  await expect(kiosk.slot('13:30')).toBeDisabled()

  server.advance(90 * MINUTE)
  await expect(kiosk.slot('14:30')).toContainText('Past')
  expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true)
})

test('a second kiosk sees a taken slot at once', async ({ kiosk, browser, server }) => {
  await kiosk.toSlots()
  const context = await browser.newContext({ hasTouch: true })
  const other = new Kiosk(await context.newPage(), server)
  await other.toHold('10:00')
  await expect(kiosk.slot('10:00')).toContainText('Last one', { timeout: 3000 })
  await other.button('Give it back').tap()
  await expect(kiosk.slot('10:00')).not.toContainText('Last one', { timeout: 3000 })
  await context.close()
})

test('a slot that fills up under the eyes is Full at once', async ({ kiosk, server, request }) => {
  await kiosk.toSlots()
  await takeElsewhere(server, request, '10:00')
  await takeElsewhere(server, request, '10:00')
  await expect(kiosk.slot('10:00')).toContainText('Full', { timeout: 3000 })
  await expect(kiosk.slot('10:00')).toBeDisabled()
})

test('a day with nothing left says what to do', async ({ kiosk, page, server }) => {
  await kiosk.toSlots(TODAY)
  server.advance(8 * 60 * MINUTE)
  await expect(page.getByText('No slot is free any more today. Try tomorrow.')).toBeVisible()
  await kiosk.button('Pick another day').tap()
  await expect(kiosk.heading('Which day?')).toBeVisible()
})

test('the days follow the server’s day over midnight', async ({ kiosk, page, server }) => {
  await kiosk.toServices()
  await kiosk.button(/^Exterior/).tap()
  await kiosk.button('Another day').tap()
  await expect(page.locator('[data-date]').first()).toHaveAttribute('data-date', '2025-12-05')
  server.advance(12 * 60 * MINUTE)
  await expect(page.locator('[data-date]').first()).toHaveAttribute('data-date', '2025-12-06')
  await expect(page.locator('[data-date]').last()).toHaveAttribute('data-date', '2025-12-13')
  await expect(page.locator(`[data-date="${QUIET_DATE}"]`)).toBeEnabled()
})
