import type { LotBay } from '../../src-shared/api/stay-schemas.ts'

/** What can be done at a bay. */
export type BayAction =
  | 'walk-in'
  | 'check-in'
  | 'exit'
  | 'move'
  | 'move-booking'
  | 'book'
  | 'open-booking'
  | 'block'
  | 'unblock'
  | 'correct-entry'
  | 'void'

/** The booking that a bay is kept for: the one that has it now, or the next. */
export function bookingOf(bay: Pick<LotBay, 'booking_id' | 'next'>): string | null {
  return bay.booking_id ?? bay.next?.booking_id ?? null
}

/** What can be done at a bay in its state, the likeliest first; the server decides again. */
export function bayActions(bay: LotBay): readonly BayAction[] {
  if (bay.kind === 'wash_bay') return bookingOf(bay) === null ? [] : ['open-booking']
  switch (bay.state) {
    case 'free':
      return ['walk-in', 'book', ...ofNext(bay), 'block']
    case 'booked':
      return ['check-in', 'move-booking', 'open-booking', 'walk-in']
    case 'held':
      return bookingOf(bay) === null ? [] : ['open-booking', 'move-booking']
    case 'taken':
    case 'overstay':
      return bay.stay_id === null
        ? []
        : ['exit', 'move', ...(bay.booking_id === null ? [] : (['open-booking'] as const)), 'correct-entry', 'void']
    case 'blocked':
      return ['unblock']
    default:
      return bay.state satisfies never
  }
}

function ofNext({ next }: LotBay): readonly BayAction[] {
  return next === null ? [] : ['check-in', 'move-booking']
}

/** Whether a car or booking can go to a bay from another: it must be free, and no wash bay. */
export function canReceive(bay: LotBay): boolean {
  return bay.kind === 'bay' && bay.state === 'free'
}
