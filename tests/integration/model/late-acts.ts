import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, pickWanted, post, wentAs, type Act } from './act.ts'
import { isFree } from './bays.ts'
import { awaitPayment } from './booking-acts.ts'
import { addPayment, addToShift, giveBack, take } from './ledger.ts'
import { isUntrusted, leftOf, type Booking, type Method, type Model, type Payment } from './park-model.ts'
import type { Answer } from './real-park.ts'

const anyIndex = fc.nat({ max: 10_000 })
const anyMethod = fc.constantFrom<Method>('cash', 'card', 'upi')
let keys = 0
const key = () => ({ key: `late-${(keys += 1)}` })

/** Late money for a booking that is wanted for it. */
function lateFor(isWanted: (booking: Booking, model: Model) => boolean): fc.Arbitrary<Act> {
  return fc.tuple(anyIndex, anyMethod).map(([index, method]) =>
    act('pay late', (model) => {
      const asked = pickWanted(model.bookings.values(), index, (one) => isWanted(one, model))
      if (asked === undefined) return undefined
      return {
        request: post(`/bookings/${asked.id}/late-payments`, { method }, key()),
        judge(now, answer) {
          const booking = now.bookings.get(asked.id) ?? asked
          const first = now.payments.get(`pay-${booking.id}`)
          const isLate = booking.state === 'expired' && first !== undefined
          const allowed = !isLate ? 'invalid_state' : now.shift === null ? 'no_open_shift' : 'ok'
          if (wentAs(answer, allowed) && first !== undefined) takeLate(now, booking, first, method, answer)
        },
      }
    }),
  )
}

const isUnpaid = ({ state, payUntil }: Booking) => state === 'expired' && payUntil !== null

export const payLate = lateFor(isUnpaid)

/** Late money for what late money has booked again already, and for which the bay may be free once more. */
export const payLateAgain = lateFor((one, model) => isUnpaid(one) && one.followed && one.start > model.now)

interface LateAnswer {
  readonly outcome: string
  readonly booking: { readonly id: string; readonly payment_id: string }
  readonly payment: { readonly id: string }
}

function takeLate(model: Model, booking: Booking, first: Payment, method: Method, { body }: Answer): void {
  const { outcome, booking: told, payment } = body as LateAnswer
  const mayFollow = !isUntrusted(model) && first.state === 'expired' && !booking.followed && booking.start > model.now
  same('what became of late money', outcome, mayFollow && isFreeAgain(model, booking) ? 'rebooked' : 'refunded')
  if (outcome === 'refunded') {
    const amount = leftOf(first)
    const late = addPayment(model, { ...first, id: payment.id, gross: amount })
    Object.assign(late, { state: 'expired', paid: amount })
    addToShift(model, 'in', method, amount)
    return giveBack(model, late, method, amount)
  }
  booking.followed = true
  const again: Booking = {
    ...booking,
    id: told.id,
    token: '',
    busy: { ...booking.busy },
    created: model.now,
    holdUntil: null,
    job: null,
    followed: false,
  }
  model.bookings.set(again.id, again)
  awaitPayment(model, again)
  const open = model.payments.get(`pay-${again.id}`)
  if (open === undefined) return
  open.discount = first.discount
  for (const { amount, method: way } of first.parts) {
    giveBack(model, first, way, amount)
    take(model, open, way, amount)
  }
  take(model, open, method, leftOf(open))
}

/** The rows alone say whether a bay is free again: a car that stands there beyond its time is nothing that was booked. */
function isFreeAgain(model: Model, booking: Booking): boolean {
  return isFree(model, booking.bay, booking.busy)
}
