import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import { useSearch, type Match } from '../search/use-search.ts'

/** What is known of a plate that comes to the gate. */
interface KnownCar {
  /** It stands in the car park already. */
  readonly parked: Stay | undefined
  /** It has a booking that it can be checked in with. */
  readonly booking: StaffBooking | undefined
}

export function useKnownCar(plate: string): KnownCar {
  const { matches } = useSearch(plate)
  return knownCar(plate, matches)
}

/** Only the very plate counts: one character off is another car. */
export function knownCar(plate: string, matches: readonly Match[]): KnownCar {
  const meant = normalisePlate(plate)
  const isIt = (other: string | undefined) => other !== undefined && normalisePlate(other) === meant
  const parked = matches.find(({ stay }) => stay?.state === 'parked' && isIt(stay.plate))?.stay
  const booking = matches.find(
    (match) => match.booking?.kind === 'parking' && match.booking.state === 'confirmed' && isIt(match.booking.plate),
  )?.booking
  return { parked: parked ?? undefined, booking: booking ?? undefined }
}
