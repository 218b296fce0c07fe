import type { ExitQuote, Lot, LotBay, ParkedStay, Stay } from '../../src-shared/api/stay-schemas.ts'
import type { Answer, Caller } from './caller.ts'
import { OWNER, type StillServer } from './still-server.ts'
import type { Held } from './wash.ts'

export const PIN = '2468'

/** A time of day on the first day of the still world, or on one so many days later, in the site's offset. */
export function at(time: string, days = 0): string {
  return `2025-12-${String(5 + days).padStart(2, '0')}T${time}:00+05:30`
}

export function parkingFrom(
  start: string,
  end: string,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { kind: 'parking', bay_class: 'car', start, end, plate: 'KL07BX1234', ...change }
}

export function bookBay(
  caller: Caller,
  start: string,
  end: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return caller.post('/api/v1/bookings', parkingFrom(start, end, change))
}

/** What must be answered with success. */
async function must<T>(answer: Promise<Answer>): Promise<T> {
  const { status, text, json } = await answer
  if (status >= 300) throw new Error(text)
  return (status === 204 ? undefined : json()) as T
}

export interface HeldBay extends Held {
  readonly kind: string
  readonly bay_class: string
}

export function holdBay(
  caller: Caller,
  start: string,
  end: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<HeldBay> {
  return must(bookBay(caller, start, end, change))
}

/** Gives the owner of a fresh site a PIN. */
export async function choosePin({ owner }: StillServer): Promise<void> {
  await must(owner.send('PUT', '/api/v1/session/pin', { password: 'quay-lane-owner', pin: PIN }))
}

/** Lets time pass without a sweep on the way; the owner signs in again, because a session does not last that long. */
export async function pass({ world, owner }: StillServer, ms: number): Promise<void> {
  world.slip(ms)
  await must(owner.post('/api/v1/session', OWNER))
}

/** A parking booking that is paid for. */
export async function paidBay(
  { owner }: StillServer,
  start: string,
  end: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<HeldBay> {
  const held = await holdBay(owner, start, end, change)
  await must(owner.post(`/api/v1/bookings/${held.id}/confirm`))
  await must(owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'cash' }))
  return held
}

export function park(
  { owner }: StillServer,
  plate: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<ParkedStay> {
  return must(owner.post('/api/v1/stays', { plate, ...change }))
}

export function checkIn({ owner }: StillServer, booking: { readonly id: string }): Promise<Answer> {
  return owner.post(`/api/v1/bookings/${booking.id}/check-in`)
}

/** Checks in what must be let in. @returns its stay */
export async function enter(still: StillServer, booking: { readonly id: string }): Promise<Stay> {
  await must(checkIn(still, booking))
  const stay = (await stays(still)).find((one) => one.booking?.id === booking.id)
  if (stay === undefined) throw new Error('the car that was checked in is not there')
  return stay
}

export async function stays({ owner }: StillServer): Promise<readonly Stay[]> {
  return (await must<{ stays: Stay[] }>(owner.get('/api/v1/stays'))).stays
}

export function askToLeave({ owner }: StillServer, stay: { readonly id: string }, body?: unknown): Promise<Answer> {
  return owner.post(`/api/v1/stays/${stay.id}/exit-quotes`, body)
}

export function quoteOf(still: StillServer, stay: { readonly id: string }, body?: unknown): Promise<ExitQuote> {
  return must(askToLeave(still, stay, body))
}

/** Pays what a quote asks for, in cash. */
export async function payQuote({ owner }: StillServer, { payment }: ExitQuote): Promise<void> {
  if (payment === null) throw new Error('there is nothing to pay')
  await must(owner.post(`/api/v1/payments/${payment.id}/tenders`, { method: 'cash' }))
}

export function leave({ owner }: StillServer, stay: { readonly id: string }): Promise<Answer> {
  return owner.post(`/api/v1/stays/${stay.id}/exit`)
}

export function lotOf({ owner }: StillServer): Promise<Lot> {
  return must(owner.get('/api/v1/lot'))
}

export async function bayOf(still: StillServer, id: string): Promise<LotBay> {
  const bay = (await lotOf(still)).bays.find((one) => one.id === id)
  if (bay === undefined) throw new Error(`there is no bay ${id}`)
  return bay
}

export async function stateOf({ owner }: StillServer, booking: { readonly id: string }) {
  return must<HeldBay>(owner.get(`/api/v1/bookings/${booking.id}`))
}

/** Fills every car bay but those named, with walk-ins. */
export async function fillCarBays(still: StillServer, but: readonly string[]): Promise<void> {
  const bays = Array.from({ length: 20 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`)
  for (const bay of bays) if (!but.includes(bay)) await park(still, `KL99${bay}`, { bay_id: bay })
}

interface Trail {
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly at: number
  readonly data: Readonly<Record<string, unknown>>
}

/** The lines of the audit trail of one kind, oldest first. */
export function trailOf(still: StillServer, kind: string): readonly Trail[] {
  const rows = still.look((db) =>
    db
      .prepare<[string], Omit<Trail, 'data'> & { data: string }>('SELECT * FROM event WHERE kind = ? ORDER BY seq')
      .all(kind),
  )
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Trail['data'] }))
}

/** How many pairs of live allocations share a moment of a bay; the database makes more than none impossible. */
export function overlapsOf(still: StillServer): number {
  return still.look(
    (db) =>
      db
        .prepare<[], number>(
          `SELECT count(*) FROM allocation AS a JOIN allocation AS b ON a.resource_id = b.resource_id AND a.id < b.id
           WHERE a.state <> 'released' AND b.state <> 'released' AND a.busy_from < b.busy_to AND b.busy_from < a.busy_to`,
        )
        .pluck()
        .get() ?? 0,
  )
}
