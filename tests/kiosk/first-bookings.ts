import type { FirstTimer } from './first-time.ts'
import { expect, type Kiosk } from './kiosk-test.ts'

/** The goal, beside the plate. */
export const MOST_TAPS = 6
export const MOST_SECONDS = 45
/** As long as plates become. */
export const PLATE = 'KL07BX1234'

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

/** The shortest way to a booking of each kind, as somebody takes it who was never here. */
export const firstBookings = {
  'a wash': { book: wash, reference: /^W-/ },
  'a bay': { book: park, reference: /^P-/ },
} as const
