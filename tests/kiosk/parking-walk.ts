import type { APIRequestContext } from '@playwright/test'
import { expect, type Kiosk } from './kiosk-test.ts'
import type { TestServer } from '../support/test-server.ts'

/** A stay on the demo site's quiet Monday, two hours from ten. */
export const QUIET_STAY = { start: '2025-12-08T10:00:00+05:30', end: '2025-12-08T12:00:00+05:30' }
export const PLATE = 'KL07BX99'

interface Lot {
  readonly free: number
  readonly bays: { readonly id: string; readonly label: string; readonly state: 'free' | 'taken' }[]
}

/** What a customer who parks does at the kiosk. */
export class Parking {
  readonly #kiosk: Kiosk
  constructor(kiosk: Kiosk) {
    this.#kiosk = kiosk
  }

  async toClasses(): Promise<void> {
    await this.#kiosk.open()
    await this.#kiosk.press(this.#kiosk.button('Touch to begin'))
    await this.#kiosk.press(this.#kiosk.button(/^Park/))
    await expect(this.#kiosk.heading('What do you park?')).toBeVisible()
  }

  async toArrival(): Promise<void> {
    await this.toClasses()
    await this.#kiosk.press(this.#kiosk.button(/^Car/))
    await this.#kiosk.press(this.#kiosk.button('Come at another time'))
    await expect(this.#kiosk.heading('When will you come?')).toBeVisible()
  }

  /** @param at a day and a time as the kiosk writes them; as soon as possible without */
  async toLeaving(at?: { readonly day: RegExp; readonly time: string }): Promise<void> {
    if (at === undefined) {
      await this.toClasses()
      await this.#kiosk.press(this.#kiosk.button(/^Car/))
    } else {
      await this.toArrival()
      await this.#kiosk.press(this.#kiosk.button(/^Another day/))
      await this.#kiosk.press(this.#kiosk.button(at.day))
      await this.#kiosk.press(this.#kiosk.button(at.time))
    }
    await expect(this.#kiosk.heading('How long will you stay?')).toBeVisible()
  }

  async toBays(at?: { readonly day: RegExp; readonly time: string }, stay = /^2 hours/): Promise<void> {
    await this.toLeaving(at)
    await expect(this.#kiosk.button(stay)).toContainText('₹')
    await this.#kiosk.press(this.#kiosk.button(stay))
    await this.#kiosk.press(this.#kiosk.button('Choose my bay'))
    await expect(this.#kiosk.heading('Which bay would you like?')).toBeVisible()
    await expect(this.#kiosk.page.getByRole('option').first()).toBeVisible()
  }

  /** A bay on the map, by its label. */
  bay(label: string) {
    return this.#kiosk.page.getByRole('option', { name: new RegExp(`^Bay ${label},`) })
  }

  /** @param bay its label; any free one without */
  async toPhone(at?: { readonly day: RegExp; readonly time: string }, bay?: string): Promise<void> {
    await this.toBays(at)
    if (bay !== undefined) await this.#kiosk.press(this.bay(bay))
    await this.#kiosk.press(this.#kiosk.button(/^Take /))
    await this.#kiosk.page.keyboard.type(PLATE)
    await this.#kiosk.press(this.#kiosk.button('Add a phone number'))
    await expect(this.#kiosk.heading('Your phone number, if you like')).toBeVisible()
  }

  async toHold(at?: { readonly day: RegExp; readonly time: string }, bay?: string): Promise<void> {
    await this.toPhone(at, bay)
    await this.#kiosk.press(this.#kiosk.button('Skip, and keep my bay'))
    await expect(this.#kiosk.heading(/is kept for you until/)).toBeVisible()
  }

  async toReference(at?: { readonly day: RegExp; readonly time: string }, bay?: string): Promise<void> {
    await this.toHold(at, bay)
    await this.#kiosk.press(this.#kiosk.button('Confirm booking'))
    await expect(this.#kiosk.heading('You are booked')).toBeVisible()
  }
}

/** Asks the server for the bays of a stay, past all screens. */
export async function lotOn(server: TestServer, request: APIRequestContext, stay = QUIET_STAY): Promise<Lot> {
  const query = new URLSearchParams({ ...stay, bay_class: 'car' })
  const answer = await request.get(`${server.publicUrl}/api/v1/availability/parking?${query}`)
  expect(answer.status()).toBe(200)
  return (await answer.json()) as Lot
}

let cars = 0

/** Another customer takes a bay. */
export async function parkElsewhere(
  server: TestServer,
  request: APIRequestContext,
  label: string,
  stay: { readonly start: string; readonly end: string } = QUIET_STAY,
): Promise<{ readonly id: string; readonly manage_token: string; readonly reference: string }> {
  const bay = (await lotOn(server, request, stay)).bays.find((one) => one.label === label)
  cars += 1
  const data = { kind: 'parking', bay_class: 'car', bay_id: bay?.id, ...stay, plate: `TN09AK${1000 + cars}` }
  const answer = await request.post(`${server.publicUrl}/api/v1/bookings`, { data })
  expect(answer.status()).toBe(201)
  return (await answer.json()) as { id: string; manage_token: string; reference: string }
}

/** The address in the code that the reference shows, as the page makes it. */
export function followAddress(
  server: TestServer,
  booking: { readonly id: string; readonly manage_token: string },
): string {
  return `${server.kioskUrl}#/booking/${booking.id}/${booking.manage_token}`
}
