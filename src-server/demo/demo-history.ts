import type { BayClass } from '../../src-shared/api/fields.ts'
import { instantOf, weekdayOf } from '../site/site-calendar.ts'
import type { Ms } from '../store/store.ts'
import { bookedCar, walkInCar, type Leaving } from './car-stories.ts'
import { timePasses } from './day-stories.ts'
import { demoPhone, regularPlate } from './demo-people.ts'
import { presentBays, type DemoPresent } from './demo-present.ts'
import type { DemoWorld } from './demo-world.ts'
import type { Story } from './story.ts'
import { bookedWash, walkInWash, type WashSteps } from './wash-stories.ts'

const MINUTE = 60_000
const HISTORY_DAYS = 7
/** Washes of today end so long before now, so that the present has its bays. */
const WASH_GAP_MS = 3 * 60 * MINUTE

/** Of a hundred cars, how many come within each hour from six in the morning on. */
const WEEKDAY_HOURS = [4, 9, 14, 12, 7, 5, 6, 6, 5, 5, 6, 9, 7, 4, 1]
const WEEKEND_HOURS = [1, 2, 3, 6, 9, 11, 11, 8, 7, 8, 11, 11, 7, 4, 1]

interface Day {
  readonly index: number
  readonly date: string
  readonly from: Ms
  readonly isWeekend: boolean
  /** So near to the present that its bays are left to it. */
  readonly isLate: boolean
  /** Nothing of the day goes on at or after it. */
  readonly until: Ms
}

/** About a week of the site's life before the present, a day with about 25 cars and 7 washes. */
export function historyStories(world: DemoWorld, present: DemoPresent): readonly Story[] {
  const { now, parking, wash } = present
  const days = parking.days
    .filter(({ from }) => from < now)
    .slice(-HISTORY_DAYS - 1)
    .map(({ date, from }, index, { length }) => ({
      index,
      date,
      from,
      isWeekend: weekdayOf(date) >= 6,
      isLate: index >= length - 2,
      until: now - 10 * MINUTE,
    }))
  const washDates = new Set(wash.days.map(({ date }) => date))
  let visitor = 0
  return days.flatMap((day) => {
    const parked = cars(world, day, () => (visitor += 1))
    const washed = washDates.has(day.date)
      ? washes(world, { ...day, until: now - WASH_GAP_MS }, () => (visitor += 1))
      : []
    return [...parked, ...washed, timePasses(world, settlings(day))]
  })
}

/** Each hour while the site is open. */
function settlings({ from, until }: Day): readonly Ms[] {
  const instants = Array.from({ length: 18 }, (_, index) => from + index * 60 * MINUTE)
  return instants.filter((instant) => instant < until)
}

function cars(world: DemoWorld, day: Day, next: () => number): readonly Story[] {
  const { dice } = world
  const stories: Story[] = []
  const count = dice.between(22, 27)
  for (let car = 0; car < count; car += 1) {
    const enters = day.from + hourOf(world, day) * 60 * MINUTE + dice.between(0, 59) * MINUTE
    const at = enters + (dice.happens(60) ? dice.between(20, 100) : dice.between(100, 300)) * MINUTE
    const closes = day.from + (16 * 60 + 50) * MINUTE
    const leaves: Leaving = { at: Math.min(at, closes), oddity: oddityOf(day, car) }
    if (leaves.at + 10 * MINUTE > day.until || leaves.at < enters + 15 * MINUTE) continue
    const bayClass = dice.pick<BayClass>(['car', 'car', 'car', 'car', 'suv', 'suv', 'two_wheeler'])
    const visitor = next()
    const bayIds = day.isLate ? otherBays(world, bayClass, visitor) : undefined
    const one = { plate: regularPlate(visitor), bayClass, bayIds, phone: demoPhone(visitor * 311) }
    const isBooked = !day.isLate && car % 4 === 1 && enters > day.from + 90 * MINUTE
    if (!isBooked) {
      stories.push(walkInCar(world, one, enters, leaves))
      continue
    }
    const times = { made: enters - 70 * MINUTE, start: enters, end: Math.max(leaves.at, enters + 30 * MINUTE) }
    // The first who booked on a day does not come now and then; it takes two hours until that is sure.
    const isMissing = car === 1 && day.index % 3 === 0 && enters + 4 * 60 * MINUTE < day.until
    stories.push(bookedCar(world, one, times, isMissing ? undefined : { at: enters + 2 * MINUTE, leaves }))
  }
  return stories
}

