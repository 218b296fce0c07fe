import { Kiosk } from '../kiosk/kiosk-test.ts'
import { PLATE } from '../kiosk/parking-walk.ts'
import type { Darkroom } from './darkroom.ts'

const tablet = { viewport: { width: 800, height: 1280 }, hasTouch: true }

/** A customer's way through the kiosk on a tablet: to a bay, and to a wash. */
export async function takeKiosk(darkroom: Darkroom): Promise<void> {
  await takeParking(darkroom)
  await takeWash(darkroom)
}

async function takeParking(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page(tablet)
  const kiosk = new Kiosk(page, darkroom.server)
  const take = async (name: string, title?: string | RegExp) => {
    if (title !== undefined) await kiosk.heading(title).waitFor()
    await darkroom.take(page, `kiosk-${name}`)
  }
  await kiosk.open()
  await page.getByText('Live').first().waitFor()
  await take('start')
  await kiosk.press(kiosk.button('Touch to begin'))
  await take('purpose', 'What can we do for you?')
  await kiosk.press(kiosk.button(/^Park/))
  await take('class', 'What do you park?')
  await kiosk.press(kiosk.button(/^Car/))
  await kiosk.button(/₹/).first().waitFor()
  await take('leave', 'How long will you stay?')
  await kiosk.press(kiosk.button('Come at another time'))
  await take('arrive', 'When will you come?')
  await kiosk.press(kiosk.button(/As soon as possible/))
  await kiosk.button(/₹/).first().waitFor()
  await kiosk.press(kiosk.button(/^2 hours/))
  await kiosk.press(kiosk.button('Choose my bay'))
  await kiosk.heading('Which bay would you like?').waitFor()
  await page.getByRole('option').first().waitFor()
  await take('bays')
  await kiosk.press(kiosk.button(/^Take /))
  await kiosk.heading('What is your number plate?').waitFor()
  await kiosk.tapKeys(PLATE)
  await take('plate')
  await kiosk.press(kiosk.button('Add a phone number'))
  await kiosk.press(kiosk.button('Skip, and keep my bay'))
  await take('hold', /is kept for you until/)
  await kiosk.press(kiosk.button('Confirm booking'))
  await take('reference', 'You are booked')
  await page.context().close()
}

async function takeWash(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page(tablet)
  const kiosk = new Kiosk(page, darkroom.server)
  await kiosk.toServices()
  await darkroom.take(page, 'kiosk-services')
  await kiosk.press(kiosk.button(/^Full/))
  await page.getByText('Past').first().waitFor()
  await darkroom.take(page, 'kiosk-slots')
  await page.context().close()
}
