import { test as base, expect, type APIRequestContext, type Locator, type Page } from '@playwright/test'
import { startTestServer, type TestServer } from '../support/test-server.ts'

export { expect }

/** A day on which the demo site has no booking yet, and how the kiosk writes it. */
export const QUIET_DATE = '2025-12-08'
export const QUIET_DAY = /^Mon, Dec 8/
export const TODAY = /Today/

/** What a customer does at the kiosk, by roles and names as they would find them. */
export class Kiosk {
  readonly page: Page
  readonly server: TestServer
  readonly #touch: boolean

  /** @param options touch: false for a page without a touch screen, which is clicked instead */
  constructor(page: Page, server: TestServer, { touch = true } = {}) {
    this.page = page
    this.server = server
    this.#touch = touch
  }

  async press(target: Locator): Promise<void> {
    await (this.#touch ? target.tap() : target.click())
  }

  /** Presses as a person does who is told "Checking the time" meanwhile: again, until it leads somewhere. */
  async pressUntil(target: Locator, there: Locator): Promise<void> {
    await expect(async () => {
      if (!(await there.isVisible())) await this.press(target)
      await expect(there).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 20_000 })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  slot(label: string): Locator {
    return this.button(new RegExp(`^${label}`))
  }

  async open(fragment = ''): Promise<void> {
    await this.page.goto(this.server.kioskUrl + fragment)
  }

  async toServices(): Promise<void> {
    await this.open()
    await this.press(this.button('Touch to begin'))
    await this.press(this.button(/^Wash/))
    await expect(this.heading('Which wash would you like?')).toBeVisible()
  }

  async toSlots(day: RegExp = QUIET_DAY, service = /^Exterior/): Promise<void> {
    await this.toServices()
    await this.press(this.button(service))
    await this.press(this.button('Another day'))
    await this.press(this.button(day))
    await expect(this.heading('What time?')).toBeVisible()
    await expect(this.button(/^\d\d:\d\d/).first()).toBeVisible()
  }

  async toPlate(label = '10:00', day: RegExp = QUIET_DAY): Promise<void> {
    await this.toSlots(day)
    await this.press(this.slot(label))
    await expect(this.heading('What is your number plate?')).toBeVisible()
  }

  async tapKeys(text: string): Promise<void> {
    for (const character of text) await this.press(this.page.getByRole('button', { name: character, exact: true }))
  }

  async toPhone(label = '10:00', day: RegExp = QUIET_DAY): Promise<void> {
    await this.toPlate(label, day)
    await this.tapKeys('KL07BX99')
    await this.press(this.button('Add a phone number'))
    await expect(this.heading('Your phone number, if you like')).toBeVisible()
  }

  async toHold(label = '10:00', day: RegExp = QUIET_DAY): Promise<void> {
    await this.toPhone(label, day)
    await this.press(this.button('Skip, and keep my slot'))
    await expect(this.heading(/is yours until/)).toBeVisible()
  }

  async toReference(label = '10:00', day: RegExp = QUIET_DAY): Promise<void> {
    await this.toHold(label, day)
    await this.press(this.button('Confirm booking'))
    await expect(this.heading('You are booked')).toBeVisible()
  }

  /** The time of day that the clock shows, or `--:--`. */
  clock(): Locator {
    return this.page.locator('.server-clock__time').first()
  }
}

/** Asks the server what is free, past all screens. */
export async function remaining(server: TestServer, request: APIRequestContext, label: string, date = QUIET_DATE) {
  const { slots } = await availability(server, request, date)
  return slots.find((slot) => slot.label === label)?.remaining
}

export interface SlotAnswer {
  readonly start: string
  readonly label: string
  readonly state: 'past' | 'full' | 'closed' | 'open'
  readonly closed_because?: string
  readonly remaining: number
}

export async function availability(server: TestServer, request: APIRequestContext, date: string) {
  const serviceId = await exteriorId(server, request)
  const answer = await request.get(`${server.publicUrl}/api/v1/availability/wash?service_id=${serviceId}&date=${date}`)
  return (await answer.json()) as { slots: SlotAnswer[] }
}

async function exteriorId(server: TestServer, request: APIRequestContext): Promise<string> {
  const site = (await (await request.get(`${server.publicUrl}/api/v1/site`)).json()) as {
    wash_services: { id: string; name: string }[]
  }
  const id = site.wash_services.find((service) => service.name === 'Exterior')?.id
  if (id === undefined) throw new Error('the demo site washes no exteriors')
  return id
}

/** Another customer takes the slot. */
export async function takeElsewhere(server: TestServer, request: APIRequestContext, label: string, date = QUIET_DATE) {
  const { slots } = await availability(server, request, date)
  const start = slots.find((slot) => slot.label === label)?.start
  const data = { kind: 'wash', service_id: await exteriorId(server, request), start, plate: 'TN09AK7788' }
  const answer = await request.post(`${server.publicUrl}/api/v1/bookings`, { data })
  expect(answer.status()).toBe(201)
}

interface Fixtures {
  access: 'open' | 'paired'
  server: TestServer
  kiosk: Kiosk
  /** What went wrong in the page; a test that expects something clears it. */
  pageErrors: string[]
}

export const test = base.extend<Fixtures>({
  access: ['open', { option: true }],
  server: async ({ access }, provide) => {
    const server = await startTestServer({ kioskAccess: access })
    await provide(server)
    await server.stop()
  },
  pageErrors: [
    async ({ page }, provide) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        // A browser logs each failed request itself; what the page throws or is refused by its policy is what counts.
        if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text())) {
          errors.push(message.text())
        }
      })
      await provide(errors)
      expect(errors).toEqual([])
    },
    { auto: true },
  ],
  kiosk: async ({ page, server }, provide) => {
    await provide(new Kiosk(page, server))
  },
})
