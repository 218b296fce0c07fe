import { isOpen, keptOf, leftOf, paymentsOf, type Method, type Model, type Payment } from './park-model.ts'

type Due = Pick<Payment, 'id' | 'booking' | 'stay' | 'gross' | 'expires'>

/** Something is due from now on. */
export function addPayment(model: Model, due: Due): Payment {
  const nothing = { discount: 0, paid: 0, refunded: 0, refunds: 0, parts: [], receipted: false, whole: false }
  const payment = { ...due, ...nothing, state: 'due', created: model.now, lastPaid: model.now }
  model.payments.set(payment.id, payment)
  return payment
}

export function addToShift(model: Model, way: 'in' | 'out', method: Method, amount: number): void {
  if (model.shift === null) throw new Error('money without a shift')
  model.shift[way][method] += amount
}

export function take(model: Model, payment: Payment, method: Method, amount: number): void {
  payment.paid += amount
  payment.state = 'pending'
  payment.lastPaid = model.now
  payment.parts.push({ amount, method })
  addToShift(model, 'in', method, amount)
  if (leftOf(payment) === 0) settlePayment(model, payment)
}

/** The last of it was paid: its booking is confirmed, and it gets its receipt, as do the parts before it that counted. */
export function settlePayment(model: Model, payment: Payment): void {
  payment.state = 'paid'
  payment.whole = true
  const booking = model.bookings.get(payment.booking ?? '')
  if (booking !== undefined) {
    booking.state = 'confirmed'
    if (booking.kind === 'wash') booking.job = 'booked'
  }
  receipt(model, payment)
  if (payment.stay !== null) receiptParts(model, payment.stay)
}

export function giveBack(model: Model, payment: Payment, method: Method, amount: number): void {
  payment.refunded += amount
  payment.refunds += 1
  payment.state = keptOf(payment) === 0 ? 'refunded' : 'part_refunded'
  addToShift(model, 'out', method, amount)
  if (payment.receipted) credit(model)
}

function receipt(model: Model, payment: Payment): void {
  payment.receipted = true
  model.receipts += 1
  if (model.shift !== null) model.shift.receipts += 1
}

function credit(model: Model): void {
  model.credits += 1
  if (model.shift !== null) model.shift.credits += 1
}

/** What a car paid of prices that ran out, and did not get back: it counts, and has no receipt yet. */
export function partsWithoutReceipt(model: Model, stay: string): readonly Payment[] {
  return paymentsOf(model, 'stay', stay).filter((one) => !one.receipted && !isOpen(one) && keptOf(one) > 0)
}

/** Each such part gets its receipt, and a credit note for each time that something of it went back. */
export function receiptParts(model: Model, stay: string): void {
  for (const part of partsWithoutReceipt(model, stay)) {
    receipt(model, part)
    for (let n = 0; n < part.refunds; n += 1) credit(model)
  }
}
