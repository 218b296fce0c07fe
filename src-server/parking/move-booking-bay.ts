import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { reread, type Change } from '../booking/booking-lifecycle.ts'
import type { BookingView, SiteRow, Transaction } from '../store/store.ts'
import { freeBays } from './free-bays.ts'
import { giveBay } from './give-bay.ts'
import { lotBusy } from './lot-busy.ts'
import { refuseBayId } from './walk-in.ts'

const movable: readonly BookingState[] = ['held', 'awaiting_payment', 'confirmed']

/** Gives a booking whose car has not come another bay of its kind that is free for the whole of its time. */
export async function moveBookingToBay(
  tx: Transaction,
  site: SiteRow,
  booking: BookingView,
  bayId: string,
  actor: string,
): Promise<Change | Refusal> {
  if (!movable.includes(booking.state))
    return refuse('invalid_state', `a booking that is ${booking.state} is not moved`)
  const bay = await tx.resource(bayId)
  const kind = booking.kind === 'parking' ? 'bay' : 'wash_bay'
  if (bay?.kind !== kind || !bay.active) return refuseBayId('must be a bay of the kind that is booked')
  if (bay.id === booking.resourceId) return refuse('invalid_state', 'the booking has that bay')
  const allocation = await tx.allocationOf({ bookingId: booking.id })
  if (allocation === undefined) throw new Error(`booking ${booking.id} has no bay`)
  const span = { from: allocation.busyFrom, to: allocation.busyTo }
  const busy = kind === 'bay' ? await lotBusy(tx, span, tx.at) : []
  const moved = freeBays([bay], busy, span).length === 0 ? undefined : await giveBay(tx, site, booking, bay.id, actor)
  if (moved === undefined) return refuse('slot_taken')
  return { booking: await reread(tx, booking.id), announcements: moved }
}
