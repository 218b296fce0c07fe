import { expectNoAxeFindings } from '../support/axe.ts'
import type { WashBoard } from '../../src-shared/api/wash-schemas.ts'
import type { Page } from '@playwright/test'
import { intercept } from '../support/intercept.ts'
import type { TestServer } from '../support/test-server.ts'
import { expect, test } from './kiosk-test.ts'
import { followAddress } from './parking-walk.ts'
import { Counter, lookAgain } from './status-walk.ts'
import { clipped, enlargeText, smallTargets } from './walk-checks.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

// A phone that nobody paired; only its link lets it in.
test.use({ access: 'paired', viewport: { width: 360, height: 740 } })

interface Made {
  readonly id: string
  readonly manage_token: string
  readonly reference: string
}

/** A customer's phone, and the counter that the customer's car comes to. */
class Followed {
  readonly page: Page
  readonly server: TestServer
  readonly counter: Counter
  constructor(page: Page, server: TestServer) {
    this.page = page
    this.server = server
    this.counter = new Counter(server)
  }

  async parkToday(): Promise<Made> {
    await this.counter.signIn()
    const stay = { start: '2025-12-05T14:00:00+05:30', end: '2025-12-05T16:00:00+05:30' }
    return this.#book({ kind: 'parking', bay_class: 'car', ...stay, plate: 'KL07BX1234' })
  }

  async washToday(): Promise<Made> {
    await this.counter.signIn()
    const site = (await this.counter.ask('GET', '/api/v1/site')) as { wash_services: { id: string; name: string }[] }
    const service = site.wash_services.find(({ name }) => name === 'Exterior')
    return this.#book({
      kind: 'wash',
      service_id: service?.id,
      start: '2025-12-08T10:00:00+05:30',
      plate: 'KL07BX1234',
    })
  }

  async #book(body: Record<string, unknown>): Promise<Made> {
    return (await this.counter.ask('POST', '/api/v1/bookings', body)) as unknown as Made
  }

  async open(booking: Made): Promise<void> {
    await this.page.goto(followAddress(this.server, booking))
  }

  /** The counter does something, and the phone looks again. */
  async counterDoes(method: string, path: string, body?: Record<string, unknown>): Promise<Record<string, unknown>> {
    const answer = await this.counter.ask(method, path, body)
    await lookAgain(this.page)
    return answer
  }

  title(words: string | RegExp) {
    return this.page.getByRole('heading', { level: 1, name: words })
  }

  /** The demo washes a car already; it would keep its bay for as long as nobody says that it is done. */
  async finishOthersWashes(): Promise<void> {
    const { columns } = (await this.counter.ask('GET', '/api/v1/wash-jobs')) as unknown as WashBoard
    for (const { id } of columns.flatMap(({ state, jobs }) => (state === 'in_progress' ? jobs : []))) {
      await this.counter.ask('POST', `/api/v1/wash-jobs/${id}/move`, { state: 'quality_check' })
      await this.counter.ask('POST', `/api/v1/wash-jobs/${id}/move`, { state: 'ready' })
    }
  }

  async washMoves(booking: Made, state: string): Promise<void> {
    await this.counterDoes('POST', `/api/v1/wash-jobs/job-${booking.id}/move`, { state })
  }
}

test('a stay is followed from the hold to the bay, in plain words', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  await phone.open(booking)
  await expect(phone.title('Not confirmed yet')).toBeVisible()
  await expect(page.getByTestId('booking-reference')).toHaveText(booking.reference)
  await expect(page.locator('.server-clock__time')).toHaveText(/^12:45:\d\d$/)

  await expect(page.getByRole('timer', { name: 'Time left to confirm' })).toHaveText(/^[45]:\d\d$/)
  await phone.counterDoes('POST', `/api/v1/bookings/${booking.id}/confirm`)
  await expect(phone.title('Pay ₹80.00 by 13:00')).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^1[45]:\d\d$/)
  await expect(page.getByRole('button', { name: 'Cancel this booking' })).toBeVisible()

  await phone.counterDoes('POST', `/api/v1/bookings/${booking.id}/payments`, { method: 'cash' })
  await expect(phone.title(/^Paid\. Bay A\d\d is yours$/)).toBeVisible()
  await expect(page.getByText('From 14:00 to 16:00.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel this booking' })).toHaveCount(0)

  server.advance(1.5 * HOUR)
  await expect(phone.title(/^Bay A\d\d is yours now$/)).toBeVisible()
  await phone.counterDoes('POST', `/api/v1/bookings/${booking.id}/check-in`)
  await expect(phone.title(/^You are parked in bay A\d\d$/)).toBeVisible()
  server.advance(2 * HOUR)
  await expect(phone.title(/^Your time in bay A\d\d is over$/)).toBeVisible()
})

