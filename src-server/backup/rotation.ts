import { dateAt } from '../site/site-calendar.ts'
import type { BackupName } from './backup-name.ts'

/** How many backups are kept: the newest ones, and the newest of so many days, weeks and months that have one. */
const rotationRule = { newest: 3, days: 7, weeks: 4, months: 12 } as const

/**
 * Which backups are kept: the newest of each of the last days, weeks and months that have any, on the site's calendar;
 * the newest of all, so that none goes on the day it was made by hand; and the last one before an update of the schema, by which an older Kerbside can be gone back to.
 * @returns their ids
 */
export function keptBackups(
  backups: readonly BackupName[],
  timezone: string,
  rule: Readonly<Record<keyof typeof rotationRule, number>> = rotationRule,
): ReadonlySet<string> {
  const newestFirst = backups.toSorted((a, b) => b.second - a.second || (a.id < b.id ? 1 : -1))
  const dayOf = ({ second }: BackupName) => dateAt(second * 1000, timezone)
  const kept = [
    ...newestOfEach(newestFirst, dayOf, rule.days),
    ...newestOfEach(newestFirst, (backup) => weekOf(dayOf(backup)), rule.weeks),
    ...newestOfEach(newestFirst, (backup) => dayOf(backup).slice(0, 7), rule.months),
    ...newestFirst.slice(0, rule.newest),
    ...newestFirst.filter(({ kind }) => kind === 'migration').slice(0, 1),
  ]
  return new Set(kept.map(({ id }) => id))
}

function newestOfEach(
  newestFirst: readonly BackupName[],
  spanOf: (backup: BackupName) => string,
  most: number,
): readonly BackupName[] {
  const newest = new Map<string, BackupName>()
  for (const backup of newestFirst) {
    const span = spanOf(backup)
    if (newest.size === most && !newest.has(span)) break
    if (!newest.has(span)) newest.set(span, backup)
  }
  return [...newest.values()]
}

const DAY = 86_400_000

/** The week of a day, from Monday, as the number of weeks since 1970. */
function weekOf(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  // 1970-01-01 was a Thursday.
  return String(Math.floor((Date.UTC(year ?? 0, (month ?? 1) - 1, day) / DAY + 3) / 7))
}
