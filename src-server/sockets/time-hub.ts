import type { WebSocket } from 'ws'
import { closeCodes, type CloseReason } from '../../src-shared/protocol/close-codes.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import { TimeClientMessage, type Topic } from '../../src-shared/protocol/time-socket.ts'
import type { Clock } from '../clock/clock.ts'
import { makeTimeUpdate } from '../clock/time-update.ts'
import type { AvailabilityHint } from '../events/event-bus.ts'
import type { Principal } from '../identity/principal.ts'
import { cutOff, keepsUp } from './slow-reader.ts'

/** More messages than this within a second are no client of ours. */
const MOST_MESSAGES = 1000
/** A client that has taken nothing for so many ticks is cut off. */
const MOST_STALLED_TICKS = 15
/** Every so many seconds each peer is asked whether it is still there; one that did not answer the last time goes. */
const HEARTBEAT_SECONDS = 20

type Report = Extract<TimeClientMessage, { type: 'report' }>

interface Client {
  readonly socket: WebSocket
  readonly principal: Principal
  /** Seconds between ticks; 0 for none. */
  every: number
  readonly topics: Set<Topic>
  messages: number
  stalledTicks: number
  answered: boolean
  report: Report | undefined
}

/** What a client has said of its own clock, and who it is. */
export interface Follower {
  readonly principal: Principal
  readonly report: Report | undefined
}

/** The clients of `/ws/time/`, and the ticks that go to all of them. */
export class TimeHub {
  readonly #clock: Clock
  readonly #timezone: () => string
  readonly #onKiosk: (change: 'connected' | 'disconnected', principal: Principal) => void
  readonly #clients = new Set<Client>()
  #seq = 0

  /**
   * @param timezone the site's zone
   * @param onKiosk told when a kiosk opens its first socket or closes its last
   */
  constructor(
    clock: Clock,
    timezone: () => string,
    onKiosk: (change: 'connected' | 'disconnected', principal: Principal) => void,
  ) {
    this.#clock = clock
    this.#timezone = timezone
    this.#onKiosk = onKiosk
  }

  get seq(): number {
    return this.#seq
  }

  /** How many kiosks hold a socket: paired ones once each, open ones by socket. */
  kioskCount(): number {
    const kiosks = [...this.#clients].filter(({ principal }) => isKiosk(principal))
    const paired = new Set(kiosks.flatMap(({ principal }) => (principal.kind === 'device' ? [principal.id] : [])))
    return paired.size + kiosks.filter(({ principal }) => principal.kind === 'open_kiosk').length
  }

  isConnected(deviceId: string): boolean {
    return [...this.#clients].some(({ principal }) => principal.kind === 'device' && principal.id === deviceId)
  }

  /** Everybody who follows the time now. */
  followers(): readonly Follower[] {
    return [...this.#clients]
  }

  /** Takes a socket in: it is told the time at once. */
  add(socket: WebSocket, principal: Principal): void {
    const known = principal.kind === 'device' && this.isConnected(principal.id)
    const client: Client = {
      socket,
      principal,
      every: 1,
      topics: new Set(),
      messages: 0,
      stalledTicks: 0,
      answered: true,
      report: undefined,
    }
    this.#clients.add(client)
    socket.on('message', (data, isBinary) => this.#receive(client, data, isBinary))
    socket.on('pong', () => (client.answered = true))
    // ws closes the socket by itself after a protocol error; it only must not be unheard.
    socket.on('error', () => {})
    socket.on('close', () => this.#remove(client))
    socket.send(JSON.stringify(this.#update()))
    if (isKiosk(principal) && !known) this.#onKiosk('connected', principal)
  }

  /** One tick, serialised once, to every client whose pace has come round. @param second whole seconds since the epoch */
  tick(second: number): void {
    this.#seq += 1
    const frame = Buffer.from(JSON.stringify(this.#update()))
    for (const client of this.#clients) {
      client.messages = 0
      if (!keepsUp(client.socket)) continue
      if (second % HEARTBEAT_SECONDS === 0 && !checkAlive(client)) continue
      if (client.every > 0 && second % client.every === 0) this.#sendTick(client, frame)
    }
  }

  /** Tells those who asked that the slots of a day have changed. */
  announce(hint: AvailabilityHint): void {
    const frame = Buffer.from(JSON.stringify({ type: 'availability_changed', ...hint }))
    for (const client of this.#clients) {
      if (client.topics.has('availability') && keepsUp(client.socket)) client.socket.send(frame, { binary: false })
    }
  }

  /** Closes the sockets of whoever is no longer welcome. */
  disconnect(matches: (principal: Principal) => boolean): void {
    for (const client of this.#clients) if (matches(client.principal)) close(client, 'revoked')
  }

  closeAll(): void {
    for (const client of this.#clients) close(client, 'goingAway')
  }

  #update() {
    return makeTimeUpdate(this.#clock, this.#timezone(), this.#seq)
  }

  /** A client whose queue is not empty skips the tick: a stale time is worth nothing. */
  #sendTick(client: Client, frame: Buffer): void {
    const { socket } = client
    if (socket.bufferedAmount === 0) {
      client.stalledTicks = 0
      socket.send(frame, { binary: false })
      return
    }
    client.stalledTicks += 1
    if (client.stalledTicks > MOST_STALLED_TICKS) cutOff(socket)
  }

  #receive(client: Client, data: unknown, isBinary: boolean): void {
    const t2 = this.#clock.now()
    client.messages += 1
    if (client.messages > MOST_MESSAGES) return close(client, 'tooMany')
    if (isBinary) return close(client, 'binary')
    const message = parseJson(TimeClientMessage, String(data))
    if (message === undefined) return close(client, 'unknownMessage')
    switch (message.type) {
      case 'sync':
        return this.#reply(client, message.nonce, t2)
      case 'subscribe':
        for (const topic of message.topics) client.topics.add(topic)
        return undefined
      case 'unsubscribe':
        for (const topic of message.topics) client.topics.delete(topic)
        return undefined
      case 'report':
        client.report = message
        return undefined
      case 'ticks':
        client.every = message.every
        return undefined
      default:
        return message satisfies never
    }
  }

  #reply(client: Client, nonce: string, t2: number): void {
    if (!keepsUp(client.socket)) return
    const { epoch } = this.#clock
    client.socket.send(JSON.stringify({ type: 'sync_reply', nonce, epoch, t2, t3: this.#clock.now() }))
  }

  #remove(client: Client): void {
    this.#clients.delete(client)
    const { principal } = client
    if (!isKiosk(principal) || (principal.kind === 'device' && this.isConnected(principal.id))) return
    this.#onKiosk('disconnected', principal)
  }
}

function isKiosk(principal: Principal): boolean {
  return principal.kind === 'device' || principal.kind === 'open_kiosk'
}

function close({ socket }: Client, why: CloseReason): void {
  const { code, reason } = closeCodes[why]
  socket.close(code, reason)
}

function checkAlive(client: Client): boolean {
  if (!client.answered) {
    client.socket.terminate()
    return false
  }
  client.answered = false
  client.socket.ping()
  return true
}
