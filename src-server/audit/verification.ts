import type { AuditFault } from '../../src-shared/api/audit-schemas.ts'
import { giveWay } from '../reports/period.ts'
import type { ChainedRow, ChainTender, ReportQueries } from '../store/report-rows.ts'
import { ChainWalk, type LinkOf } from './chain-walk.ts'
import { readData, type EventData } from './event-data.ts'
import { HeadComparison } from './head-comparison.ts'
import type { TrailHead } from './trail-head.ts'

/** So many lines at a time; each lot takes a few milliseconds. */
const LOT = 500

export interface Findings {
  checked: number
  total: number
  firstBrokenSeq: number | null
  amountsChecked: number
  headsChecked: number
  headsSuperseded: number
  readonly faults: AuditFault[]
}

export function newFindings(): Findings {
  const nothing = { checked: 0, total: 0, amountsChecked: 0, headsChecked: 0, headsSuperseded: 0 }
  return { ...nothing, firstBrokenSeq: null, faults: [] }
}

/** How the store chains its lines; it alone knows. */
export interface ChainRules {
  /** The hash of a line from the one before it. */
  readonly linkOf: LinkOf
  /** What a line says of what it told of a person. */
  readonly personalDigest: (salt: string, text: string) => string
}

const isOfChain = new Set<AuditFault['what']>([
  'line_changed',
  'lines_missing',
  'lines_inserted',
  'line_moved',
  'link_broken',
])

/**
 * Walks the whole chain, compares the amounts that it tells with the tables and its lines with the heads that were
 * written down elsewhere, lot by lot, giving way in between.
 * @param findings is filled as it goes, so that others can see how far it is
 */
export async function verifyTrail(
  queries: ReportQueries,
  findings: Findings,
  rules: ChainRules,
  heads: readonly TrailHead[],
): Promise<void> {
  findings.total = await queries.trailLength()
  const erasedUntil = await queries.personalErasedUntil()
  const told = new Set<string>()
  const report = (fault: AuditFault): void => {
    if (isOfChain.has(fault.what))
      findings.firstBrokenSeq = Math.min(findings.firstBrokenSeq ?? Infinity, fault.seq ?? 0)
    findings.faults.push(fault)
  }
  const chain = new ChainWalk(rules.linkOf, report)
  const comparison = new HeadComparison(heads, report)
  let seq = 0
  for (;;) {
    const lot = await queries.chain(seq, LOT)
    for (const row of lot) {
      seq = row.seq
      chain.feed(row)
      comparison.feed(row)
      checkPersonal(row, rules, erasedUntil, report)
      await compareAmounts(queries, row, told, findings)
    }
    findings.checked += lot.length
    findings.headsChecked = comparison.checked
    await giveWay()
    if (lot.length < LOT) break
  }
  chain.end()
  comparison.end()
  findings.headsChecked = comparison.checked
  findings.headsSuperseded = comparison.superseded
  await findUntold(queries, told, findings)
  await findUnbalanced(queries, findings)
}

/** What lies beside a line must be what the line's digest was made of, or be erased as the trail says. */
function checkPersonal(
  { seq, at, subject, data, personal, salt }: ChainedRow,
  { personalDigest }: ChainRules,
  erasedUntil: number | null,
  report: (fault: AuditFault) => void,
): void {
  const { personal: digest } = readData(data)
  if (typeof digest !== 'string' && personal === null) return
  if (personal === null || salt === null) {
    if (at >= (erasedUntil ?? -Infinity)) report({ what: 'personal_missing', seq, to_seq: null, subject })
  } else if (digest !== personalDigest(salt, personal)) {
    report({ what: 'personal_differs', seq, to_seq: null, subject })
  }
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
    findings.faults.push({ what: 'tender_missing', seq, to_seq: null, subject: id })
    return
  }
  const isSame =
    tender.amountMinor === data['amount_minor'] &&
    tender.method === data['method'] &&
    tender.paymentId === subject &&
    tender.kind === (kind === 'payment.refunded' ? 'refund' : 'payment')
  if (!isSame) findings.faults.push({ what: 'tender_differs', seq, to_seq: null, subject: id })
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
  if (total === undefined) findings.faults.push({ what: 'receipt_missing', seq, to_seq: null, subject })
  else if (total !== data['amount_minor']) findings.faults.push({ what: 'receipt_differs', seq, to_seq: null, subject })
}

/** Money in the tables that no line tells of: a line at the end may be gone, which no hash would show. */
async function findUntold(queries: ReportQueries, told: ReadonlySet<string>, findings: Findings): Promise<void> {
  const isTold = ({ id, paymentId }: ChainTender) => told.has(id) || told.has(`payment ${paymentId}`)
  let row = 0
  for (;;) {
    const lot = await queries.tendersAfter(row, LOT)
    for (const tender of lot) {
      row = tender.row
      if (!isTold(tender)) findings.faults.push({ what: 'tender_untold', seq: null, to_seq: null, subject: tender.id })
    }
    await giveWay()
    if (lot.length < LOT) return
  }
}

async function findUnbalanced(queries: ReportQueries, findings: Findings): Promise<void> {
  let row = 0
  for (;;) {
    const { unbalanced, lastRow } = await queries.unbalancedPayments(row, LOT)
    for (const { id } of unbalanced)
      findings.faults.push({ what: 'payment_unbalanced', seq: null, to_seq: null, subject: id })
    if (lastRow === null) return
    row = lastRow
    await giveWay()
  }
}
