import type { Lot } from '../../src-shared/api/stay-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'

/** Something on the lot that somebody must look at. */
export interface AttentionItem {
  readonly is: 'overstay' | 'conflict'
  readonly id: string
  readonly plate: string
  readonly bay: string
  readonly bayId: string
  /** When the car should have left, or when the booking begins. */
  readonly at: string
  readonly stayId: string | null
  readonly reference: string | null
}

/** Cars over their time, longest first, then bookings whose bay is not free for them, soonest first. */
export function attentionOf({ bays, conflicts }: Lot): readonly AttentionItem[] {
  const overstays = bays.flatMap((bay): AttentionItem[] =>
    bay.state !== 'overstay' || bay.until === null
      ? []
      : [
          {
            is: 'overstay',
            id: bay.id,
            plate: bay.plate ?? '',
            bay: bay.label,
            bayId: bay.id,
            at: bay.until,
            stayId: bay.stay_id,
            reference: null,
          },
        ],
  )
  // A car over its time is in both lists; it is told once.
  const told = new Set(overstays.map(({ stayId }) => stayId))
  const blocked = conflicts
    .filter(({ stay_id: stayId, booking }) => booking.state !== 'checked_in' || !told.has(stayId))
    .map(({ booking, stay_id: stayId, bay }): AttentionItem => {
      const over = booking.state === 'checked_in'
      return {
        is: over ? 'overstay' : 'conflict',
        id: `booking ${booking.id}`,
        plate: booking.plate,
        bay,
        bayId: booking.resource.id,
        at: over ? booking.end : booking.start,
        stayId,
        reference: booking.reference,
      }
    })
  return [...overstays.sort(byTime), ...blocked.sort(byTime)]
}

function byTime(one: AttentionItem, other: AttentionItem): number {
  return (parseInstant(one.at) ?? 0) - (parseInstant(other.at) ?? 0)
}

const hourMs = 3_600_000

export interface LotFigures {
  readonly carsIn: number
  readonly overstays: number
  /** Parked cars whose planned time ends within the hour. */
  readonly dueOut: number
}

/** @param now the server's time, ms since the Unix epoch; null while it is not known, and nothing is then due */
export function lotFigures({ bays }: Pick<Lot, 'bays'>, now: number | null): LotFigures {
  const parked = bays.filter(({ kind, stay_id: stayId }) => kind === 'bay' && stayId !== null)
  const dueOut = parked.filter(({ state, until }) => {
    const end = until === null ? undefined : parseInstant(until)
    return state === 'taken' && now !== null && end !== undefined && end <= now + hourMs
  })
  return {
    carsIn: parked.length,
    overstays: parked.filter(({ state }) => state === 'overstay').length,
    dueOut: dueOut.length,
  }
}
