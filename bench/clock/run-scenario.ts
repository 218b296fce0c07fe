import { FakeTimeServer, WORLD_BEGAN } from '../../tests/unit/time/fake-time-server.ts'
import { FakeWorld } from '../../tests/unit/time/fake-world.ts'
import { connectBy } from '../../tests/unit/time/proof/networks.ts'
import { seededRandom } from '../../tests/support/seeded.ts'
import type { Client, Contender } from './contender.ts'
import type { Scenario } from './scenarios.ts'
import { useWorldTimers } from './world-timers.ts'

/** The device's clock is this much ahead when the page is opened. */
const DEVICE_AHEAD_MS = 90_000
/** Slots begin within so much of the moment of each decision: where it is hard. */
const NEAR_MS = 250

/** What was seen of one client, over one or more runs. */
export interface Tally {
  /** How far each claim was off, milliseconds. */
  readonly errors: number[]
  looks: number
  decisions: number
  falseDecisions: number
  /** Decisions that it left to the server. */
  left: number
}

export function emptyTally(): Tally {
  return { errors: [], looks: 0, decisions: 0, falseDecisions: 0, left: 0 }
}

/** Plays a scenario with one client and adds what is seen of it to a tally. */
export async function runScenario(scenario: Scenario, contender: Contender, seed: number, tally: Tally): Promise<void> {
  const world = new FakeWorld()
  const restoreTimers = useWorldTimers(world)
  try {
    const random = seededRandom(seed)
    const server = new FakeTimeServer(world)
    connectBy(scenario.network, random)(server)
    world.devicePpm = scenario.devicePpm
    world.wallOffsetMs = WORLD_BEGAN + DEVICE_AHEAD_MS
    const client = contender.start(world, server, random)
    await play(scenario, world, server, () => look(client, server.now(), seededRandom(seed + tally.looks), tally))
    client.stop()
  } finally {
    restoreTimers()
  }
}

async function play(scenario: Scenario, world: FakeWorld, server: FakeTimeServer, lookNow: () => void): Promise<void> {
  const happenings = [...scenario.happenings]
  // What sleep adds to the world's time is no part of the scenario's.
  for (let atMs = 0; atMs < scenario.untilMs; atMs += scenario.lookEveryMs) {
    while (happenings[0] !== undefined && happenings[0].atMs <= atMs) happenings.shift()?.happen(world, server)
    await advance(world, scenario.lookEveryMs)
    // Both of the device's clocks run by the same crystal.
    world.wallOffsetMs += scenario.lookEveryMs * scenario.devicePpm * 1e-6
    if (atMs >= scenario.fromMs) lookNow()
  }
}

/** As `world.advance`, and promises that are settled by what happens are heard before the next thing happens. */
async function advance(world: FakeWorld, ms: number): Promise<void> {
  const end = world.now + ms
  while (world.runNext(end)) await new Promise((resolve) => setImmediate(resolve))
}

function look(client: Client, truth: number, random: () => number, tally: Tally): void {
  tally.looks += 1
  const claim = client.claimMs()
  if (claim !== null) tally.errors.push(Math.abs(claim - truth))
  const slotStart = truth + (2 * random() - 1) * NEAR_MS
  const passed = client.hasPassed(slotStart)
  tally.decisions += 1
  if (passed === null) tally.left += 1
  else if (passed !== slotStart < truth) tally.falseDecisions += 1
}
