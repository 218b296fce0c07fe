import type { Tally } from './run-scenario.ts'

/** What a client comes to in a scenario. Errors in milliseconds, shares from 0 to 1. */
export interface Figures {
  readonly client: string
  readonly p50_ms: number
  readonly p99_ms: number
  readonly max_ms: number
  /** How often it did not claim to know the time. */
  readonly unsure: number
  /** How often it decided wrongly whether a slot had begun. */
  readonly false_decisions: number
  /** How often it left that to the server. */
  readonly left_to_server: number
}

export interface ScenarioFigures {
  readonly scenario: string
  readonly clients: readonly Figures[]
}

export function figuresOf(client: string, { errors, looks, decisions, falseDecisions, left }: Tally): Figures {
  const sorted = errors.toSorted((a, b) => a - b)
  const share = (part: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0, 2)
  return {
    client,
    p50_ms: share(0.5),
    p99_ms: share(0.99),
    max_ms: share(1),
    unsure: round(1 - errors.length / looks, 5),
    false_decisions: round(falseDecisions / decisions, 5),
    left_to_server: round(left / decisions, 5),
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

const HEAD = ['', 'p50', 'p99', 'max error', 'unsure', 'false decisions', 'left to the server']

/** The scenarios below each other, and the clients of each side by side with their figures. */
export function figuresTable(all: readonly ScenarioFigures[]): string {
  return all
    .map(({ scenario, clients }) => {
      const rows = [HEAD, ...clients.map(cells)]
      const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
      const lines = rows.map((row) =>
        row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
      )
      return [scenario, ...lines.map((line) => `  ${line.join('   ')}`)].join('\n')
    })
    .join('\n\n')
}

function cells(figures: Figures): string[] {
  const { client, p50_ms, p99_ms, max_ms, unsure, false_decisions, left_to_server } = figures
  return [client, ...[p50_ms, p99_ms, max_ms].map(duration), ...[unsure, false_decisions, left_to_server].map(percent)]
}

function duration(ms: number): string {
  if (ms < 10_000) return `${ms.toFixed(1)} ms`
  const hours = ms / 3_600_000
  if (hours < 1) return `${(ms / 1000).toFixed(0)} s`
  return hours < 1000 ? `${hours.toFixed(1)} h` : `${(hours / 24 / 365).toFixed(1)} years`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
