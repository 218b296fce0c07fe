import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, pick, pickWanted, post, wentAs, type Act } from './act.ts'
import { carIn, carOf, isFree, isToCome, mayShift, takenSpans } from './bays.ts'
import { closePayment, payDeadline } from './deadlines.ts'
import type { NewBooking } from './hold-acts.ts'
import { addPayment } from './ledger.ts'
import { isUntrusted, MINUTE, type Booking, type Model } from './park-model.ts'
import type { Answer } from './real-park.ts'

const EARLY = 30 * MINUTE

const anyIndex = fc.nat({ max: 10_000 })

/** Why a booking cannot be moved. */
export function refusalOf({ state, payUntil }: Booking): string {
  if (state !== 'expired') return 'invalid_state'
  return payUntil === null ? 'hold_expired' : 'payment_expired'
}

/** An act on a booking that exists, by the customer or by the staff. */
function onBooking(
  kind: string,
  path: string,
  isWanted: (booking: Booking) => boolean,
  judge: (model: Model, booking: Booking, answer: Answer) => void,
): fc.Arbitrary<Act> {
  return fc.tuple(anyIndex, fc.boolean()).map(([index, isStaff]) =>
    act(kind, (model) => {
      const id = pickWanted(model.bookings.values(), index, isWanted)?.id
      const token = model.bookings.get(id ?? '')?.token
      if (id === undefined) return undefined
      const isCustomers = (path === 'confirm' || path === 'cancel') && !isStaff && token !== ''
      return {
        request: post(`/bookings/${id}/${path}`, undefined, isCustomers && token !== undefined ? { token } : {}),
        judge(now, answer) {
          const booking = now.bookings.get(id)
          if (booking === undefined) throw new Error('the model has lost a booking')
          judge(now, booking, answer)
        },
      }
    }),
  )
}

/** Asks a booking for its money. */
export function awaitPayment(model: Model, booking: Booking): void {
  booking.state = 'awaiting_payment'
  booking.payUntil = payDeadline(model.now)
  const id = `pay-${booking.id}`
  addPayment(model, { id, booking: booking.id, stay: null, gross: booking.price, expires: booking.payUntil })
}

export const confirm = onBooking(
  'confirm',
  'confirm',
  ({ state }) => state === 'held',
  (model, booking, answer) => {
    if (wentAs(answer, booking.state === 'held' ? 'ok' : refusalOf(booking))) awaitPayment(model, booking)
  },
)

const mayCancel = ({ state, kind, job }: Booking) =>
  ['held', 'awaiting_payment', 'confirmed'].includes(state) ||
  (state === 'checked_in' && kind === 'wash' && job === 'queued')

export function cancelBooking(model: Model, booking: Booking): void {
  booking.state = 'cancelled'
  if (booking.job !== null) booking.job = 'cancelled'
  closePayment(model, 'booking', booking.id, 'void')
}

function judgeCancel(model: Model, booking: Booking, answer: Answer): void {
  if (wentAs(answer, mayCancel(booking) ? 'ok' : refusalOf(booking))) cancelBooking(model, booking)
}

export const cancel = onBooking('cancel', 'cancel', mayCancel, judgeCancel)

/** One that no customer made: late money did, or somebody at the counter. */
export const cancelOurs = onBooking('cancel', 'cancel', (one) => mayCancel(one) && one.token === '', judgeCancel)

function checkInOutcomes(model: Model, booking: Booking): readonly string[] {
  if (booking.state !== 'confirmed') return [refusalOf(booking)]
  if (booking.kind === 'wash') return ['ok']
  if (!isUntrusted(model) && model.now < booking.start - EARLY) return ['too_early']
  if (carOf(model, booking.plate) !== undefined) return ['already_parked']
  if (mayShift(model)) return ['ok', 'bay_occupied']
  if (carIn(model, booking.bay) !== undefined) return ['bay_occupied']
  const before = { from: model.now, to: booking.busy.from }
  const isClear =
    before.to <= before.from ||
    !takenSpans(model, booking.bay, booking.id).some(({ from, to }) => from < before.to && to > before.from)
  return [isClear ? 'ok' : 'bay_occupied']
}

export const checkIn = onBooking(
  'check in',
  'check-in',
  ({ state }) => state === 'confirmed',
  (model, booking, answer) => {
    if (!wentAs(answer, ...checkInOutcomes(model, booking))) return
    booking.state = 'checked_in'
    // In the same decision a booking may have given way to a car that stands too long.
    const { resource } = answer.body as NewBooking
    if (!mayShift(model)) same('the bay', resource.id, booking.bay)
    booking.bay = resource.id
    if (booking.kind === 'wash') booking.job = 'queued'
    // The ticket's id is read from the store: the answer does not tell it.
    else model.stays.set(`of ${booking.id}`, stayOfBooking(model, booking))
  },
)

function stayOfBooking(model: Model, { id, plate, bayClass, end, busy, bay }: Booking) {
  const times = {
    entered: model.now,
    exited: null,
    recorded: model.now,
    bookedUntil: end,
    busyFrom: busy.from,
    busyTo: busy.to,
  }
  return {
    id: `of ${id}`,
    plate,
    bayClass: bayClass ?? '',
    booking: id,
    state: 'parked',
    bay,
    lost: false,
    quote: null,
    ...times,
  }
}

export const complete = onBooking(
  'complete',
  'complete',
  ({ state, kind }) => state === 'checked_in' && kind === 'wash',
  (_, booking, answer) => {
    const isWash = booking.kind === 'wash'
    const allowed = !isWash ? 'invalid_state' : booking.state === 'checked_in' ? 'ok' : refusalOf(booking)
    if (!wentAs(answer, allowed)) return
    booking.state = 'completed'
    if (booking.job !== null) booking.job = 'collected'
  },
)

export const noShow = onBooking(
  'no-show',
  'no-show',
  ({ state }) => state === 'confirmed',
  (model, booking, answer) => {
    const isEarly = model.now < booking.start
    if (!wentAs(answer, isEarly ? 'invalid_state' : booking.state === 'confirmed' ? 'ok' : refusalOf(booking))) return
    booking.state = 'no_show'
    if (booking.job !== null) booking.job = 'no_show'
  },
)

export const moveBooking = fc.tuple(anyIndex, anyIndex).map(([index, bayIndex]) =>
  act('move a booking', (model) => {
    const asked = pickWanted(model.bookings.values(), index, (one) => one.kind === 'parking' && isToCome(one))
    const bay = pick(model.bays, bayIndex)
    if (asked === undefined || bay === undefined) return undefined
    return {
      request: post(`/bookings/${asked.id}/move`, { bay_id: bay.id }),
      judge(now, answer) {
        const booking = now.bookings.get(asked.id) ?? asked
        if (!wentAs(answer, ...moveOutcomes(now, booking, bay))) return
        Object.assign(booking, { bay: bay.id, baySince: now.now })
      },
    }
  }),
)

function moveOutcomes(
  model: Model,
  booking: Booking,
  bay: { readonly id: string; readonly kind: string },
): readonly string[] {
  if (!isToCome(booking)) return ['invalid_state']
  if ((booking.kind === 'parking') !== (bay.kind === 'bay')) return ['invalid_request']
  if (mayShift(model)) return ['ok', 'slot_taken', 'invalid_state']
  if (bay.id === booking.bay) return ['invalid_state']
  return [isFree(model, bay.id, booking.busy, booking.id) ? 'ok' : 'slot_taken']
}
