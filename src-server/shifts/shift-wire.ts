import type { OpenShift, ShiftSummary } from '../../src-shared/api/shift-schemas.ts'
import { actorName } from '../identity/actor-name.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ShiftRow } from '../store/money-rows.ts'
import type { Queries, SiteRow } from '../store/store.ts'
import { readReport } from './frozen-report.ts'

/** A shift as its attendant sees it: never what the drawer should hold. */
export async function toOpenShift(queries: Queries, site: SiteRow, shift: ShiftRow): Promise<OpenShift> {
  const { timezone, currency } = site
  const moves = await queries.cashMovesOf(shift.id)
  const names = await Promise.all(moves.map(({ recordedBy }) => actorName(queries, recordedBy)))
  return {
    id: shift.id,
    number: shift.number,
    opened_at: toSiteIso(shift.openedAt, timezone),
    opened_by: await actorName(queries, shift.openedBy),
    float: { amount_minor: shift.floatMinor, currency },
    tenders: (await queries.tendersOfShift(shift.id)).length,
    cash_moves: moves.map(({ id, kind, amountMinor, reason, at }, index) => ({
      id,
      kind,
      amount: { amount_minor: amountMinor, currency },
      reason,
      at: toSiteIso(at, timezone),
      recorded_by: names[index] ?? '',
    })),
  }
}

export async function toShiftSummary(queries: Queries, site: SiteRow, shift: ShiftRow): Promise<ShiftSummary> {
  const { timezone } = site
  const report = shift.report === null ? null : readReport(shift.report)
  const money = (minor: number) => ({ amount_minor: minor, currency: report?.currency ?? site.currency })
  return {
    id: shift.id,
    number: shift.number,
    state: shift.state,
    opened_at: toSiteIso(shift.openedAt, timezone),
    opened_by: await actorName(queries, shift.openedBy),
    closed_at: shift.closedAt === null ? null : toSiteIso(shift.closedAt, timezone),
    closed_by: shift.closedBy === null ? null : await actorName(queries, shift.closedBy),
    variance: report && money(report.variance_minor),
    takings: report && money(report.takings_minor),
  }
}
