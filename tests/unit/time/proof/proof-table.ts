/** A line of the proof: what was promised, what was measured, and whether that keeps the promise. */
export interface ProofLine {
  readonly line: string
  readonly promised: string
  readonly measured: string
  readonly kept: boolean
}

/** Milliseconds as they stand in the table. */
export function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`
}

/** The lines below each other in columns, as they go into a closing note (a Markdown table). */
export function proofTable(lines: readonly ProofLine[]): string {
  const head = ['line', 'promised', 'measured', 'kept']
  const rows = lines.map(({ line, promised, measured, kept }) => [line, promised, measured, kept ? 'yes' : 'NO'])
  const widths = head.map((word, column) => Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...rows.map(row)].join('\n')
}
