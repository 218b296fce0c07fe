import fc from 'fast-check'
import { act, iso, pick, pickWanted, PLATES, post, same, wentAs, type Act } from './act.ts'
import {
  carIn,
  carOf,
  closePayment,
  DAY,
  holdDeadline,
  HOUR,
  isFree,
  isToCome,
  isUntrusted,
  mayShift,
  midnight,
  MINUTE,
  ofClass,
  payDeadline,
  takenSpans,
  timeOfDay,
  type Booking,
  type Model,
} from './park-model.ts'
import type { Answer } from './real-park.ts'

export const SERVICES = { exterior: [20, 25_000], interior: [30, 45_000], full: [50, 65_000] } as const
export type Service = keyof typeof SERVICES
export const CLEAN_UP = 10 * MINUTE
const BUFFER = 10 * MINUTE
const EARLY = 30 * MINUTE

const anyIndex = fc.nat({ max: 10_000 })
let keys = 0
const newKey = () => `key-${(keys += 1)}`

interface NewBooking {
  readonly id: string
  readonly manage_token: string
  readonly state: string
  readonly start: string
  readonly end: string
  readonly hold_expires_at: string
  readonly resource: { readonly id: string }
  readonly price: { readonly amount_minor: number }
}

/** Takes a new hold into the model, and looks at what was promised of it. */
function addHold(
  model: Model,
  { body }: Answer,
  asked: Pick<Booking, 'kind' | 'bayClass' | 'service' | 'plate' | 'start' | 'end' | 'price' | 'busy'>,
) {
  const made = body as NewBooking
  same('a new hold', [made.state, Date.parse(made.start), Date.parse(made.end)], ['held', asked.start, asked.end])
  same('its deadline', Date.parse(made.hold_expires_at), holdDeadline(model.now))
  same('its price', made.price.amount_minor, asked.price)
  const bay = made.resource.id
  if (!mayShift(model) && !isFree(model, bay, asked.busy)) throw new Error(`${bay} was given, and is taken`)
  const state = { state: 'held', holdUntil: holdDeadline(model.now), payUntil: null, job: null, followed: false }
  model.bookings.set(made.id, { ...asked, ...state, id: made.id, token: made.manage_token, bay, created: model.now })
}

const isInWindow = (model: Model, at: number) => at >= midnight(model.now) && at < midnight(model.now) + 8 * DAY

function washOutcomes(model: Model, start: number, service: Service): readonly string[] {
  const end = start + SERVICES[service][0] * MINUTE
  if (isUntrusted(model)) return ['clock_untrusted']
  if (start <= model.now) return ['slot_past']
  if (!isInWindow(model, start)) return ['outside_window']
  const time = timeOfDay(start)
  if (time < 9 * HOUR || time >= 21 * HOUR) return ['site_closed']
  if (time % (30 * MINUTE) !== 0 || time + end - start > 21 * HOUR) return ['invalid_interval']
  const bays = model.bays.filter(({ kind }) => kind === 'wash_bay')
  if (!bays.some(({ id }) => isFree(model, id, { from: start, to: end + CLEAN_UP }))) return ['slot_taken']
  return start < model.now + 30 * MINUTE ? ['lead_time'] : ['ok']
}

const washSlot = fc.tuple(
  fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 7, 8),
  fc.nat({ max: 30 }),
  fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1),
)

/** A slot near now on the half hour, or some other day; sometimes a minute beside it. */
function slotTime(model: Model, [days, halves, off]: readonly [number, number, number]): number {
  const base =
    days === 0 ? model.now - (timeOfDay(model.now) % (30 * MINUTE)) : midnight(model.now) + days * DAY + 8 * HOUR
  return base + (days === 0 ? halves % 9 : halves) * 30 * MINUTE + off * MINUTE
}

export const holdWash = fc
  .tuple(washSlot, fc.constantFrom<Service>('exterior', 'interior', 'full'), anyIndex)
  .map(([slot, service, index]) =>
    act('hold a wash', (model) => {
      const plate = pick(PLATES, index) ?? ''
      const start = slotTime(model, slot)
      const [minutes, price] = SERVICES[service]
      const end = start + minutes * MINUTE
      const body = { kind: 'wash', service_id: service, start: iso(start), plate }
      return {
        request: post('/bookings', body, { isPublic: true, key: newKey() }),
        judge(now, answer) {
          if (!wentAs(answer, ...washOutcomes(now, start, service))) return
          addHold(now, answer, {
            kind: 'wash',
            bayClass: null,
            service,
            plate,
            start,
            end,
            price,
            busy: { from: start, to: end + CLEAN_UP },
          })
        },
      }
    }),
  )

