export interface CsvRow {
  /** The line on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The cells alone. */
export function readCsv(text: string): string[][] {
  return readCsvRows(text).map(({ cells }) => [...cells])
}

/**
 * Reads a CSV, RFC 4180: commas (or semicolons, where the first line has those instead), quotes with `""` inside them,
 * either line ending, with or without a byte order mark. Lines with nothing in them are left out.
 */
export function readCsvRows(text: string): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const [firstLine = ''] = source.split(/\r?\n/, 1)
  const separator = !firstLine.includes(',') && firstLine.includes(';') ? ';' : ','
  const rows: CsvRow[] = []
  let row: string[] = []
  let line = 1
  let began = 0
  for (let at = 0; at <= source.length; at += 1) {
    const cell = readCell(source, at, separator)
    row.push(cell.value)
    at = cell.end
    if (source[at] === separator) continue
    if (source[at] === '\r' && source[at + 1] === '\n') at += 1
    if (row.some((value) => value.trim() !== '')) rows.push({ line, cells: row })
    line += source.slice(began, at + 1).split('\n').length - 1
    began = at + 1
    row = []
  }
  return rows
}

/** One cell, and where it ends: at a separator, a line's end or the end of the text. */
function readCell(source: string, from: number, separator: string): { value: string; end: number } {
  let value = ''
  let at = from
  let isQuoted = false
  for (; at < source.length; at += 1) {
    const character = source[at] ?? ''
    if (character === '"') {
      if (isQuoted && source[at + 1] === '"') {
        value += '"'
        at += 1
      } else if (isQuoted || value === '') isQuoted = !isQuoted
      else value += character
      continue
    }
    if (!isQuoted && (character === separator || character === '\n' || character === '\r')) break
    value += character
  }
  return { value, end: at }
}
