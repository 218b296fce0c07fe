import { FirstTimer } from './first-time.ts'
import { firstBookings, MOST_SECONDS, MOST_TAPS, PLATE } from './first-bookings.ts'
import { expect, test } from './kiosk-test.ts'

for (const [flow, { book, reference }] of Object.entries(firstBookings)) {
  test(`somebody who was never here has ${flow} by ${MOST_TAPS} taps beside the plate, within ${MOST_SECONDS} s by the model`, async ({
    kiosk,
    page,
  }) => {
    const visitor = new FirstTimer(kiosk)
    await kiosk.open()
    await book(kiosk, visitor)
    await expect(kiosk.heading('You are booked')).toBeVisible()
    await expect(page.getByTestId('booking-reference')).toHaveText(reference)

    const { choosing, typing } = visitor.seconds
    const said = `${visitor.taps} taps and ${PLATE.length} keys of a plate; ${choosing.toFixed(1)} s to read and choose, ${typing.toFixed(1)} s to type`
    test.info().annotations.push({ type: 'measured', description: said })
    expect(visitor.taps, said).toBeLessThanOrEqual(MOST_TAPS)
    expect(visitor.screens, said).toHaveLength(visitor.taps)
    expect(choosing + typing, said).toBeLessThanOrEqual(MOST_SECONDS)
  })
}

test('what shows to a pointer that hovers shows without one, too', async ({ kiosk, page }) => {
  await kiosk.toServices()
  const hovering = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules]
        .filter((rule) => rule instanceof CSSStyleRule && rule.selectorText.includes(':hover'))
        .map((rule) => (rule as CSSStyleRule).selectorText)
        // What is seen on hover comes on focus as well, which a touch gives.
        .filter((selector) => !selector.includes(':focus')),
    ),
  )
  expect(hovering).toEqual([])
})