export function busyOf(model: Model, start: number, end: number) {
  return { from: Math.min(start, Math.max(start - BUFFER, model.now)), to: end + BUFFER }
}

const lastOf = (end: number) => timeOfDay(end - 1) + 1

function parkingOutcomes(
  model: Model,
  [start, end]: readonly [number, number],
  bayClass: string,
  bay: string | undefined,
) {
  if (isUntrusted(model)) return ['clock_untrusted']
  if (start <= model.now) return ['slot_past']
  if (end < start + 15 * MINUTE) return ['invalid_interval']
  if (!isInWindow(model, start) || !isInWindow(model, end - 1)) return ['outside_window']
  const [arrival, departure] = [timeOfDay(start), lastOf(end)]
  if (arrival < 6 * HOUR || arrival >= 23 * HOUR || departure <= 6 * HOUR || departure > 23 * HOUR)
    return ['site_closed']
  if (mayShift(model)) return ['ok', 'slot_taken']
  const bays = ofClass(model, bayClass).filter(({ id }) => bay === undefined || id === bay)
  return [bays.some(({ id }) => isFree(model, id, busyOf(model, start, end))) ? 'ok' : 'slot_taken']
}

const parkingTime = fc.tuple(
  fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 7, 8),
  fc.constantFrom(-1, 1, 1, 2, 2, 3, 3, 4, 6, 9, 24),
  fc.constantFrom(1, 1, 4, 8, 16, 40, 120),
)
const anyClass = fc.constantFrom('car', 'car', 'car', 'two_wheeler', 'accessible')

function parkingSpan(
  model: Model,
  [days, quarters, length]: readonly [number, number, number],
): readonly [number, number] {
  const base = days === 0 ? model.now - (model.now % (5 * MINUTE)) : midnight(model.now) + days * DAY + 7 * HOUR
  const start = base + quarters * 10 * MINUTE
  return [start, start + (length * 15 - (quarters === 3 ? 1 : 0)) * MINUTE]
}

const isParkingToCome = (booking: Booking) => booking.kind === 'parking' && isToCome(booking)

/** The first millisecond at which a bay is free again, buffers included; or one too soon. */
function rightAfter({ busy }: Booking, index: number): readonly [number, number] {
  const start = busy.to + BUFFER - (index % 3 === 0 ? 1 : 0)
  return [start, start + HOUR]
}

export const holdParking = fc
  .tuple(parkingTime, anyClass, fc.boolean(), anyIndex)
  .map(([time, anyOf, isNamed, index]) =>
    act('hold a bay', (model) => {
      const plate = pick(PLATES, index) ?? ''
      const before =
        index % 4 === 0 ? pick([...model.bookings.values()].filter(isParkingToCome), index >> 2) : undefined
      const [start, end] = before === undefined ? parkingSpan(model, time) : rightAfter(before, index)
      const bayClass = model.bays.find(({ id }) => id === before?.bay)?.bayClass ?? anyOf
      const bay = before?.bay ?? (isNamed ? pick(ofClass(model, bayClass), index)?.id : undefined)
      const body = {
        kind: 'parking',
        bay_class: bayClass,
        start: iso(start),
        end: iso(end),
        plate,
        ...(bay && { bay_id: bay }),
      }
      const price = hourlyPrice(end - start)
      return {
        request: post('/bookings', body, { isPublic: true, key: newKey() }),
        judge(now, answer) {
          if (!wentAs(answer, ...parkingOutcomes(now, [start, end], bayClass, bay))) return
          addHold(now, answer, {
            kind: 'parking',
            bayClass,
            service: null,
            plate,
            start,
            end,
            price,
            busy: busyOf(now, start, end),
          })
          if (bay !== undefined) same('the bay', (answer.body as NewBooking).resource.id, bay)
        },
      }
    }),
  )

function hourlyPrice(ms: number): number {
  const days = Math.floor(ms / DAY)
  return days * 2000 + Math.min(2000, Math.ceil((ms - days * DAY) / HOUR) * 200)
}

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
  const nothing = { discount: 0, paid: 0, refunded: 0, receipted: false, whole: false, parts: [], lastPaid: 0 }
  const payment = { id, booking: booking.id, stay: null, state: 'due', gross: booking.price, expires: booking.payUntil }
  model.payments.set(id, { ...payment, ...nothing, created: model.now })
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

export const cancel = onBooking('cancel', 'cancel', mayCancel, (model, booking, answer) => {
  if (wentAs(answer, mayCancel(booking) ? 'ok' : refusalOf(booking))) cancelBooking(model, booking)
})

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
  const times = { entered: model.now, recorded: model.now, bookedUntil: end, busyTo: busy.to }
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
        if (wentAs(answer, ...moveOutcomes(now, booking, bay))) booking.bay = bay.id
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
