import { FirstTimer } from './first-time.ts'
import { expect, test, type Kiosk } from './kiosk-test.ts'

const MOST_TAPS = 6
const MOST_SECONDS = 45
/** As long as plates become. */
const PLATE = 'KL07BX1234'

async function wash(kiosk: Kiosk, visitor: FirstTimer): Promise<void> {
  await visitor.tap(kiosk.button('Touch to begin'))
  await visitor.tap(kiosk.button(/^Wash/))
  await visitor.tap(kiosk.button(/^Exterior/))
  await visitor.tap(kiosk.button(/^First free time/))
  await visitor.typePlate(PLATE)
  await visitor.tap(kiosk.button('Keep my slot'))
  await expect(kiosk.heading(/is yours until/)).toBeVisible()
  await visitor.tap(kiosk.button('Confirm booking'))
}

async function park(kiosk: Kiosk, visitor: FirstTimer): Promise<void> {
  await visitor.tap(kiosk.button('Touch to begin'))
  await visitor.tap(kiosk.button(/^Park/))
  await visitor.tap(kiosk.button(/^Car/))
  await expect(kiosk.button(/^2 hours/)).toContainText('₹')
  await visitor.tap(kiosk.button(/^2 hours/))
  await visitor.typePlate(PLATE)
  await visitor.tap(kiosk.button('Keep my bay'))
  await expect(kiosk.heading(/is kept for you until/)).toBeVisible()
  await visitor.tap(kiosk.button('Confirm booking'))
}

for (const [flow, book, reference] of [
  ['a wash', wash, /^W-/],
  ['a bay', park, /^P-/],
] as const) {
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
