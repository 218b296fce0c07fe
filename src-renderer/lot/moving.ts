import type { LotBay } from '../../src-shared/api/stay-schemas.ts'

/** A car or a booking for which another bay is looked for on the map. */
export interface Moving {
  readonly what: 'stay' | 'booking'
  /** Of the stay or the booking. */
  readonly id: string
  readonly plate: string
  /** The label of the bay that it leaves, and its id. */
  readonly from: string
  readonly fromId: string
}

/** What is moved away from a bay; undefined where there is nothing to move. */
export function movingFrom(bay: LotBay, what: Moving['what']): Moving | undefined {
  const from = { from: bay.label, fromId: bay.id }
  if (what === 'stay') {
    return bay.stay_id === null ? undefined : { what, id: bay.stay_id, plate: bay.plate ?? '', ...from }
  }
  const id = bay.booking_id ?? bay.next?.booking_id
  return id === undefined ? undefined : { what, id, plate: bay.plate ?? bay.next?.plate ?? '', ...from }
}
