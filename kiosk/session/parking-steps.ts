import type { ErrorCode } from '../../src-shared/errors/error-codes.ts'
import type { EventOf } from './events.ts'
import {
  pressedAt,
  type Choice,
  type Details,
  type Failure,
  type ParkingChoice,
  type Session,
  type SessionAt,
  type Stay,
} from './session.ts'

/** Which step mends what the server refuses of a stay; what is not here is mended where the customer stands. */
const mendedAt: Partial<Record<ErrorCode, 'bay_class' | 'arrive' | 'leave' | 'bay' | 'plate'>> = {
  slot_taken: 'bay',
  slot_past: 'arrive',
  lead_time: 'arrive',
  site_closed: 'arrive',
  outside_window: 'arrive',
  invalid_interval: 'leave',
  invalid_request: 'plate',
  not_found: 'bay_class',
}

/** Where a refused booking of a bay leads. */
export function afterRefusedStay(choice: ParkingChoice, details: Details, failure: ErrorCode): Session {
  const { bayClass, start } = choice
  switch (mendedAt[failure]) {
    case 'bay_class':
      return { at: 'bay_class', details, notice: failure }
    case 'arrive':
      return { at: 'arrive', bayClass, details, notice: failure }
    case 'leave':
      return { at: 'leave', bayClass, start, details, notice: failure }
    case 'bay': {
      // What they wanted is named; without a wish there is nothing to name, and then nothing is free at all.
      const gone = choice.bay === undefined ? { notice: failure } : { gone: choice.bay.label }
      return { ...baysOf({ ...choice, bay: undefined }, details), ...gone }
    }
    case 'plate':
      return { at: 'plate', choice, details, notice: failure }
    default:
      return { at: pressedAt(details), choice, details, notice: failure }
  }
}

/**
 * After the time to leave: with a price that was seen, and a bay free, any bay will do; otherwise the bays are shown, which
 * say both.
 */
export function afterDeparture({ bayClass, start, end }: Stay, details: Details, offered = false): Session {
  const choice = { bayClass, start, end, bay: undefined }
  return offered ? { at: 'plate', choice: { kind: 'parking', ...choice }, details } : baysOf(choice, details)
}

/** The step before the plate of somebody who takes any free bay, and has not looked at the bays. */
export function beforePlate(choice: Choice, details: Details): Session | undefined {
  if (choice.kind === 'wash' || choice.bay !== undefined) return undefined
  const { bayClass, start } = choice
  return { at: 'leave', bayClass, start, details }
}

/** A time of arrival that the server does not take leads back to the choice of one. */
export function afterRefusedArrival(session: SessionAt<'leave'>, failure: Failure): Session {
  const { bayClass, details } = session
  return { at: 'arrive', bayClass, details, notice: failure }
}

/** The bays as the server tells them. One that was wanted and is gone is named, and any free one is proposed instead. */
export function afterBays(session: SessionAt<'bay'>, { stay, availability }: EventOf<'bays_arrived'>): Session {
  if (!isSameStay(session.stay, stay)) return session
  const bays = { are: 'here', availability } as const
  const { bay } = session
  const isGone = bay !== undefined && !availability.bays.some(({ id, state }) => id === bay.id && state === 'free')
  if (!isGone) return { ...session, bays }
  const { notice: _, ...rest } = session
  return { ...rest, bays, bay: undefined, gone: bay.label }
}

/** Bays once seen stay on the screen while the server cannot be reached; a stay that may not be booked leads back. */
export function afterNoBays(session: SessionAt<'bay'>, { stay, failure }: EventOf<'bays_missing'>): Session {
  if (!isSameStay(session.stay, stay)) return session
  if (failure === 'not_paired') return { at: 'unpaired' }
  const { details } = session
  const { bayClass, start } = session.stay
  switch (failure === 'unreachable' ? undefined : mendedAt[failure]) {
    case 'arrive':
      return { at: 'arrive', bayClass, details, notice: failure }
    case 'leave':
      return { at: 'leave', bayClass, start, details, notice: failure }
    // The class is not let any more: the answer is about nothing else that was sent.
    case 'bay_class':
    case 'plate':
      return { at: 'bay_class', details, notice: failure }
    default:
      return session.bays.are === 'here' ? session : { ...session, bays: { are: 'missing', failure } }
  }
}

/** The bays for a stay, to be read afresh. */
export function baysOf({ bayClass, start, end, bay }: Omit<ParkingChoice, 'kind'>, details: Details): SessionAt<'bay'> {
  return { at: 'bay', stay: { bayClass, start, end }, bay, bays: { are: 'loading' }, details }
}

function isSameStay(one: Stay, other: Stay): boolean {
  return one.bayClass === other.bayClass && one.start === other.start && one.end === other.end
}
