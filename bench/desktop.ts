import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt } from '../tools/build/ensure-built.ts'
import { desktopEnvironment } from '../tools/test/environment.ts'
import { startTestServer } from '../tests/support/test-server.ts'
import { delayOnABusyDay, KIOSKS, type EventLoopDelay } from './desktop/busy-day.ts'
import { folderBytes } from './desktop/folder-bytes.ts'
import { emptyWindow, forgetFiles, kerbside, type Program } from './desktop/programs.ts'
import { cpuMs, processCount, proportionalBytes } from './process-figures.ts'
import { quantile } from './quantile.ts'

/** Starts of each program, in turn. */
const STARTS = 7
const IDLE_MS = 60_000
const BUSY_ROUNDS = 10

const results = new URL('./results/', import.meta.url)

await ensureBuilt()
const environment = await desktopEnvironment()
const site = mkdtempSync(join(tmpdir(), 'kerbside-bench-site-'))
const planter = await startTestServer({ dataDir: site, startAt: new Date().toISOString(), demoHistory: true })
await planter.halt()

const programs = [emptyWindow(environment), kerbside(environment, site)] as const
const [empty, own] = programs
const isCold = forgetFiles()

interface Starts {
  readonly firstTick: number[]
  readonly ready: number[]
}

async function measureStarts(): Promise<ReadonlyMap<Program, Starts>> {
  const starts = new Map<Program, Starts>(programs.map((program) => [program, { firstTick: [], ready: [] }]))
  for (let round = 0; round < STARTS; round += 1) {
    for (const [program, { firstTick, ready }] of starts) {
      forgetFiles()
      const running = await program.start()
      firstTick.push(running.firstTickMs)
      if (running.readyMs !== null) ready.push(running.readyMs)
      await running.close()
    }
  }
  return starts
}

/** What a program costs while nobody touches it, after it has settled. */
async function measureIdle(program: Program): Promise<{ cpu_percent: number; megabytes: number; processes: number }> {
  const running = await program.start()
  const root = running.app.process().pid ?? 0
  await sleep(5000)
  const before = cpuMs(root)
  await sleep(IDLE_MS)
  const idle = {
    cpu_percent: Math.round(((cpuMs(root) - before) / IDLE_MS) * 10_000) / 100,
    megabytes: Math.round(proportionalBytes(root) / 1e6),
    processes: processCount(root),
  }
  await running.close()
  return idle
}

async function measureBusy(): Promise<EventLoopDelay> {
  const running = await own.start()
  try {
    return await delayOnABusyDay(running, BUSY_ROUNDS)
  } finally {
    await running.close()
  }
}

const starts = await measureStarts()
const median = (program: Program, of: 'firstTick' | 'ready') =>
  Math.round(quantile(starts.get(program)?.[of] ?? [], 0.5))
const [emptyIdle, ownIdle, busy] = [await measureIdle(empty), await measureIdle(own), await measureBusy()]
const packageFolder = join(environment.env['E2E_PACKAGE'] ?? '', '..')
const report = {
  runtime: environment.ranOn,
  starts: STARTS,
  cold: isCold,
  empty: { first_tick_ms: median(empty, 'firstTick'), idle: emptyIdle },
  kerbside: { first_tick_ms: median(own, 'firstTick'), ready_ms: median(own, 'ready'), idle: ownIdle },
  ratios: {
    first_tick: ratio(median(own, 'firstTick'), median(empty, 'firstTick')),
    idle_memory: ratio(ownIdle.megabytes, emptyIdle.megabytes),
  },
  event_loop_delay: { kiosks: KIOSKS, ...busy },
  package_megabytes: {
    whole: Math.round(folderBytes(packageFolder) / 1e6),
    kerbside: Math.round(folderBytes(join(packageFolder, 'resources')) / 1e5) / 10,
  },
}
console.log(JSON.stringify(report, null, 2))
console.log(`Medians of ${STARTS} ${isCold ? 'cold' : 'warm'} starts each, in turn; idle over ${IDLE_MS / 1000} s.`)
mkdirSync(results, { recursive: true })
writeFileSync(new URL('desktop.json', results), `${JSON.stringify(report, null, 2)}\n`)
rmSync(site, { recursive: true, force: true })

function ratio(value: number, against: number): number {
  return Math.round((value / against) * 100) / 100
}
