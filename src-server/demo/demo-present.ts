import type { BayClass } from '../../src-shared/api/fields.ts'
import { newId } from '../ids/random.ts'
import { blockBay } from '../parking/bay-blocks.ts'
import { putOnWaitlist } from '../parking/waitlist.ts'
import { addPermit } from '../permits/permit-service.ts'
import { dateAt, dayBounds, instantOf, plusDays } from '../site/site-calendar.ts'
import type { Ms } from '../store/store.ts'
import { bookedCar, walkInCar } from './car-stories.ts'
import { demoPhone } from './demo-people.ts'
import { must, type DemoWorld } from './demo-world.ts'
import type { OpenMinutes } from './open-minutes.ts'
import type { Story } from './story.ts'
import { bookedWash, lateWash } from './wash-stories.ts'

const MINUTE = 60_000
const QUARTER = 15

/** When the present is, and when the site is open around it. */
export interface DemoPresent {
  readonly now: Ms
  readonly parking: OpenMinutes
  readonly wash: OpenMinutes
}

/** Cars that came without a booking and are here: the bay, and how many open minutes ago. */
const walkIns: readonly (readonly [bay: string, bayClass: BayClass, plate: string, minutes: number])[] = [
  ['A01', 'car', 'KL07CD4410', 17],
  ['A06', 'car', 'KL07AB2203', 34],
  ['A10', 'car', 'KL39M1187', 71],
  ['A13', 'car', 'KL08CM7219', 118],
  ['B02', 'suv', 'KL63E7742', 52],
  ['C02', 'two_wheeler', 'KL07CR0845', 26],
  ['C05', 'two_wheeler', 'KL17K6620', 143],
  ['D01', 'accessible', 'KL40R2094', 88],
  ['E01', 'ev', 'KL07BZ7731', 63],
  ['E02', 'ev', 'TN09CX1462', 9],
  ['F02', 'permit', 'KL07BE5150', 201],
]

/** The holders of permits: one stands in a bay for permits, the other where she found room. */
const permits = [
  { plate: 'KL07BE5150', holder: 'Harbour Medical Store', bayClass: 'permit' },
  { plate: 'KL08CM7219', holder: 'Dr Latha Menon', bayClass: null },
] as const

/** Cars that came by booking: from when, until when, in open minutes before (-) or after now. */
const bookedHere = [
  { bayIds: ['A16'], bayClass: 'car', plate: 'KA51MJ3316', from: -100, to: 80 },
  // Two that should have left.
  { bayIds: ['A08'], bayClass: 'car', plate: 'KL11BD2988', from: -170, to: -50 },
  { bayIds: ['B06'], bayClass: 'suv', plate: 'KL10AZ5149', from: -110, to: -20 },
] as const

/** Stays to come: today in open minutes from now, or by the time of day on the n-th open day after today. */
const toCome = [
  { bayIds: ['A02'], bayClass: 'car', plate: 'KL07CG9034', when: { from: 40, to: 160 } },
  { bayIds: ['C04'], bayClass: 'two_wheeler', plate: 'KL07DA1150', when: { from: 120, to: 200 } },
  { bayIds: ['A12'], bayClass: 'car', plate: 'KL01BN3307', when: { day: 1, start: '09:00', end: '18:00' } },
  { bayIds: ['B03'], bayClass: 'suv', plate: 'KL08BV6671', when: { day: 2, start: '17:00', end: '21:00' } },
] as const

/** Washes to come; the last has to be paid still. */
const washesToCome = [
  { plate: 'KL07BX1234', serviceId: 'exterior', minutesAhead: 60, state: 'confirmed' },
  { plate: 'KL39F5566', serviceId: 'interior', minutesAhead: 150, state: 'confirmed' },
  { plate: 'KL01CA4521', serviceId: 'full', day: 1, time: '10:00', state: 'confirmed' },
  { plate: 'KL07BX1234', serviceId: 'exterior', day: 1, time: '11:30', state: 'confirmed' },
  { plate: 'MH12DE1433', serviceId: 'exterior', day: 2, time: '12:00', state: 'confirmed' },
  { plate: 'KA05MH2010', serviceId: 'exterior', minutesAhead: 180, state: 'awaiting_payment' },
] as const

const BLOCKED = 'A18'

/** The bays that the present is told of; shortly before it nobody else stands there. */
export const presentBays: ReadonlySet<string> = new Set([
  BLOCKED,
  'A05',
  ...walkIns.map(([bay]) => bay),
  ...[...bookedHere, ...toCome].flatMap(({ bayIds }) => [...bayIds]),
])

/** What a visitor of the demo finds: all of it told from the last hours on, so that it agrees with itself. */
export function presentStories(world: DemoWorld, present: DemoPresent): readonly Story[] {
  return [
    giveSomePermits(world, present),
    blockOneBay(world, present),
    ...carsHere(world, present),
    waitForElectricBay(world, present),
    ...carsToCome(world, present),
    holdAboutToEnd(world, present),
    ...washesHere(world, present),
    ...washesAhead(world, present),
  ]
}

