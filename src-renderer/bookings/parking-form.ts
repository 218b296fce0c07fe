import * as v from 'valibot'
import { Phone, Plate, type BayClass } from '../../src-shared/api/fields.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { instantOf, localTimeOf, type LocalTime } from '../../src-shared/format/local-time.ts'

/** What the attendant has chosen and typed for a parking booking. */
export interface ParkingForm {
  readonly bayClass: BayClass
  readonly from: LocalTime
  readonly to: LocalTime
  /** Null for any free bay. */
  readonly bayId: string | null
  readonly plate: string
  readonly phone: string
}

export type ParkingField = 'interval' | 'plate' | 'phone'

/** A first proposal: the next quarter of an hour, for two hours. @param now the server's time, ms since the Unix epoch */
export function firstInterval(now: number, timezone: string): Pick<ParkingForm, 'from' | 'to'> {
  const quarter = 15 * 60_000
  const from = Math.ceil(now / quarter) * quarter
  return { from: localTimeOf(from, timezone), to: localTimeOf(from + 8 * quarter, timezone) }
}

/** The interval as instants; undefined while it is none, or ends before it begins. */
export function intervalOf(
  { from, to }: Pick<ParkingForm, 'from' | 'to'>,
  timezone: string,
): { readonly start: string; readonly end: string } | undefined {
  const start = instantOf(from, timezone)
  const end = instantOf(to, timezone)
  if (start === undefined || end === undefined) return undefined
  return (parseInstant(end) ?? 0) > (parseInstant(start) ?? 0) ? { start, end } : undefined
}

/** What is not right yet, in the order of the form. */
export function parkingFaults(form: ParkingForm, timezone: string): ParkingField[] {
  const phone = form.phone.trim()
  const right: Record<ParkingField, boolean> = {
    interval: intervalOf(form, timezone) !== undefined,
    plate: v.is(Plate, form.plate.trim()),
    phone: phone === '' || v.is(Phone, phone),
  }
  return (Object.keys(right) as ParkingField[]).filter((field) => !right[field])
}
