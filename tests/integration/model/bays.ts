import { isUntrusted, MINUTE, type Booking, type Model, type Span } from './park-model.ts'

/** A car is taken to stand where it stands for so long, and its bay is looked to so long before its time is over. */
const STANDING = 15 * MINUTE
const NEARLY_OVER = 5 * MINUTE

const liveBooking = new Set(['held', 'awaiting_payment', 'confirmed'])

export function isToCome({ state }: Booking): boolean {
  return liveBooking.has(state)
}

/** Whether a wash that has begun keeps its bay by a plan that only the board knows. */
export const isAtWash = ({ kind, state }: Booking) => kind === 'wash' && state === 'checked_in'

export const parked = (model: Model) => [...model.stays.values()].filter(({ state }) => state === 'parked')

/** Who has a bay, when: [from, to). `own` is left out. */
export function takenSpans(model: Model, bay: string, own?: string): readonly Span[] {
  const spans: Span[] = []
  for (const one of model.bookings.values()) {
    if (one.bay === bay && one.id !== own && (isToCome(one) || isAtWash(one))) spans.push(one.busy)
  }
  for (const stay of parked(model)) {
    if (stay.bay !== bay || stay.id === own) continue
    spans.push({ from: -Infinity, to: model.now + STANDING }, { from: stay.busyFrom, to: stay.busyTo })
  }
  const block = model.blocks.get(bay)
  if (block !== undefined) spans.push(block)
  for (const left of model.leftovers) if (left.bay === bay) spans.push(left.span)
  return spans
}

export function isFree(model: Model, bay: string, { from, to }: Span, own?: string): boolean {
  return !takenSpans(model, bay, own).some((span) => span.from < to && span.to > from)
}

export const carIn = (model: Model, bay: string) => parked(model).find((stay) => stay.bay === bay)
export const carOf = (model: Model, plate: string) => parked(model).find((stay) => stay.plate === plate)
export const ofClass = (model: Model, bayClass: string) => model.bays.filter((bay) => bay.bayClass === bayClass)

/** Whether a car's planned time is nearly over, so that bookings may give way to it by the next decision. */
export function mayShift(model: Model): boolean {
  return !isUntrusted(model) && parked(model).some(({ busyTo }) => busyTo <= model.now + NEARLY_OVER)
}
