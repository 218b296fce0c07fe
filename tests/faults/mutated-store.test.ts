import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ClockGuard } from '../../src-server/clock/clock-guard.ts'
import { copyStoreFile } from '../../src-server/store/sqlite/copy-file.ts'
import { restoreStore } from '../../src-server/store/sqlite/restore-store.ts'
import { openSqliteStore, type SqliteStoreOptions } from '../../src-server/store/sqlite/sqlite-store.ts'
import { checkStore } from '../../src-server/store/sqlite/start-check.ts'
import { StoreDamagedError } from '../../src-server/store/store-contents.ts'
import { StoreOpenError } from '../../src-server/store/store.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { startStillServer } from '../support/still-server.ts'
import type { StillWorld } from '../support/still-world.ts'
import { book } from '../support/wash.ts'
import { mutations } from './store-mutations.ts'

/** Of both kinds together. */
const MUTATIONS = Number(process.env['KERBSIDE_MUTATIONS'] ?? 100)
const BOOKINGS = 60

let folder: string
let world: StillWorld
/** Folders as they were left, and a backup that was made after the last booking. */
const place = { closed: '', 'in use': '', backup: '' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kerbside-mutated-'))
  place.closed = join(folder, 'closed')
  place['in use'] = join(folder, 'in-use')
  place.backup = join(folder, 'backup.sqlite')
  const still = await startStillServer()
  ;({ world } = still)
  for (let index = 0; index < BOOKINGS; index += 1) {
    // Two bays a slot, 24 slots a day; the log is folded in half-way, so that both files hold some of them.
    const slot = Math.floor(index / 2)
    const [day, minutes] = [6 + Math.floor(slot / 24), 9 * 60 + (slot % 24) * 30]
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const answer = await book(still.visitor, `2025-12-0${day}T${time}:00+05:30`, { plate: `KL07BX${1000 + index}` })
    if (answer.status !== 201) throw new Error(answer.text)
    world.advance(1000)
    if (index === BOOKINGS / 2) still.plant('PRAGMA wal_checkpoint(TRUNCATE)')
  }
  // The second after the last one is noted outside the store, too.
  world.advance(11_000)
  await copyStoreFile(join(still.dataDir, 'kerbside.sqlite'), place.backup, undefined, () => {})
  // As kill -9 or a power cut leaves it.
  cpSync(still.dataDir, place['in use'], { recursive: true })
  await still.halt()
  cpSync(still.dataDir, place.closed, { recursive: true })
  rmSync(still.dataDir, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const optionsFor = (dataDir: string): SqliteStoreOptions => ({
  dataDir,
  randomBytes: (count) => new Uint8Array(count),
  clock: (lastStamp, mark) => new ClockGuard(world, mark, lastStamp),
})

/** Starts on a folder as the server does. @returns why it would not, or undefined */
async function open(dataDir: string): Promise<Error | undefined> {
  try {
    await checkStore(dataDir, undefined)
    await openSqliteStore(optionsFor(dataDir)).close()
    return undefined
  } catch (error) {
    if (error instanceof StoreDamagedError || error instanceof StoreOpenError) return error
    throw error
  }
}

function bookingsIn(file: string): readonly unknown[] {
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    return db.prepare('SELECT * FROM booking ORDER BY id').all()
  } finally {
    db.close()
  }
}

describe('a store that something has happened to', () => {
  it.each(['closed', 'in use'] as const)('is never opened empty, and loses no booking: %s', async (how) => {
    const seed = testSeed(how === 'closed' ? 31 : 32)
    const random = seededRandom(seed)
    const expected = bookingsIn(place.backup)
    expect(expected).toHaveLength(BOOKINGS)
    const outcomes = new Map<string, number>()
    for (let index = 0; index < MUTATIONS / 2; index += 1) {
      const dataDir = join(folder, `${how}-${index}`)
      cpSync(place[how], dataDir, { recursive: true })
      const mutate = mutations[how][index % mutations[how].length]!
      const told = mutate(dataDir, random)
      const label = `seed ${seed}, mutation ${index}: ${told}`
      const remains = readdirSync(dataDir).filter((name) => name.startsWith('kerbside.sqlite'))
      const isChanged = fingerprintOf(place[how]) !== fingerprintOf(dataDir)
      const refused = await open(dataDir)
      // What happens to a store that was closed is always noticed; a log that lies over a page makes good for it.
      const isExpected = how === 'in use' || (refused !== undefined) === isChanged
      expect({ label, isExpected }).toEqual({ label, isExpected: true })
      if (refused !== undefined) await restore(dataDir, remains, label)
      expect({ label, bookings: bookingsIn(join(dataDir, 'kerbside.sqlite')) }).toEqual({ label, bookings: expected })
      const outcome = refused instanceof StoreDamagedError ? refused.damage : (refused?.name ?? 'harmless')
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      rmSync(dataDir, { recursive: true })
    }
    console.log(`${how}, seed ${seed}: ${JSON.stringify(Object.fromEntries(outcomes))}`)
  })

  it('is left alone while nobody has decided, and set aside with its log when somebody has', async () => {
    const dataDir = join(folder, 'aside')
    cpSync(place['in use'], dataDir, { recursive: true })
    rmSync(join(dataDir, 'kerbside.sqlite-shm'), { force: true })
    mutations['in use'][2]!(dataDir, seededRandom(5))
    const files = ['', '-wal'].map((end) => join(dataDir, `kerbside.sqlite${end}`))
    const bytes = () => files.map((file) => hashOf(file))
    const was = bytes()
    expect(await open(dataDir)).toBeInstanceOf(StoreDamagedError)
    expect(await open(dataDir)).toBeInstanceOf(StoreDamagedError)
    expect(bytes()).toEqual(was)
    await restore(dataDir, ['kerbside.sqlite', 'kerbside.sqlite-wal'], 'aside')
  })
})

/** Restores the backup, after which the server starts; all that was left of the store is kept. */
async function restore(dataDir: string, remains: readonly string[], label: string): Promise<void> {
  const first = { kind: 'store.restored_from_backup', subject: 'store', actor: 'machine', data: {} } as const
  const bytes = remains
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => [name, hashOf(join(dataDir, name))] as const)
  const { setAside } = await restoreStore({ ...optionsFor(dataDir), copy: place.backup, first, knownFault: null })
  for (const [name, was] of bytes)
    expect({ label, hash: hashOf(join(setAside ?? '', name)) }).toEqual({ label, hash: was })
  const isLogLeft = existsSync(join(dataDir, 'kerbside.sqlite-wal'))
  expect({ label, isLogLeft, refused: await open(dataDir) }).toEqual({ label, isLogLeft: false, refused: undefined })
}

/** Some pages are alike, so that to swap or to empty them is nothing. */
function fingerprintOf(dataDir: string): string {
  const file = join(dataDir, 'kerbside.sqlite')
  return existsSync(file) ? hashOf(file) : 'gone'
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
