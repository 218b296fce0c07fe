import type { Transaction } from '../store.ts'
import { bookingWrites } from '../sql/booking-writes.ts'
import { deadlineWrites } from '../sql/deadline-writes.ts'
import { eventWrites, type TrailEnd } from '../sql/event-trail.ts'
import { filterWrites } from '../sql/filter-queries.ts'
import { helpWrites } from '../sql/help-queries.ts'
import { identityWrites } from '../sql/identity-queries.ts'
import { moneyWrites } from '../sql/money-queries.ts'
import { noticeWrites } from '../sql/notice-queries.ts'
import { privacyWrites } from '../sql/privacy-writes.ts'
import { siteWrites } from '../sql/site-queries.ts'
import { queries } from '../sql/queries.ts'
import { stayWrites } from '../sql/stay-queries.ts'
import { tariffWrites } from '../sql/tariff-queries.ts'
import { washJobWrites } from '../sql/wash-job-queries.ts'
import { weeklyWrites } from '../sql/weekly-queries.ts'
import { PostgresBays } from './bay-keeper.ts'
import { postgresSql, type Queryable } from './postgres-sql.ts'

/** @param trail to be forgotten at the start of each transaction: other servers write lines, too */
export function operations(
  connection: Queryable,
  randomBytes: (count: number) => Uint8Array,
  trail: TrailEnd,
): Omit<Transaction, 'at'> {
  const sql = postgresSql(connection)
  return {
    ...queries(sql),
    ...siteWrites(sql),
    ...bookingWrites(sql, new PostgresBays(connection)),
    ...identityWrites(sql),
    ...eventWrites(sql, randomBytes, trail),
    ...deadlineWrites(sql),
    ...tariffWrites(sql),
    ...stayWrites(sql),
    ...washJobWrites(sql),
    ...noticeWrites(sql),
    ...helpWrites(sql),
    ...filterWrites(sql),
    ...weeklyWrites(sql),
    ...privacyWrites(sql),
    ...moneyWrites(sql),
  }
}
