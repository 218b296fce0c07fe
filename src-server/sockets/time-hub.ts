import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { StoreTrouble } from '../../src-shared/api/fields.ts'
import type { KioskState, KioskStateMessage, Reload, ReloadWhen } from '../../src-shared/protocol/kiosk-state.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import { TimeClientMessage, type Topic } from '../../src-shared/protocol/time-socket.ts'
import type { Clock } from '../clock/clock.ts'
import { makeTimeUpdate } from '../clock/time-update.ts'
import type { AvailabilityHint } from '../events/event-bus.ts'
import type { KioskHere } from '../devices/kiosk-here.ts'
import type { Principal } from '../identity/principal.ts'
import { KioskRoll } from './kiosk-roll.ts'
import { pingFrame, textFrame } from './server-frame.ts'
import { TimeClient } from './time-client.ts'
import { Turns } from './turns.ts'

/** More messages than this within a second are no client of ours. */
const MOST_MESSAGES = 1000
/** Every so many seconds a peer is looked after: one that was silent is asked whether it is still there, and then goes. */
const HEARTBEAT_SECONDS = 15
/** The same for a peer of a slower pace, which is silent for longer. It falls on ticks of most paces. */
const SLOW_HEARTBEAT_SECONDS = 60

/** What a client has said of its own clock, and who it is. */
export type Follower = Pick<TimeClient, 'principal' | 'report'>

/** The clients of `/ws/time/`, and the ticks that go to all of them. */
export class TimeHub {
  readonly #clock: Clock
  readonly #timezone: () => string
  readonly #trouble: () => StoreTrouble | undefined
  readonly #onKiosk: (change: 'connected' | 'disconnected', principal: Principal) => void
  readonly #onState: (deviceId: string, state: KioskState) => boolean
  readonly #clients = new Map<WebSocket, TimeClient>()
  readonly #kiosks = new KioskRoll()
  readonly #ticks = new Turns<TimeClient>()
  readonly #beats = new Turns<TimeClient>()
  readonly #listeners = this.#makeListeners()
  readonly #subscribers: Readonly<Record<Topic, Set<TimeClient>>> = { availability: new Set() }
  /** The second of the latest tick, and how many clients there have been: both spread work over the seconds. */
  #second: number
  #joined = 0
  #seq = 0

  /**
   * @param timezone the site's zone
   * @param onKiosk told when a kiosk opens its first socket or closes its last
   * @param trouble why nothing can be saved, while that is so
   * @param onState told what a paired kiosk shows; false where it says so too often
   */
  constructor(
    clock: Clock,
    timezone: () => string,
    onKiosk: (change: 'connected' | 'disconnected', principal: Principal) => void,
    trouble: () => StoreTrouble | undefined = () => undefined,
    onState: (deviceId: string, state: KioskState) => boolean = () => true,
  ) {
    this.#clock = clock
    this.#second = Math.floor(clock.now() / 1000)
    this.#timezone = timezone
    this.#onKiosk = onKiosk
    this.#trouble = trouble
    this.#onState = onState
  }

  get seq(): number {
    return this.#seq
  }

  /** How many kiosks hold a socket: paired ones once each, open ones by socket. */
  kioskCount(): number {
    return this.#kiosks.size
  }

  /** A paired kiosk that holds a socket. */
  kiosk(deviceId: string): KioskHere | undefined {
    return this.#kiosks.find(deviceId)
  }

