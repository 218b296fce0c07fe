import type { Queries, Transaction } from '../store.ts'
import { bookingQueries } from '../sql/booking-queries.ts'
import { bookingWrites } from '../sql/booking-writes.ts'
import { deadlineWrites } from '../sql/deadline-writes.ts'
import { eventQueries, eventWrites, type TrailEnd } from '../sql/event-trail.ts'
import { filterQueries, filterWrites } from '../sql/filter-queries.ts'
import { helpQueries, helpWrites } from '../sql/help-queries.ts'
import { identityQueries, identityWrites } from '../sql/identity-queries.ts'
import { moneyQueries, moneyWrites } from '../sql/money-queries.ts'
import { noticeQueries, noticeWrites } from '../sql/notice-queries.ts'
import { plateQueries } from '../sql/plate-queries.ts'
import { privacyWrites } from '../sql/privacy-writes.ts'
import { siteQueries, siteWrites } from '../sql/site-queries.ts'
import type { Sql } from '../sql/sql.ts'
import { stayQueries, stayWrites } from '../sql/stay-queries.ts'
import { tariffQueries, tariffWrites } from '../sql/tariff-queries.ts'
import { washJobQueries, washJobWrites } from '../sql/wash-job-queries.ts'
import { weeklyQueries, weeklyWrites } from '../sql/weekly-queries.ts'
import { PostgresBays } from './bay-keeper.ts'
import { postgresSql, type Queryable } from './postgres-sql.ts'

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
