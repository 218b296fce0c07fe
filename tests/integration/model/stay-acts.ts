import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, iso, pick, pickWanted, PLATES, post, wentAs, type Act } from './act.ts'
import { carIn, carOf, isFree, mayShift, ofClass, takenSpans } from './bays.ts'
import { cancelBooking } from './booking-acts.ts'
import { closePayment } from './deadlines.ts'
import { isUntrusted, keptOf, MINUTE, openPaymentOf, type Model, type Stay } from './park-model.ts'
import { PIN, type Answer, type Request } from './real-park.ts'

const WALK_IN = 120 * MINUTE
const LEAST = MINUTE

const anyIndex = fc.nat({ max: 10_000 })
export const anyClass = fc.constantFrom('car', 'car', 'car', 'two_wheeler', 'accessible')
let keys = 0

interface NewStay {
  readonly id: string
  readonly bay: { readonly id: string }
  readonly bay_class: string
  readonly entered_at: string
}

const soon = (model: Model) => ({ from: model.now, to: model.now + LEAST })
const nextOn = (model: Model, bay: string, own?: string) =>
  Math.min(...takenSpans(model, bay, own).flatMap(({ from }) => (from >= model.now + LEAST ? [from] : [])), Infinity)

function refusalOfBay(model: Model, bay: string): string {
  return carIn(model, bay) === undefined ? 'bay_in_use' : 'bay_occupied'
}

export function walkInOutcomes(
  model: Model,
  plate: string,
  bayClass: string,
  bay: string | undefined,
): readonly string[] {
  if (carOf(model, plate) !== undefined) return ['already_parked']
  const refusals = bay === undefined ? ['lot_full'] : [refusalOfBay(model, bay)]
  if (mayShift(model)) return ['ok', ...(bay === undefined ? refusals : ['bay_in_use', 'bay_occupied'])]
  const bays = bay === undefined ? ofClass(model, bayClass).map(({ id }) => id) : [bay]
  return bays.some((id) => isFree(model, id, soon(model))) ? ['ok'] : refusals
}

export function addStay(model: Model, { body }: Answer, plate: string, bayClass: string): void {
  const { id, bay, entered_at, bay_class } = body as NewStay
  same('a new ticket', [Date.parse(entered_at), bay_class], [model.now, bayClass])
  if (carIn(model, bay.id) !== undefined) throw new Error(`a car stands in ${bay.id} already`)
  const busyTo = Math.min(model.now + WALK_IN, nextOn(model, bay.id))
  const times = {
    entered: model.now,
    exited: null,
    recorded: model.now,
    bookedUntil: null,
    busyFrom: model.now,
    busyTo,
  }
  model.stays.set(id, {
    id,
    plate,
    bayClass,
    booking: null,
    state: 'parked',
    bay: bay.id,
    lost: false,
    quote: null,
    ...times,
  })
}

export const walkIn = fc.tuple(anyClass, fc.boolean(), anyIndex).map(([bayClass, isNamed, index]) =>
  act('walk in', (model) => {
    const plate = pick(PLATES, index) ?? ''
    const bay = isNamed ? pick(ofClass(model, bayClass), index)?.id : undefined
    const body = { plate, bay_class: bayClass, ...(bay && { bay_id: bay }) }
    return {
      request: post('/stays', body, { key: `stay-${(keys += 1)}` }),
      judge(now, answer) {
        if (wentAs(answer, ...walkInOutcomes(now, plate, bayClass, bay))) addStay(now, answer, plate, bayClass)
      },
    }
  }),
)

/** An act on a car that is or was there. */
export function onStay(
  kind: string,
  isWanted: (stay: Stay) => boolean,
  request: (stay: Stay, index: number, model: Model) => Request,
  judge: (model: Model, stay: Stay, answer: Answer, index: number) => void,
): fc.Arbitrary<Act> {
  return anyIndex.map((index) =>
    act(kind, (model) => {
      const asked = pickWanted(model.stays.values(), index, isWanted)
      if (asked === undefined) return undefined
      return {
        request: request(structuredClone(asked), index, model),
        judge(now, answer) {
          const stay = now.stays.get(asked.id)
          if (stay === undefined) throw new Error('the model has lost a car')
          judge(now, stay, answer, index)
        },
      }
    }),
  )
}

export const isParked = ({ state }: Stay) => state === 'parked'

function bayFor(model: Model, index: number): string {
  return (
    pick(
      model.bays.filter(({ kind }) => kind === 'bay'),
      index >> 3,
    )?.id ?? ''
  )
}

export const moveCar = onStay(
  'move a car',
  isParked,
  ({ id }, index, model) => post(`/stays/${id}/move`, { bay_id: bayFor(model, index) }),
  (model, stay, answer, index) => {
    const bay = bayFor(model, index)
    if (!wentAs(answer, ...moveCarOutcomes(model, stay, bay))) return
    const planned = Math.max(stay.busyTo, model.now + LEAST)
    const busyTo = Math.min(planned, nextOn(model, bay, stay.id))
    Object.assign(stay, { busyFrom: model.now, busyTo })
    stay.bay = bay
    const booking = model.bookings.get(stay.booking ?? '')
    if (booking !== undefined) booking.bay = bay
  },
)

function moveCarOutcomes(model: Model, stay: Stay, bay: string): readonly string[] {
  if (!isParked(stay) || stay.bay === bay) return ['invalid_state']
  if (mayShift(model)) return ['ok', 'bay_in_use', 'bay_occupied']
  return [isFree(model, bay, soon(model), stay.id) ? 'ok' : refusalOfBay(model, bay)]
}

/** A stay has ended: its bay is free, and the booking that it was for is over. */
export function endStay(model: Model, stay: Stay, to: 'exited' | 'voided'): void {
  stay.state = to
  const booking = model.bookings.get(stay.booking ?? '')
  if (booking === undefined) return
  if (to === 'voided') cancelBooking(model, booking)
  else booking.state = 'completed'
}

const reasonAndPin = { reason: 'the gate was open', pin: PIN }

export const voidStay = onStay(
  'void',
  isParked,
  ({ id }) => post(`/stays/${id}/void`, reasonAndPin),
  (model, stay, answer) => {
    if (!wentAs(answer, isParked(stay) ? 'ok' : 'invalid_state')) return
    closePayment(model, 'stay', stay.id, 'void')
    endStay(model, stay, 'voided')
  },
)

const correctedTo = (model: Model, index: number) => model.now - ((index % 50) - 4) * 7 * MINUTE

export const correctEntry = anyIndex.map((index) =>
  act('correct an entry', (model) => {
    const asked = pickWanted(model.stays.values(), index, isParked)
    if (asked === undefined) return undefined
    const enteredAt = correctedTo(model, index)
    return {
      request: post(`/stays/${asked.id}/correct-entry`, { entered_at: iso(enteredAt), ...reasonAndPin }),
      judge(now, answer) {
        const stay = now.stays.get(asked.id) ?? asked
        if (!wentAs(answer, correctOutcome(now, stay, enteredAt))) return
        closePayment(now, 'stay', stay.id, 'void')
        Object.assign(stay, { entered: enteredAt, quote: null })
      },
    }
  }),
)

function correctOutcome(model: Model, stay: Stay, enteredAt: number): string {
  if (!isParked(stay)) return 'invalid_state'
  if (enteredAt > model.now && !isUntrusted(model)) return 'invalid_interval'
  const open = openPaymentOf(model, 'stay', stay.id)
  return open !== undefined && keptOf(open) > 0 ? 'invalid_state' : 'ok'
}