  /** Has a kiosk that holds a socket open its page anew. */
  askReload(deviceId: string, when: ReloadWhen): void {
    const frame = textFrame(JSON.stringify({ type: 'reload', when } satisfies Reload))
    for (const client of this.#kiosks.askReload(deviceId, this.#clock.now())) client.send(frame)
  }

  /** Everybody who follows the time now. */
  followers(): readonly Follower[] {
    return [...this.#clients.values()]
  }

  /** Takes a socket in: it is told the time at once. @param stream what the socket writes to */
  add(socket: WebSocket, stream: Duplex, principal: Principal): void {
    const client = new TimeClient(socket, stream, principal)
    this.#clients.set(socket, client)
    this.#joined += 1
    client.ticks = this.#ticks.join(client, 1, this.#second)
    client.beats = this.#beats.join(client, HEARTBEAT_SECONDS, this.#joined)
    socket.on('message', this.#listeners.message)
    socket.on('ping', this.#listeners.ping)
    socket.on('pong', this.#listeners.pong)
    socket.on('error', ignoreError)
    socket.on('close', this.#listeners.close)
    client.send(textFrame(JSON.stringify(this.#update())))
    if (this.#kiosks.enter(client, this.#clock.now())) this.#onKiosk('connected', principal)
  }

  /** One tick, framed once, to every client whose turn has come. @param second whole seconds since the epoch */
  tick(second: number): void {
    this.#second = second
    this.#seq += 1
    const frame = textFrame(JSON.stringify(this.#update()))
    const frameAndPing = Buffer.concat([frame, pingFrame])
    for (const turn of this.#beats.at(second)) for (const client of turn) client.beat()
    for (const turn of this.#ticks.at(second)) for (const client of turn) client.tick(frame, frameAndPing)
    for (const turn of this.#beats.at(second)) for (const client of turn) client.ask()
  }

  /** Tells those who asked that the slots of a day have changed. */
  announce(hint: AvailabilityHint): void {
    const frame = textFrame(JSON.stringify({ type: 'availability_changed', ...hint }))
    for (const client of this.#subscribers.availability) client.send(frame)
  }

  /** Closes the sockets of whoever is no longer welcome. */
  disconnect(matches: (principal: Principal) => boolean): void {
    for (const client of this.#clients.values()) if (matches(client.principal)) client.close('revoked')
  }

  /** What sends each of them away for a restart; whoever has gone meanwhile is not met by it. */
  farewells(): (() => void)[] {
    return Array.from(this.#clients.values(), (client) => () => client.close('restarting'))
  }

  closeAll(): void {
    for (const client of this.#clients.values()) client.close('goingAway')
  }

  #update() {
    return makeTimeUpdate(this.#clock, this.#timezone(), this.#seq, this.#trouble())
  }

  #receive(client: TimeClient, data: unknown, isBinary: boolean): void {
    const t2 = this.#clock.now()
    if (!client.isOpen) return undefined
    client.heard()
    if (!this.#count(client)) return undefined
    if (isBinary) return client.close('binary')
    const message = parseJson(TimeClientMessage, String(data))
    if (message === undefined) return client.close('unknownMessage')
    switch (message.type) {
      case 'sync':
        return this.#reply(client, message.nonce, t2)
      case 'subscribe':
        for (const topic of message.topics) this.#subscribers[topic].add(client)
        return undefined
      case 'unsubscribe':
        for (const topic of message.topics) this.#subscribers[topic].delete(client)
        return undefined
      case 'report':
        client.report = message
        return undefined
      case 'kiosk_state':
        return this.#show(client, message)
      case 'ticks':
        return this.#setPace(client, message.every)
      default:
        return message satisfies never
    }
  }

  /** An open kiosk cannot be told from the next one: what it shows is not kept, and neither is what anybody else says. */
  #show(client: TimeClient, message: KioskStateMessage): void {
    if (client.principal.kind !== 'device') return
    const { id } = client.principal
    const { type: _type, ...state } = message
    if (!this.#onState(id, state)) return client.close('tooMany')
    this.#kiosks.show(id, client, state)
  }

  /** Counts what a client has sent. @returns false for one too many, which closes its socket */
  #count(client: TimeClient): boolean {
    if (client.countMessage(this.#seq) <= MOST_MESSAGES) return true
    client.close('tooMany')
    return false
  }

  #reply(client: TimeClient, nonce: string, t2: number): void {
    const { epoch } = this.#clock
    client.send(textFrame(JSON.stringify({ type: 'sync_reply', nonce, epoch, t2, t3: this.#clock.now() })))
  }

  /** @param every seconds between ticks, counted from the latest one, so that not all have their turn at once; 0 for none */
  #setPace(client: TimeClient, every: number): void {
    client.leaveTurns()
    if (every > 0) client.ticks = this.#ticks.join(client, every, this.#second)
    // Where the pace allows, a heartbeat falls on a tick and goes out with it.
    const beatEvery = every === 1 ? HEARTBEAT_SECONDS : SLOW_HEARTBEAT_SECONDS
    client.beats = this.#beats.join(client, beatEvery, this.#second)
  }

  #remove(socket: WebSocket, client: TimeClient): void {
    this.#clients.delete(socket)
    client.leaveTurns()
    for (const subscribers of Object.values(this.#subscribers)) subscribers.delete(client)
    if (this.#kiosks.leave(client)) this.#onKiosk('disconnected', client.principal)
  }

  /** One set of listeners for all sockets, each of which finds its client: closures for each of thousands would be memory. */
  #makeListeners() {
    const find = (socket: WebSocket) => this.#clients.get(socket)
    const receive = (client: TimeClient, data: unknown, isBinary: boolean) => this.#receive(client, data, isBinary)
    const remove = (socket: WebSocket, client: TimeClient) => this.#remove(socket, client)
    const count = (client: TimeClient) => void this.#count(client)
    return {
      message(this: WebSocket, data: unknown, isBinary: boolean) {
        const client = find(this)
        if (client !== undefined) receive(client, data, isBinary)
      },
      // Frames that ask or answer for a sign of life count as messages: there is no need for so many of them either.
      ping(this: WebSocket) {
        const client = find(this)
        if (client !== undefined) count(client)
      },
      pong(this: WebSocket) {
        const client = find(this)
        if (client === undefined) return
        client.heard()
        count(client)
      },
      close(this: WebSocket) {
        const client = find(this)
        if (client !== undefined) remove(this, client)
      },
    }
  }
}

/** ws closes a socket by itself after a protocol error; that only must not go unheard. */
function ignoreError(): void {}
