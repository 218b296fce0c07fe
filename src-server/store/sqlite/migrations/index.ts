import { siteAndBookings } from './0001-site-and-bookings.ts'
import { peopleAndDevices } from './0002-people-and-devices.ts'
import { auditTrail } from './0003-audit-trail.ts'
import { trustedTime } from './0004-trusted-time.ts'

/** All migrations in order; the schema's version (`user_version`) is how many have run. Never edit one that shipped. */
export const migrations: readonly string[] = [siteAndBookings, peopleAndDevices, auditTrail, trustedTime]
