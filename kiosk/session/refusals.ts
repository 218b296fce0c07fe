import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import type { ErrorCode } from '../../src-shared/errors/error-codes.ts'
import { noDetails, type EndReason, type Failure, type Session, type SessionAt } from './session.ts'

type Step = 'date' | 'slot' | 'plate' | 'phone'

/** The step that mends a refused booking; what is not here leaves the customer where they pressed, to try again. */
const mendedAt: Partial<Record<ErrorCode, Step>> = {
  slot_taken: 'slot',
  slot_past: 'slot',
  lead_time: 'slot',
  site_closed: 'slot',
  invalid_interval: 'slot',
  outside_window: 'date',
  invalid_request: 'plate',
}

/** Where a booking goes that the server refused. An answer that never came is no refusal: the same try is repeated. */
export function afterRefusedBooking(session: SessionAt<'taking'>, failure: Failure): Session {
  const { choice, details } = session
  if (failure === 'unreachable') return { ...session, answer: 'lost' }
  if (failure === 'not_paired') return { at: 'unpaired' }
  // The service is not offered any more, or it is another site: begin again with what is offered now.
  if (failure === 'not_found') return { at: 'service', details, notice: failure }
  switch (mendedAt[failure] ?? 'phone') {
    case 'date':
      return { at: 'date', service: choice.service, details, notice: failure }
    case 'slot':
      return { ...slotsOf(session), notice: failure }
    case 'plate':
      return { at: 'plate', choice, details, notice: failure }
    case 'phone':
      return { at: 'phone', choice, details, notice: failure }
  }
}

/** Where a refused confirmation leads. When the answer is unknown or the state is, the server is asked. */
export function afterRefusedConfirmation(session: SessionAt<'confirming'>, failure: Failure): Session {
  const { choice, details } = session
  switch (failure) {
    case 'hold_expired':
    case 'payment_expired':
      return { at: 'ended', why: failure, choice, details }
    case 'unreachable':
    case 'invalid_state':
      return { ...session, at: 'settling' }
    default:
      if (isUnknownToServer(failure)) return { at: 'ended', why: 'cancelled', choice, details }
      return { ...session, at: 'held', notice: failure }
  }
}

/** Where a look at the booking leads that brought no booking: to the end where there is none, else to another look. */
export function afterFailedLook(session: SessionAt<'settling'>, failure: Failure): Session {
  const { choice, details } = session
  return isUnknownToServer(failure) ? { at: 'ended', why: 'cancelled', choice, details } : session
}

/** The server does not know a booking under this token (any more). */
function isUnknownToServer(failure: Failure): boolean {
  return failure === 'not_found' || failure === 'unauthenticated' || failure === 'forbidden'
}

const endings: Partial<Record<Booking['state'], EndReason>> = {
  expired: 'hold_expired',
  cancelled: 'cancelled',
  no_show: 'cancelled',
}

/** What the server says of a held booking decides; this only reads it. */
export function asTold(session: SessionAt<'confirming' | 'settling'>, booking: Booking): Session {
  const { choice, details } = session
  const why = endings[booking.state]
  if (why !== undefined) return { at: 'ended', why, choice, details }
  if (booking.state !== 'held') return { at: 'booked', booking, service: choice.service }
  return { at: 'held', choice, details, booking: { ...session.booking, ...booking } }
}

/** The slots of the day once chosen, to be read afresh. */
export function slotsOf({ choice, details }: Pick<SessionAt<'taking'>, 'choice' | 'details'>): SessionAt<'slot'> {
  return { at: 'slot', service: choice.service, date: choice.date, slots: { are: 'loading' }, details }
}

export const freshStart: SessionAt<'service'> = { at: 'service', details: noDetails }
