import type { BookingStatus } from '../follow/use-booking-status.ts'
import type { Tone } from './StatusScreen.tsx'

/** How a booking stands, as its customer sees it. */
export type Standing =
  | 'held'
  | 'pay'
  | 'parkingBooked'
  | 'parkingNow'
  | 'parkingHere'
  | 'parkingOver'
  | 'washBooked'
  | 'washQueued'
  | 'washUnderWay'
  | 'washCheck'
  | 'washReady'
  | 'collected'
  | 'over'
  | 'expired'
  | 'cancelled'
  | 'noShow'

export const toneOf: Readonly<Record<Standing, Tone>> = {
  held: 'act',
  pay: 'act',
  parkingBooked: 'calm',
  parkingNow: 'good',
  parkingHere: 'calm',
  parkingOver: 'act',
  washBooked: 'calm',
  washQueued: 'calm',
  washUnderWay: 'calm',
  washCheck: 'calm',
  washReady: 'good',
  collected: 'over',
  over: 'over',
  expired: 'over',
  cancelled: 'over',
  noShow: 'over',
}

/**
 * Reads how a booking stands. The wash says more than its booking once it has begun.
 * @param hasPassed whether an instant (ISO 8601) has surely passed by the server's clock
 */
export function standingOf(
  { booking, wash_state: wash }: Pick<BookingStatus, 'booking' | 'wash_state'>,
  hasPassed: (instant: string) => boolean,
): Standing {
  switch (booking.state) {
    case 'held':
      return 'held'
    case 'awaiting_payment':
      return 'pay'
    case 'expired':
      return 'expired'
    case 'cancelled':
      return 'cancelled'
    case 'no_show':
      return 'noShow'
    case 'confirmed':
    case 'checked_in':
    case 'completed':
      return booking.kind === 'wash' ? washStanding(booking.state, wash) : parkingStanding(booking, hasPassed)
  }
}

type PaidState = 'confirmed' | 'checked_in' | 'completed'

const ofWash: Readonly<Record<NonNullable<BookingStatus['wash_state']>, Standing>> = {
  booked: 'washBooked',
  queued: 'washQueued',
  in_progress: 'washUnderWay',
  quality_check: 'washCheck',
  ready: 'washReady',
  collected: 'collected',
  cancelled: 'cancelled',
  no_show: 'noShow',
}

function washStanding(state: PaidState, wash: BookingStatus['wash_state']): Standing {
  if (wash !== null) return ofWash[wash]
  if (state === 'completed') return 'over'
  return state === 'checked_in' ? 'washQueued' : 'washBooked'
}

function parkingStanding(
  { state, start, end }: Pick<BookingStatus['booking'], 'state' | 'start' | 'end'>,
  hasPassed: (instant: string) => boolean,
): Standing {
  if (state === 'completed') return 'over'
  const isOver = hasPassed(end)
  if (state === 'checked_in') return isOver ? 'parkingOver' : 'parkingHere'
  // A car that never came: the attendant, not this page, decides that it was missed.
  if (isOver) return 'over'
  return hasPassed(start) ? 'parkingNow' : 'parkingBooked'
}

/** Whether the customer may cancel by themselves: until it is paid for, as money is given back at the counter only. */
export function mayCancel(standing: Standing): boolean {
  return standing === 'held' || standing === 'pay'
}
