import type { WakeReason } from '../../../src-shared/time/time-link-parts.ts'
import { createServerTimeStore, type ServerTimeStore } from '../../../src-shared/ui/server-time-store.ts'
import { FakeTimeServer } from '../time/fake-time-server.ts'
import { FakeWorld } from '../time/fake-world.ts'
import { seededRandom } from '../../support/seeded.ts'

export interface StoreFixture {
  readonly world: FakeWorld
  readonly server: FakeTimeServer
  readonly store: ServerTimeStore
  /** What the page would hear from the browser; null while nobody listens. */
  wake: ((reason: WakeReason) => void) | null
}

/** A store with a server 5 ms away; not started. */
export function storeFixture(): StoreFixture {
  const world = new FakeWorld()
  const server = new FakeTimeServer(world)
  const fixture: { wake: StoreFixture['wake'] } = { wake: null }
  const store = createServerTimeStore({
    time: world.time,
    timers: world.timers,
    random: seededRandom(3),
    openSocket: server.openSocket,
    listenForWake(onWake) {
      fixture.wake = onWake
      return () => {
        fixture.wake = null
      }
    },
  })
  return Object.assign(fixture, { world, server, store })
}