test('what is not paid in time is over, by the server’s clock', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/confirm`)
  await phone.open(booking)
  await expect(phone.title(/^Pay/)).toBeVisible()
  server.advance(16 * MINUTE)
  await expect(phone.title('The time ran out')).toBeVisible()
})

test('a booking is cancelled by its customer, who is asked first', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/confirm`)
  await phone.open(booking)
  await page.getByRole('button', { name: 'Cancel this booking' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' })
  await dialog.getByRole('button', { name: 'No, keep it' }).tap()
  await expect(dialog).toHaveCount(0)
  await expect(phone.title(/^Pay/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel this booking' }).tap()
  await dialog.getByRole('button', { name: 'Yes, cancel it' }).tap()
  await expect(phone.title('Cancelled')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel this booking' })).toHaveCount(0)
})

test('where the site takes UPI, the phone pays by its app, or another by a code', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  const { version, settings } = await phone.counter.ask('GET', '/api/v1/admin/site')
  const withUpi = { ...(settings as object), upi_id: 'harbour@upi' }
  await phone.counter.ask('PUT', '/api/v1/admin/site', { version, settings: withUpi, pin: '2468' })
  await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/confirm`)
  await phone.open(booking)
  await expect(page.getByRole('link', { name: 'Pay ₹80.00 with a UPI app' })).toHaveAttribute(
    'href',
    /^upi:\/\/pay\?.*am=80\.00/,
  )
  await expect(page.getByRole('img', { name: 'Pay now by UPI' })).toBeVisible()
  await expectNoAxeFindings(page, 'pay by UPI')
})

test('a wash is followed to the word that one waits for', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.washToday()
  await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/confirm`)
  await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/payments`, { method: 'card' })
  await phone.open(booking)
  await expect(phone.title('Paid. Your wash is at 10:00')).toBeVisible()
  await phone.finishOthersWashes()
  server.advance(2 * 24 * HOUR + 21 * HOUR)
  await phone.counter.signIn()
  await phone.washMoves(booking, 'queued')
  await expect(phone.title('Waiting for the wash')).toBeVisible()
  await phone.washMoves(booking, 'in_progress')
  await expect(phone.title('In the wash')).toBeVisible()
  await expect(page.getByText(/^Ready about \d\d:\d\d, in \d+ minutes?$/)).toBeVisible()
  const minutes = async () => Number(/in (\d+) /.exec((await page.locator('.status__lead').textContent()) ?? '')?.[1])
  const before = await minutes()
  server.advance(5 * MINUTE)
  await expect.poll(minutes).toBe(before - 5)
  server.advance(45 * MINUTE)
  await expect(page.getByText('Ready any minute now.')).toBeVisible()
  await phone.washMoves(booking, 'quality_check')
  await expect(phone.title('Nearly ready')).toBeVisible()
  await phone.washMoves(booking, 'ready')
  await expect(phone.title('Ready')).toBeVisible()
  await expect(page).toHaveTitle('Ready')
  await phone.washMoves(booking, 'collected')
  await expect(phone.title('Collected')).toBeVisible()
})

test('the page looks again by itself while it is seen', async ({ page, server }) => {
  await page.clock.install()
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  await phone.open(booking)
  await expect(phone.title('Not confirmed yet')).toBeVisible()
  await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/confirm`)
  await page.clock.fastForward(12_500)
  await expect(phone.title(/^Pay/)).toBeVisible()
})

test('a phone without a connection says from when it speaks, and goes on when it is back', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  await phone.open(booking)
  await expect(phone.title('Not confirmed yet')).toBeVisible()
  let isDown = true
  await intercept(page, '**/api/**', (route) => (isDown ? route.abort('connectionreset') : route.continue()))
  await lookAgain(page)
  await expect(page.locator('.link-banner')).toContainText(
    'No connection to the car park just now. What you see is from 12:45.',
  )
  await expect(phone.title('Not confirmed yet')).toBeVisible()
  await expectNoAxeFindings(page, 'offline')
  isDown = false
  await lookAgain(page)
  await expect(page.locator('.link-banner')).toBeEmpty()
})

