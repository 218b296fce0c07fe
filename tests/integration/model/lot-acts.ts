import fc from 'fast-check'
import { act, iso, pick, pickWanted, PLATES, post, same, wentAs, type Act } from './act.ts'
import { cancelBooking } from './booking-acts.ts'
import {
  carIn,
  carOf,
  closePayment,
  isFree,
  isToCome,
  isUntrusted,
  keptOf,
  mayShift,
  MINUTE,
  ofClass,
  openPaymentOf,
  stayLeft,
  takenSpans,
  type Model,
  type Stay,
} from './park-model.ts'
import { PIN, type Answer, type Request } from './real-park.ts'

const WALK_IN = 120 * MINUTE
const LEAST = MINUTE
const FOR_EVER = Date.UTC(9000, 0)

const anyIndex = fc.nat({ max: 10_000 })
const anyClass = fc.constantFrom('car', 'car', 'car', 'two_wheeler', 'accessible')
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

function walkInOutcomes(model: Model, plate: string, bayClass: string, bay: string | undefined): readonly string[] {
  if (carOf(model, plate) !== undefined) return ['already_parked']
  const refusals = bay === undefined ? ['lot_full'] : [refusalOfBay(model, bay)]
  if (mayShift(model)) return ['ok', ...(bay === undefined ? refusals : ['bay_in_use', 'bay_occupied'])]
  const bays = bay === undefined ? ofClass(model, bayClass).map(({ id }) => id) : [bay]
  return bays.some((id) => isFree(model, id, soon(model))) ? ['ok'] : refusals
}

