import { newFindings, verifyTrail, type ChainRules } from '../audit/verification.ts'
import type { ReportQueries } from '../store/report-rows.ts'
import { StoreOpenError } from '../store/store.ts'
import { tableNames, type Table } from '../store/whole-store.ts'
import type { WholeTally } from '../store/whole-tally.ts'

/** What was found the same on both sides. */
export interface MoveFigures {
  readonly tables: readonly { readonly table: Table; readonly rows: number }[]
  readonly rows: number
  readonly tendersMinor: number
}

/** Each side has a row of its own about itself: its clock runs on. */
const OWN: Table = 'store_state'

/**
 * Compares what was read with what was written: the rows of each table, their number and the sum of tenders.
 * @throws StoreOpenError that names the first difference
 */
export function compareMoved(source: WholeTally, target: WholeTally): MoveFigures {
  const compared = tableNames.filter((table) => table !== OWN)
  for (const table of compared) {
    const [from, to] = [source.of(table), target.of(table)]
    if (from.rows !== to.rows) throw apart(`${table} has ${to.rows} rows, not ${from.rows}`)
    if (from.sumMinor !== to.sumMinor) throw apart(`tenders come to ${to.sumMinor}, not ${from.sumMinor}`)
    if (from.digest !== to.digest) throw apart(`a row of ${table} is not what it was`)
  }
  const tables = compared.map((table) => ({ table, rows: target.of(table).rows }))
  const rows = tables.reduce((sum, each) => sum + each.rows, 0)
  return { tables, rows, tendersMinor: target.of('tender').sumMinor }
}

/**
 * Walks the trail of what was written from its first line, and the books against it.
 * @returns how many lines and amounts were looked at
 * @throws StoreOpenError that names the first fault
 */
export async function checkMovedTrail(
  reports: ReportQueries,
  rules: ChainRules,
): Promise<{ readonly lines: number; readonly amounts: number }> {
  const findings = newFindings()
  await verifyTrail(reports, findings, rules, [])
  const [fault] = findings.faults
  if (fault !== undefined)
    throw apart(`its audit trail: ${fault.what}, line ${fault.seq ?? 'unknown'} ${fault.subject}`.trimEnd())
  return { lines: findings.checked, amounts: findings.amountsChecked }
}

function apart(what: string): StoreOpenError {
  return new StoreOpenError(`What was written is not what was read: ${what}. Nothing was moved.`)
}

export const rowsInWords = (count: number): string => (count === 1 ? '1 row' : `${count} rows`)

/** The figures of a move, a line each. */
export function wordsOfMove(
  { tables, rows, tendersMinor }: MoveFigures,
  { lines, amounts }: { readonly lines: number; readonly amounts: number },
): readonly string[] {
  return [
    ...tables.filter((each) => each.rows > 0).map((each) => `  ${each.table}: ${rowsInWords(each.rows)} on both sides`),
    `${rows} rows of ${tables.length} tables are the same on both sides, tenders of ${tendersMinor} minor units among them.`,
    `The audit trail is whole from its first line: ${lines} lines, ${amounts} amounts compared.`,
  ]
}
