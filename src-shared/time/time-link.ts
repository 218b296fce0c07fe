import type { Reload } from '../protocol/kiosk-state.ts'
import { parseJson } from '../protocol/parse.ts'
import {
  TimeServerMessage,
  type AvailabilityChanged,
  type SyncReply,
  type TimeClientMessage,
  type TimeUpdate,
} from '../protocol/time-socket.ts'
import { Backoff } from './backoff.ts'
import { compareWithBounds, type TimeComparison } from './compare.ts'
import { linkPaces, type LinkPaceName } from './link-pace.ts'
import { Listeners } from './listeners.ts'
import { ReportPace } from './report-pace.ts'
import { SyncPace } from './sync-pace.ts'
import { SyncedClock, type ClockReading } from './synced-clock.ts'
import type { TimeLinkParts, TimeSocket, WakeReason } from './time-link-parts.ts'
import type { Cancel } from './time-source.ts'
import { Tripwire } from './tripwire.ts'

/** A socket on which nothing came for so long after a tick was due is closed. */
const SILENT_AFTER_DUE_MS = 2500
const BEAT_MS = 250
/** A timer that comes this late means that the page slept: then the socket was not silent, nobody was listening. */
const OVERSLEPT_MS = 2000

/** The page's one connection to the server's time: it keeps the socket, feeds the clock and passes changes on. */
export class TimeLink {
  readonly #parts: TimeLinkParts
  readonly #clock: SyncedClock
  readonly #tripwire: Tripwire
  readonly #backoff: Backoff
  readonly #pace: SyncPace
  readonly #reports: ReportPace
  readonly #beats = new Listeners<void>()
  readonly #availability = new Listeners<AvailabilityChanged | null>()
  readonly #reloads = new Listeners<Reload>()
  /** Requests under way: when each left, by its nonce. */
  readonly #asked = new Map<string, number>()
  #paceName: LinkPaceName = 'live'
  #nonce = 0
  #socket: TimeSocket | null = null
  #openedAt: number | null = null
  #everOpened = false
  #heardAt: number
  #beatAt: number
  #cancelBeat: Cancel | null = null
  #cancelConnect: Cancel | null = null
  #timeData: TimeUpdate | null = null

  constructor(parts: TimeLinkParts) {
    const m = parts.time.monotonicMs()
    this.#parts = parts
    this.#clock = new SyncedClock(parts.time.granularityMs, m)
    this.#tripwire = new Tripwire(parts.time)
    this.#backoff = new Backoff(parts.random, 1)
    this.#pace = new SyncPace(parts.timers, parts.random, linkPaces.live, () => this.#ask())
    this.#reports = new ReportPace(parts.random)
    this.#heardAt = m
    this.#beatAt = m
  }

  /** The newest tick as it arrived; null before the first. */
  get timeData(): TimeUpdate | null {
    return this.#timeData
  }

  get isConnected(): boolean {
    return this.#clock.isLinked
  }

