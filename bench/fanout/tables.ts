import type { Named, Results, SteadyResult } from './results.ts'
import type { SteadyFigures } from './modes/steady.ts'

type Row = readonly string[]

/** Columns side by side: the first to the left, figures to the right. */
export function table(title: string, head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  )
  return [title, ...lines.map((line) => `  ${line.join('   ')}`)].join('\n')
}

const ms = (value: number) => value.toFixed(1)
const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 0.01 ? 3 : 1)} %`

/** How often as much as a peer's: the figure that holds on every machine. */
function times(value: number, peer: number | undefined): string {
  return peer === undefined || peer <= 0 ? '-' : `${(value / peer).toFixed(2)} ×`
}

function steadyTable({ clients, servers }: SteadyResult): string {
  const peer = (key: string, of: (figures: Named<SteadyFigures>) => number) => {
    const found = servers.find(({ server }) => server === key)
    return found === undefined ? undefined : of(found)
  }
  const cpu = (figures: SteadyFigures) => figures.cpuMs
  const memory = (figures: SteadyFigures) => figures.bytesPerClient
  return table(
    `${clients} clients`,
    ['', 'late p50', 'p99', 'max', 'spread', 'missed', 'CPU/tick/1,000', 'of raw', 'of ws send', 'kB/client', 'of ws'],
    servers.map((each) => [
      each.server,
      ...[each.late.p50, each.late.p99, each.late.max, each.spread].map(ms),
      percent(each.missed),
      `${ms(each.cpuMs)} ms`,
      times(each.cpuMs, peer('raw-net', cpu)),
      times(each.cpuMs, peer('ws-send', cpu)),
      (each.bytesPerClient / 1024).toFixed(1),
      times(each.bytesPerClient, peer('ws-send', memory)),
    ]),
  )
}

export function tables({ steady = [], pace, churn, stalled, largest }: Results): string {
  const parts = steady.map(steadyTable)
  if (pace !== undefined) {
    const full = pace.paces[0]?.cpuMs
    parts.push(
      table(
        `Kerbside's clients by pace, ${pace.clients} of them`,
        ['', 'CPU/s/1,000', 'of each second', '± ms'],
        pace.paces.map((each) => [
          each.pace,
          `${ms(each.cpuMs)} ms`,
          times(each.cpuMs, full),
          each.uncertainty === null ? '-' : ms(each.uncertainty),
        ]),
      ),
    )
  }
  if (churn !== undefined) {
    const raw = churn.find(({ server }) => server === 'raw-net')?.late.p99
    parts.push(
      table(
        '300 reconnects a second beside 1,000 clients',
        ['', 'reconnects', 'failed', 'descriptors left', 'missed', 'late p99', 'of raw'],
        churn.map((each) => [
          each.server,
          ...[each.reconnects, each.failedReconnects, each.descriptorsLeft].map(String),
          percent(each.missed),
          ms(each.late.p99),
          times(each.late.p99, raw),
        ]),
      ),
    )
  }
  if (stalled !== undefined) {
    parts.push(
      table(
        '1,000 clients that read nothing beside 200 that do',
        ['', 'bytes kept/client/tick', 'cut off', 'others missed', 'late p99'],
        stalled.map((each) => [
          each.server,
          each.bytesKept.toFixed(0),
          String(each.cutOff),
          percent(each.missed),
          ms(each.late.p99),
        ]),
      ),
    )
  }
  if (largest !== undefined) {
    parts.push(
      table(
        'The most clients held',
        ['', 'clients'],
        largest.map(({ server, clients }) => [server, String(clients)]),
      ),
    )
  }
  return parts.join('\n\n')
}
