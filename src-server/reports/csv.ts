import { majorUnits } from './major-units.ts'
import type { Cell, Table } from './report-table.ts'

const BOM = '\uFEFF'

/**
 * A table as CSV by RFC 4180: UTF-8 with a BOM, which is how Excel knows it, CRLF after each row, amounts in major
 * units with a point. A text that a spreadsheet would take for a formula is made one that it shows.
 */
export function toCsv({ columns, rows }: Table, currency: string): string {
  const lines = [
    columns.map(({ title }) => textField(title)),
    ...rows.map((row) => row.map((cell) => field(cell, currency))),
  ]
  return BOM + lines.map((line) => `${line.join(',')}\r\n`).join('')
}

function field(cell: Cell, currency: string): string {
  switch (cell.is) {
    case 'nothing':
      return ''
    case 'text':
      return textField(cell.text)
    case 'count':
      return String(cell.count)
    case 'money':
      return majorUnits(cell.minor, currency)
    case 'minutes':
      return tenths(cell.ms, 60_000)
    case 'share':
      return cell.of === 0 ? '' : tenths(cell.part * 100, cell.of)
  }
}

/** A quotient with one decimal, for machines. */
function tenths(part: number, of: number): string {
  return (Math.round((part * 10) / of) / 10).toFixed(1)
}

/** @see https://owasp.org/www-community/attacks/CSV_Injection */
function textField(text: string): string {
  const safe = /^[\s\0]*[=+\-@＝＋－＠|%\t\r\n]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
