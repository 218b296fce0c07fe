import UPlot from 'uplot'

/** What the picture writes beside its axes. */
export interface CurveWords {
  readonly hours: (minutes: number) => string
  /** @param minor whole minor units */
  readonly money: (minor: number) => string
}

export interface CurveCanvas {
  /** @param other the prices to compare with */
  show(minutes: readonly number[], prices: readonly number[], other?: readonly number[]): void
  resize(width: number): void
  remove(): void
}

const HEIGHT = 200
const hourSteps = [60, 120, 180, 240, 360]

/** Draws prices against minutes into an element, in the page's own colours and type. */
export function drawCurve(place: HTMLElement, words: CurveWords): CurveCanvas {
  const plot = new UPlot(optionsFor(place, words), [[], [], []], place)
  return {
    show: (minutes, prices, other) =>
      plot.setData([[...minutes], other === undefined ? minutes.map(() => null) : [...other], [...prices]]),
    resize: (width) => plot.setSize({ width, height: HEIGHT }),
    remove: () => plot.destroy(),
  }
}

function optionsFor(place: HTMLElement, words: CurveWords): UPlot.Options {
  const style = getComputedStyle(place)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const axis: UPlot.Axis = {
    stroke: colour('--color-text-muted'),
    font: `${style.fontSize} ${style.fontFamily}`,
    grid: { stroke: colour('--color-line'), width: 1 },
    ticks: { stroke: colour('--color-line'), width: 1 },
  }
  // A price holds for all of the quarter that ends at its point.
  const stepped = UPlot.paths.stepped?.({ align: -1 })
  const line: UPlot.Series = { points: { show: false }, ...(stepped === undefined ? {} : { paths: stepped }) }
  return {
    width: Math.max(place.clientWidth, 200),
    height: HEIGHT,
    padding: [8, 16, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.08)] } },
    axes: [
      { ...axis, incrs: hourSteps, space: 56, values: (_, splits) => splits.map(words.hours) },
      {
        ...axis,
        space: 36,
        size: (_, values) => 24 + 9 * Math.max(3, ...(values ?? []).map((text) => text.length)),
        values: (_, splits) => splits.map(words.money),
      },
    ],
    series: [
      {},
      { ...line, width: 2, dash: [8, 6], stroke: colour('--color-text-muted') },
      { ...line, width: 3, stroke: colour('--color-link') },
    ],
  }
}
