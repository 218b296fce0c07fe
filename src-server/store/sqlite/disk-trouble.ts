import type { StoreTrouble } from '../../../src-shared/api/fields.ts'

/** What is between SQLite and other programs, or the memory, and not the disk. */
const notTheDisk = /^SQLITE_IOERR_(NOMEM|LOCK|RDLOCK|UNLOCK|BLOCKED|CHECKRESERVEDLOCK)$/

/**
 * What an error of SQLite's or of the system says of the disk; undefined where it says nothing, as of a rule of ours or a lock of another program.
 *
 * `disk_full`: it had no room. Nothing that was kept is in doubt, and as soon as there is room all goes on.
 * `disk_failing`: it did not keep what it was given, or did not give what it kept. After a failed `fsync` the system takes
 * the pages for written, and a second one succeeds without having written them (see PostgreSQL's `fsyncgate`), so
 * nothing may be written on top of them by this process.
 */
export function diskTrouble(error: unknown): Exclude<StoreTrouble, 'database_away'> | undefined {
  const code = codeOf(error)
  // The index of the log is a file beside it, and grows with it; no page of it is kept for good.
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR_SHM')) return 'disk_full'
  const isFailing = code === 'EIO' || (code.startsWith('SQLITE_IOERR') && !notTheDisk.test(code))
  return isFailing ? 'disk_failing' : undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
