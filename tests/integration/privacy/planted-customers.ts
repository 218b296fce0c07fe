import type { Stay } from '../../../src-shared/api/stay-schemas.ts'
import type { Answer } from '../../support/caller.ts'
import { at, bookBay, enter, leave, paidBay, park, payQuote, quoteOf } from '../../support/parking.ts'
import type { StillServer } from '../../support/still-server.ts'

/** Whom a day's work is done for. Each plate and number stands nowhere else, so that every copy of it can be found. */
export const PLANTED = {
  /** Of cars that never paid. */
  unpaid: ['ZQ11AA0001', 'ZQ11AA0002', 'ZQ11AA0003', 'ZQ11AA0004', 'ZQ11AA0005'],
  /** Of cars with a receipt. */
  paid: ['ZQ22BB0001', 'ZQ22BB0002'],
  phones: ['+919000011111', '+919000022222', '+919000033333', '+919000044444', '+919000055555'],
  holder: 'Zebulon Quistgaard',
} as const

const PHONES = PLANTED.phones

/** Everything that a customer can leave a plate, a number or a name with, from its beginning to its end. */
export async function serveCustomers(still: StillServer): Promise<void> {
  const { owner, visitor } = still
  const [cancelled, gone, waiting, permit, washed] = PLANTED.unpaid
  const key = { 'idempotency-key': 'planted-0001-cancelled' }
  const body = { kind: 'parking', bay_class: 'car', start: at('16:00'), end: at('18:00'), plate: cancelled }
  const held = await must<{ id: string }>(visitor.post('/api/v1/bookings', { ...body, phone: PHONES[0] }, key))
  await must(owner.post(`/api/v1/bookings/${held.id}/cancel`))

  const walkIn = await park(still, gone, { phone: PHONES[1] })
  await must(leave(still, walkIn))

  const wait = await must<{ id: string }>(
    owner.post('/api/v1/waitlist', { plate: waiting, phone: PHONES[2], bay_class: 'ev' }),
  )
  await must(owner.delete(`/api/v1/waitlist/${wait.id}`))
  const days = { from_date: '2025-12-05', to_date: '2025-12-06' }
  await must(owner.post('/api/v1/permits', { plate: permit, holder: PLANTED.holder, bay_class: 'permit', ...days }))
  // Held until its time is over, and told of as a notice on the way where staff are to hear of it.
  await must(bookBay(owner, at('19:00'), at('20:00'), { plate: washed, phone: PHONES[4] }))

  const booked = await paidBay(still, at('13:00'), at('14:00'), { plate: PLANTED.paid[0], phone: PHONES[3] })
  const stay: Stay = await enter(still, booked)
  await must(leave(still, stay))
  const long = await park(still, PLANTED.paid[1])
  still.world.advance(3_600_000)
  await payQuote(still, await quoteOf(still, long))
  await must(leave(still, long))
}

export async function must<T>(answer: Promise<Answer>): Promise<T> {
  const { status, text, json } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return (status === 204 ? undefined : json()) as T
}