test('the token goes to the server as an Authorization header and in no address', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  const addresses: string[] = []
  const bearers = new Set<string | undefined>()
  page.on('request', (request) => {
    addresses.push(request.url().split('#')[0] ?? '', request.headers()['referer'] ?? '')
    if (request.url().includes('/bookings/')) bearers.add(request.headers()['authorization'])
  })
  await phone.open(booking)
  await expect(phone.title('Not confirmed yet')).toBeVisible()
  expect(addresses.filter((address) => address.includes(booking.manage_token))).toEqual([])
  expect([...bearers]).toEqual([`Bearer ${booking.manage_token}`])
})

test('a link that is wrong leads to kind words, not to the kiosk', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const booking = await phone.parkToday()
  for (const fragment of [`#/booking/${booking.id}/nonsense`, '#/booking/', '#/elsewhere']) {
    await page.goto('about:blank')
    await page.goto(server.kioskUrl + fragment)
    await expect(phone.title('This link leads to no booking')).toBeVisible()
  }
  await phone.open(booking)
  await expect(phone.title('Not confirmed yet')).toBeVisible()
})

/** A stay that is paid for, and the address on its receipt. */
async function paidReceipt(phone: Followed): Promise<{ booking: Made; paymentId: string; address: string }> {
  const booking = await phone.parkToday()
  await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/confirm`)
  const paid = await phone.counter.ask('POST', `/api/v1/bookings/${booking.id}/payments`, { method: 'card' })
  const paymentId = String(paid['payment_id'])
  const payment = await phone.counter.ask('GET', `/api/v1/payments/${paymentId}`)
  const [name] = payment['receipts'] as { series: string; number: number }[]
  const receipt = await phone.counter.ask('GET', `/api/v1/receipts/${name?.series}-${name?.number}`)
  const address = (receipt['document'] as { verification_url: string }).verification_url
  return { booking, paymentId, address: phone.server.kioskUrl + address.slice(address.indexOf('#')) }
}

test('a receipt is genuine, then refunded, and an unknown one is neither', async ({ page, server }) => {
  const phone = new Followed(page, server)
  const { booking, paymentId, address } = await paidReceipt(phone)
  await page.goto(address)
  await expect(phone.title('Genuine')).toBeVisible()
  await expect(page.getByText('₹80.00')).toBeVisible()
  await expect(page.getByText(booking.reference)).toBeVisible()
  await expect(page.getByText('KL07BX1234')).toHaveCount(0)
  await expectNoAxeFindings(page, 'genuine')

  const refund = { method: 'card', reason: 'The gate was stuck', pin: '2468' }
  await phone.counterDoes('POST', `/api/v1/payments/${paymentId}/refunds`, { ...refund, part_minor: 3000 })
  await expect(phone.title('Refunded in part')).toBeVisible()
  await phone.counterDoes('POST', `/api/v1/payments/${paymentId}/refunds`, refund)
  await expect(phone.title('Refunded')).toBeVisible()
  await expectNoAxeFindings(page, 'refunded')

  for (const code of ['AAAAAAAAAAAAAAAAAAAAAAAA', 'short']) {
    await page.goto(`${server.kioskUrl}#/receipt/${code}`)
    await expect(phone.title('Unknown')).toBeVisible()
  }
  await expectNoAxeFindings(page, 'unknown')
})

for (const { width, height, name, ...colours } of [
  { width: 320, height: 640, name: 'light', colorScheme: 'light' },
  { width: 430, height: 640, name: 'dark', colorScheme: 'dark' },
  { width: 780, height: 390, name: 'high contrast', contextOptions: { contrast: 'more' } },
] as const) {
  test.describe(`a phone ${width} px wide, ${name}`, () => {
    test.use({ viewport: { width, height }, ...colours })
    test('shows each state unclipped, by axe’s rules, for fingers, and with text twice as large', async ({
      page,
      server,
    }) => {
      test.slow()
      const phone = new Followed(page, server)
      const booking = await phone.parkToday()
      const look = async (state: string) => {
        await expectNoAxeFindings(page, state)
        expect(await page.evaluate(smallTargets), state).toEqual([])
        expect(await page.evaluate(clipped), state).toEqual([])
      }
      await phone.open(booking)
      await expect(phone.title('Not confirmed yet')).toBeVisible()
      await look('held')
      await phone.counterDoes('POST', `/api/v1/bookings/${booking.id}/confirm`)
      await expect(phone.title(/^Pay/)).toBeVisible()
      await look('pay')
      await page.getByRole('button', { name: 'Cancel this booking' }).tap()
      await look('asked')
      await page.getByRole('button', { name: 'No, keep it' }).tap()
      await page.evaluate(enlargeText)
      await look('pay, text twice as large')
    })
  })
}
