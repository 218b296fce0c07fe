import type { Results } from './results.ts'

const WIDTH = 640
const BAR = 22
const LABEL = 130
const FULL = WIDTH - LABEL - 80

interface Bars {
  readonly title: string
  readonly bars: readonly { readonly name: string; readonly value: number; readonly text: string }[]
}

function barsOf({ steady = [], largest = [] }: Results): readonly Bars[] {
  const charts = steady.flatMap(({ clients, servers }): Bars[] => [
    {
      title: `CPU for each tick and 1,000 clients at ${clients} clients, ms`,
      bars: servers.map(({ server, cpuMs }) => ({ name: server, value: cpuMs, text: cpuMs.toFixed(1) })),
    },
    {
      title: `Lateness p99 at ${clients} clients, ms`,
      bars: servers.map(({ server, late }) => ({ name: server, value: late.p99, text: late.p99.toFixed(0) })),
    },
  ])
  if (largest.length === 0) return charts
  const bars = largest.map(({ server, clients }) => ({ name: server, value: clients, text: String(clients) }))
  return [...charts, { title: 'Most clients held', bars }]
}

function chart({ title, bars }: Bars, top: number): string {
  const most = Math.max(...bars.map(({ value }) => value), 1e-9)
  const rows = bars.map(({ name, value, text }, index) => {
    const y = top + 24 + index * BAR
    const width = Math.max(1, (FULL * value) / most)
    const colour = name === 'kerbside' ? '#1f6f5c' : '#9aa7ad'
    return (
      `<text x="${LABEL - 8}" y="${y + 13}" text-anchor="end">${name}</text>` +
      `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 6}" fill="${colour}"/>` +
      `<text x="${(LABEL + width + 6).toFixed(1)}" y="${y + 13}">${text}</text>`
    )
  })
  return `<text x="0" y="${top + 14}" font-weight="bold">${title}</text>\n${rows.join('\n')}`
}

/** The figures as bars, one chart below the other, as SVG. */
export function plot(results: Results): string {
  let top = 10
  const charts = barsOf(results).map((bars) => {
    const drawn = chart(bars, top)
    top += 24 + bars.bars.length * BAR + 18
    return drawn
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="sans-serif" font-size="12">\n` +
    `<rect width="100%" height="100%" fill="#fff"/>\n${charts.join('\n')}\n</svg>\n`
  )
}
