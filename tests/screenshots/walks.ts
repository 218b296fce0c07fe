import type { Page } from '@playwright/test'
import type { Kiosk } from '../kiosk/kiosk-test.ts'
import type { Counter } from '../kiosk/status-walk.ts'
import { newestReceipt, verificationUrl } from './receipt-of.ts'
import type { Walk } from './walk.ts'

const MINUTE = 60_000
/** The demo's day. */
const TODAY = '2025-12-05'
const BOOKED = 'KL07BX99'
const WALK_IN = 'KL01ZZ4242'

const customer = (does: string) => ['Customer, kiosk', does] as const
const attendant = (does: string) => ['Attendant', does] as const
const phone = (does: string) => ['Customer, phone', does] as const

/** From the first touch at the kiosk to a reference. @returns the reference */
export async function bookAtKiosk(walk: Walk, kiosk: Kiosk): Promise<string> {
  const { page } = kiosk
  const press = async (name: string | RegExp, does: string, heading: string | RegExp, picture?: string) =>
    walk.step(
      page,
      customer(does),
      async () => {
        await kiosk.press(kiosk.button(name))
        await kiosk.heading(heading).waitFor()
      },
      picture === undefined ? {} : { picture },
    )
  await press('Touch to begin', 'touches the screen', 'What can we do for you?')
  await press(/^Park/, '“Park”', 'What do you park?')
  await press(/^Car/, '“Car”', 'How long will you stay?', 'kiosk-stay')
  await kiosk.button(/₹/).first().waitFor()
  await press(/^2 hours/, '“2 hours”, with its price', 'What is your number plate?')
  await press('Choose my bay', '“Choose my bay”: the bays and the price', 'Which bay would you like?', 'kiosk-bays')
  await press(/^Take /, '“Take any free bay”', 'What is your number plate?')
  await walk.step(page, customer(`types ${BOOKED}, “Continue”`), async () => {
    await kiosk.tapKeys(BOOKED)
    await kiosk.press(kiosk.button('Add a phone number'))
    await kiosk.heading('Your phone number, if you like').waitFor()
  })
  await press('Skip, and keep my bay', '“Skip, and keep my bay”', /is kept for you until/)
  await press('Confirm booking', '“Confirm booking”: the reference', 'You are booked', 'kiosk-reference')
  return page.locator('[data-testid="booking-reference"]').innerText()
}

/** The counter finds the reference, takes the money, and lets the car in. */
export async function payAndComeIn(walk: Walk, page: Page, reference: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: reference })
  await walk.step(page, attendant('/, the last three of the reference, Enter: the booking'), async () => {
    await page.keyboard.press('/')
    await page.keyboard.type(reference.slice(-3))
    await page.getByRole('option').filter({ hasText: reference }).waitFor()
    await page.keyboard.press('Enter')
    await row.waitFor()
  })
  await walk.step(page, attendant('“Take payment”'), async () => {
    await row.getByRole('button', { name: 'Take payment' }).click()
    await page.getByLabel('Cash handed over').waitFor()
  })
  await walk.step(
    page,
    attendant('100, Enter: ₹20 change, the booking is confirmed, its receipt issued'),
    async () => {
      await page.keyboard.type('100')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Paid' }).waitFor()
    },
    { picture: 'console-paid' },
  )
  await walk.step(page, attendant('Esc; “Check in”: the car is on the map'), async () => {
    await page.keyboard.press('Escape')
    await row.getByRole('button', { name: 'Check in' }).click()
    await row.getByText('Parked').waitFor()
  })
}

/** The booked car leaves within its time: nothing is due. */
export async function leaveBooked(walk: Walk, page: Page): Promise<void> {
  await walk.wait('The car stays for an hour and a half.', 90 * MINUTE)
  await findForExit(walk, page, BOOKED.slice(-4))
  await walk.step(
    page,
    attendant('“Let it go”: nothing is due'),
    async () => {
      await page.getByRole('button', { name: 'Let it go' }).click()
      await page.getByRole('dialog', { name: 'Open the gate' }).waitFor()
    },
    { picture: 'console-let-go' },
  )
  await page.keyboard.press('Escape')
}

/** A car without a booking: W, plate, Enter. */
export async function walkIn(walk: Walk, page: Page): Promise<void> {
  await walk.step(
    page,
    attendant('W, the plate, Enter: the ticket'),
    async () => {
      await page.keyboard.press('w')
      await page.getByRole('dialog', { name: 'Walk-in' }).getByLabel('Number plate').waitFor()
      await page.keyboard.type(WALK_IN)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Ticket' }).waitFor()
    },
    { picture: 'console-ticket' },
  )
  await page.keyboard.press('Escape')
}

/** It leaves: E, the last four, Enter; the money, Enter. */
export async function leaveWalkIn(walk: Walk, page: Page): Promise<void> {
  await walk.wait('The car stays for an hour and a quarter.', 75 * MINUTE)
  await findForExit(walk, page, WALK_IN.slice(-4), 'console-exit')
  await walk.step(
    page,
    attendant('100, Enter: paid, the change, the receipt, the gate'),
    async () => {
      await page.keyboard.type('100')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Open the gate' }).waitFor()
    },
    { picture: 'console-gate' },
  )
}

async function findForExit(walk: Walk, page: Page, typed: string, picture?: string): Promise<void> {
  await walk.step(
    page,
    attendant(`E, ${typed}, Enter: the car and what it owes`),
    async () => {
      await page.keyboard.press('e')
      await page.getByRole('combobox', { name: 'Plate or ticket' }).waitFor()
      await page.keyboard.type(typed)
      await page.getByRole('option').filter({ hasText: typed }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Exit' }).getByText(typed).first().waitFor()
      await page
        .getByText(/This price holds for|Nothing is due/)
        .first()
        .waitFor()
    },
    picture === undefined ? {} : { picture },
  )
}

/** The customer scans the newest receipt's QR, and asks whether it is genuine. */
export async function verifyReceipt(walk: Walk, page: Page, counter: Counter, picture: string): Promise<void> {
  const address = await verificationUrl(counter, await newestReceipt(counter, TODAY))
  await walk.step(
    page,
    phone('scans the receipt’s code: “Genuine”'),
    async () => {
      await page.goto(address)
      await page.getByText('Genuine').first().waitFor()
    },
    { picture },
  )
}
