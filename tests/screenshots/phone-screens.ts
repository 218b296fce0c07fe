import { followAddress } from '../kiosk/parking-walk.ts'
import { Counter } from '../kiosk/status-walk.ts'
import type { Darkroom } from './darkroom.ts'
import { newestReceipt, verificationUrl } from './receipt-of.ts'

/** What a customer sees on their own phone: a booking to be paid, the same one paid, and its receipt. */
export async function takePhone(darkroom: Darkroom): Promise<void> {
  const { server } = darkroom
  const counter = new Counter(server)
  await counter.signIn()
  const stay = { start: '2025-12-05T16:00:00+05:30', end: '2025-12-05T18:00:00+05:30' }
  const request = { kind: 'parking', bay_class: 'car', ...stay, plate: 'KL07BX1234' }
  const booking = (await counter.ask('POST', '/api/v1/bookings', request)) as { id: string; manage_token: string }
  await counter.ask('POST', `/api/v1/bookings/${booking.id}/confirm`)

  const page = await darkroom.page('phone')
  await page.goto(followAddress(server, booking))
  await page.getByRole('heading', { level: 1, name: /^Pay/ }).waitFor()
  await darkroom.take(page, 'phone-to-pay')
  await counter.ask('POST', `/api/v1/bookings/${booking.id}/payments`, { method: 'cash' })
  const receipt = await newestReceipt(counter, '2025-12-05')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: /^Paid/ }).waitFor()
  await darkroom.take(page, 'phone-paid')
  const check = await darkroom.page('phone')
  await darkroom.visit(check, await verificationUrl(counter, receipt))
  await check.getByText('Genuine').first().waitFor()
  await darkroom.take(check, 'phone-receipt')
  await check.context().close()
  await page.context().close()
}
