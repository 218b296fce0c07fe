import { expect, QUIET_DAY, TODAY, type Kiosk } from './kiosk-test.ts'

type Walk = readonly (readonly [screen: string, step: (kiosk: Kiosk) => Promise<void>])[]

const typePlate = (kiosk: Kiosk) => kiosk.button('Add a phone number').tap()

/** Each screen of each flow in turn: how to come to it from the one before. */
export const walks: Readonly<Record<string, Walk>> = {
  wash: [
    ['attract', async (kiosk) => kiosk.open().then(() => expect(kiosk.button('Touch to begin')).toBeVisible())],
    ['purpose', (kiosk) => kiosk.button('Touch to begin').tap()],
    ['service', (kiosk) => kiosk.button(/^Wash/).tap()],
    ['slot', (kiosk) => kiosk.button(/^Exterior/).tap()],
    ['date', (kiosk) => kiosk.button('Another day').tap()],
    ['slot', (kiosk) => kiosk.button(TODAY).tap()],
    ['plate', (kiosk) => kiosk.slot('17:00').tap()],
    ['phone', typePlate],
    ['held', (kiosk) => kiosk.button('Skip, and keep my slot').tap()],
    ['booked', (kiosk) => kiosk.button('Confirm booking').tap()],
  ],
  parking: [
    ['purpose', (kiosk) => kiosk.open().then(() => kiosk.button('Touch to begin').tap())],
    ['bay-class', (kiosk) => kiosk.button(/^Park/).tap()],
    ['leave', (kiosk) => kiosk.button(/^Car/).tap()],
    ['arrive', (kiosk) => kiosk.button('Come at another time').tap()],
    ['arrive-day', (kiosk) => kiosk.button(/^Another day/).tap()],
    ['arrive-time', (kiosk) => kiosk.button(QUIET_DAY).tap()],
    ['leave', (kiosk) => kiosk.button('10:00').tap()],
    ['leave-day', (kiosk) => kiosk.button(/^Another day/).tap()],
    ['leave-time', (kiosk) => kiosk.button(/^Tue, Dec 9/).tap()],
    ['bay', (kiosk) => kiosk.button('09:30').tap()],
    ['plate', (kiosk) => kiosk.button('Take any free bay').tap()],
    ['phone', typePlate],
    ['held', (kiosk) => kiosk.button('Skip, and keep my bay').tap()],
    ['booked', (kiosk) => kiosk.button('Confirm booking').tap()],
  ],
}

/** Goes a way to its end, and looks at each screen. */
export async function walkThrough(kiosk: Kiosk, walk: Walk, look: (screen: string) => Promise<void>): Promise<void> {
  for (const [name, step] of walk) {
    await step(kiosk)
    await expect(kiosk.page.locator(`.screen--${name}`)).toBeVisible()
    if (name === 'slot') await expect(kiosk.slot('17:00')).toBeEnabled()
    if (name === 'leave') await expect(kiosk.button(/^1 hour/)).toContainText('₹')
    // As long as plates become: the walk goes on from it.
    if (name === 'plate') await kiosk.page.keyboard.type('KL07BX12345W')
    if (name === 'bay') await expect(kiosk.page.getByRole('option').first()).toBeVisible()
    await look(name)
  }
}
