type Row = Readonly<Record<string, string | number>>

/** A table in Markdown, for the proof that a run leaves behind. */
export function proofTable(first: string, rows: ReadonlyMap<string, Row>): string {
  const columns = Object.keys([...rows.values()][0] ?? {})
  const cells = [
    [first, ...columns],
    ['---', ...columns.map(() => '---:')],
    ...Array.from(rows, ([name, row]) => [name, ...columns.map((column) => String(row[column] ?? ''))]),
  ]
  const widths = (cells[0] ?? []).map((_, index) => Math.max(...cells.map((line) => (line[index] ?? '').length)))
  return cells.map((line) => `| ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`).join('\n')
}
