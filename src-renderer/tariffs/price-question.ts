import type { BayClass } from '../../src-shared/api/fields.ts'
import type { Moment, TariffPreviewRequest, TariffPricesRequest } from '../../src-shared/api/tariff-schemas.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import type { TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'

/** The tariff that is asked: a draft, or a version. */
export type AskedTariff = { readonly plan: TariffPlan } | { readonly version_id: string }

/** "What would so long a stay cost, begun then?", as it stands in the fields. Dates and times are the site's. */
export interface PriceQuestion {
  readonly bayClass: BayClass
  readonly date: string
  readonly time: string
  readonly hours: string
  readonly minutes: string
  readonly lostTicket: boolean
  readonly permit: boolean
  readonly isBooked: boolean
  readonly bookedDate: string
  readonly bookedTime: string
}

const LONGEST_HOURS = 366 * 24

/** The question for the server; undefined while a field is empty or cannot be read. */
export function previewRequest(asked: AskedTariff, question: PriceQuestion): TariffPreviewRequest | undefined {
  const { bayClass, date, time, lostTicket, permit, isBooked, bookedDate, bookedTime } = question
  const minutes = stayMinutes(question)
  const isTimed = isMoment(date, time) && (!isBooked || isMoment(bookedDate, bookedTime))
  if (minutes === undefined || !isTimed) return undefined
  return {
    ...asked,
    bay_class: bayClass,
    start: { date, time },
    minutes,
    lost_ticket: lostTicket,
    permit,
    ...(isBooked ? { booked_until: { date: bookedDate, time: bookedTime } } : {}),
  }
}

/** The length that is asked for, in whole minutes. */
export function stayMinutes({ hours, minutes }: Pick<PriceQuestion, 'hours' | 'minutes'>): number | undefined {
  const [h, m] = [hours.trim(), minutes.trim()]
  if (!/^\d{0,4}$/.test(h) || !/^\d{0,4}$/.test(m) || h + m === '') return undefined
  const total = Number(h) * 60 + Number(m)
  return total <= LONGEST_HOURS * 60 ? total : undefined
}

/** What a browser's date and time fields give when they are filled; years of more digits are being typed. */
export function isMoment(date: string, time: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}$/.test(time)
}

export interface TypicalStay {
  readonly words: MessageKey
  readonly time: string
  readonly minutes: number
}

/** What customers of a car park do. */
export const typicalStays: readonly TypicalStay[] = [
  { words: 'tariffs.stay.errand', time: '10:00', minutes: 30 },
  { words: 'tariffs.stay.hour', time: '10:00', minutes: 60 },
  { words: 'tariffs.stay.twoHours', time: '10:00', minutes: 120 },
  { words: 'tariffs.stay.halfDay', time: '09:00', minutes: 240 },
  { words: 'tariffs.stay.workday', time: '09:00', minutes: 540 },
  { words: 'tariffs.stay.evening', time: '19:00', minutes: 180 },
  { words: 'tariffs.stay.night', time: '20:00', minutes: 720 },
  { words: 'tariffs.stay.day', time: '10:00', minutes: 1440 },
]

/** The curve is drawn by points so many minutes apart. */
export const CURVE_STEP = 15
export const curveMinutes: readonly number[] = Array.from({ length: 1440 / CURVE_STEP + 1 }, (_, at) => at * CURVE_STEP)

/** The typical stays of a day, then the curve's points from a moment on: one question to the server. */
export function pricesRequest(
  asked: AskedTariff,
  bay_class: BayClass,
  { date, time }: Exclude<Moment, string>,
): TariffPricesRequest {
  const stays = typicalStays.map((stay) => ({ bay_class, start: { date, time: stay.time }, minutes: stay.minutes }))
  const curve = curveMinutes.map((minutes) => ({ bay_class, start: { date, time }, minutes }))
  return { ...asked, stays: [...stays, ...curve] }
}

export interface PriceTable {
  /** In the order of `typicalStays`, whole minor units. */
  readonly typical: readonly number[]
  /** In the order of `curveMinutes`. */
  readonly curve: readonly number[]
}

export function priceTable(totals: readonly number[]): PriceTable {
  return { typical: totals.slice(0, typicalStays.length), curve: totals.slice(typicalStays.length) }
}