function carsHere(world: DemoWorld, { parking }: DemoPresent): readonly Story[] {
  return [
    ...walkIns.map(([bay, bayClass, plate, minutes]) =>
      walkInCar(world, { bayIds: [bay], bayClass, plate, phone: demoPhone(minutes * 37) }, parking.ago(minutes)),
    ),
    ...bookedHere.map(({ from, to, ...car }) => {
      const start = parking.ago(-from)
      const end = to > 0 ? parking.ahead(to) : parking.ago(-to)
      const times = { made: parking.ago(60 - from), start, end }
      return bookedCar(world, { ...car, phone: demoPhone(start) }, times, { at: start + 3 * MINUTE })
    }),
  ]
}

function carsToCome(world: DemoWorld, { parking, now }: DemoPresent): readonly Story[] {
  return toCome.map(({ when, ...car }, index) => {
    const { timezone } = world.site
    const at = (date: string, time: string) => instantOf(date, time, timezone)
    const date = 'day' in when ? nextDay(parking, dateAt(now, timezone), when.day) : ''
    const [start, end] =
      'day' in when ? [at(date, when.start), at(date, when.end)] : [ahead(parking, when.from), ahead(parking, when.to)]
    return bookedCar(world, { ...car, phone: demoPhone(start) }, { made: parking.ago(30 + 25 * index), start, end })
  })
}

/** Somebody at the kiosk who has two minutes left of the five. */
function holdAboutToEnd(world: DemoWorld, { parking, now }: DemoPresent): Story {
  const made = now - (world.site.holdMinutes - 2) * MINUTE
  const car = { bayIds: ['A05'], bayClass: 'car', plate: 'TN09AK7788' } as const
  return bookedCar(world, car, { made, start: ahead(parking, 75), end: ahead(parking, 195), isHold: true })
}

/** An instant to come that can be booked. */
function ahead(parking: OpenMinutes, minutes: number): Ms {
  return Math.ceil(parking.ahead(minutes) / (5 * MINUTE)) * 5 * MINUTE
}

/** The n-th open day after a day. */
function nextDay({ days }: OpenMinutes, today: string, count: number): string {
  const day = days.filter(({ date }) => date > today)[count - 1]
  if (day === undefined) throw new Error('the site will not be open for so long')
  return day.date
}

/** One wash that waits for its turn, one under way, one that is done; and somebody who never came. */
function washesHere(world: DemoWorld, { now, wash, parking }: DemoPresent): readonly Story[] {
  const minute = Math.floor(now / MINUTE) * MINUTE
  const ago = (minutes: number) => minute - minutes * MINUTE
  const missed = { from: wash.ago(105), made: Math.min(wash.ago(105) - 60 * MINUTE, parking.ago(200)) }
  return [
    lateWash(world, { plate: 'KL45H2301', serviceId: 'exterior' }, ago(59), [
      ['queued', ago(58)],
      ['in_progress', ago(56)],
      ['quality_check', ago(38)],
      ['ready', ago(36)],
    ]),
    lateWash(world, { plate: 'KL08AZ1907', serviceId: 'full' }, ago(25), [
      ['queued', ago(25)],
      ['in_progress', ago(22)],
    ]),
    lateWash(world, { plate: 'TN10BF6048', serviceId: 'exterior' }, ago(16), [['queued', ago(15)]]),
    bookedWash(
      world,
      { plate: 'KL07BY8080', phone: demoPhone(8080), serviceId: 'exterior' },
      { ...missed, state: 'confirmed' },
    ),
  ]
}

function washesAhead(world: DemoWorld, { now, wash, parking }: DemoPresent): readonly Story[] {
  const minute = Math.floor(now / MINUTE) * MINUTE
  return washesToCome.map((one, index) => {
    const { timezone } = world.site
    const from =
      'day' in one
        ? instantOf(nextDay(wash, dateAt(now, timezone), one.day), one.time, timezone)
        : wash.ahead(one.minutesAhead)
    const { plate, serviceId, state } = one
    const made = state === 'confirmed' ? parking.ago(40 + QUARTER * index) : minute - 6 * MINUTE
    return bookedWash(world, { plate, serviceId, phone: demoPhone(from / MINUTE) }, { made, from, state })
  })
}

async function* giveSomePermits(world: DemoWorld, { parking, now }: DemoPresent): Story {
  const { timezone } = world.site
  const tx = yield parking.ago(240)
  const first = dayBounds(plusDays(dateAt(now, timezone), -20), timezone).from
  const last = dayBounds(plusDays(dateAt(now, timezone), 70), timezone).to
  const rest = { validFrom: first, validTo: last, revokedAt: null, revokedReason: null }
  for (const permit of permits) await addPermit(tx, { id: newId(world.means.random), ...permit, ...rest }, world.owner)
}

async function* blockOneBay({ site, means, attendant }: DemoWorld, { parking }: DemoPresent): Story {
  const tx = yield parking.ago(180)
  const bay = await tx.resource(BLOCKED)
  if (bay === undefined) throw new Error(`the demo has no bay ${BLOCKED}`)
  const block = { until: undefined, reason: 'Oil on the floor, to be cleaned' }
  must(await blockBay(tx, site, bay, block, { actor: attendant, random: means.random }))
}

/** Both bays with a charger are taken: one waits for them. */
async function* waitForElectricBay({ means, attendant }: DemoWorld, { parking }: DemoPresent): Story {
  const request = { plate: 'KL07EV0360', phone: demoPhone(360), bay_class: 'ev' } as const
  must(await putOnWaitlist(yield parking.ago(5), request, attendant, means.random))
}
