import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, iso, pick, PLATES, post, wentAs } from './act.ts'
import { isFree, isToCome, mayShift, ofClass } from './bays.ts'
import { holdDeadline } from './deadlines.ts'
import { DAY, HOUR, isUntrusted, midnight, MINUTE, timeOfDay, type Booking, type Model } from './park-model.ts'
import type { Answer } from './real-park.ts'
import { hourly } from './stay-price.ts'

export const SERVICES = { exterior: [20, 25_000], interior: [30, 45_000], full: [50, 65_000] } as const
export type Service = keyof typeof SERVICES
export const CLEAN_UP = 10 * MINUTE
const BUFFER = 10 * MINUTE

const anyIndex = fc.nat({ max: 10_000 })
let keys = 0
const newKey = () => `key-${(keys += 1)}`

export interface NewBooking {
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
  model.bookings.set(made.id, {
    ...asked,
    ...state,
    id: made.id,
    token: made.manage_token,
    bay,
    baySince: null,
    created: model.now,
  })
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
      const price = hourly(end - start)
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
