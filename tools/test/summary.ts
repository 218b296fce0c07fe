import { span } from '../terminal/progress.ts'
import type { KindResult } from './result.ts'

/** The closing report: a table by kind, what was skipped and why, what it ran on, and the totals alone on the last line. */
export function summary(results: KindResult[], ranOn: string[]): string {
  const header = ['kind', 'passed', 'failed', 'skipped', 'time']
  const rows = results.map((result) => [
    result.kind,
    String(result.passed),
    String(result.failed.length),
    String(result.skipped.length),
    span(result.ms),
  ])
  const skipped = results.flatMap((result) => result.skipped.map((name) => `  skipped: ${name}`))
  const unsteady = results.flatMap((result) =>
    result.unsteady.map((name) => `  passed at the second try: ${result.kind}: ${name}`),
  )
  const failed = results.flatMap((result) => result.failed.map((name) => `  failed: ${result.kind}: ${name}`))
  const empty = results.filter(ranNothing).map((result) => `  no ${result.kind} test ran: that counts as a failure`)
  return [
    '',
    ...table([header, ...rows]),
    ...ranOn.map((line) => `  ${line}`),
    ...skipped,
    ...unsteady,
    ...failed,
    ...empty,
    '',
    ...skippedTotal(results),
    totals(results),
  ].join('\n')
}

/** Green means that nothing failed and that every kind that was asked for ran something. */
export function allGreen(results: KindResult[]): boolean {
  return results.every((result) => result.failed.length === 0 && !ranNothing(result))
}

function sum(results: KindResult[], count: (result: KindResult) => number): number {
  return results.reduce((total, result) => total + count(result), 0)
}

/** On a line of its own: what reads the totals expects the two numbers and nothing else. */
function skippedTotal(results: KindResult[]): string[] {
  const skipped = sum(results, (result) => result.skipped.length)
  return skipped > 0 ? [`${skipped} skipped`] : []
}

function totals(results: KindResult[]): string {
  const passed = sum(results, (result) => result.passed)
  const failed = sum(results, (result) => result.failed.length + (ranNothing(result) ? 1 : 0))
  return `${passed} passed, ${failed} failed`
}

function ranNothing(result: KindResult): boolean {
  return result.passed + result.failed.length === 0
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    return `  ${cells.join('   ')}`
  })
}
