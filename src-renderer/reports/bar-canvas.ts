import UPlot from 'uplot'

/** Bars side by side, each with a name and a height. */
export interface Bars {
  readonly names: readonly string[]
  readonly heights: readonly number[]
  /** What each was before, as a line of points; null where there was none. */
  readonly before?: readonly (number | null)[] | undefined
}

export interface BarCanvas {
  show(bars: Bars): void
  resize(width: number): void
  remove(): void
}

const HEIGHT = 220
/** The axis goes at least as far, so that nothing at all does not look like something. */
const LEAST_REACH = 1

/**
 * Draws bars into an element, in the page's own colours and type.
 * @param words writes a height beside the axis
 * @param step heights beside the axis are whole steps of it
 */
export function drawBars(place: HTMLElement, words: (height: number) => string, step: number): BarCanvas {
  let names: readonly string[] = []
  const style = getComputedStyle(place)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const axis: UPlot.Axis = {
    stroke: colour('--color-text-muted'),
    font: `${style.fontSize} ${style.fontFamily}`,
    ticks: { show: false },
  }
  const plot = new UPlot(
    {
      width: Math.max(place.clientWidth, 200),
      height: HEIGHT,
      padding: [12, 8, 0, 0],
      cursor: { show: false },
      legend: { show: false },
      scales: {
        x: { time: false, range: () => [-0.6, Math.max(names.length, 1) - 0.4] },
        y: { range: (_, least, most) => [Math.min(0, least ?? 0), Math.max(step * LEAST_REACH, most ?? 0) * 1.06] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          space: 104,
          incrs: [1, 2, 3, 4, 6, 7, 14, 28, 56, 112],
          values: (_, splits) => splits.map((at) => names[at] ?? ''),
        },
        {
          ...axis,
          grid: { stroke: colour('--color-line'), width: 1 },
          incrs: [1, 2, 5, 10, 20, 25, 50]
            .flatMap((unit) => Array.from({ length: 9 }, (_, power) => unit * step * 10 ** power))
            .sort((a, b) => a - b),
          space: 40,
          size: (_, values) => 20 + 8 * Math.max(3, ...(values ?? []).map((text) => text.length)),
          values: (_, splits) => splits.map(words),
        },
      ],
      series: [
        {},
        {
          stroke: colour('--color-link'),
          fill: colour('--color-link'),
          width: 0,
          points: { show: false },
          paths: bars(),
        },
        {
          stroke: colour('--color-text'),
          width: 2,
          dash: [6, 4],
          points: { show: true, size: 7, fill: colour('--color-surface'), stroke: colour('--color-text') },
        },
      ],
    },
    [[], [], []],
    place,
  )
  return {
    show(shown) {
      names = shown.names
      plot.setData([
        names.map((_, index) => index),
        [...shown.heights],
        names.map((_, index) => shown.before?.[index] ?? null),
      ])
    },
    resize: (width) => plot.setSize({ width, height: HEIGHT }),
    remove: () => plot.destroy(),
  }
}

/** Bars two thirds as wide as their place, at most 48 px. */
function bars(): UPlot.Series.PathBuilder {
  const build = UPlot.paths.bars
  if (build === undefined) throw new Error('uPlot has no bars')
  return build({ size: [0.66, 48] })
}
