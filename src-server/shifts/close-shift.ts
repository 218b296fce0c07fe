import type { ZReport } from '../../src-shared/api/shift-schemas.ts'
import { actorName } from '../identity/actor-name.ts'
import type { Random } from '../ids/random.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ShiftRow } from '../store/money-rows.ts'
import type { Queries, SiteRow, Transaction, UserRow } from '../store/store.ts'
import { openShift, shiftChanged, type ShiftChange } from './shift-ledger.ts'
import { shiftFigures } from './z-report.ts'

/** 128 bits of a line's hash: more than anybody can find another line for. */
const CODE_LENGTH = 32

export interface ShiftClosing {
  readonly countedMinor: number
  readonly actor: string
  /** Who takes over; the next shift is theirs and begins with what was counted. */
  readonly successor: UserRow | undefined
  readonly random: Random
}

/** Everything that happened in a shift so far, in figures. */
export async function figuresOf(queries: Queries, shift: ShiftRow): Promise<ReturnType<typeof shiftFigures>> {
  return shiftFigures({
    floatMinor: shift.floatMinor,
    tenders: await queries.tendersOfShift(shift.id),
    moves: await queries.cashMovesOf(shift.id),
    receipts: await queries.receiptsOfShift(shift.id),
  })
}

/**
 * Closes a shift by what was counted and freezes its Z report. A payment that is paid in part does not keep a shift
 * open: its tenders stay with the shift that took them, and the rest belongs to the shift that takes it.
 */
export async function closeShift(
  tx: Transaction,
  site: SiteRow,
  shift: ShiftRow,
  closing: ShiftClosing,
): Promise<{ report: ZReport; changes: readonly ShiftChange[] }> {
  const figures = await makeReport(tx, site, shift, closing)
  const seq = await tellClosed(tx, shift, figures, closing.actor)
  const report: ZReport = { ...figures, trail: await trailCode(tx, seq) }
  const closed: ShiftRow = {
    ...shift,
    state: 'closed',
    closedAt: tx.at,
    closedBy: closing.actor,
    countedMinor: closing.countedMinor,
    expectedMinor: report.expected_minor,
    report: JSON.stringify(report),
  }
  const { closedAt, closedBy, countedMinor, expectedMinor, report: frozen } = closed
  await tx.closeShift(shift.id, { closedAt, closedBy, countedMinor, expectedMinor, report: frozen })
  const change = { shift: closed, announcement: shiftChanged(closed, site, seq, tx.at) }
  const { actor, successor, random } = closing
  if (successor === undefined) return { report, changes: [change] }
  const next = { floatMinor: closing.countedMinor, openedBy: `user:${successor.id}`, actor, random }
  return { report, changes: [change, await openShift(tx, site, next)] }
}

function tellClosed(tx: Transaction, shift: ShiftRow, report: ZReport, actor: string): Promise<number> {
  const { number, currency, takings_minor, expected_minor, counted_minor, variance_minor } = report
  const data = { number, currency, takings_minor, expected_minor, counted_minor, variance_minor }
  return tx.appendEvent({ at: tx.at, kind: 'shift.closed', subject: shift.id, actor, data })
}

/** What goes on paper, so that the trail up to here can be held against it whatever becomes of the disk. */
async function trailCode(tx: Transaction, line: number): Promise<NonNullable<ZReport['trail']>> {
  const end = await tx.trailEnd()
  if (end?.seq !== line) throw new Error(`line ${line} of the trail is not its last`)
  return { line, code: end.hash.slice(0, CODE_LENGTH) }
}

async function makeReport(tx: Transaction, site: SiteRow, shift: ShiftRow, closing: ShiftClosing): Promise<ZReport> {
  const figures = await figuresOf(tx, shift)
  return {
    number: shift.number,
    currency: site.currency,
    opened_at: toSiteIso(shift.openedAt, site.timezone),
    opened_by: await actorName(tx, shift.openedBy),
    closed_at: toSiteIso(tx.at, site.timezone),
    closed_by: await actorName(tx, closing.actor),
    handed_over_to: closing.successor?.name ?? null,
    ...figures,
    counted_minor: closing.countedMinor,
    variance_minor: closing.countedMinor - figures.expected_minor,
  }
}
