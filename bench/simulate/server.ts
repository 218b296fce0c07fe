import type { TimeClientMessage } from '../../src-shared/protocol/time-socket.ts'
import type { TimeSocketEvents } from '../../src-shared/time/time-link-parts.ts'
import { timeUpdate, WORLD_BEGAN } from '../../tests/unit/time/fake-time-server.ts'
import type { Counts } from './counts.ts'
import type { EventWheel } from './event-wheel.ts'

/** What a client asks to be called again within, as the product's own farewell says. */
const RESTART_WITHIN_MS = 1000
const DRAIN_STEP_MS = 100
const DRAIN_STEPS = 200
/** From the question to the answer on the server, ms. */
const ANSWERS_IN_MS = 0.05

export interface Network {
  readonly wheel: EventWheel
  readonly counts: Counts
  /** One way, ms. */
  readonly delay: () => number
}

/** A client's socket, as both its ends and the network between them know it. */
export class Peer {
  readonly events: TimeSocketEvents
  readonly server: SimulatedServer
  every = 1
  since = 0
  isOpen = true
  /** When the newest message arrives, each way: a stream keeps its order. */
  arrivesHere = 0
  arrivesThere = 0
  constructor(events: TimeSocketEvents, server: SimulatedServer) {
    this.events = events
    this.server = server
  }
}

/** A server of `/ws/time/` among several: it does what the protocol says, and costs nothing. */
export class SimulatedServer {
  readonly index: number
  /** How far its business time is from the truth, ms. */
  readonly offsetMs: number
  readonly peers = new Set<Peer>()
  /** Whether the balancer sends anybody here. */
  takesIn = true
  readonly #network: Network
  #hasPower = true
  #seq = 0

  constructor(index: number, offsetMs: number, network: Network) {
    this.index = index
    this.offsetMs = offsetMs
    this.#network = network
    this.#tickAtNextSecond()
  }

  now(): number {
    return WORLD_BEGAN + this.#network.wheel.now + this.offsetMs
  }

  connect(peer: Peer): void {
    const { wheel, counts, delay } = this.#network
    counts.connect(this.index, wheel.now)
    this.peers.add(peer)
    // TCP, then the upgrade.
    wheel.after(2 * (delay() + delay()), () => {
      if (!peer.isOpen || !this.#hasPower) return
      peer.since = this.#second()
      peer.events.opened()
      this.#deliver(peer, this.#tick())
    })
  }

  receive(peer: Peer, text: string): void {
    const { wheel, delay } = this.#network
    peer.arrivesThere = Math.max(peer.arrivesThere, wheel.now + delay())
    wheel.after(peer.arrivesThere - wheel.now, () => this.#answer(peer, text))
  }

  forget(peer: Peer): void {
    peer.isOpen = false
    this.peers.delete(peer)
  }

  /** The process dies, and the kernel ends its sockets. */
  crash(): void {
    this.#hasPower = false
    this.takesIn = false
    for (const peer of [...this.peers]) this.#end(peer, undefined)
  }

  /** The machine is gone: nobody is told anything. */
  losePower(): void {
    this.#hasPower = false
    this.takesIn = false
  }

  /** As `Drain` does it. */
  drain(): void {
    this.takesIn = false
    const away = [...this.peers]
    const inAStep = Math.max(50, Math.ceil(away.length / DRAIN_STEPS))
    const step = (begin: number) => {
      for (const peer of away.slice(begin, begin + inAStep)) this.#end(peer, RESTART_WITHIN_MS)
      if (begin + inAStep < away.length) this.#network.wheel.after(DRAIN_STEP_MS, () => step(begin + inAStep))
    }
    step(0)
  }

  #end(peer: Peer, withinMs: number | undefined): void {
    if (!peer.isOpen) return
    this.forget(peer)
    this.#network.wheel.after(this.#network.delay(), () => peer.events.closed(withinMs))
  }

  #second(): number {
    return Math.floor(this.now() / 1000)
  }

  #tick(): string {
    return JSON.stringify(timeUpdate(this.now(), 1, this.#seq))
  }

  #answer(peer: Peer, text: string): void {
    if (!peer.isOpen || !this.#hasPower) return
    const { wheel, counts } = this.#network
    counts.message('in', wheel.now)
    const message = JSON.parse(text) as TimeClientMessage
    if (message.type === 'ticks') {
      peer.every = message.every
      peer.since = this.#second()
    }
    if (message.type !== 'sync') return
    const t2 = this.now()
    this.#deliver(
      peer,
      JSON.stringify({ type: 'sync_reply', nonce: message.nonce, epoch: 1, t2, t3: t2 + ANSWERS_IN_MS }),
    )
  }

  #deliver(peer: Peer, text: string): void {
    const { wheel, counts, delay } = this.#network
    counts.message('out', wheel.now)
    peer.arrivesHere = Math.max(peer.arrivesHere, wheel.now + delay())
    wheel.after(peer.arrivesHere - wheel.now, () => {
      if (peer.isOpen) peer.events.received(text)
    })
  }

  #tickAtNextSecond(): void {
    this.#network.wheel.after(1000 - (this.now() % 1000), () => {
      if (!this.#hasPower) return
      this.#seq += 1
      const text = this.#tick()
      const second = this.#second()
      for (const peer of this.peers) {
        if (peer.every > 0 && (second - peer.since) % peer.every === 0) this.#deliver(peer, text)
      }
      this.#tickAtNextSecond()
    })
  }
}
