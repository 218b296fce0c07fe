import { describe, expect, it } from 'vitest'
import { backupId, parseBackupId, type BackupKind, type BackupName } from '../../../../src-server/backup/backup-name.ts'
import { keptBackups } from '../../../../src-server/backup/rotation.ts'

const DAY = 86_400_000
/** Three in the morning in Kolkata is still the day before in UTC. */
const ZONE = 'Asia/Kolkata'
const START = Date.parse('2025-01-01T03:00:00+05:30')

const named = (at: number, kind: BackupKind = 'nightly'): BackupName => parseBackupId(backupId(at, kind))!

/** What is left when a backup is made each night for so many nights, and the rotation takes its share each time. */
function afterNights(nights: number): readonly string[] {
  let kept: BackupName[] = []
  for (let night = 0; night < nights; night += 1) {
    kept.push(named(START + night * DAY))
    const ids = keptBackups(kept, ZONE)
    kept = kept.filter(({ id }) => ids.has(id))
  }
  return kept.map(({ second }) => new Date(second * 1000 + 5.5 * 3_600_000).toISOString().slice(0, 10)).toReversed()
}

describe('the rotation', () => {
  it('keeps seven days, four weeks and twelve months of a year of nights, by the site’s calendar', () => {
    const kept = afterNights(400)
    expect(kept.slice(0, 7)).toEqual([
      '2026-02-04',
      '2026-02-03',
      '2026-02-02',
      '2026-02-01',
      '2026-01-31',
      '2026-01-30',
      '2026-01-29',
    ])
    // The last nights of the weeks before, then those of the months.
    expect(kept).toEqual(expect.arrayContaining(['2026-01-25', '2026-01-18', '2025-12-31', '2025-11-30', '2025-03-31']))
    expect(kept).toHaveLength(7 + 2 + 10)
    expect(kept.at(-1)).toBe('2025-03-31')
  })

  it('never takes the newest ones, though they are of one day', () => {
    const hours = [0, 1, 2, 3, 4].map((hour) => named(START + hour * 3_600_000, 'manual'))
    expect(keptBackups(hours, ZONE)).toEqual(new Set(hours.slice(2).map(({ id }) => id)))
  })

  it('never takes the last one before an update of the schema, however old', () => {
    const old = named(START, 'migration')
    const older = named(START - DAY, 'migration')
    const nights = Array.from({ length: 500 }, (_, night) => named(START + (night + 1) * DAY))
    const kept = keptBackups([...nights, old, older], ZONE)
    expect(kept.has(old.id)).toBe(true)
    expect(kept.has(older.id)).toBe(false)
  })

  it('takes nothing of the only one', () => {
    const only = named(START)
    expect(keptBackups([only], ZONE)).toEqual(new Set([only.id]))
    expect(keptBackups([], ZONE)).toEqual(new Set())
  })
})

describe('a backup’s name', () => {
  it('tells when and why it was made', () => {
    expect(backupId(Date.parse('2025-12-05T12:45:22.900+05:30'), 'quit')).toBe('20251205T071522Z-quit')
    expect(parseBackupId('20251205T071522Z-quit')).toEqual({
      id: '20251205T071522Z-quit',
      kind: 'quit',
      second: Date.parse('2025-12-05T07:15:22Z') / 1000,
    })
  })

  it.each(['', 'a-file', '20251205T071522Z-other', '20251205-quit', '../20251205T071522Z-quit'])('%o is none', (name) =>
    expect(parseBackupId(name)).toBeUndefined(),
  )
})
