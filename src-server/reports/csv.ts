import type { CsvShape } from '../../src-shared/api/report-schemas.ts'
import { majorUnits } from './major-units.ts'
import type { Cell, Table } from './report-table.ts'

/** How Excel knows that a file is UTF-8. */
const BOM = '\uFEFF'

interface Writing {
  readonly bom: string
  readonly separator: ',' | ';'
  readonly decimal: '.' | ','
  /** Spreadsheets take an instant with an offset for a text; programs want the offset. */
  readonly wallClock: boolean
}

/** A spreadsheet reads a file by its machine's region: where decimals have a comma, columns have a semicolon. */
const writings: Readonly<Record<CsvShape, Writing>> = {
  spreadsheet_point: { bom: BOM, separator: ',', decimal: '.', wallClock: true },
  spreadsheet_comma: { bom: BOM, separator: ';', decimal: ',', wallClock: true },
  plain: { bom: '', separator: ',', decimal: '.', wallClock: false },
}

/**
 * A table as CSV by RFC 4180: one row of names, CRLF after each row, UTF-8, amounts in major units with their currency in
 * a column of its own. A text that a spreadsheet would take for a formula is made one that it shows.
 */
export function toCsv({ columns, rows }: Table, currency: string, shape: CsvShape): string {
  const writing = writings[shape]
  const names = columns.map(({ title, name }) => textField(shape === 'plain' ? name : title))
  const lines = [names, ...rows.map((row) => row.map((cell) => field(cell, currency, writing)))]
  return writing.bom + lines.map((line) => `${line.join(writing.separator)}\r\n`).join('')
}

function field(cell: Cell, currency: string, { decimal, wallClock }: Writing): string {
  const number = (digits: string) => digits.replace('.', decimal)
  switch (cell.is) {
    case 'nothing':
      return ''
    case 'text':
      return textField(cell.text)
    case 'instant':
      return wallClock ? wallClockOf(cell.iso) : cell.iso
    case 'count':
      return String(cell.count)
    case 'money':
      return number(majorUnits(cell.minor, currency))
    case 'minutes':
      return number(tenths(cell.ms, 60_000))
    case 'share':
      return cell.of === 0 ? '' : number(tenths(cell.part * 100, cell.of))
  }
}

/** What the clock on the site's wall showed, as every spreadsheet reads it: `2025-12-04 19:05:00`. */
function wallClockOf(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ')
}

/** A quotient with one decimal, for machines. */
function tenths(part: number, of: number): string {
  return (Math.round((part * 10) / of) / 10).toFixed(1)
}

/** What begins a formula, also behind blanks. */
const FORMULA = /^[\s\0"]*[=+\-@＝＋－＠|%\t\r\n]/u
/** The same behind what a spreadsheet of another region would take for the end of a cell. */
const FORMULA_WITHIN = /([,;\t|\r\n][\s\0"]*)(?=[=+\-@＝＋－＠])/gu

/** @see https://owasp.org/www-community/attacks/CSV_Injection */
function textField(text: string): string {
  const begun = FORMULA.test(text) ? `'${text}` : text
  const safe = begun.replace(FORMULA_WITHIN, "$1'")
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
