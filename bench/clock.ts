import { mkdirSync, writeFileSync } from 'node:fs'
import { kerbside } from './clock/kerbside-client.ts'
import type { Contender } from './clock/contender.ts'
import { figuresOf, figuresTable, type ScenarioFigures } from './clock/figures.ts'
import { oneSample } from './clock/one-sample-client.ts'
import { emptyTally, runScenario } from './clock/run-scenario.ts'
import { scenarios, type Scenario } from './clock/scenarios.ts'
import { timesyncEvery } from './clock/timesync-client.ts'

/** Each scenario is played with each of these, with every client. */
const SEEDS = [1, 2, 3, 4, 5]

const contenders: readonly Contender[] = [
  kerbside,
  timesyncEvery('timesync, as it comes (hourly)'),
  timesyncEvery('timesync, every 10 s', 10_000),
  oneSample,
]

const results = new URL('./results/', import.meta.url)

async function compare(scenario: Scenario): Promise<ScenarioFigures> {
  const clients = []
  for (const contender of contenders) {
    const tally = emptyTally()
    for (const seed of SEEDS) await runScenario(scenario, contender, seed, tally)
    clients.push(figuresOf(contender.name, tally))
  }
  return { scenario: scenario.name, clients }
}

const figures: ScenarioFigures[] = []
for (const scenario of scenarios) figures.push(await compare(scenario))
console.log(figuresTable(figures))
console.log(`
Errors are of what a client claims to know; "unsure" is how often it makes no claim (Kerbside: connecting, checking, offline).
Each decision is about a slot that begins within 250 ms of it. Simulated, seeds ${SEEDS.join(', ')}; the device is 90 s ahead.`)
mkdirSync(results, { recursive: true })
writeFileSync(
  new URL('clock.json', results),
  `${JSON.stringify({ seeds: SEEDS.join(' '), scenarios: figures }, null, 2)}\n`,
)
