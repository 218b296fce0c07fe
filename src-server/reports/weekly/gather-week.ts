import { exceptionKinds, type Report, type ReportException } from '../../../src-shared/api/report-schemas.ts'
import { isRefusal } from '../../../src-shared/errors/refusal.ts'
import { readReport } from '../../shifts/frozen-report.ts'
import { toSiteIso } from '../../site/site-calendar.ts'
import type { DeedSum, ReportQueries } from '../../store/report-rows.ts'
import type { SiteRow } from '../../store/store.ts'
import { actorNames } from '../actor-names.ts'
import { exceptionsOf } from '../exceptions.ts'
import { readPeriod, type Period } from '../period.ts'
import { reportOf } from '../report-of.ts'
import { weekBefore, type Week } from './week.ts'
import type { WeekFigures, WeekPerson, WeekShift } from './week-figures.ts'

/** So many are listed one by one; all are counted. */
const MOST_LISTED = 100
/** Of each source, as many as a file of exceptions has. */
const MOST_COUNTED = 20_000
/** Half of a hash, as Z reports print it. */
const CODE_LENGTH = 32

/** All that a week's summary says, from one state of the store. @param now business time, ms */
export async function gatherWeek(queries: ReportQueries, week: Week, site: SiteRow, now: number): Promise<WeekFigures> {
  const period = periodOf(week, site, now)
  const earlier = periodOf(weekBefore(week), site, now)
  const { exceptions } = await exceptionsOf(queries, period, site.currency, MOST_COUNTED)
  const before = await exceptionsOf(queries, earlier, site.currency, MOST_COUNTED)
  const nameOf = await actorNames(queries)
  return {
    format: 1,
    ...week,
    report: withoutHours(await reportOf(queries, period, site)),
    before: withoutHours(await reportOf(queries, earlier, site)),
    shifts: await shiftsOf(queries, period, nameOf),
    people: peopleOf(await queries.deeds(period), nameOf),
    exceptions: exceptions
      .slice(0, MOST_LISTED)
      .map(({ at, kind, who, amount, reason, label }) => ({ at, kind, who, amount, reason, label })),
    exception_counts: countsOf(exceptions, before.exceptions),
    head: await headOf(queries),
  }
}

function periodOf(week: Week, { timezone }: SiteRow, now: number): Period {
  const period = readPeriod(week, timezone, now)
  if (isRefusal(period)) throw new Error('a week is no period')
  return period
}

/** Hours would be four fifths of what is kept. */
function withoutHours(report: Report): Report {
  return {
    ...report,
    takings: { ...report.takings, by_hour: [] },
    occupancy: { ...report.occupancy, by_weekday_hour: [] },
  }
}

async function shiftsOf(
  queries: ReportQueries,
  period: Period,
  nameOf: (actor: string) => string,
): Promise<WeekShift[]> {
  const shifts = await queries.closedShifts(period)
  return shifts.map(({ number, openedAt, closedAt, closedBy, countedMinor, expectedMinor, report }) => ({
    number,
    opened_at: toSiteIso(openedAt, period.timezone),
    closed_at: toSiteIso(closedAt ?? openedAt, period.timezone),
    closed_by: nameOf(closedBy ?? ''),
    takings_minor: report === null ? 0 : readReport(report).takings_minor,
    variance_minor: (countedMinor ?? 0) - (expectedMinor ?? 0),
  }))
}

const deedKinds = {
  cars_in: 'stay.entered',
  cars_out: 'stay.exited',
  washes: 'wash_job.ready',
  payments: 'payment.recorded',
  discounts: 'payment.discounted',
  voids: 'stay.voided',
} as const

/** People only: what Kerbside and its kiosks did of themselves is nobody's work. */
function peopleOf(deeds: readonly DeedSum[], nameOf: (actor: string) => string): WeekPerson[] {
  const actors = [...new Set(deeds.map(({ actor }) => actor))].filter((actor) => actor.startsWith('user:'))
  const people = actors.map((actor) => {
    const of = (kind: string) => deeds.find((deed) => deed.actor === actor && deed.kind === kind)
    const count = (kind: string) => of(kind)?.count ?? 0
    return {
      who: nameOf(actor),
      cars_in: count(deedKinds.cars_in),
      cars_out: count(deedKinds.cars_out),
      washes: count(deedKinds.washes),
      payments: count(deedKinds.payments),
      taken_minor: of('payment.recorded')?.amountMinor ?? 0,
      refunded_minor: of('payment.refunded')?.amountMinor ?? 0,
      discounts: count(deedKinds.discounts),
      voids: count(deedKinds.voids),
    }
  })
  return people.sort((a, b) => b.taken_minor - a.taken_minor || (a.who < b.who ? -1 : 1))
}

function countsOf(now: readonly ReportException[], before: readonly ReportException[]) {
  return exceptionKinds.flatMap((kind) => {
    const [these, those] = [now, before].map((all) => all.filter((one) => one.kind === kind)) as [
      ReportException[],
      ReportException[],
    ]
    if (these.length + those.length === 0) return []
    const amount_minor = these.reduce((sum, { amount }) => sum + (amount?.amount_minor ?? 0), 0)
    return [{ kind, count: these.length, amount_minor, before: those.length }]
  })
}

async function headOf(queries: ReportQueries): Promise<WeekFigures['head']> {
  const line = await queries.trailLength()
  const [row] = await queries.chain(line - 1, 1)
  return row === undefined ? null : { line, code: row.hash.slice(0, CODE_LENGTH) }
}
