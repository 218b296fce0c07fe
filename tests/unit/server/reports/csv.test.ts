import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../../src-server/reports/csv.ts'
import type { Cell, Column, Table } from '../../../../src-server/reports/report-table.ts'
import { count, instant, minutes, money, nothing, share, text } from '../../../../src-server/reports/report-table.ts'
import { csvShapes, type CsvShape } from '../../../../src-shared/api/report-schemas.ts'
import '../../../support/property-seed.ts'

const separators = { spreadsheet_point: ',', spreadsheet_comma: ';', plain: ',' } as const

/** What another program reads, which knows nothing of ours. */
function readBack(file: string, shape: CsvShape): string[][] {
  return parse(file, { delimiter: separators[shape], bom: true, recordDelimiter: '\r\n' })
}

function tableOf(...rows: readonly Cell[][]): Table {
  const columns: Column[] = rows[0]!.map((_, index) => ({ title: `Título ${index}`, name: `c${index}`, onPaper: true }))
  return { columns, rows }
}

describe('a table as CSV', () => {
  const cells = [
    text('Café, "Süd"; links'),
    count(1234567),
    money(-123456),
    minutes(90_000),
    share(1, 3),
    instant('2025-12-04T19:05:06+05:30'),
    nothing,
  ]

  it('is what a spreadsheet whose decimals have a point reads as numbers and times', () => {
    const file = toCsv(tableOf(cells), 'INR', 'spreadsheet_point')
    expect(file.startsWith('\uFEFFTítulo 0,Título 1,')).toBe(true)
    expect(readBack(file, 'spreadsheet_point')[1]).toEqual([
      'Café, "Süd"; links',
      '1234567',
      '-1234.56',
      '1.5',
      '33.3',
      '2025-12-04 19:05:06',
      '',
    ])
  })

  it('has semicolons where decimals have a comma', () => {
    const file = toCsv(tableOf(cells), 'INR', 'spreadsheet_comma')
    expect(file.startsWith('\uFEFFTítulo 0;Título 1;')).toBe(true)
    expect(readBack(file, 'spreadsheet_comma')[1]!.slice(2, 5)).toEqual(['-1234,56', '1,5', '33,3'])
  })

  it('has stable names, a point and instants with their offset for programs, and no mark of bytes', () => {
    const file = toCsv(tableOf(cells), 'JPY', 'plain')
    expect(file.startsWith('c0,c1,c2')).toBe(true)
    expect(readBack(file, 'plain')[1]).toMatchObject({ 2: '-123456', 5: '2025-12-04T19:05:06+05:30' })
  })

  it('comes back from another program as it went in, whatever its texts say', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('ab"\',;|= +-@\t\r\n%'), '\r\n', 'ക്ഷ', 'हि', '😀') })
    const rows = fc.array(fc.tuple(words, fc.maxSafeInteger(), words), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.constantFrom(...csvShapes), (lines, shape) => {
        const file = toCsv(tableOf(...lines.map(([a, n, b]) => [text(a), count(n), text(b)])), 'INR', shape)
        const [head, ...back] = readBack(file, shape)
        expect(head).toHaveLength(3)
        // The guard puts apostrophes before what would be a formula, and changes nothing else.
        const bare = (one: string) => one.replaceAll("'", '')
        expect(back.map((row) => row.map(bare))).toEqual(lines.map(([a, n, b]) => [bare(a), String(n), bare(b)]))
      }),
    )
  })

  it('shows what would be a formula, wherever a spreadsheet of any region would begin a cell', () => {
    const begins = /^[\s\0"]*[=+\-@＝＋－＠]/u
    const hostile = fc.string({ unit: fc.constantFrom(...Array.from('=+-@,;|" a\t\r\n＝')) })
    fc.assert(
      fc.property(hostile, fc.constantFrom(...csvShapes), (words, shape) => {
        const [, [field]] = readBack(toCsv(tableOf([text(words)]), 'INR', shape), shape) as [string[], [string]]
        for (const cell of field.split(/[,;\t|\r\n]/)) expect(begins.test(cell)).toBe(false)
      }),
    )
    expect(toCsv(tableOf([text('=cmd()')]), 'INR', 'plain')).toContain("'=cmd()")
  })
})
