import { chargesOf, priceOf, type LineCharge } from '../../src-shared/tariff/line-charges.ts'
import type { TariffBand, TariffLine } from '../../src-shared/tariff/tariff-plan.ts'
import type { Piece } from './stay-pieces.ts'

/** Counts the time that one list of lines is for: the class's own, or one occurrence of a band. */
export interface Meter {
  readonly lines: readonly TariffLine[]
  readonly band: TariffBand | undefined
  /** The stretches that it counted, in order, each with what it had counted before, in ms. */
  readonly pieces: { readonly from: number; readonly to: number; readonly before: number }[]
  ms: number
}

/** What falls due in one day of the cap, in whole minor units, and when that day began and ended within the stay. */
export interface CapDay {
  readonly from: number
  to: number
  dueMinor: number
}

export interface Metered {
  readonly meters: readonly Meter[]
  readonly days: readonly CapDay[]
}

/**
 * Runs a stay's pieces through their meters. A price falls due at the moment at which its line is entered or its step is started,
 * and counts towards the cap of that moment's day. The class's own lines run on through the whole stay; bands only pause them.
 * @param ordinary the class's own lines
 */
export function meterPieces(pieces: readonly Piece[], ordinary: readonly TariffLine[]): Metered {
  const meters = new Map<string, Meter>()
  const days = new Map<number, CapDay>()
  for (const { from, to, capDay, band, bandDay } of pieces) {
    const key = band === undefined ? '' : `${band.from} ${bandDay}`
    const meter = meters.get(key) ?? { lines: band?.lines ?? ordinary, band, pieces: [], ms: 0 }
    meters.set(key, meter)
    const before = meter.ms
    meter.pieces.push({ from, to, before })
    meter.ms += to - from
    const day = days.get(capDay) ?? { from, to, dueMinor: 0 }
    days.set(capDay, day)
    day.to = to
    day.dueMinor += priceOf(meter.lines, meter.ms) - priceOf(meter.lines, before)
  }
  return { meters: [...meters.values()], days: [...days.values()] }
}

/** A line's charge, and from when to when it was for. */
export interface DatedCharge extends LineCharge {
  readonly from: number
  readonly to: number
}

/** The charges of a meter, with instants: a charge ends with the piece in which its last moment was counted. */
export function datedCharges({ lines, pieces, ms }: Meter): readonly DatedCharge[] {
  const last = pieces.at(-1)
  return chargesOf(lines, ms).map((charge) => {
    const first = pieces.findLast(({ before }) => before <= charge.fromMs) ?? last
    const end = pieces.findLast(({ before }) => before < charge.toMs) ?? last
    return {
      ...charge,
      from: (first?.from ?? 0) + charge.fromMs - (first?.before ?? 0),
      to: (end?.from ?? 0) + charge.toMs - (end?.before ?? 0),
    }
  })
}
