import type { AuditFault } from '../../src-shared/api/audit-schemas.ts'
import { giveWay } from '../reports/period.ts'
import type { ChainedRow, ChainTender, ReportQueries } from '../store/report-rows.ts'
import { readData, type EventData } from './event-data.ts'

/** So many lines at a time; each lot takes a few milliseconds. */
const LOT = 500

export interface Findings {
  checked: number
  total: number
  firstBrokenSeq: number | null
  amountsChecked: number
  readonly faults: AuditFault[]
}

/** Works out the hash of a line from the one before it; the store says how. */
export type LinkOf = (previous: string, row: ChainedRow) => string

/**
 * Walks the whole chain and compares the amounts that it tells with the tables, lot by lot, giving way in between.
 * @param findings is filled as it goes, so that others can see how far it is
 */
export async function verifyTrail(queries: ReportQueries, findings: Findings, linkOf: LinkOf): Promise<void> {
  findings.total = await queries.trailLength()
  const told = new Set<string>()
  let last = { seq: 0, hash: '' }
  for (;;) {
    const lot = await queries.chain(last.seq, LOT)
    for (const row of lot) {
      const isWhole = row.seq === last.seq + 1 && row.hash === linkOf(last.hash, row)
      if (!isWhole) findings.firstBrokenSeq ??= row.seq
      last = row
      await compareAmounts(queries, row, told, findings)
    }
    findings.checked += lot.length
    await giveWay()
    if (lot.length < LOT) break
  }
  await findUntold(queries, told, findings)
  await findUnbalanced(queries, findings)
}

async function compareAmounts(
  queries: ReportQueries,
  row: ChainedRow,
  told: Set<string>,
  findings: Findings,
): Promise<void> {
  const isMoney = row.kind === 'payment.recorded' || row.kind === 'payment.refunded'
  const isReceipt = row.kind === 'receipt.issued' || row.kind === 'receipt.credited'
  if (!isMoney && !isReceipt) return
  const data = readData(row.data)
  if (isReceipt) await compareReceipt(queries, row, data, findings)
  else if (typeof data['tender'] === 'string') await compareTender(queries, row, data, told, findings)
  // Before there were tenders the trail named the payment alone, which had one tender for all of it.
  else told.add(`payment ${row.subject}`)
}

async function compareTender(
  queries: ReportQueries,
  { seq, kind, subject }: ChainedRow,
  data: EventData,
  told: Set<string>,
  findings: Findings,
): Promise<void> {
  const id = String(data['tender'])
  told.add(id)
  findings.amountsChecked += 1
  const tender = await queries.tender(id)
  if (tender === undefined) {
    findings.faults.push({ what: 'tender_missing', seq, subject: id })
    return
  }
  const isSame =
    tender.amountMinor === data['amount_minor'] &&
    tender.method === data['method'] &&
    tender.paymentId === subject &&
    tender.kind === (kind === 'payment.refunded' ? 'refund' : 'payment')
  if (!isSame) findings.faults.push({ what: 'tender_differs', seq, subject: id })
}

async function compareReceipt(
  queries: ReportQueries,
  { seq, subject }: ChainedRow,
  data: EventData,
  findings: Findings,
): Promise<void> {
  const [, series, number] = /^([RC])-0*(\d+)$/.exec(subject) ?? []
  if ((series !== 'R' && series !== 'C') || number === undefined) return
  findings.amountsChecked += 1
  const total = await queries.receiptTotal(series, Number(number))
  if (total === undefined) findings.faults.push({ what: 'receipt_missing', seq, subject })
  else if (total !== data['amount_minor']) findings.faults.push({ what: 'receipt_differs', seq, subject })
}

/** Money in the tables that no line tells of: a line at the end may be gone, which no hash would show. */
async function findUntold(queries: ReportQueries, told: ReadonlySet<string>, findings: Findings): Promise<void> {
  const isTold = ({ id, paymentId }: ChainTender) => told.has(id) || told.has(`payment ${paymentId}`)
  let row = 0
  for (;;) {
    const lot = await queries.tendersAfter(row, LOT)
    for (const tender of lot) {
      row = tender.row
      if (!isTold(tender)) findings.faults.push({ what: 'tender_untold', seq: null, subject: tender.id })
    }
    await giveWay()
    if (lot.length < LOT) return
  }
}

async function findUnbalanced(queries: ReportQueries, findings: Findings): Promise<void> {
  let row = 0
  for (;;) {
    const { unbalanced, lastRow } = await queries.unbalancedPayments(row, LOT)
    for (const { id } of unbalanced) findings.faults.push({ what: 'payment_unbalanced', seq: null, subject: id })
    if (lastRow === null) return
    row = lastRow
    await giveWay()
  }
}