  /** Connects, and stays connected until `stop`. */
  start(): void {
    if (this.#cancelBeat !== null) return
    this.#beatAt = this.#now()
    this.#connect()
    this.#beat()
  }

  /** Closes the socket and forgets all timers; the clock runs on, and `start` may follow. */
  stop(): void {
    this.#cancelBeat?.()
    this.#cancelBeat = null
    this.#cancelConnect?.()
    this.#cancelConnect = null
    this.#dropSocket()
  }

  /** The page woke, or the network came back: what is known is in doubt, and a lost link is tried at once. */
  wake(_reason: WakeReason): void {
    if (this.#cancelBeat === null) return
    this.#doubt()
    if (this.#cancelConnect !== null) {
      this.#backoff.reset()
      this.#connectAfter(this.#backoff.nextMs(0))
    }
    this.#report()
    this.#beats.tell()
  }

  /**
   * A page at which nobody is may rest. One that lives again listens for each second from now on, and finds out soon
   * whether the link is still there.
   */
  follow(paceName: LinkPaceName): void {
    if (paceName === this.#paceName) return
    this.#paceName = paceName
    const pace = linkPaces[paceName]
    const m = this.#now()
    this.#heardAt = m
    this.#clock.expectTicks(pace.tickEveryMs, m)
    this.#pace.follow(pace)
    this.#sayPace()
    if (this.#openedAt !== null && paceName === 'live') this.#pace.burst()
  }

  read(): ClockReading {
    this.#checkTripwire()
    return this.#clock.read(this.#now())
  }

  /** @param t an ISO 8601 instant with an offset, or milliseconds since the Unix epoch */
  compare(t: string | number): TimeComparison {
    this.#checkTripwire()
    return compareWithBounds(t, this.#clock.boundsAt(this.#now()))
  }

  /** Calls back about four times a second and on each event: whatever depends on time is looked at again. */
  onBeat(listener: () => void): Cancel {
    return this.#beats.add(listener)
  }

  /** Calls back on each change of availability, and with null after a reconnect, when some may have been missed. */
  onAvailability(listener: (change: AvailabilityChanged | null) => void): Cancel {
    const remove = this.#availability.add(listener)
    if (this.#availability.size === 1) this.say({ type: 'subscribe', topics: ['availability'] })
    return () => {
      if (remove() && this.#availability.size === 0) this.say({ type: 'unsubscribe', topics: ['availability'] })
    }
  }

  /** Calls back when the server asks this page to open itself anew. */
  onReload(listener: (reload: Reload) => void): Cancel {
    return this.#reloads.add(listener)
  }

  /** Sends on this link what is not about the time; nothing while it is lost. */
  say(message: TimeClientMessage): void {
    if (this.#openedAt === null) return
    this.#socket?.send(JSON.stringify(message))
  }

  #now(): number {
    return this.#parts.time.monotonicMs()
  }

  #connect(): void {
    const m = this.#now()
    this.#cancelConnect = null
    this.#heardAt = m
    let socket: TimeSocket | null = null
    const mine = (run: () => void) => () => {
      if (this.#socket === socket) run()
    }
    try {
      socket = this.#parts.openSocket({
        opened: mine(() => this.#opened()),
        received: (text) => mine(() => this.#received(text))(),
        closed: (withinMs) => mine(() => this.#lost(withinMs))(),
      })
      this.#socket = socket
    } catch {
      // A browser refuses some addresses outright; it may accept them later (mixed content, a blocked port).
      this.#lost()
    }
  }

  #opened(): void {
    const m = this.#now()
    this.#openedAt = m
    this.#heardAt = m
    this.#clock.linkOpened()
    this.#reports.opened(m)
    if (this.#availability.size > 0) this.say({ type: 'subscribe', topics: ['availability'] })
    if (this.#paceName !== 'live') this.#sayPace()
    this.#pace.burst()
    if (this.#everOpened) this.#availability.tell(null)
    this.#everOpened = true
  }

  #received(text: string): void {
    const m = this.#now()
    // Before its times are used: what was asked before a sleep says nothing about the clock after it.
    this.#checkTripwire()
    const message = parseJson(TimeServerMessage, text)
    if (message === undefined) return
    this.#heardAt = m
    if (message.type === 'time_update') this.#ticked(message, m)
    else if (message.type === 'sync_reply') this.#answered(message, m)
    else if (message.type === 'reload') this.#reloads.tell(message)
    else this.#availability.tell(message)
    this.#report()
    this.#beats.tell()
  }

  #ticked(update: TimeUpdate, m: number): void {
    this.#timeData = update
    if (this.#clock.tick(update.epoch, update.server_ms, m)) this.#askAnew()
    else this.#pace.ticked()
  }

  #answered(reply: SyncReply, m4: number): void {
    const m1 = this.#asked.get(reply.nonce)
    if (m1 === undefined) return
    this.#asked.delete(reply.nonce)
    if (this.#clock.exchange(reply.epoch, m1, reply.t2, reply.t3, m4)) this.#askAnew()
  }

  #ask(): void {
    const m = this.#now()
    const reading = this.#clock.read(m)
    if (this.#reports.repeatDue(reading.mode, m)) this.#tellOfClock(reading, m)
    this.#nonce += 1
    const nonce = String(this.#nonce)
    this.#asked.set(nonce, m)
    this.say({ type: 'sync', nonce })
  }

  #askAnew(): void {
    this.#asked.clear()
    if (this.#openedAt !== null) this.#pace.burst()
  }

  #sayPace(): void {
    this.say({ type: 'ticks', every: linkPaces[this.#paceName].tickEveryMs / 1000 })
  }

  /** Tells the server when what it has heard of this clock no longer holds. */
  #report(): void {
    if (this.#openedAt === null) return
    const m = this.#now()
    const reading = this.#clock.read(m)
    if (this.#reports.changeDue(reading.mode, this.isConnected, m)) this.#tellOfClock(reading, m)
  }

  /** Tells the server how well its time is known here, and how far the device's own clock is off: nothing goes by that. */
  #tellOfClock({ mode, uncertaintyMs }: ClockReading, m: number): void {
    const { earliestMs, latestMs } = this.#clock.boundsAt(m)
    this.say({
      type: 'report',
      mode,
      uncertainty_ms: uncertaintyMs,
      device_offset_ms: uncertaintyMs === null ? null : this.#parts.time.wallMs() - (earliestMs + latestMs) / 2,
    })
  }

  /** At each look at the clock: after a sleep, somebody may ask before any event has told of it. */
  #checkTripwire(): void {
    if (this.#tripwire.tripped()) this.#doubt()
  }

  #doubt(): void {
    this.#clock.doubt(this.#now())
    this.#askAnew()
  }

  #beat(): void {
    const m = this.#now()
    if (m - this.#beatAt > OVERSLEPT_MS) this.#heardAt = m
    this.#beatAt = m
    this.#checkTripwire()
    const silentMs = linkPaces[this.#paceName].tickEveryMs + SILENT_AFTER_DUE_MS
    if (this.#socket !== null && m - this.#heardAt > silentMs) this.#lost()
    this.#report()
    this.#cancelBeat = this.#parts.timers.after(this.#untilNextBeat(), () => this.#beat())
    this.#beats.tell()
  }

  /** A quarter of a second, or less when the shown second ends sooner, so that it changes on time. */
  #untilNextBeat(): number {
    const shown = this.read().displayMs
    return shown === null ? BEAT_MS : Math.max(5, Math.min(BEAT_MS, 1000 - (shown % 1000)))
  }

  /** @param withinMs when a restarting server wants to be called again: no failure, and no reason to back off */
  #lost(withinMs?: number): void {
    const lastedMs = this.#openedAt === null ? 0 : this.#heardAt - this.#openedAt
    this.#dropSocket()
    const waitMs = withinMs === undefined ? this.#backoff.nextMs(lastedMs) : this.#parts.random() * withinMs
    this.#connectAfter(waitMs)
    this.#beats.tell()
  }

  #dropSocket(): void {
    const socket = this.#socket
    this.#socket = null
    this.#openedAt = null
    this.#asked.clear()
    this.#pace.stop()
    this.#clock.linkLost(this.#heardAt)
    socket?.close()
  }

  #connectAfter(ms: number): void {
    this.#cancelConnect?.()
    this.#cancelConnect = this.#parts.timers.after(ms, () => this.#connect())
  }
}
