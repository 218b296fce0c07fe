import type { BayClass } from '../../src-shared/api/fields.ts'
import type { NewPermit } from '../../src-shared/api/permit-schemas.ts'
import { isCalendarDate } from '../../src-shared/format/instant.ts'
import { isPlate } from '../../src-shared/plate/plate.ts'

export interface PermitForm {
  readonly plate: string
  readonly holder: string
  /** Null is all classes. */
  readonly bayClass: BayClass | null
  readonly from: string
  readonly to: string
}

export type PermitField = 'plate' | 'holder' | 'from' | 'to'

/** Which fields the server would refuse. @param today the site's calendar day */
export function permitFaults({ plate, holder, from, to }: PermitForm, today: string): readonly PermitField[] {
  const isOver = !isCalendarDate(to) || to < today || (isCalendarDate(from) && to < from)
  return [
    ...(isPlate(plate) ? [] : (['plate'] as const)),
    ...(holder.trim() === '' ? (['holder'] as const) : []),
    ...(isCalendarDate(from) ? [] : (['from'] as const)),
    ...(isOver ? (['to'] as const) : []),
  ]
}

export function permitRequest({ plate, holder, bayClass, from, to }: PermitForm): NewPermit {
  return { plate: plate.trim(), holder: holder.trim(), bay_class: bayClass, from_date: from, to_date: to }
}
