import { TimeLink } from '../../src-shared/time/time-link.ts'
import type { TimeSocketEvents } from '../../src-shared/time/time-link-parts.ts'
import type { Random } from '../../src-shared/time/time-source.ts'
import type { EventWheel } from './event-wheel.ts'
import { Peer, type SimulatedServer } from './server.ts'

/** The devices' crystals are off by up to so many parts per million. */
const CRYSTAL_PPM = 50

/** Why a client had to find another server, and how long it was without one. */
export interface Return {
  readonly from: SimulatedServer
  /** From the last moment at which it was connected to the next, by what the servers know. */
  readonly awayMs: number
  readonly at: number
}

/** A kiosk: the product's own client, and what the simulation knows of it. */
export interface Kiosk {
  readonly link: TimeLink
  /** Whether somebody is at it. */
  isLive: boolean
  server: SimulatedServer | undefined
}

interface FleetParts {
  readonly wheel: EventWheel
  readonly servers: readonly SimulatedServer[]
  readonly random: Random
  readonly onReturn: (made: Return) => void
}

/** A kiosk that is not started yet. */
export function makeKiosk({ wheel, servers, random, onReturn }: FleetParts): Kiosk {
  const rate = 1 + CRYSTAL_PPM * 1e-6 * (2 * random() - 1)
  const time = { monotonicMs: () => wheel.now * rate, wallMs: () => wheel.now * rate, granularityMs: 0.1 }
  const timers = { after: (ms: number, run: () => void) => wheel.after(ms / rate, run) }
  const link = new TimeLink({ time, timers, random, openSocket })
  const kiosk: Kiosk = { link, isLive: true, server: undefined }
  let lostAt: number | undefined

  function lost(): void {
    lostAt ??= wheel.now
  }

  /** The balancer knows which servers take anybody in, and chooses one of them by chance. */
  function openSocket(events: TimeSocketEvents) {
    const open = servers.filter(({ takesIn }) => takesIn)
    const server = open[Math.floor(random() * open.length)]
    if (server === undefined) throw new Error('there is no server left')
    const before = kiosk.server
    const opened = () => {
      if (before !== undefined && lostAt !== undefined)
        onReturn({ from: before, awayMs: wheel.now - lostAt, at: wheel.now })
      kiosk.server = server
      lostAt = undefined
      events.opened()
    }
    const closed = (withinMs?: number) => {
      lost()
      events.closed(withinMs)
    }
    const peer = new Peer({ opened, closed, received: (text) => events.received(text) }, server)
    server.connect(peer)
    return {
      send: (text: string) => server.receive(peer, text),
      close: () => {
        lost()
        server.forget(peer)
      },
    }
  }
  return kiosk
}
