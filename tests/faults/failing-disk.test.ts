import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Trail } from '../support/audit-trail.ts'
import { same } from '../support/same.ts'
import { rows } from '../support/store-look.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { Customers } from './customers.ts'
import { expectKept, expectSound, look } from './kept.ts'
import { needs } from '../support/needs.ts'
import { expectReadOnly, expectWritable } from './read-only.ts'
import { NotStarted, ServerProcess, type ServerProcessOptions } from './server-process.ts'
import { failingSync, straceObstacle, untilInjected, type DiskError, type SyncCall } from './strace.ts'

/** `KERBSIDE_DISK_FAULTS` sets another number. */
const CALLS = Number(process.env['KERBSIDE_DISK_FAULTS'] ?? 60)
/** So many calls make a store where there was none, and a few more. */
const MAKING_CALLS = 12
/** The two errors share the calls, unless `KERBSIDE_DISK_FAULTS_EACH=1`. */
const EACH = process.env['KERBSIDE_DISK_FAULTS_EACH'] === '1'
const CUSTOMERS = 6

/** What came of a fault: the server did not start, stopped writing, or SQLite does not look at that call. */
type Outcome = 'refused to start' | 'stopped writing' | 'passed over'

describe.concurrent('a disk that fails once to keep what it was given', () => {
  let obstacle: string | undefined
  const planted = mkdtempSync(join(tmpdir(), 'kerbside-planted-'))
  beforeAll(async () => {
    obstacle = await straceObstacle()
    if (obstacle === undefined) await (await ServerProcess.start(planted)).stop()
  }, 120_000)
  afterAll(() => rmSync(planted, { recursive: true, force: true }))

  it.for(['EIO', 'ENOSPC'] as const)(
    `with %s, at each of ${CALLS} calls: nothing more is written, and nothing acknowledged is lost`,
    async (error, test) => {
      needs(test, obstacle)
      const outcomes = await atEachCall(error, CALLS, (call, home) => failWhileServing(error, call, home, planted))
      expect(outcomes.filter((outcome) => outcome === 'stopped writing').length).toBeGreaterThan(CALLS / 4)
    },
  )

  it.for(['EIO', 'ENOSPC'] as const)(
    'with %s while a store is made: it is made at the next start',
    async (error, test) => {
      needs(test, obstacle)
      const outcomes = await atEachCall(error, MAKING_CALLS, (call, home) => failWhileMaking(error, call, home))
      expect(outcomes).toContain('refused to start')
    },
  )
})

