import { TimeLink } from '../../../src-shared/time/time-link.ts'
import type { WakeReason } from '../../../src-shared/time/time-link-parts.ts'
import { FakeTimeServer } from './fake-time-server.ts'
import { FakeWorld } from './fake-world.ts'
import { seededRandom } from '../../support/seeded.ts'

export interface LinkFixture {
  readonly world: FakeWorld
  readonly server: FakeTimeServer
  readonly link: TimeLink
  /** Requests for the time that the server has heard since the world's time `from`, in the order of their sending. */
  asksSince(from: number): number[]
  wake(reason: WakeReason): void
}

/** A device with a link to a server, 5 ms away each way; started. */
export function linkFixture(change: { random?: () => number; prepare?: (server: FakeTimeServer) => void } = {}) {
  const world = new FakeWorld()
  const server = new FakeTimeServer(world)
  change.prepare?.(server)
  const link = new TimeLink({
    time: world.time,
    timers: world.timers,
    random: change.random ?? seededRandom(1),
    openSocket: server.openSocket,
  })
  link.start()
  const fixture: LinkFixture = {
    world,
    server,
    link,
    asksSince: (from) =>
      server.heard.filter(({ at, message }) => at >= from && message.type === 'sync').map(({ at }) => at),
    wake: (reason) => link.wake(reason),
  }
  return fixture
}
