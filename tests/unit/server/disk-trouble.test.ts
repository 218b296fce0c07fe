import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { diskTrouble } from '../../../src-server/store/sqlite/disk-trouble.ts'

describe('what an error says of the disk', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
    ['ENOSPC', 'disk_full'],
    ['SQLITE_IOERR', 'disk_failing'],
    ['SQLITE_IOERR_FSYNC', 'disk_failing'],
    ['SQLITE_IOERR_WRITE', 'disk_failing'],
    ['SQLITE_IOERR_READ', 'disk_failing'],
    ['EIO', 'disk_failing'],
    ['SQLITE_IOERR_NOMEM', undefined],
    ['SQLITE_IOERR_LOCK', undefined],
    ['SQLITE_BUSY', undefined],
    ['SQLITE_READONLY', undefined],
    ['SQLITE_CONSTRAINT_TRIGGER', undefined],
    ['SQLITE_CORRUPT', undefined],
  ])('%s: %s', (code, trouble) => {
    expect(diskTrouble(new BetterSqlite3.SqliteError('it failed', code))).toBe(trouble)
  })

  it('is nothing where the error is no disk’s', () => {
    expect(diskTrouble(new TypeError('a bug'))).toBeUndefined()
    expect(diskTrouble(undefined)).toBeUndefined()
  })
})
