import type { Queries } from '../store.ts'
import { bookingQueries } from './booking-queries.ts'
import { eventQueries } from './event-trail.ts'
import { filterQueries } from './filter-queries.ts'
import { helpQueries } from './help-queries.ts'
import { identityQueries } from './identity-queries.ts'
import { moneyQueries } from './money-queries.ts'
import { noticeQueries } from './notice-queries.ts'
import { plateQueries } from './plate-queries.ts'
import { siteQueries } from './site-queries.ts'
import { stayQueries } from './stay-queries.ts'
import { tariffQueries } from './tariff-queries.ts'
import { washJobQueries } from './wash-job-queries.ts'
import { weeklyQueries } from './weekly-queries.ts'
import type { Sql } from './sql.ts'

/** All that can be asked of a store by a connection. */
export function queries(sql: Sql): Queries {
  return {
    ...siteQueries(sql),
    ...bookingQueries(sql),
    ...identityQueries(sql),
    ...eventQueries(sql),
    ...tariffQueries(sql),
    ...stayQueries(sql),
    ...washJobQueries(sql),
    ...moneyQueries(sql),
    ...noticeQueries(sql),
    ...helpQueries(sql),
    ...filterQueries(sql),
    ...weeklyQueries(sql),
    ...plateQueries(sql),
  }
}
