import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { moveSite, readSettings } from '../src-server/index.ts'
import { findPostgres } from '../tests/support/postgres-programs.ts'
import { TestPostgres } from '../tests/support/postgres.ts'
import { plantHistory } from './booking/history.ts'
import { prepareSite } from './booking/site.ts'
import { plantTrail } from './move/trail.ts'
import { quantile } from './quantile.ts'

/** How long a site takes from SQLite to PostgreSQL and back, all that is checked on the way included. */

const ROUNDS = 3
const BOOKINGS = 100_000
/** As many as a booking that is held, confirmed and completed has. */
const LINES_EACH = 3

const results = new URL('./results/', import.meta.url)

const programs = await findPostgres()
if (programs.obstacle !== undefined) throw new Error(programs.obstacle)
const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-move-'))
// It waits for the disk, as one that is really moved to does.
const postgres = await TestPostgres.start(programs.folder, { fsync: true })

async function timed(to: 'postgres' | 'sqlite', url: string): Promise<{ seconds: number; rows: number }> {
  const settings = readSettings({ KERBSIDE_DATA_DIR: dataDir, KERBSIDE_DATABASE_URL: url, KERBSIDE_SITE: 'bench' })
  let rows = 0
  const start = performance.now()
  await moveSite(settings, to, (line) => (rows = Number(/^(\d+) rows of \d+ tables/.exec(line)?.[1] ?? rows)))
  return { seconds: (performance.now() - start) / 1000, rows }
}

const rounds: { to: 'postgres' | 'sqlite'; seconds: number; rows: number }[] = []
let bytes: number
try {
  await prepareSite(dataDir)
  plantHistory(dataDir, BOOKINGS, Date.now())
  plantTrail(dataDir, BOOKINGS, LINES_EACH)
  bytes = statSync(join(dataDir, 'kerbside.sqlite')).size
  for (let round = 0; round < ROUNDS; round += 1) {
    // A database of its own each time: the site stays in the one that it came from.
    const url = await postgres.database()
    for (const to of ['postgres', 'sqlite'] as const) rounds.push({ to, ...(await timed(to, url)) })
  }
} finally {
  await postgres.remove()
  for (const folder of [dataDir, `${dataDir}-audit`]) rmSync(folder, { recursive: true, force: true })
}

function figuresOf(to: 'postgres' | 'sqlite') {
  const own = rounds.filter((round) => round.to === to)
  const rows = own[0]?.rows ?? 0
  const seconds = quantile(
    own.map((round) => round.seconds),
    0.5,
  )
  const tenth = (value: number) => Math.round(value * 10) / 10
  const all = own.map((round) => tenth(round.seconds))
  return {
    rows,
    seconds: tenth(seconds),
    fastest: Math.min(...all),
    slowest: Math.max(...all),
    rows_per_s: Math.round(rows / seconds),
  }
}

const figures = { to_postgres: figuresOf('postgres'), to_sqlite: figuresOf('sqlite') }
console.table(figures)
console.log(`Medians of ${ROUNDS} moves each way of ${BOOKINGS} bookings, their bays and the trail that tells of them.`)
mkdirSync(results, { recursive: true })
const report = { rounds: ROUNDS, bookings: BOOKINGS, cores: availableParallelism(), store_bytes: bytes, ...figures }
writeFileSync(new URL('move.json', results), `${JSON.stringify(report, null, 2)}\n`)
