import type { Answer, Caller } from './caller.ts'

/** A request for the cheapest wash on the first open day of the still world, in the site's offset. */
export function washAt(start: string, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { kind: 'wash', service_id: 'exterior', start, plate: 'KL07BX1234', ...change }
}

export interface Held {
  readonly id: string
  readonly reference: string
  readonly manage_token: string
  readonly state: string
  readonly start: string
  readonly end: string
  readonly hold_expires_at: string | null
  readonly payment_expires_at: string | null
  readonly resource: { readonly id: string; readonly label: string }
  readonly plate: string
  readonly price: { readonly amount_minor: number; readonly currency: string }
}

export function book(caller: Caller, start: string, change: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  return caller.post('/api/v1/bookings', washAt(start, change))
}

/** Takes a slot that must be free. */
export async function hold(
  caller: Caller,
  start: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<Held> {
  const answer = await book(caller, start, change)
  if (answer.status !== 201) throw new Error(`${start} could not be held: ${answer.text}`)
  return answer.json() as Held
}

/** Does something with one's own booking, by its manage token: `confirm` or `cancel`. */
export function manage(caller: Caller, held: Held, act: 'confirm' | 'cancel'): Promise<Answer> {
  const headers = { authorization: `Bearer ${held.manage_token}` }
  return caller.post(`/api/v1/bookings/${held.id}/${act}`, undefined, headers)
}

export function follow(caller: Caller, held: Held): Promise<Answer> {
  return caller.get(`/api/v1/bookings/${held.id}`, { authorization: `Bearer ${held.manage_token}` })
}

export interface SlotLine {
  readonly start: string
  readonly label: string
  readonly state: string
  readonly remaining: number
  readonly closed_because?: string
}

export async function slotsOf(caller: Caller, date: string, service = 'exterior'): Promise<readonly SlotLine[]> {
  const answer = await caller.get(`/api/v1/availability/wash?service_id=${service}&date=${date}`)
  if (answer.status !== 200) throw new Error(`${date} has no slots: ${answer.text}`)
  return (answer.json() as { slots: SlotLine[] }).slots
}
