import { TimeLink } from '../../../../src-shared/time/time-link.ts'
import { FakeTimeServer } from '../fake-time-server.ts'
import { FakeWorld } from '../fake-world.ts'
import { seededRandom } from '../../../support/seeded.ts'

const CLIENTS = 200
const WINDOW_MS = 100

/** How the server went away: its sockets close at once, or it hangs and says nothing more until it is gone. */
export type Ending = 'closes' | 'hangs'

export interface Spread {
  /** From when the server listens again until the last client follows it, milliseconds. */
  readonly allBackMs: number
  /** The most tries that reached the server within any 100 ms, as a share of all clients. */
  readonly mostTries: number
  /** The most clients that were back within any 100 ms, as a share of all. */
  readonly mostBack: number
}

/** Two hundred clients of a server that restarts: each a real TimeLink, 5 ms away, with chance of its own. */
export function restart(awayMs: number, ending: Ending, seed: number): Spread {
  const world = new FakeWorld()
  const server = new FakeTimeServer(world)
  const backAt: number[] = []
  const links = Array.from({ length: CLIENTS }, (_, index) => follow(world, server, seed * 1000 + index))
  // Long enough for each link to count as stable.
  world.advance(35_000)
  if (ending === 'hangs') hang(world, server)
  server.reachable = false
  server.dropAll()
  world.advance(awayMs)
  const listensAt = world.now
  const before = server.connects.length
  server.reachable = true
  const missing = new Set(links)
  while (missing.size > 0 && world.now - listensAt < 60_000) {
    world.advance(5)
    for (const link of missing) {
      if (!link.isConnected) continue
      missing.delete(link)
      backAt.push(world.now)
    }
  }
  for (const link of links) link.stop()
  return {
    allBackMs: missing.size > 0 ? Infinity : world.now - listensAt,
    mostTries: most(server.connects.slice(before)) / CLIENTS,
    mostBack: most(backAt) / CLIENTS,
  }
}

function follow(world: FakeWorld, server: FakeTimeServer, seed: number): TimeLink {
  const { time, timers } = world
  const link = new TimeLink({ time, timers, random: seededRandom(seed), openSocket: server.openSocket })
  link.start()
  return link
}

/** Long enough for its clients to give their sockets up, all at the same moment: that of their last tick. */
function hang(world: FakeWorld, server: FakeTimeServer): void {
  server.mute = true
  world.advance(4500)
  server.mute = false
}

/** The most instants within any window of 100 ms. @param instants in rising order */
function most(instants: readonly number[]): number {
  let first = 0
  let highest = 0
  instants.forEach((at, index) => {
    while (at - (instants[first] ?? at) >= WINDOW_MS) first += 1
    highest = Math.max(highest, index - first + 1)
  })
  return highest
}
