import { bandHours, isInBand } from '../../src-shared/tariff/band-hours.ts'
import type { TariffBand, TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'
import { offsetSpans, type OffsetSpan } from '../site/site-calendar.ts'

/** A stretch of a stay, [from, to) in ms since the epoch, that lies in one day of the cap and in one band or none. */
export interface Piece {
  readonly from: number
  readonly to: number
  /** Numbers the day whose cap it counts towards. */
  readonly capDay: number
  readonly band: TariffBand | undefined
  /** The local day on which this occurrence of the band began, in days since 1970; 0 without a band. */
  readonly bandDay: number
}

interface StayPlan {
  readonly from: number
  readonly to: number
  readonly timezone: string
  /** The bands of the bay's class; none overlap. */
  readonly bands: readonly TariffBand[]
  readonly capPer: TariffPlan['cap_per']
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * Cuts a stay into pieces, in order and without gaps. A moment belongs to a band when the site's clock shows a time in
 * it, so hours that a clock change skips are in no band, and hours that come twice are in it twice.
 */
export function stayPieces(stay: StayPlan): readonly Piece[] {
  return offsetSpans(stay.from, stay.to, stay.timezone).flatMap((span) => {
    const cuts = cutsWithin(span, stay)
    return cuts.map((from, index) => pieceAt(from, cuts[index + 1] ?? span.to, span.offsetMs, stay))
  })
}

/** Where a piece begins: the span's own beginning, midnights, ends of bands, and ends of 24 hours since entry. */
function cutsWithin(span: OffsetSpan, stay: StayPlan): readonly number[] {
  const cuts = new Set([span.from])
  const add = (at: number): void => {
    if (at > span.from && at < span.to) cuts.add(at)
  }
  const hours = stay.bands.map((band) => bandHours(band))
  const minutes = [0, ...hours.flatMap(({ from, to }) => [from, to])]
  for (let day = localDay(span.from, span.offsetMs); day <= localDay(span.to, span.offsetMs); day += 1) {
    for (const minute of minutes) add(day * DAY + minute * MINUTE - span.offsetMs)
  }
  const sinceEntry = Math.floor((span.from - stay.from) / DAY)
  if (stay.capPer === '24_hours') {
    for (let at = stay.from + sinceEntry * DAY; at < span.to; at += DAY) add(at)
  }
  return [...cuts].sort((a, b) => a - b)
}

function pieceAt(from: number, to: number, offsetMs: number, stay: StayPlan): Piece {
  const day = localDay(from, offsetMs)
  const minute = (from + offsetMs - day * DAY) / MINUTE
  const band = stay.bands.find((candidate) => isInBand(bandHours(candidate), minute))
  const capDay = stay.capPer === 'calendar_day' ? day : Math.floor((from - stay.from) / DAY)
  return { from, to, capDay, band, bandDay: band === undefined ? 0 : firstDay(band, day, minute) }
}

/** A night that began yesterday is still yesterday's night. */
function firstDay(band: TariffBand, day: number, minute: number): number {
  const { from, to } = bandHours(band)
  return to <= from && minute < to ? day - 1 : day
}

function localDay(ms: number, offsetMs: number): number {
  return Math.floor((ms + offsetMs) / DAY)
}
