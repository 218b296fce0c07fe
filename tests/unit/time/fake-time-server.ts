import type { TimeClientMessage, TimeUpdate } from '../../../src-shared/protocol/time-socket.ts'
import type { OpenTimeSocket, TimeSocketEvents } from '../../../src-shared/time/time-link-parts.ts'
import type { FakeWorld } from './fake-world.ts'

/** 2025-12-05T12:45:22Z, the contract's own example. */
export const WORLD_BEGAN = 1_764_938_722_000

interface Peer {
  readonly events: TimeSocketEvents
  open: boolean
  /** Seconds between its ticks, 0 for none, and at which second that was asked for. */
  pace: { readonly every: number; readonly since: number }
  /** When the newest messages arrive, each way: a stream keeps its order. */
  arrivesHere: number
  arrivesThere: number
}

/** A server of `/ws/time/` in a fake world, and the network before it. */
export class FakeTimeServer {
  epoch = 1
  /** How far business time is from WORLD_BEGAN + the world's time. */
  offsetMs = 0
  /** What it says of its own clock. */
  clockState: TimeUpdate['clock_state'] = 'trusted'
  storeTrouble: TimeUpdate['store_read_only']
  reachable = true
  /** Accepts and says nothing, as a dead peer behind a live switch. */
  mute = false
  answersSync = true
  latencyUp: () => number = () => 5
  latencyDown: () => number = () => 5
  /** When each socket was asked for, in the world's time. */
  readonly connects: number[] = []
  /** All that clients have said, with the world's time of saying it. */
  readonly heard: { at: number; message: TimeClientMessage }[] = []
  readonly #world: FakeWorld
  #peers: Peer[] = []
  #seq = 0

  constructor(world: FakeWorld) {
    this.#world = world
    this.#tickAtNextSecond()
  }

  /** Business time now: the truth that clients try to know. */
  now(): number {
    return WORLD_BEGAN + this.#world.now + this.offsetMs
  }

  get openSockets(): number {
    return this.#peers.length
  }

  readonly openSocket: OpenTimeSocket = (events) => {
    this.connects.push(this.#world.now)
    const pace = { every: 1, since: 0 }
    const peer: Peer = { events, open: false, pace, arrivesHere: 0, arrivesThere: 0 }
    if (!this.reachable) {
      this.#world.after(1, () => events.closed(), 'arrival')
    } else {
      this.#peers.push(peer)
      this.#world.after(this.latencyUp() + this.latencyDown(), () => this.#accept(peer), 'arrival')
    }
    return {
      send: (text) => this.#sent(peer, text),
      close: () => this.#forget(peer),
    }
  }

  /** Ends all connections, as a server that stops. @param reconnectWithinMs what one that restarts asks for */
  dropAll(reconnectWithinMs?: number): void {
    for (const peer of this.#peers) {
      this.#forget(peer)
      peer.events.closed(reconnectWithinMs)
    }
  }

  /** Says something to every client, well formed or not. */
  broadcast(text: string): void {
    for (const peer of this.#peers) this.#deliver(peer, text)
  }

  /** Tells the time to those whose turn it is. */
  tick(): void {
    this.#seq += 1
    const second = this.#second()
    for (const peer of this.#peers) {
      const { every, since } = peer.pace
      if (every > 0 && (second - since) % every === 0) this.#deliver(peer, JSON.stringify(this.#update()))
    }
  }

  #second(): number {
    return Math.floor(this.now() / 1000)
  }

  #update(): TimeUpdate {
    const update = { ...timeUpdate(this.now(), this.epoch, this.#seq), clock_state: this.clockState }
    return this.storeTrouble === undefined ? update : { ...update, store_read_only: this.storeTrouble }
  }

  #accept(peer: Peer): void {
    if (!this.#peers.includes(peer)) return
    peer.open = true
    peer.events.opened()
    if (!this.mute) this.#deliver(peer, JSON.stringify(this.#update()))
  }

  #forget(peer: Peer): void {
    this.#peers = this.#peers.filter((other) => other !== peer)
    peer.open = false
  }

  #sent(peer: Peer, text: string): void {
    const message = JSON.parse(text) as TimeClientMessage
    this.heard.push({ at: this.#world.now, message })
    peer.arrivesThere = Math.max(peer.arrivesThere, this.#world.now + this.latencyUp())
    this.#world.after(peer.arrivesThere - this.#world.now, () => this.#answer(peer, message), 'elsewhere')
  }

  #answer(peer: Peer, message: TimeClientMessage): void {
    if (message.type === 'ticks') peer.pace = { every: message.every, since: this.#second() }
    if (message.type !== 'sync' || !this.answersSync || this.mute) return
    const { nonce } = message
    const t2 = this.now()
    this.#deliver(peer, JSON.stringify({ type: 'sync_reply', nonce, epoch: this.epoch, t2, t3: this.now() }))
  }

  #deliver(peer: Peer, text: string): void {
    if (!peer.open) return
    peer.arrivesHere = Math.max(peer.arrivesHere, this.#world.now + this.latencyDown())
    this.#world.after(
      peer.arrivesHere - this.#world.now,
      () => {
        if (peer.open) peer.events.received(text)
      },
      'arrival',
    )
  }

  #tickAtNextSecond(): void {
    this.#world.after(
      1000 - (this.now() % 1000),
      () => {
        if (!this.mute) this.tick()
        this.#tickAtNextSecond()
      },
      'elsewhere',
    )
  }
}

/** A tick of the contract; what the clock does not use is made up. */
export function timeUpdate(serverMs: number, epoch = 1, seq = 1): TimeUpdate {
  const seconds = Math.floor(serverMs / 1000)
  return {
    type: 'time_update',
    datetime: '2025-12-05T12:45:22+00:00',
    formatted: 'Friday, December 05 2025, 12:45:22 PM',
    date: '2025-12-05',
    time: '12:45:22 PM',
    time_24h: '12:45:22',
    timestamp: seconds,
    year: 2025,
    month: 12,
    day: 5,
    hour: 12,
    minute: 45,
    second: seconds % 60,
    weekday: 'Friday',
    timezone: 'UTC',
    epoch,
    seq,
    server_ms: serverMs,
    clock_state: 'trusted',
  }
}
