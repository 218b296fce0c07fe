import UPlot from 'uplot'
import type { PlotColumns } from './plot-data.ts'

/** What the plot writes beside its axes. */
export interface PlotWords {
  /** A time of day. @param ms since the Unix epoch */
  readonly time: (ms: number) => string
  /** An offset. @param ms milliseconds */
  readonly offset: (ms: number) => string
}

export interface ClockPlotCanvas {
  show(columns: PlotColumns): void
  resize(width: number): void
  remove(): void
}

const HEIGHT = 240
/** A quiet clock is drawn quiet: the plot shows at least so many ms to either side. */
const LEAST_REACH_MS = 10
const MINUTE_MS = 60_000
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120].map((minutes) => minutes * MINUTE_MS)
const offsetSteps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 6, 12, 24, 48, 168, 720, 8760, 87_600].map((hours) => hours * 60 * MINUTE_MS),
]

/** Draws the plot into an element, in the page's own colours and type. */
export function drawClockPlot(place: HTMLElement, words: PlotWords): ClockPlotCanvas {
  const plot = new UPlot(optionsFor(place, words), rows({ at: [], wall: [], sources: [], low: [], high: [] }), place)
  return {
    show: (columns) => plot.setData(rows(columns)),
    resize: (width) => plot.setSize({ width, height: HEIGHT }),
    remove: () => plot.destroy(),
  }
}

/** The order of the lines: what comes later lies above. */
function rows({ at, wall, sources, low, high }: PlotColumns): UPlot.AlignedData {
  const zero = at.map(() => 0)
  return [at, high, low, zero, sources, wall]
}

function optionsFor(place: HTMLElement, words: PlotWords): UPlot.Options {
  const style = getComputedStyle(place)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const ink = colour('--color-text-muted')
  const axis: UPlot.Axis = {
    stroke: ink,
    font: `${style.fontSize} ${style.fontFamily}`,
    grid: { stroke: colour('--color-line'), width: 1 },
    ticks: { stroke: colour('--color-line'), width: 1 },
  }
  const bound: UPlot.Series = { width: 0, points: { show: false } }
  const line: UPlot.Series = { width: 2, points: { show: false } }
  return {
    width: Math.max(place.clientWidth, 200),
    height: HEIGHT,
    padding: [8, 16, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false }, y: { range: (_, least, most) => reach(least, most) } },
    axes: [
      { ...axis, incrs: timeSteps, space: 72, values: (_, splits) => splits.map(words.time) },
      {
        ...axis,
        incrs: offsetSteps,
        space: 40,
        size: (_, values) => 24 + 8 * Math.max(4, ...(values ?? []).map((text) => text.length)),
        values: (_, splits) => splits.map(words.offset),
      },
    ],
    series: [
      {},
      bound,
      bound,
      { ...line, width: 1, stroke: colour('--color-text') },
      { ...line, stroke: colour('--color-ok'), dash: [8, 6] },
      { ...line, width: 3, stroke: colour('--color-link') },
    ],
    bands: [{ series: [1, 2], fill: colour('--color-ok-soft') }],
  }
}

/** Room around the lines, zero always among it. */
function reach(least: number | null, most: number | null): UPlot.Range.MinMax {
  const low = Math.min(least ?? 0, -LEAST_REACH_MS)
  const high = Math.max(most ?? 0, LEAST_REACH_MS)
  const room = (high - low) * 0.08
  return [low - room, high + room]
}
