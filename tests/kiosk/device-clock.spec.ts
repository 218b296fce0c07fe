import { bendDate, setDeviceClock, YEAR_MS } from './bent-date.ts'
import { availability, expect, test, TODAY } from './kiosk-test.ts'

for (const years of [10, -10]) {
  test(`a device clock ${years} years off changes no decision`, async ({ kiosk, page, server, request }) => {
    await page.addInitScript(bendDate, years * YEAR_MS)
    await kiosk.toSlots(TODAY)
    await expect(kiosk.clock()).toHaveText(/^12:4\d:\d\d$/)
    const { slots } = await availability(server, request, '2025-12-05')
    for (const { label, state } of slots) {
      if (state === 'open') await expect(kiosk.slot(label)).toBeEnabled()
      else await expect(kiosk.slot(label)).toBeDisabled()
    }
    await kiosk.toReference('17:00', TODAY)
    await expect(page.getByText(/at the counter by 13:00/)).toBeVisible()
  })
}

test('a device clock that jumps under way changes no decision', async ({ kiosk, page }) => {
  await page.addInitScript(bendDate, 0)
  await kiosk.toHold()
  await setDeviceClock(page, 10 * YEAR_MS)
  await page.waitForTimeout(1500)
  await expect(page.getByRole('timer')).toHaveText(/^4:5\d$/)
  await expect(kiosk.clock()).toHaveText(/^12:4\d:\d\d$/)
  await kiosk.pressUntil(kiosk.button('Confirm booking'), kiosk.heading('You are booked'))
})
