import type { Payment, TenderRequest } from '../../../src-shared/api/payment-schemas.ts'
import type { Receipt, ReceiptSummary } from '../../../src-shared/api/receipt-schemas.ts'
import type { OpenShift, ZReport } from '../../../src-shared/api/shift-schemas.ts'
import type { StaffBooking } from '../../../src-shared/api/booking-schemas.ts'
import type { Answer, Caller } from '../../support/caller.ts'
import type { StillServer } from '../../support/still-server.ts'
import { hold, manage, type Held } from '../../support/wash.ts'

/** The wash of these tests: ₹250. */
export const PRICE = 25_000
export const SLOT = '2025-12-05T15:00:00+05:30'
export const PIN = '2468'

/** Gives the owner of a fresh site their PIN. */
export async function choosePin(still: StillServer): Promise<void> {
  const chosen = await still.owner.send('PUT', '/api/v1/session/pin', { password: 'quay-lane-owner', pin: PIN })
  if (chosen.status !== 204) throw new Error(chosen.text)
}

export interface DueBooking {
  readonly held: Held
  readonly paymentId: string
}

/** A booking that waits for its money. */
export async function dueBooking(still: StillServer, start = SLOT, plate = 'KL07BX1234'): Promise<DueBooking> {
  const held = await hold(still.visitor, start, { plate })
  await manage(still.visitor, held, 'confirm')
  return { held, paymentId: `pay-${held.id}` }
}

/** Somebody at the counter, by the routes that the console uses. */
export class Till {
  readonly #caller: Caller
  constructor(caller: Caller) {
    this.#caller = caller
  }

  tender(paymentId: string, tender: TenderRequest, key?: string): Promise<Answer> {
    return this.#caller.post(`/api/v1/payments/${paymentId}/tenders`, tender, keyed(key))
  }

  pay(held: Pick<Held, 'id'>, body: unknown, key?: string): Promise<Answer> {
    return this.#caller.post(`/api/v1/bookings/${held.id}/payments`, body, keyed(key))
  }

  payLate(held: Pick<Held, 'id'>, body: unknown, key?: string): Promise<Answer> {
    return this.#caller.post(`/api/v1/bookings/${held.id}/late-payments`, body, keyed(key))
  }

  refund(paymentId: string, body: object, key?: string): Promise<Answer> {
    const whole = { method: 'cash', reason: 'the brushes were worn', pin: PIN, ...body }
    return this.#caller.post(`/api/v1/payments/${paymentId}/refunds`, whole, keyed(key))
  }

  discount(paymentId: string, body: object, key?: string): Promise<Answer> {
    const whole = { reason: 'a regular customer', pin: PIN, ...body }
    return this.#caller.post(`/api/v1/payments/${paymentId}/discounts`, whole, keyed(key))
  }

  async payment(id: string): Promise<Payment> {
    return (await this.#caller.get(`/api/v1/payments/${id}`)).json() as Payment
  }

  async receipts(query = ''): Promise<readonly ReceiptSummary[]> {
    return ((await this.#caller.get(`/api/v1/receipts${query}`)).json() as { receipts: ReceiptSummary[] }).receipts
  }

  async receipt(name: string): Promise<Receipt> {
    return (await this.#caller.get(`/api/v1/receipts/${name}`)).json() as Receipt
  }

  async shift(): Promise<OpenShift> {
    const { shift } = (await this.#caller.get('/api/v1/shifts/current')).json() as { shift: OpenShift | null }
    if (shift === null) throw new Error('no shift is open')
    return shift
  }

  openShift(floatMinor: number, key?: string): Promise<Answer> {
    return this.#caller.post('/api/v1/shifts', { float_minor: floatMinor }, keyed(key))
  }

  moveCash(shiftId: string, body: object, key?: string): Promise<Answer> {
    return this.#caller.post(`/api/v1/shifts/${shiftId}/cash-moves`, { reason: 'small change', ...body }, keyed(key))
  }

  close(shiftId: string, countedMinor: number, more: object = {}, key?: string): Promise<Answer> {
    const body = { counted_minor: countedMinor, pin: PIN, ...more }
    return this.#caller.post(`/api/v1/shifts/${shiftId}/close`, body, keyed(key))
  }
}

const keyed = (key: string | undefined) => (key === undefined ? {} : { 'idempotency-key': key })

export const asPayment = (answer: Answer): Payment => answer.json() as Payment
export const asBooking = (answer: Answer): StaffBooking => answer.json() as StaffBooking
export const asClosed = (answer: Answer) => answer.json() as { report: ZReport; next_shift: OpenShift | null }
export const outcome = ({ status, code }: Answer) => (code === undefined ? String(status) : `${status} ${code}`)
