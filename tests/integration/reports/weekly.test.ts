import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFigures } from '../../../src-server/reports/weekly/week-figures.ts'
import { WeeklyKeeper } from '../../../src-server/reports/weekly/weekly-keeper.ts'
import { WeeklyService } from '../../../src-server/reports/weekly/weekly-service.ts'
import type { WeeklyList } from '../../../src-shared/api/weekly-schemas.ts'
import { languageTags } from '../../../src-shared/i18n/languages.ts'
import { readPdf } from '../../unit/server/printing/read-pdf.ts'
import { accepted, booking, hand, issue, owe, startHistory, stay, type History } from './history.ts'

let history: History
let weekly: WeeklyService
let keeper: WeeklyKeeper
let folder: string

/** As after a start: whatever was only in memory is gone. */
function restart(state: 'trusted' | 'rollback' = 'trusted'): void {
  const parts = { ...history.parts, clock: { ...history.parts.clock, state }, dataDir: dirname(history.file) }
  weekly = new WeeklyService(parts)
  keeper = new WeeklyKeeper(parts, weekly)
}

async function list(): Promise<WeeklyList> {
  return accepted(await weekly.list())
}

async function sell(iso: string, id: string, minor: number, method = 'cash'): Promise<void> {
  await history.write(iso, async (tx) => {
    await booking(tx, id, {})
    await owe(tx, `p${id}`, { bookingId: id }, minor)
    await hand(tx, `p${id}`, minor, { method })
    await issue(tx, 'R', `p${id}`, minor)
  })
}

async function weekTold(from: string) {
  const row = await history.store.read((queries) => queries.weeklySummary(from))
  return readFigures(row!.figures)
}

const eventsOf = (kind: string) =>
  history.store.snapshot((queries) =>
    queries.trail({ kinds: [kind], from: 0, to: 9e15, after: 0, before: 1e9, limit: 100 }),
  )

beforeEach(async () => {
  history = await startHistory()
  folder = mkdtempSync(join(tmpdir(), 'kerbside-weekly-'))
  restart()
  await sell('2025-06-01T12:00:00+05:30', 'a', 10_000)
  await sell('2025-06-02T00:00:00+05:30', 'b', 25_000)
  await sell('2025-06-08T23:59:59.999+05:30', 'c', 5_000, 'upi')
})
afterEach(async () => {
  await history.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a week that is over', () => {
  it('is kept the moment the next one begins, and not before', async () => {
    history.setNow('2025-06-08T23:59:59.999+05:30')
    await keeper.onSecond()
    expect((await list()).summaries.map(({ from }) => from)).toEqual(['2025-05-26'])
    expect((await list()).next_at).toBe('2025-06-09T00:00:00+05:30')
    history.setNow('2025-06-09T00:01:00+05:30')
    await keeper.onSecond()
    expect((await list()).summaries[0]).toMatchObject({
      from: '2025-06-02',
      to: '2025-06-08',
      takings: { amount_minor: 30_000, currency: 'INR' },
      agrees: true,
    })
  })

  it('is compared with the one before, to the millisecond of the site’s clock', async () => {
    history.setNow('2025-06-09T10:00:00+05:30')
    await keeper.onSecond()
    const { report, before } = await weekTold('2025-06-02')
    expect(report.takings.totals.takings_minor).toBe(30_000)
    expect(before.takings.totals.takings_minor).toBe(10_000)
  })

  it('is kept once, whatever is started anew meanwhile, and its figures stay', async () => {
    history.setNow('2025-06-09T10:00:00+05:30')
    await Promise.all([keeper.onSecond(), keeper.onSecond()])
    restart()
    await keeper.onSecond()
    const site = (await history.parts.site.row())!
    await weekly.keep({ from: '2025-06-02', to: '2025-06-08' }, site)
    expect(await eventsOf('report.week_kept')).toHaveLength(2)
    expect(() => history.tamper((db) => db.exec('UPDATE weekly_summary SET takings_minor = 1'))).toThrow(
      /never changed/,
    )
    expect(() => history.tamper((db) => db.exec('DELETE FROM weekly_summary'))).toThrow(/never deleted/)
  })

  it('is made up for when the machine was off or asleep for weeks, but not for times before the site', async () => {
    history.setNow('2025-06-25T10:00:00+05:30')
    await keeper.onSecond()
    const weeks = (await list()).summaries.map(({ from }) => from)
    expect(weeks).toEqual(['2025-06-16', '2025-06-09', '2025-06-02', '2025-05-26'])
  })

  it('waits for a clock that somebody vouches for', async () => {
    history.setNow('2025-06-09T10:00:00+05:30')
    restart('rollback')
    await keeper.onSecond()
    expect((await list()).summaries).toEqual([])
  })

  it('begins on the day that the site’s weeks begin on, and none reaches into a kept one', async () => {
    history.setNow('2025-06-09T10:00:00+05:30')
    await keeper.onSecond()
    accepted(await weekly.setSettings({ week_starts_on: 7, folder: null }, 'user:x'))
    history.setNow('2025-06-23T10:00:00+05:30')
    await keeper.onSecond()
    const weeks = (await list()).summaries.map(({ from, to }) => `${from} ${to}`)
    expect(weeks.slice(0, 2)).toEqual(['2025-06-15 2025-06-21', '2025-06-02 2025-06-08'])
  })
})

