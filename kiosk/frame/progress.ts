import type { Translator } from '../../src-shared/i18n/translate.ts'
import { formatCalendarDate, formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { dateOf } from '../opening/site-day.ts'
import type { Bay, Place, Purpose, Session, WashChoice } from '../session/session.ts'

/** The steps of each flow; screens of one step stand together. */
const steps: Readonly<Record<Purpose, readonly (readonly Place[])[]>> = {
  wash: [['service'], ['slot', 'date'], ['plate', 'phone']],
  parking: [
    ['bay_class'],
    ['leave', 'leave_day', 'leave_time', 'arrive', 'arrive_day', 'arrive_time', 'bay'],
    ['plate', 'phone'],
  ],
}

/** What the customer comes for, as far as they have said so. */
export function purposeOf(session: Session): Purpose | undefined {
  if ('choice' in session) return session.choice.kind
  return (['wash', 'parking'] as const).find((purpose) => steps[purpose].some((step) => step.includes(session.at)))
}

/** How far the customer is: this step and the number of all, counted from 1; undefined outside the steps. */
export function stepOf(session: Session): { readonly step: number; readonly steps: number } | undefined {
  const purpose = purposeOf(session)
  if (purpose === undefined) return undefined
  const step = steps[purpose].findIndex((places) => places.includes(session.at)) + 1
  return step === 0 ? undefined : { step, steps: steps[purpose].length }
}

/** What the customer has chosen so far, in words. @param timezone the site's */
export function chosenSoFar(session: Session, timezone: string, t: Translator): string[] {
  const choice = 'choice' in session ? session.choice : undefined
  if (choice?.kind === 'parking') return stayWords({ ...choice, timezone }, t)
  if (session.at === 'bay') return stayWords({ ...session.stay, bay: session.bay, timezone }, t)
  if ('bayClass' in session) return stayWords({ ...session, timezone }, t)
  const wash: Partial<WashChoice> = choice ?? ('service' in session ? session : {})
  return [wash.service?.name, wash.date && formatCalendarDate(wash.date, t.language), wash.slot?.label].filter(isSaid)
}

interface SomeStay {
  readonly bayClass: keyof typeof classKeys
  readonly start?: string
  readonly end?: string
  readonly bay?: Bay | undefined
  readonly timezone: string
}

export const classKeys = {
  car: 'kiosk.bayClass.car',
  suv: 'kiosk.bayClass.suv',
  two_wheeler: 'kiosk.bayClass.two_wheeler',
  accessible: 'kiosk.bayClass.accessible',
  ev: 'kiosk.bayClass.ev',
  permit: 'kiosk.bayClass.permit',
} as const

/** Car · Fri, Dec 5 · 13:00 to 15:00 · A07, as far as it is known. */
function stayWords({ bayClass, start, end, bay, timezone }: SomeStay, t: Translator): string[] {
  const from = start === undefined ? undefined : parseInstant(start)
  const to = end === undefined ? undefined : parseInstant(end)
  const time = (ms: number) => formatTimeOfDay(ms, timezone, t.language)
  const day = (ms: number) => formatCalendarDate(dateOf(ms, timezone), t.language)
  const words = [t(classKeys[bayClass])]
  if (from !== undefined && to === undefined) words.push(day(from), time(from))
  if (from !== undefined && to !== undefined) {
    const isOneDay = dateOf(from, timezone) === dateOf(to, timezone)
    const last = isOneDay ? time(to) : `${day(to)} ${time(to)}`
    words.push(day(from), t('kiosk.detail.span', { start: time(from), end: last }))
  }
  return [...words, bay?.label].filter(isSaid)
}

function isSaid(word: string | undefined): word is string {
  return word !== undefined && word !== ''
}
