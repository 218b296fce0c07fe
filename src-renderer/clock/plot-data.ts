import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'

/** With fewer points a plot shows nothing yet. */
const FEWEST_POINTS = 3
/** Points are ten seconds apart; where more than this is missing, the machine slept or time was set, and lines end. */
const GAP_MS = 45_000

/** One look at the clocks: instants and offsets in ms, offsets as seen from business time. */
export interface Point {
  readonly at: number
  readonly wall: number
  readonly sources: number | null
  readonly uncertainty: number | null
}

/** Columns of equal length, as a plot wants them; null where a line has a gap. */
export interface PlotColumns {
  readonly at: number[]
  readonly wall: (number | null)[]
  readonly sources: (number | null)[]
  readonly low: (number | null)[]
  readonly high: (number | null)[]
}

/** The newest stretch of the history in which time only went forward: what is before it was measured by another time. */
export function pointsOf(history: ClockReport['history']): Point[] {
  const points: Point[] = []
  for (const { at, wall_ahead_ms: wall, sources_ahead_ms: sources, uncertainty_ms: uncertainty } of history) {
    const instant = parseInstant(at)
    if (instant === undefined) continue
    if (instant <= (points.at(-1)?.at ?? -Infinity)) points.length = 0
    points.push({ at: instant, wall, sources, uncertainty })
  }
  return points
}

export function isEnoughToPlot(points: readonly Point[]): boolean {
  return points.length >= FEWEST_POINTS
}

export function columnsOf(points: readonly Point[]): PlotColumns {
  const columns: PlotColumns = { at: [], wall: [], sources: [], low: [], high: [] }
  let before: Point | undefined
  for (const point of points) {
    if (before !== undefined && point.at - before.at > GAP_MS) append(columns, before.at + 1, undefined)
    append(columns, point.at, point)
    before = point
  }
  return columns
}

function append(columns: PlotColumns, at: number, point: Point | undefined): void {
  const { sources = null, uncertainty = null } = point ?? {}
  const isBand = sources !== null && uncertainty !== null
  columns.at.push(at)
  columns.wall.push(point?.wall ?? null)
  columns.sources.push(sources)
  columns.low.push(isBand ? sources - uncertainty : null)
  columns.high.push(isBand ? sources + uncertainty : null)
}

/** What the plot says, in figures: offsets in ms. */
export interface PlotSummary {
  readonly spanMs: number
  readonly least: number
  readonly most: number
  readonly now: number
  readonly sources: number | null
  readonly uncertainty: number | null
}

/** @throws RangeError when there is no point */
export function summaryOf(points: readonly Point[]): PlotSummary {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('no point to sum up')
  let [least, most] = [Infinity, -Infinity]
  for (const { wall } of points) {
    least = Math.min(least, wall)
    most = Math.max(most, wall)
  }
  const { wall: now, sources, uncertainty } = last
  return { spanMs: last.at - first.at, least, most, now, sources, uncertainty }
}

/** So many of the points, evenly over all of them, newest first: for a table that a person reads. */
export function thinned(points: readonly Point[], most: number): Point[] {
  const step = Math.max(1, Math.ceil(points.length / most))
  return points.filter((_, index) => (points.length - 1 - index) % step === 0).toReversed()
}
