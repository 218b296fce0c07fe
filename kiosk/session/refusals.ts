import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import type { ErrorCode } from '../../src-shared/errors/error-codes.ts'
import { afterRefusedStay, baysOf } from './parking-steps.ts'
import {
  noDetails,
  pressedAt,
  type Details,
  type EndReason,
  type Failure,
  type Purpose,
  type Session,
  type SessionAt,
  type WashChoice,
} from './session.ts'
import { slotsOf } from './wash-steps.ts'

type Step = 'date' | 'slot' | 'plate' | 'phone'

/** The step that mends a refused wash; what is not here leaves the customer where they pressed, to try again. */
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
  return choice.kind === 'wash'
    ? afterRefusedWash(choice, details, failure)
    : afterRefusedStay(choice, details, failure)
}

function afterRefusedWash(choice: WashChoice, details: Details, failure: ErrorCode): Session {
  // The service is not offered any more, or it is another site: begin again with what is offered now.
  if (failure === 'not_found') return { at: 'service', details, notice: failure }
  switch (mendedAt[failure] ?? pressedAt(details)) {
    case 'date':
      return { at: 'date', service: choice.service, details, notice: failure }
    case 'slot':
      return { ...slotsOf(choice, details), notice: failure }
    case 'plate':
      return { at: 'plate', choice, details, notice: failure }
    case 'phone':
      return { at: 'phone', choice, details, notice: failure }
  }
}

/** Back to where the slot or the bay was chosen, with what is free now. */
export function chooseAgain({ choice, details }: Pick<SessionAt<'taking'>, 'choice' | 'details'>): Session {
  return choice.kind === 'wash' ? slotsOf(choice, details) : baysOf(choice, details)
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
  // The token is told once only, and stays with the booking.
  const known = { ...session.booking, ...booking }
  return booking.state === 'held' ? { at: 'held', choice, details, booking: known } : { at: 'booked', booking: known }
}

export const freshStart: SessionAt<'purpose'> = { at: 'purpose', details: noDetails }

/** The first step of what somebody comes for. */
export function firstStep(purpose: Purpose, details: Details): Session {
  return { at: purpose === 'wash' ? 'service' : 'bay_class', details }
}
