import * as v from 'valibot'
import { NewPermit, MOST_PERMITS, type Permit } from '../api/permit-schemas.ts'
import { normalisePlate } from '../plate/plate.ts'
import { readCsv } from '../csv/read-csv.ts'

export const permitColumns = ['plate', 'holder', 'class', 'from', 'to'] as const
export type PermitColumn = (typeof permitColumns)[number]

/** What is wrong with a row: a column that cannot be read, or how it stands to other permits. */
export type RowProblem = PermitColumn | 'order' | 'past' | 'known' | 'twice'

export interface PermitRow {
  /** Its line in the file, from 1; a line break in quotes counts as none. */
  readonly line: number
  readonly cells: Readonly<Record<PermitColumn, string>>
  readonly permit: NewPermit | null
  readonly problems: readonly RowProblem[]
}

export type PermitFile =
  | { readonly is: 'read'; readonly rows: readonly PermitRow[] }
  /** `columns`: the first line does not name all of them. */
  | { readonly is: 'unreadable'; readonly why: 'empty' | 'columns' | 'tooMany' }

/**
 * Reads permits from a CSV with the columns plate, holder, class, from and to, in any order. An empty class, or `all`,
 * holds for every bay; days are YYYY-MM-DD and both included. The server checks the same again.
 * @param today the site's calendar day
 */
export function readPermitCsv(text: string, known: readonly Permit[], today: string): PermitFile {
  const [head, ...body] = readCsv(text)
  if (head === undefined || body.length === 0) return { is: 'unreadable', why: 'empty' }
  if (body.length > MOST_PERMITS) return { is: 'unreadable', why: 'tooMany' }
  const names = head.map((name) => name.trim().toLowerCase())
  const places = permitColumns.map((column) => names.indexOf(column))
  if (places.includes(-1)) return { is: 'unreadable', why: 'columns' }
  const rows: PermitRow[] = []
  for (const [index, cells] of body.entries()) {
    const entries = permitColumns.map((column, place) => [column, (cells[places[place] ?? -1] ?? '').trim()])
    const named = Object.fromEntries(entries) as PermitRow['cells']
    rows.push({ line: index + 2, cells: named, ...readRow(named, known, rows, today) })
  }
  return { is: 'read', rows }
}

function readRow(
  cells: PermitRow['cells'],
  known: readonly Permit[],
  before: readonly PermitRow[],
  today: string,
): Pick<PermitRow, 'permit' | 'problems'> {
  const bayClass = cells.class.toLowerCase().replace(/[\s-]+/g, '_')
  const parsed = v.safeParse(NewPermit, {
    plate: cells.plate,
    holder: cells.holder,
    bay_class: bayClass === '' || bayClass === 'all' ? null : bayClass,
    from_date: cells.from,
    to_date: cells.to,
  })
  if (!parsed.success) return { permit: null, problems: faultyColumns(parsed.issues) }
  const permit = parsed.output
  return { permit, problems: standing(permit, known, before, today) }
}

const columnOf: Readonly<Record<string, PermitColumn>> = {
  plate: 'plate',
  holder: 'holder',
  bay_class: 'class',
  from_date: 'from',
  to_date: 'to',
}

function faultyColumns(issues: readonly v.BaseIssue<unknown>[]): RowProblem[] {
  const columns = issues.map((issue) => columnOf[v.getDotPath(issue) ?? ''] ?? 'plate')
  return permitColumns.filter((column) => columns.includes(column))
}

function standing(
  permit: NewPermit,
  known: readonly Permit[],
  before: readonly PermitRow[],
  today: string,
): RowProblem[] {
  if (permit.to_date < permit.from_date) return ['order']
  if (permit.to_date < today) return ['past']
  if (known.some((other) => other.state !== 'revoked' && doOverlap(permit, other))) return ['known']
  return before.some((other) => other.permit !== null && doOverlap(permit, other.permit)) ? ['twice'] : []
}

function doOverlap(a: NewPermit, b: NewPermit): boolean {
  const sameBays = a.bay_class === null || b.bay_class === null || a.bay_class === b.bay_class
  const samePlate = normalisePlate(a.plate) === normalisePlate(b.plate)
  return samePlate && sameBays && a.from_date <= b.to_date && b.from_date <= a.to_date
}
