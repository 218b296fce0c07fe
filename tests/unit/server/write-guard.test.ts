import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { diskTrouble } from '../../../src-server/store/sqlite/disk-trouble.ts'
import { WriteGuard } from '../../../src-server/store/write-guard.ts'
import { StoreWriteError, type StoreCondition } from '../../../src-server/store/store.ts'

const error = (code: string) => new BetterSqlite3.SqliteError('it failed', code)
const full = error('SQLITE_FULL')
const failing = error('SQLITE_IOERR_FSYNC')

describe('the guard of writes', () => {
  let told: StoreCondition[]
  let now: number
  let guard: WriteGuard
  beforeEach(() => {
    told = []
    now = 1000
    guard = new WriteGuard(
      () => now,
      (condition) => told.push(condition),
      diskTrouble,
    )
  })
  const enters = () => {
    try {
      guard.enter()
      return true
    } catch (refused) {
      expect(refused).toBeInstanceOf(StoreWriteError)
      return false
    }
  }

  it('lets writes in until the disk fails, and says once why it does not', () => {
    guard.succeeded()
    expect(enters()).toBe(true)
    guard.failed(full)
    now = 2000
    guard.failed(full)
    expect(enters()).toBe(false)
    expect(told).toEqual([{ is: 'read_only', why: 'disk_full', since: 1000 }])
  })

  it('goes on when a rule was broken or another program was in the way', () => {
    guard.failed(error('SQLITE_CONSTRAINT_TRIGGER'))
    guard.failed(error('SQLITE_BUSY'))
    expect(enters()).toBe(true)
    expect(told).toEqual([])
  })

  it('lets a try in while the disk is full, and writes again once one has succeeded', async () => {
    guard.failed(full)
    await guard.try(async () => expect(enters()).toBe(true))
    expect(enters()).toBe(false)
    await guard.try(async () => guard.succeeded())
    expect(enters()).toBe(true)
    expect(told.at(-1)).toEqual({ is: 'writable' })
  })

  it('never tries again after the disk has failed', async () => {
    guard.failed(full)
    now = 2000
    guard.failed(failing)
    guard.failed(full)
    await guard.try(async () => expect.unreachable())
    guard.succeeded()
    expect(enters()).toBe(false)
    expect(told.at(-1)).toEqual({ is: 'read_only', why: 'disk_failing', since: 1000 })
  })

  it('ends a try that throws', async () => {
    guard.failed(full)
    await expect(guard.try(() => Promise.reject(full))).rejects.toBe(full)
    expect(enters()).toBe(false)
  })
})
