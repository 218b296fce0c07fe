import { mkdirSync } from 'node:fs'
import { checkMovedTrail, compareMoved, rowsInWords, wordsOfMove, type MoveFigures } from './moving/move-check.ts'
import { ClockGuard } from './clock/clock-guard.ts'
import type { ClockMark, TimeSource } from './clock/clock.ts'
import { systemTimeSource } from './clock/system-time-source.ts'
import { systemTimers } from './clock/system-timers.ts'
import { newFraction } from './ids/random.ts'
import { systemRandom } from './ids/system-random.ts'
import { SettingsError, type DatabaseSettings, type Settings } from './settings/settings.ts'
import type { PostgresStore } from './store/postgres/postgres-store.ts'
import { linkOfRow, personalDigest } from './store/sql/event-trail.ts'
import { inspectFile } from './store/sqlite/inspect-file.ts'
import {
  openToMove,
  refuseHeldFolder,
  refuseInUse,
  refuseUnlessWhole,
  removeMoved,
  setAsideMoved,
  writeToMove,
} from './store/sqlite/moved-file.ts'
import { later, restoreStore } from './store/sqlite/restore-store.ts'
import { readSnapshot } from './store/sqlite/snapshot.ts'
import { openCopy, setAsideWhole } from './store/sqlite/whole-copies.ts'
import { wholeFile } from './store/sqlite/whole-file.ts'
import { reasonInWords, StoreOpenError, type Ms } from './store/store.ts'
import { WholeTally, type OnRows } from './store/whole-tally.ts'

/** A whole site from the one engine to the other, while no server runs on either. */

interface Move {
  readonly settings: Settings
  readonly database: DatabaseSettings
  readonly say: (line: string) => void
  readonly timeSource: TimeSource
}

type MakeClock = (lastStamp: Ms, mark: ClockMark | undefined) => ClockGuard

const clockOn =
  (timeSource: TimeSource): MakeClock =>
  (lastStamp, mark) =>
    new ClockGuard(timeSource, mark, lastStamp)
const randomBytes = (count: number) => systemRandom.bytes(count)
const rules = { linkOf: linkOfRow, personalDigest }
const movedFrom = (from: string) =>
  ({ kind: 'store.moved', subject: 'store', actor: 'machine', data: { from } }) as const

/**
 * Moves the site of the data folder into the database, or of the database into the data folder. Nothing of it counts before
 * what was written is compared with what was read, row by row; a site that is there already is never written over.
 * @param to the engine that the site goes on in
 * @param say takes a line on how far it is, and the figures at the end
 * @throws StoreOpenError or SettingsError with what to do instead; then both sides are as they were
 */
export async function moveSite(
  settings: Settings,
  to: 'postgres' | 'sqlite',
  say: (line: string) => void,
  timeSource: TimeSource = systemTimeSource,
): Promise<void> {
  const { database } = settings
  if (database === undefined)
    throw new SettingsError('KERBSIDE_DATABASE_URL', 'is not set: it says which database the site moves to or from')
  await (to === 'postgres' ? moveToPostgres : moveToSqlite)({ settings, database, say, timeSource })
}

async function moveToPostgres({ settings, database, say, timeSource }: Move): Promise<void> {
  const { dataDir, sqliteBinding: nativeBinding } = settings
  const source = await openToMove({ dataDir, nativeBinding, randomBytes })
  try {
    // Time goes on from what either side knows of it.
    const clock: MakeClock = (lastStamp, mark) =>
      clockOn(timeSource)(Math.max(lastStamp, source.lastStamp), later(mark, source.mark))
    const store = await openAlone(settings, database, clock)
    try {
      await refuseServed(store, database)
      const read = new WholeTally()
      await store.takeOver(read.along(source.whole, progress(say)), movedFrom('sqlite'), async ({ whole, reports }) => {
        refuseInUse(dataDir)
        const figures = compareMoved(read, await WholeTally.of(whole))
        sayFigures(say, figures, await checkMovedTrail(reports, rules))
      })
    } finally {
      await store.close()
    }
  } catch (error) {
    throw reasonInWords(error)
  } finally {
    source.close()
  }
  const keptIn = setAsideMoved(dataDir)
  say(`Moved into the site ${database.siteId} of the database. What it was moved from is kept in ${keptIn}.`)
}

async function moveToSqlite({ settings, database, say, timeSource }: Move): Promise<void> {
  const { dataDir, sqliteBinding: nativeBinding } = settings
  refuseInUse(dataDir)
  await refuseHeldFolder(dataDir, nativeBinding)
  const store = await openAlone(settings, database, clockOn(timeSource))
  let file: string | undefined
  try {
    await refuseServed(store, database)
    if (!(await store.holdsSite()))
      throw new StoreOpenError(`The database holds no site ${database.siteId}. Nothing was moved.`)
    const read = new WholeTally()
    const folder = { dataDir, nativeBinding, randomBytes }
    file = await store.whole((whole) => writeToMove(folder, read.along(whole, progress(say))))
    const written = wholeFile(file, nativeBinding)
    const figures = compareMoved(read, await WholeTally.of(written).finally(() => written.close()))
    refuseUnlessWhole(await inspectFile(file, nativeBinding), 'What the database holds')
    await restoreStore({
      ...folder,
      copy: file,
      first: movedFrom('postgres'),
      knownFault: null,
      clock: clockOn(timeSource),
      verify: async (draft) => {
        await refuseServed(store, database)
        await refuseHeldFolder(dataDir, nativeBinding)
        refuseUnlessWhole(await inspectFile(draft, nativeBinding), 'What was written')
        const check = await readSnapshot(draft, nativeBinding, (reports) => checkMovedTrail(reports, rules))
        sayFigures(say, figures, check)
      },
    })
  } catch (error) {
    throw reasonInWords(error)
  } finally {
    if (file !== undefined) removeMoved(file)
    await store.close()
  }
  say(`Moved into ${dataDir}. The site ${database.siteId} of the database is as it was: start no server on it.`)
}

/** A database's site for somebody who works on it while no server does. The caller closes it. */
export async function openAlone(
  { dataDir, sqliteBinding: nativeBinding }: Settings,
  database: DatabaseSettings,
  clock: MakeClock = clockOn(systemTimeSource),
): Promise<PostgresStore> {
  const { openPostgresStore } = await import('./store/postgres/postgres-store.ts')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const files = { nativeBinding, randomBytes }
  return openPostgresStore({
    ...database,
    isAlone: true,
    randomBytes,
    random: () => newFraction(systemRandom),
    timers: systemTimers,
    clock,
    openCopy: (file) => openCopy(dataDir, files, file),
    keep: (whole) => setAsideWhole(dataDir, files, whole),
  })
}

async function refuseServed(store: PostgresStore, { siteId }: DatabaseSettings): Promise<void> {
  if (await store.isServed())
    throw new StoreOpenError(`Kerbside runs on the site ${siteId} of the database. Stop it first.`)
}

/** Said of a table when all of it was read, and of a large one on the way. */
function progress(say: (line: string) => void): OnRows {
  return (table, rows, isAll) => {
    if (isAll ? rows > 0 : rows % LARGE === 0) say(`${table}: ${rowsInWords(rows)}${isAll ? '' : ' so far'}`)
  }
}
const LARGE = 100_000

function sayFigures(
  say: (line: string) => void,
  figures: MoveFigures,
  check: { readonly lines: number; readonly amounts: number },
): void {
  for (const line of wordsOfMove(figures, check)) say(line)
}
