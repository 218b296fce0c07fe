import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compareHistories } from './booking/availability.ts'
import { contenders, folderOf, kerbside } from './booking/contenders.ts'
import { diskWaits } from './booking/disk-waits.ts'
import { figuresOf, report, type Round } from './booking/figures.ts'
import { playLoad } from './booking/programs.ts'
import { prepareSite } from './booking/site.ts'
import { TickFollower } from './booking/tick-follower.ts'
import { warnOfThrottling } from './real-time.ts'

/**
 * Durable bookings over HTTP, in turn with what they can be held against, A B C A B C on one machine. Only the ratios
 * within a run mean anything. `--rounds`, `--seconds` of load and of idling, `--clients`, `--without-history`.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    clients: { type: 'string', default: '200' },
    'without-history': { type: 'boolean', default: false },
  },
})
const [rounds, seconds, clients] = [Number(values.rounds), Number(values.seconds), Number(values.clients)]
const WARM_UP = 4

const cache = new URL('../.cache/', import.meta.url).pathname
mkdirSync(cache, { recursive: true })
// Beside the checkout and not in the temporary folder, which is memory on many machines.
const folder = mkdtempSync(`${cache}bench-booking-`)

async function playRound(prepared: string, round: number): Promise<Round> {
  const waits = diskWaits(folder, 1)
  const runs: Record<string, Round['runs'][string]> = {}
  for (const [index, contender] of contenders(prepared).entries()) {
    const server = await contender.start(folderOf(folder, round, index))
    const { url, pid } = server
    const follower = contender.name === kerbside ? new TickFollower(url) : undefined
    if (follower !== undefined) await new Promise((resume) => setTimeout(resume, (WARM_UP + seconds) * 1000))
    const idle = follower?.take()
    const load = await playLoad({ url, pid, clients, warmUp: WARM_UP, seconds, kind: 'both' })
    const ticks = follower && { idle: idle ?? [], busy: follower.take() }
    follower?.close()
    await server.stop()
    runs[contender.name] = { ...load, ...(ticks === undefined ? {} : { ticks }) }
  }
  return { diskWaits: waits, runs }
}

warnOfThrottling()
try {
  const prepared = `${folder}/prepared`
  await prepareSite(prepared)
  const played: Round[] = []
  for (let round = 0; round < rounds; round += 1) played.push(await playRound(prepared, round))
  const history = values['without-history'] ? [] : await compareHistories(prepared, folder)
  const figures = figuresOf(played, history, clients)
  console.log(report(figures))
  const results = new URL('./results/', import.meta.url)
  mkdirSync(results, { recursive: true })
  writeFileSync(new URL('booking.json', results), `${JSON.stringify(figures, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
