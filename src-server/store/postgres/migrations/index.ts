import { siteAndPeople } from './0001-site-and-people.ts'
import { carPark } from './0002-car-park.ts'
import { money } from './0003-money.ts'
import { trailAndNotices } from './0004-trail-and-notices.ts'
import { guards } from './0005-guards.ts'
import { ownRows } from './0006-own-rows.ts'

/**
 * Brings a database from nothing to the schema of today, in order. One that was released is never changed.
 * The tables and columns are those of `store/sqlite/migrations`, and each has the site whose row it is.
 */
export const migrations: readonly string[] = [siteAndPeople, carPark, money, trailAndNotices, guards, ownRows]