/** The bays of a class that the present leaves, from one of them on. */
function otherBays({ bays }: DemoWorld, bayClass: BayClass, first: number): readonly string[] {
  const ids = bays.filter((bay) => bay.bayClass === bayClass && !presentBays.has(bay.id)).map(({ id }) => id)
  const from = first % ids.length
  return [...ids.slice(from), ...ids.slice(0, from)]
}

/** What the week had besides: each oddity on a car of its own. */
function oddityOf({ index }: Day, car: number): Leaving['oddity'] {
  if (car % 12 === 3) return 'discount'
  const odd: Readonly<Record<number, Leaving['oddity']>> = { 2: 'lost_ticket', 4: 'manual_time', 5: 'refund' }
  return car === 6 ? odd[index] : undefined
}

/** The hour that a car comes in, counted from the opening. */
function hourOf({ dice }: DemoWorld, { isWeekend }: Day): number {
  const hours = isWeekend ? WEEKEND_HOURS : WEEKDAY_HOURS
  let draw = dice.between(1, 100)
  const hour = hours.findIndex((share) => (draw -= share) <= 0)
  return hour === -1 ? 0 : hour
}

/** Two lanes of washes from nine on; at times a slot is chosen and left again, and a car does not come. */
function washes(world: DemoWorld, day: Day, next: () => number): readonly Story[] {
  const { dice, site } = world
  const stories: Story[] = []
  const opens = instantOf(day.date, '09:00', site.timezone)
  for (let at = opens + dice.between(1, 3) * 30 * MINUTE, wash = 0; at < opens + 11 * 60 * MINUTE; wash += 1) {
    const service = dice.pick([
      ['exterior', 20],
      ['exterior', 20],
      ['interior', 30],
      ['full', 50],
    ] as const)
    const [serviceId, minutes] = service
    const visitor = next()
    const car = { plate: regularPlate(visitor), phone: demoPhone(visitor * 311), serviceId }
    const steps = (start: Ms) => stepsOf(world, start, minutes)
    if (at + 150 * MINUTE < day.until) {
      if (wash % 2 === 0) stories.push(walkInWash(world, car, at, steps(at)))
      else {
        const isMissing = wash === 3 && day.index % 2 === 0
        const booked = { made: at - 65 * MINUTE, from: at, state: 'confirmed' } as const
        stories.push(bookedWash(world, car, isMissing ? booked : { ...booked, steps }))
      }
      const left = { made: at - 50 * MINUTE, from: at + 90 * MINUTE, state: 'held' } as const
      if (wash === 2) stories.push(bookedWash(world, { ...car, plate: regularPlate(visitor + 41) }, left))
    }
    at += Math.ceil((minutes + 10 + dice.between(20, 60)) / 30) * 30 * MINUTE
  }
  return stories
}

/** A wash takes about as long as it should. */
function stepsOf({ dice }: DemoWorld, start: Ms, minutes: number): WashSteps {
  const begun = start + dice.between(1, 6) * MINUTE
  const done = begun + Math.round((minutes * dice.between(80, 115)) / 100) * MINUTE
  const ready = done + dice.between(1, 4) * MINUTE
  return [
    ['queued', start + MINUTE],
    ['in_progress', begun],
    ['quality_check', done],
    ['ready', ready],
    ['collected', ready + dice.between(3, 25) * MINUTE],
  ]
}