describe('what a summary tells', () => {
  it('is who did what, what was odd, without a plate, and the line of the trail that it refers to', async () => {
    await history.write('2025-06-03T10:00:00+05:30', async (tx) => {
      await stay(tx, 's1', 'A1', { enteredAt: tx.at - 3_600_000, exitedAt: tx.at, plate: 'KL07SECRET' })
      const event = { at: tx.at, actor: 'user:x', subject: 's1' }
      await tx.appendEvent({ ...event, kind: 'stay.voided', data: { reason: 'twice' } })
      await tx.appendEvent({ ...event, kind: 'stay.exited', data: {}, personal: { plate: 'KL07SECRET' } })
    })
    history.setNow('2025-06-09T10:00:00+05:30')
    await keeper.onSecond()
    const figures = await weekTold('2025-06-02')
    expect(figures.people).toEqual([
      expect.objectContaining({ who: 'Meera', payments: 2, taken_minor: 30_000, voids: 1, cars_out: 1 }),
    ])
    expect(figures.exception_counts.map(({ kind, count }) => [kind, count])).toContainEqual(['void', 1])
    expect(JSON.stringify(figures)).not.toContain('SECRET')
    const { line, code } = figures.head!
    expect(await history.audit.checkLine({ seq: line, code })).toMatchObject({ result: 'same' })
    const [told] = await eventsOf('report.week_kept')
    expect(JSON.parse(told!.data)).toMatchObject({ first_date: '2025-06-02', last_line: line })
  })

  it('says by how much the books do not agree', async () => {
    history.tamper((db) => {
      db.exec('DROP TRIGGER receipt_is_never_changed')
      db.exec("UPDATE receipt SET total_minor = total_minor + 100 WHERE payment_id = 'pb'")
    })
    history.setNow('2025-06-09T10:00:00+05:30')
    await keeper.onSecond()
    expect((await list()).summaries[0]!.agrees).toBe(false)
    const { bytes } = accepted(await weekly.pdf('2025-06-02'))
    const text = (await readPdf(bytes)).text
    expect(text).toContain('Thebooksdonotagree')
    expect(text).toContain('-₹1.00')
  })
})

describe('the PDF', () => {
  it.each(languageTags)('is made of the kept figures, the same bytes each time, in %s', async (tag) => {
    history.setNow('2025-06-09T10:00:00+05:30')
    await keeper.onSecond()
    const first = accepted(await weekly.pdf('2025-06-05', tag))
    history.setNow('2025-06-19T10:00:00+05:30')
    const later = accepted(await weekly.pdf('2025-06-02', tag))
    expect(first.fileName).toBe('quay-lane-week-2025-06-02.pdf')
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(later.bytes))).toBe(0)
    expect((await readPdf(first.bytes)).text).toContain('₹300.00')
  })

  it('of a week that is not over says so; of one to come there is none', async () => {
    history.setNow('2025-06-05T10:00:00+05:30')
    const text = (await readPdf(accepted(await weekly.pdf('2025-06-05')).bytes)).text
    expect(text).toContain('Theweekisnotoveryet')
    expect(await weekly.pdf('2025-06-09')).toMatchObject({ refused: 'invalid_request' })
  })

  it('is written to the folder too, once, and again when the folder is back', async () => {
    const share = join(folder, 'share')
    history.setNow('2025-06-09T10:00:00+05:30')
    accepted(await weekly.setSettings({ week_starts_on: 1, folder }, 'user:x'))
    await history.store.write((tx) => tx.setWeeklySettings({ weekStartsOn: 1, folder: share }))
    await keeper.onSecond()
    expect((await list()).problem).toContain('ENOENT')
    expect((await list()).summaries.every(({ written_at }) => written_at === null)).toBe(true)
    await history.store.write((tx) => tx.setWeeklySettings({ weekStartsOn: 1, folder }))
    history.setNow('2025-06-09T10:11:00+05:30')
    await keeper.onSecond()
    expect((await list()).problem).toBeNull()
    expect(readdirSync(folder).sort()).toEqual(['quay-lane-week-2025-05-26.pdf', 'quay-lane-week-2025-06-02.pdf'])
    const file = join(folder, 'quay-lane-week-2025-06-02.pdf')
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    rmSync(file)
    restart()
    history.setNow('2025-06-09T11:00:00+05:30')
    await keeper.onSecond()
    expect(existsSync(file)).toBe(false)
  })

  it('refuses a folder that is not there', async () => {
    const missing = join(folder, 'none')
    expect(await weekly.setSettings({ week_starts_on: 1, folder: missing }, 'user:x')).toMatchObject({
      refused: 'folder_unfit',
    })
  })
})