function addStay(model: Model, { body }: Answer, plate: string, bayClass: string): void {
  const { id, bay, entered_at, bay_class } = body as NewStay
  same('a new ticket', [Date.parse(entered_at), bay_class], [model.now, bayClass])
  if (carIn(model, bay.id) !== undefined) throw new Error(`a car stands in ${bay.id} already`)
  const busyTo = Math.min(model.now + WALK_IN, nextOn(model, bay.id))
  const times = { entered: model.now, recorded: model.now, bookedUntil: null, busyTo }
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
    stay.busyTo = Math.min(planned, nextOn(model, bay, stay.id))
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

export const exit = onStay(
  'exit',
  (stay) => isParked(stay) && stay.quote !== null,
  ({ id }) => post(`/stays/${id}/exit`),
  (model, stay, answer) => {
    if (!wentAs(answer, exitOutcome(model, stay))) return
    const { exited_at } = answer.body as { exited_at: string }
    const byHand = stay.quote !== null && stay.quote.at !== stay.quote.created
    if (!byHand) same('the time of leaving', Date.parse(exited_at), Math.max(stay.entered, model.now))
    endStay(model, stay, 'exited')
  },
)

function exitOutcome(model: Model, stay: Stay): string {
  if (!isParked(stay)) return 'invalid_state'
  if (openPaymentOf(model, 'stay', stay.id) !== undefined) return 'payment_due'
  if (stay.quote !== null && holdsStill(model, stay.quote)) return 'ok'
  if (isUntrusted(model)) return stay.booking === null ? 'clock_untrusted' : 'ok'
  return stayLeft(model, stay, model.now) === 0 ? 'ok' : 'payment_due'
}

function holdsStill(model: Model, quote: NonNullable<Stay['quote']>): boolean {
  const payment = model.payments.get(quote.payment ?? '')
  if (payment !== undefined && payment.state !== 'paid') return false
  if (isUntrusted(model) || model.now < quote.expires) return true
  return payment !== undefined && model.now - 2000 <= payment.lastPaid + 10 * MINUTE
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

export const block = fc.tuple(anyIndex, fc.constantFrom(-5, 0, 20, 60, 240, null, null)).map(([index, minutes]) =>
  act('block a bay', (model) => {
    const bay = pick(model.bays, index)
    if (bay === undefined) return undefined
    const until = minutes === null ? FOR_EVER : model.now + minutes * MINUTE
    const body = { reason: 'wet paint', ...(minutes !== null && { until: iso(until) }) }
    return {
      request: post(`/bays/${bay.id}/block`, body),
      judge(now, answer) {
        if (!wentAs(answer, ...blockOutcomes(now, bay.id, until))) return
        now.blocks.set(bay.id, { id: '', from: now.now, to: until })
      },
    }
  }),
)

function blockOutcomes(model: Model, bay: string, until: number): readonly string[] {
  if (until <= model.now) return ['invalid_interval']
  if (carIn(model, bay) !== undefined) return ['bay_occupied']
  const known = model.blocks.get(bay)
  if (known !== undefined && known.to > model.now && known.from < until) return ['invalid_state']
  const isInWay = ({ from, to }: { from: number; to: number }) => from < until && to > model.now
  if ([...model.bookings.values()].some((one) => one.bay === bay && one.state === 'checked_in' && isInWay(one.busy)))
    return ['bay_occupied']
  // Washes that are over keep their bay for the clean-up: as of a car that stands there.
  if (model.leftovers.some((one) => one.bay === bay && isInWay(one.span))) return ['bay_occupied']
  if (mayShift(model)) return ['ok', 'bay_in_use']
  const inTheWay = [...model.bookings.values()].filter((one) => one.bay === bay && isToCome(one) && isInWay(one.busy))
  if (inTheWay.length === 0) return ['ok']
  const others = ofClass(model, model.bays.find(({ id }) => id === bay)?.bayClass ?? '').filter(({ id }) => id !== bay)
  const isStuck = inTheWay.some((one) => !others.some(({ id }) => isFree(model, id, one.busy)))
  return isStuck ? ['bay_in_use'] : inTheWay.length === 1 ? ['ok'] : ['ok', 'bay_in_use']
}

export const unblock = anyIndex.map((index) =>
  act('unblock a bay', (model) => {
    const bay = index % 3 === 0 ? pick(model.bays, index)?.id : pick(model.blocks.keys(), index)
    if (bay === undefined) return undefined
    return {
      request: post(`/bays/${bay}/unblock`),
      judge(now, answer) {
        const known = now.blocks.get(bay)
        const isBlocked = known !== undefined && known.from <= now.now && known.to > now.now
        if (wentAs(answer, isBlocked ? 'ok' : 'invalid_state')) now.blocks.delete(bay)
      },
    }
  }),
)

export const wait = fc.tuple(anyClass, anyIndex).map(([bayClass, index]) =>
  act('wait for a bay', () => {
    const plate = pick(PLATES, index) ?? ''
    return {
      request: post('/waitlist', { plate, bay_class: bayClass }),
      judge(now, answer) {
        const waits = [...now.waiting.values()].some((one) => one.open && one.plate === plate)
        const allowed = carOf(now, plate) !== undefined ? 'already_parked' : waits ? 'invalid_state' : 'ok'
        if (!wentAs(answer, allowed)) return
        const { id } = answer.body as { id: string }
        now.waiting.set(id, { id, plate, bayClass, open: true })
      },
    }
  }),
)

export const serve = fc.tuple(anyIndex, fc.constantFrom(true, true, true, false)).map(([index, isServed]) =>
  act(isServed ? 'serve who waits' : 'wait no more', (model) => {
    const asked = pickWanted(model.waiting.values(), index, ({ open }) => open)
    if (asked === undefined) return undefined
    const request = isServed
      ? post(`/waitlist/${asked.id}/serve`)
      : { method: 'DELETE', path: `/api/v1/waitlist/${asked.id}` }
    return {
      request,
      judge(now, answer) {
        const row = now.waiting.get(asked.id) ?? asked
        const allowed = !row.open
          ? ['invalid_state']
          : isServed
            ? walkInOutcomes(now, row.plate, row.bayClass, undefined)
            : ['ok']
        if (!wentAs(answer, ...allowed)) return
        row.open = false
        if (isServed) addStay(now, answer, row.plate, row.bayClass)
      },
    }
  }),
)
