import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuilt } from '../../tools/build/ensure-built.ts'
import { projectRoot } from '../../tools/places.ts'
import { say } from '../../tools/terminal/progress.ts'
import { databaseLook } from '../support/database-look.ts'
import { seededRandom } from '../support/seeded.ts'
import { asker } from './ask.ts'
import { Cluster, SITE } from './cluster.ts'
import { breakThings } from './faults.ts'
import { visit, type Visit } from './history.ts'
import { follow } from './kiosks.ts'
import { contradictions } from './verdict.ts'

/**
 * `npm run cluster:proof`: three servers under load while servers, bus and database are killed, stopped and frozen; then
 * what every customer was told is held against what is there. `-- 300 42` runs for 300 s by the seed 42.
 */
const seconds = Number(process.argv[2] ?? 120)
const seed = Number(process.argv[3] ?? randomInt(1_000_000))
const [SERVERS, CUSTOMERS, KIOSKS] = [3, 10, 20]
/** The time that kiosks may take to be back, ms. */
const BACK_WITHIN_MS = 15_000
/** What is over is ended within seconds, once there is somebody to end it. */
const SETTLE_MS = 10_000

await ensureBuilt()
say(`seed ${seed}, ${seconds} s`)
const cluster = await Cluster.start(SERVERS)
try {
  const random = seededRandom(seed)
  const [over, gone] = [new AbortController(), new AbortController()]
  const agent = new Agent({ keepAlive: true, ca: cluster.ca, checkServerIdentity: () => undefined })
  const history: Visit[] = []
  const ask = asker(cluster.url, agent)
  const customers = Array.from({ length: CUSTOMERS }, (_, who) =>
    visit(ask, who, seededRandom(seed + who + 1), over.signal, history),
  )
  const kiosks = follow(cluster, KIOSKS, random, gone.signal)
  const broken = await breakThings(cluster, random, seconds * 1000, say)
  over.abort()
  await Promise.all(customers)
  await pause(SETTLE_MS)
  gone.abort()
  const longest = Math.max(...(await kiosks))
  agent.destroy()
  const wrong = [...contradictions(databaseLook(cluster.database, SITE), history)]
  if (longest > BACK_WITHIN_MS) wrong.push(`a kiosk was without a tick for ${Math.round(longest)} ms`)
  report({ seed, seconds, broken, history, longest, wrong })
  if (wrong.length > 0) process.exitCode = 1
} finally {
  await cluster.stop()
}

interface Run {
  readonly seed: number
  readonly seconds: number
  readonly broken: ReadonlyMap<string, number>
  readonly history: readonly Visit[]
  readonly longest: number
  readonly wrong: readonly string[]
}

function report({ seed: by, seconds: ran, broken, history, longest, wrong }: Run): void {
  const outcomes = new Map<string, number>()
  for (const { outcome, afterwards } of history) {
    const what =
      outcome.is === 'refused'
        ? outcome.code
        : outcome.is === 'booked'
          ? `booked, ${afterwards?.act ?? 'left'}`
          : outcome.is
    outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
  }
  const figures = {
    seed: by,
    seconds: ran,
    servers: SERVERS,
    faults: Object.fromEntries(broken),
    visits: history.length,
    requests_repeated: history.filter(({ tries }) => tries > 1).length,
    outcomes: Object.fromEntries([...outcomes].sort(([one], [other]) => one.localeCompare(other))),
    longest_without_a_tick_ms: Math.round(longest),
    contradictions: wrong,
  }
  say(JSON.stringify(figures, undefined, 2))
  say(wrong.length === 0 ? '✓ Nothing contradicts what customers were told.' : `✗ ${wrong.length} contradictions`)
  writeFileSync(join(projectRoot, 'bench/results/cluster.json'), `${JSON.stringify(figures, undefined, 2)}\n`)
}
