import { Kiosk, QUIET_DAY } from '../kiosk/kiosk-test.ts'
import { PLATE } from '../kiosk/parking-walk.ts'
import type { Darkroom } from './darkroom.ts'

/** A customer's way through the kiosk on a tablet: to a bay, and to a wash. */
export async function takeKiosk(darkroom: Darkroom): Promise<void> {
  await takeStarting(darkroom)
  await takeParking(darkroom)
  await takeMoments(darkroom)
  await takeWash(darkroom)
}

async function takeParking(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page('kiosk')
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

/** Where the server does not answer yet. */
async function takeStarting(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page('kiosk')
  await page.route('**/api/**', (route) => route.abort('connectionrefused'))
  await page.goto(darkroom.server.kioskUrl)
  await page.getByText('The server cannot be reached.').waitFor()
  await darkroom.takeAtOnce(page, 'kiosk-starting')
  await page.context().close()
}

/** Days and times of a stay that begins and ends later. */
async function takeMoments(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page('kiosk')
  const kiosk = new Kiosk(page, darkroom.server)
  const take = async (name: string) => {
    await page.locator(`.screen--${name}`).waitFor()
    await darkroom.take(page, `kiosk-${name}`)
  }
  await kiosk.open()
  for (const name of ['Touch to begin', /^Park/, /^Car/, 'Come at another time', /^Another day/]) {
    await kiosk.press(kiosk.button(name))
  }
  await take('arrive-day')
  await kiosk.press(kiosk.button(QUIET_DAY))
  await take('arrive-time')
  await kiosk.press(kiosk.button('10:00'))
  await kiosk.press(kiosk.button(/^Another day/))
  await take('leave-day')
  await kiosk.press(kiosk.button(/^Tue, Dec 9/))
  await take('leave-time')
  await page.context().close()
}

async function takeWash(darkroom: Darkroom): Promise<void> {
  const page = await darkroom.page('kiosk')
  const kiosk = new Kiosk(page, darkroom.server)
  await kiosk.toServices()
  await darkroom.take(page, 'kiosk-services')
  await kiosk.press(kiosk.button(/^Full/))
  await page.getByText('Past').first().waitFor()
  await darkroom.take(page, 'kiosk-slots')
  await kiosk.press(kiosk.button('Another day'))
  await kiosk.heading('Which day?').waitFor()
  await darkroom.take(page, 'kiosk-date')
  await kiosk.press(kiosk.button(QUIET_DAY))
  await kiosk.press(kiosk.slot('10:00'))
  await kiosk.tapKeys(PLATE)
  await kiosk.press(kiosk.button('Add a phone number'))
  await kiosk.heading('Your phone number, if you like').waitFor()
  await darkroom.take(page, 'kiosk-phone')
  await takeTaking(darkroom, kiosk)
  await kiosk.heading(/is yours until/).waitFor()
  await kiosk.press(kiosk.button('Give it back'))
  await page.locator('.screen--ended').waitFor()
  await darkroom.take(page, 'kiosk-ended')
  await page.context().close()
}

/** What a customer sees while the server takes its time. */
async function takeTaking(darkroom: Darkroom, kiosk: Kiosk): Promise<void> {
  const { page } = kiosk
  const { promise: isTaken, resolve: goOn } = Promise.withResolvers<void>()
  await page.route('**/api/v1/bookings', async (route) => {
    await isTaken
    return route.fallback()
  })
  await kiosk.press(kiosk.button('Skip, and keep my slot'))
  await page.locator('.screen--taking .busy').waitFor()
  await darkroom.takeAtOnce(page, 'kiosk-taking')
  goOn()
}
