import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, pick, pickWanted, PLATES, post, wentAs } from './act.ts'
import { isFree } from './bays.ts'
import { awaitPayment, cancelBooking } from './booking-acts.ts'
import { CLEAN_UP, SERVICES, type Service } from './hold-acts.ts'
import { HOUR, isUntrusted, MINUTE, timeOfDay, type Booking, type Model } from './park-model.ts'

const anyIndex = fc.nat({ max: 10_000 })
let keys = 0

/** From each column of the board, where a car may go by hand. Written down here once more, on purpose. */
const board: Readonly<Record<string, readonly string[]>> = {
  booked: ['queued', 'cancelled', 'no_show'],
  queued: ['in_progress', 'cancelled'],
  in_progress: ['quality_check', 'queued'],
  quality_check: ['ready', 'in_progress'],
  ready: ['collected', 'quality_check'],
}
const columns = ['queued', 'in_progress', 'quality_check', 'ready', 'collected', 'cancelled', 'no_show'] as const
const isInBay = (job: string | null) => job === 'in_progress' || job === 'quality_check'

function moveOutcomes(model: Model, booking: Booking, to: string): readonly string[] {
  const from = booking.job ?? ''
  if (!(board[from] ?? []).includes(to)) return ['invalid_state']
  if (to === 'no_show') return [model.now < booking.start ? 'invalid_state' : 'ok']
  const isEntering = (from === 'queued' && to === 'in_progress') || (from === 'ready' && to === 'quality_check')
  if (!isEntering) return ['ok']
  const others = [...model.bookings.values()].filter((one) => one.id !== booking.id && one.bay === booking.bay)
  if (others.some(({ job }) => isInBay(job))) return ['slot_taken']
  // Whoever else has the bay now may have to give way, or not; the board's own rules say.
  const isFreeNow = isFree(model, booking.bay, { from: model.now, to: model.now + MINUTE }, booking.id)
  return isFreeNow ? ['ok'] : ['ok', 'slot_taken']
}

export const moveWash = fc
  .tuple(anyIndex, fc.option(fc.constantFrom(...columns), { freq: 6, nil: undefined }))
  .map(([index, wild]) =>
    act('move a wash', (model) => {
      const asked = pickWanted(
        [...model.bookings.values()].filter(({ job }) => job !== null),
        index,
        ({ job }) => board[job ?? ''] !== undefined,
      )
      if (asked === undefined) return undefined
      const forward = board[asked.job ?? ''] ?? columns
      const to = wild ?? (index % 11 === 0 ? pick(forward, index) : forward[0]) ?? 'queued'
      return {
        request: post(`/wash-jobs/job-${asked.id}/move`, { state: to }),
        judge(now, answer) {
          const booking = now.bookings.get(asked.id) ?? asked
          if (!wentAs(answer, ...moveOutcomes(now, booking, to))) return
          const from = booking.job
          booking.job = to
          if (to === 'queued' && from === 'booked') booking.state = 'checked_in'
          if (to === 'collected') booking.state = 'completed'
          if (to === 'no_show') booking.state = 'no_show'
          if (to === 'cancelled') cancelBooking(now, booking)
          same('the column', (answer.body as { state: string }).state, to)
        },
      }
    }),
  )

export const washWalkIn = fc
  .tuple(fc.constantFrom<Service>('exterior', 'interior', 'full'), anyIndex)
  .map(([service, index]) =>
    act('walk in for a wash', () => {
      const plate = pick(PLATES, index) ?? ''
      const [minutes, price] = SERVICES[service]
      return {
        request: post('/wash-walk-ins', { service_id: service, plate }, { key: `wash-${(keys += 1)}` }),
        judge(now, answer) {
          const end = now.now + minutes * MINUTE
          if (!wentAs(answer, walkInOutcome(now, end))) return
          const made = answer.body as { id: string; resource: { id: string }; price: { amount_minor: number } }
          same('its price', made.price.amount_minor, price)
          const booking: Booking = {
            ...{ id: made.id, token: '', kind: 'wash', bayClass: null, service, plate, price, created: now.now },
            ...{
              start: now.now,
              end,
              state: 'held',
              bay: made.resource.id,
              baySince: null,
              busy: { from: now.now, to: end + CLEAN_UP },
            },
            ...{ holdUntil: null, payUntil: null, job: null, followed: false },
          }
          now.bookings.set(booking.id, booking)
          awaitPayment(now, booking)
        },
      }
    }),
  )

function walkInOutcome(model: Model, end: number): string {
  if (isUntrusted(model)) return 'clock_untrusted'
  const time = timeOfDay(model.now)
  if (time < 9 * HOUR || time + end - model.now > 21 * HOUR) return 'site_closed'
  const bays = model.bays.filter(({ kind }) => kind === 'wash_bay')
  const isStanding = (bay: string) => [...model.bookings.values()].some((one) => one.bay === bay && isInBay(one.job))
  const span = { from: model.now, to: end + CLEAN_UP }
  return bays.some(({ id }) => isFree(model, id, span) && !isStanding(id)) ? 'ok' : 'slot_taken'
}
