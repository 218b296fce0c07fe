import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { startTestServer, type TestServer, type TestServerOptions } from '../support/test-server.ts'

interface Fixtures {
  /** How the server of this test is started. */
  serverOptions: TestServerOptions
  server: TestServer
  /** The console's pages say nothing on the developer's console that they should not. */
  complaints: string[]
}

/** Console tests: each has a server of its own, with clocks it can move, and a page that must not complain. */
export const test = base.extend<Fixtures>({
  serverOptions: [{}, { option: true }],
  server: async ({ serverOptions }, provide) => {
    const server = await startTestServer(serverOptions)
    await provide(server)
    await server.stop()
  },
  complaints: [
    async ({ page }, provide) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        // A refused answer and a lost socket are part of what is tested; the browser reports them by itself.
        const isOfTheNetwork = /Failed to load resource|WebSocket connection to|net::ERR/.test(message.text())
        if (message.type() === 'error' && !isOfTheNetwork) complaints.push(message.text())
      })
      await provide(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens the console and signs in. */
export async function signIn(
  page: Page,
  server: TestServer,
  who: 'owner' | 'attendant' | 'admin' = 'owner',
  hash = '',
): Promise<void> {
  await page.goto(server.consoleUrl + hash)
  await page.getByLabel('User name').fill(server[who].username)
  await page.getByLabel('Password', { exact: true }).fill(server[who].password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  // A screen's code is a file of its own; a test may go on to stop the server.
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
}

/** The figure of a card on the Today screen. */
export function figure(page: Page, name: string): Locator {
  return page.locator(`[data-metric="${name}"] .metric__figure`)
}

export function rowOf(page: Page, plateOrReference: string): Locator {
  return page.getByRole('row').filter({ hasText: plateOrReference })
}

export function toast(page: Page, words: string | RegExp): Locator {
  return page.locator('.Toastify__toast').filter({ hasText: words })
}

interface KioskBooking {
  readonly id: string
  readonly reference: string
  readonly manage_token: string
  readonly start: string
}

/** Books as a customer at a kiosk does. @param at the label of the slot, such as `17:00` */
export async function bookAtKiosk(
  server: TestServer,
  plate: string,
  at: string,
  date = '2025-12-05',
): Promise<KioskBooking> {
  const site = (await ask(server, '/api/v1/site')) as { wash_services: { id: string }[] }
  const serviceId = site.wash_services[0]!.id
  const day = (await ask(server, `/api/v1/availability/wash?service_id=${serviceId}&date=${date}`)) as {
    slots: { label: string; start: string }[]
  }
  const slot = day.slots.find(({ label }) => label === at)
  if (slot === undefined) throw new Error(`no slot at ${at} on ${date}`)
  const body = { kind: 'wash', service_id: serviceId, start: slot.start, plate }
  return (await ask(server, '/api/v1/bookings', { body })) as KioskBooking
}

/** What the customer does next: the hold becomes a booking to be paid at the counter. */
export async function confirmAtKiosk(server: TestServer, booking: KioskBooking): Promise<void> {
  await ask(server, `/api/v1/bookings/${booking.id}/confirm`, { method: 'POST', token: booking.manage_token })
}

/** Calls the public listener. @throws Error unless it succeeds */
export async function ask(
  server: TestServer,
  path: string,
  { body, method, token }: { body?: unknown; method?: string; token?: string } = {},
): Promise<unknown> {
  const answer = await fetch(server.publicUrl + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.status === 204 ? undefined : await answer.json()
}
