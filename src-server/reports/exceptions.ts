import type { ReportException } from '../../src-shared/api/report-schemas.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ReportQueries } from '../store/report-rows.ts'
import { actorNames } from './actor-names.ts'
import type { Period } from './period.ts'

export interface ExceptionList {
  readonly exceptions: ReportException[]
  readonly shortened: boolean
}

/** What is out of the ordinary in a period, newest first. @param most how many of each source are listed */
export async function exceptionsOf(
  queries: ReportQueries,
  period: Period,
  currency: string,
  most: number,
): Promise<ExceptionList> {
  const rows = await queries.exceptions(period, most + 1)
  const nameOf = await actorNames(queries)
  return {
    // As long as no source gave more than it was asked for, nothing is left out.
    shortened: rows.length > most,
    exceptions: rows.map(({ at, amountMinor, ...row }) => ({
      ...row,
      at: toSiteIso(at, period.timezone),
      who: nameOf(row.actor),
      amount: amountMinor === null ? null : { amount_minor: amountMinor, currency },
    })),
  }
}
