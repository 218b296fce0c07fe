import type { Reconciliation, TakingsFigures } from '../../src-shared/api/report-schemas.ts'
import { readReport } from '../shifts/frozen-report.ts'
import type { ReportQueries, Unmatched } from '../store/report-rows.ts'
import { eachPiece, piecesOf, type Period } from './period.ts'

/** How many payments that do not match are named. */
const MOST_NAMED = 50

/**
 * Holds the takings of a period against the three other books: receipts, shifts, audit trail. A payment gets its receipt
 * when its last part is paid, so money may lie without one for a while; once it has one, receipts less credit notes must
 * be what was paid less what was given back, at every instant.
 */
export async function reconcile(
  queries: ReportQueries,
  period: Period,
  totals: TakingsFigures,
): Promise<Reconciliation> {
  const unmatched: Unmatched[] = []
  const shifts = new Map<string | null, number>()
  let chain = 0
  await eachPiece(piecesOf(period.from, period.to, period.timezone), async (piece) => {
    unmatched.push(...(await queries.unmatchedPayments(piece)))
    for (const { shiftId, movedMinor } of await queries.shiftSums(piece)) {
      shifts.set(shiftId, (shifts.get(shiftId) ?? 0) + movedMinor)
    }
    chain += await queries.chainSum(piece)
  })
  const takings = totals.takings_minor
  const receipts = againstReceipts(totals, unmatched)
  const drawer = await againstShifts(queries, takings, shifts)
  const trail = { total_minor: chain, difference_minor: takings - chain }
  const wrong = receipts.payments.length + drawer.shifts.length
  const differences = [receipts.difference_minor, drawer.difference_minor, trail.difference_minor]
  return {
    agrees: wrong === 0 && differences.every((difference) => difference === 0),
    takings_minor: takings,
    receipts,
    shifts: drawer,
    audit_trail: trail,
  }
}

function againstReceipts(totals: TakingsFigures, unmatched: readonly Unmatched[]): Reconciliation['receipts'] {
  const faults = new Map<string, number>()
  let without = 0
  for (const row of unmatched) {
    const before = { moved: row.movedBefore, receipted: row.receiptedBefore, receipts: row.receiptsBefore }
    const after = { moved: row.movedByEnd, receipted: row.receiptedByEnd, receipts: row.receiptsByEnd }
    without += heldBy(after) - heldBy(before)
    faults.set(row.paymentId, (faults.get(row.paymentId) ?? 0) + wrongBy(after) - wrongBy(before))
  }
  const { charged_minor, credited_minor, takings_minor } = totals
  const total = charged_minor - credited_minor + without
  return {
    receipts_minor: charged_minor,
    credit_notes_minor: credited_minor,
    without_receipt_minor: without,
    total_minor: total,
    difference_minor: takings_minor - total,
    payments: [...faults]
      .filter(([, difference]) => difference !== 0)
      .slice(0, MOST_NAMED)
      .map(([payment_id, difference_minor]) => ({ payment_id, difference_minor })),
  }
}

interface Standing {
  readonly moved: number
  readonly receipted: number
  readonly receipts: number
}

/** Money that lies there without a receipt. */
function heldBy({ moved, receipts }: Standing): number {
  return receipts === 0 ? moved : 0
}

/** What the receipts are away from the money. */
function wrongBy({ moved, receipted, receipts }: Standing): number {
  return receipts === 0 ? -receipted : moved - receipted
}

async function againstShifts(
  queries: ReportQueries,
  takings: number,
  sums: ReadonlyMap<string | null, number>,
): Promise<Reconciliation['shifts']> {
  const found = {
    z_reports: 0,
    z_reports_minor: 0,
    outside_minor: 0,
    open_shift_minor: 0,
    without_shift_minor: sums.get(null) ?? 0,
    shifts: [] as Reconciliation['shifts']['shifts'],
  }
  for (const [id, inside] of sums) {
    const shift = id === null ? undefined : await queries.reportShift(id)
    if (shift === undefined) continue
    if (shift.report === null) {
      found.open_shift_minor += inside
      continue
    }
    const { takings_minor } = readReport(shift.report)
    found.z_reports += 1
    found.z_reports_minor += takings_minor
    found.outside_minor += shift.movedMinor - inside
    const difference_minor = shift.movedMinor - takings_minor
    if (difference_minor !== 0) found.shifts.push({ shift_id: shift.id, number: shift.number, difference_minor })
  }
  const { z_reports_minor, outside_minor, open_shift_minor, without_shift_minor } = found
  const total_minor = z_reports_minor - outside_minor + open_shift_minor + without_shift_minor
  return { ...found, total_minor, difference_minor: takings - total_minor }
}
