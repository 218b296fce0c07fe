/**
 * Customers book, confirm, cancel and follow the time for a while, and the server's memory is looked at meanwhile:
 * `KERBSIDE_LEAK_MINUTES=60 node tests/faults/leak-run.ts` prints by how much it grows, in MB an hour. The first quarter
 * is left out: a process takes what it needs before it stays as it is.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { CollectedMemory } from './collected-memory.ts'
import { Customers } from './customers.ts'
import { ServerProcess } from './server-process.ts'

const MINUTES = Number(process.env['KERBSIDE_LEAK_MINUTES'] ?? 30)
const SAMPLE_MS = 20_000
const SOCKETS = 50
const BETWEEN_CUSTOMERS_MS = 200
/** Who would keep what they booked would fill the calendar, and what is to come is remembered: so many stay, then all go. */
const BEFORE_LEAVING = 500
/** SQLite keeps 16 MB of its file in memory for each connection, and takes them as the file grows: a crowd has it do so before. */
const CROWD = 20
const CROWD_MS = 120_000
/** What a soak may grow by, MB an hour. */
const MOST_MB_AN_HOUR = 1

interface Sample {
  readonly hours: number
  readonly mb: number
}

const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-leak-'))
const server = await ServerProcess.start(dataDir, { env: { NODE_OPTIONS: '--inspect=127.0.0.1:0' } })
try {
  await fillCaches(server)
  const samples = await samplesWhileUsed(server)
  const settled = samples.slice(Math.floor(samples.length / 4))
  const slope = slopeOf(settled)
  const [first, last] = [settled[0]?.mb ?? 0, settled.at(-1)?.mb ?? 0]
  console.log(`${MINUTES} min, ${samples.length} samples: ${first.toFixed(1)} to ${last.toFixed(1)} MB`)
  console.log(`RSS slope: ${slope.toFixed(2)} MB/h (may be ${MOST_MB_AN_HOUR})`)
  process.exitCode = slope < MOST_MB_AN_HOUR ? 0 : 1
} finally {
  await server.kill()
  rmSync(dataDir, { recursive: true, force: true })
}

async function samplesWhileUsed({ pid, publicUrl, said }: ServerProcess): Promise<readonly Sample[]> {
  const end = performance.now() + MINUTES * 60_000
  const sockets = Array.from({ length: SOCKETS }, () => new WebSocket(`${publicUrl.replace('http', 'ws')}/ws/time/`))
  const customers = keepUsing(end, publicUrl)
  const memory = await CollectedMemory.of(pid, said)
  const samples: Sample[] = []
  while (performance.now() < end) {
    await pause(SAMPLE_MS)
    samples.push({ hours: performance.now() / 3_600_000, mb: await memory.residentMb() })
  }
  memory.close()
  for (const socket of sockets) socket.close()
  await customers
  return samples
}

async function fillCaches({ publicUrl }: ServerProcess): Promise<void> {
  const customers = new Customers('WU', seededRandom(testSeed(6)))
  const end = performance.now() + CROWD_MS
  const one = async () => {
    while (performance.now() < end) await customers.come(publicUrl, Date.now())
  }
  await Promise.all(Array.from({ length: CROWD }, one))
  await customers.leave(publicUrl)
  console.log(`${customers.promised.size} bookings were made and given back before`)
}

async function keepUsing(end: number, url: string): Promise<void> {
  const customers = new Customers('LK', seededRandom(testSeed(5)))
  for (let came = 1; performance.now() < end; came += 1) {
    await customers.come(url, Date.now())
    if (came % BEFORE_LEAVING === 0) await customers.leave(url)
    await pause(BETWEEN_CUSTOMERS_MS)
  }
}

/** The slope of the line that fits best (least squares), MB an hour. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  const [hours, mb] = [mean((one) => one.hours), mean((one) => one.mb)]
  return mean((one) => (one.hours - hours) * (one.mb - mb)) / mean((one) => (one.hours - hours) ** 2)
}