async function atEachCall(
  error: DiskError,
  calls: number,
  failAt: (call: number, home: string) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (let call = 1; call <= calls; call += 1) {
    if (!EACH && (call % 2 === 1) !== (error === 'EIO')) continue
    const home = mkdtempSync(join(tmpdir(), 'kerbside-failing-'))
    try {
      outcomes.push(await failAt(call, home))
    } catch (cause) {
      throw new Error(`with ${error} at call ${call}`, { cause })
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  }
  const count = (of: Outcome) => `${of} ${outcomes.filter((outcome) => outcome === of).length}`
  const said = (['refused to start', 'stopped writing', 'passed over'] as const).map(count)
  console.log(`${error} at ${outcomes.length} of ${calls} calls: ${said.join(', ')}`)
  return outcomes
}

async function failWhileServing(error: DiskError, call: number, home: string, planted: string): Promise<Outcome> {
  const dataDir = join(home, 'data')
  const trace = join(home, 'trace')
  cpSync(planted, dataDir, { recursive: true })
  const name = error === 'EIO' ? 'FI' : 'FN'
  const customers = new Customers(name, seededRandom(testSeed(call)))
  const trail = new Trail()
  const outcome = await throughFault({ dataDir, trace, customers, under: failingSync(error, call, trace), call })
  const again = await ServerProcess.start(dataDir)
  try {
    await expectWritable(again.publicUrl)
    await customers.settle(again.publicUrl)
  } finally {
    await again.stop()
  }
  look(dataDir, (db) => {
    expectKept(db, customers, trail, name)
    expectSound(db, trail)
    // Where the disk took the note of it, the trail has it after the restart.
    const resumed = rows(db, "SELECT seq FROM event WHERE kind = 'store.resumed'").length
    same('lines about it in the trail', resumed, outcome === 'stopped writing' ? 1 : 0)
  })
  return outcome
}

async function failWhileMaking(error: DiskError, call: number, home: string): Promise<Outcome> {
  const dataDir = join(home, 'data')
  const trace = join(home, 'trace')
  mkdirSync(dataDir)
  const env = { KERBSIDE_DEMO: '0' }
  const outcome = await throughMaking(dataDir, trace, { env, under: failingSync(error, call, trace) })
  const again = await ServerProcess.start(dataDir, { env })
  same('its readiness', (await fetch(`${again.publicUrl}/readyz`)).status, 200)
  await again.stop()
  look(dataDir, (db) => same('the file', db.pragma('integrity_check', { simple: true }), 'ok'))
  return outcome
}

async function throughMaking(dataDir: string, trace: string, options: ServerProcessOptions): Promise<Outcome> {
  let server: ServerProcess
  try {
    server = await ServerProcess.start(dataDir, options)
  } catch (failure) {
    await expectAdvice(failure, trace)
    return 'refused to start'
  }
  try {
    if (isPassedOver(await untilInjected(trace), dataDir)) return 'passed over'
    same('its readiness', (await fetch(`${server.publicUrl}/readyz`)).status, 503)
    return 'stopped writing'
  } finally {
    await server.kill()
  }
}

interface Run {
  readonly dataDir: string
  readonly trace: string
  readonly customers: Customers
  readonly under: readonly string[]
  readonly call: number
}

async function throughFault({ dataDir, trace, customers, under, call }: Run): Promise<Outcome> {
  let server: ServerProcess
  try {
    server = await ServerProcess.start(dataDir, { under })
  } catch (failure) {
    await expectAdvice(failure, trace)
    return 'refused to start'
  }
  try {
    const crowd = customers.crowd(server.publicUrl, CUSTOMERS, Date.now())
    const calls = await untilInjected(trace)
    if (isPassedOver(calls, dataDir)) {
      await pause(100)
      await server.kill()
      await crowd
      return 'passed over'
    }
    await crowd
    await expectReadOnly(server.publicUrl, 'disk_failing')
    // Now and then for longer than a second, which would be written down otherwise.
    if (call % 5 === 0) await pause(1100)
    const after = await untilInjected(trace)
    const fault = after.findIndex(({ injected }) => injected)
    same('what waited for the disk after the fault', after.slice(fault + 1).filter(isOfStore), [])
    if (call % 3 === 0) await server.stop()
    return 'stopped writing'
  } finally {
    await server.kill()
  }
}

/** A server that did not start because of the fault said in a sentence what to do, and showed no stack. */
async function expectAdvice(failure: unknown, trace: string): Promise<void> {
  if (!(failure instanceof NotStarted)) throw failure
  await untilInjected(trace)
  if (/^The disk .*start again\.$/m.test(failure.message) && !failure.message.includes('    at ')) return
  throw new Error(`it ended with ${failure.message}`, { cause: failure })
}

/**
 * Whether the fault met something that the store does not hang on. What is known of it outside (`store-state.json`, the trail's
 * heads, a backup) may be lost, and is looked after where it is written. Of a folder SQLite does not ask what came of its
 * sync: the server syncs it itself before it serves, so that a disk which fails at that is noticed.
 */
function isPassedOver(calls: readonly SyncCall[], dataDir: string): boolean {
  const fault = calls.find(({ injected }) => injected)
  if (fault === undefined || isOfStore(fault)) return false
  if (fault.path === dataDir && !calls.some((call) => call.path === dataDir && !call.failed)) {
    throw new Error('the folder was never synced')
  }
  return true
}

/** Whether it was the store's own file, its log or its journal that was to be kept. */
function isOfStore({ path }: SyncCall): boolean {
  return /^kerbside\.sqlite(-wal|-journal)?$/.test(basename(path))
}
