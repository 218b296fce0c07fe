import { siteAndBookings } from './0001-site-and-bookings.ts'
import { peopleAndDevices } from './0002-people-and-devices.ts'
import { auditTrail } from './0003-audit-trail.ts'
import { trustedTime } from './0004-trusted-time.ts'
import { carPark } from './0005-car-park.ts'
import { money } from './0006-money.ts'
import { notices } from './0007-notices.ts'
import { reports } from './0008-reports.ts'
import { publicAddress } from './0009-public-address.ts'
import { temporaryPasswords } from './0010-temporary-passwords.ts'
import { noticesByRole } from './0011-notices-by-role.ts'
import { carsThatLeft } from './0012-cars-that-left.ts'
import { whatTheGateWasTold } from './0013-what-the-gate-was-told.ts'
import { whatIsDue } from './0014-what-is-due.ts'
import { sinceWhenABay } from './0015-since-when-a-bay.ts'
import { lockedSessions } from './0019-locked-sessions.ts'
import { personalData } from './0022-personal-data.ts'
import { helpCalls } from './0023-help-calls.ts'
import { siteLanguages } from './0025-languages.ts'
import { weeklySummaries } from './0026-weekly-summaries.ts'
import { demoTime } from './0029-demo-time.ts'
import { plateParts } from './0030-plate-parts.ts'
import { savedFilters } from './0031-saved-filters.ts'

/** All migrations in order; the schema's version (`user_version`) is how many have run. Never edit one that shipped. */
export const migrations: readonly string[] = [
  siteAndBookings,
  peopleAndDevices,
  auditTrail,
  trustedTime,
  carPark,
  money,
  notices,
  reports,
  publicAddress,
  temporaryPasswords,
  noticesByRole,
  carsThatLeft,
  whatTheGateWasTold,
  whatIsDue,
  sinceWhenABay,
  lockedSessions,
  personalData,
  helpCalls,
  siteLanguages,
  weeklySummaries,
  demoTime,
  plateParts,
  savedFilters,
]
