import { parseJson } from '../../src-shared/protocol/parse.ts'
import type { ServerEvent } from '../events/event-bus.ts'
import type { Bus, BusCondition, BusFigures } from './bus.ts'
import { BusMessage } from './bus-message.ts'
import type { Channel, OpenChannel } from './channel.ts'

/** Every so many seconds a server says that it is there, and how many events it has told. */
const BEAT_SECONDS = 5
/** Who has said nothing for so long is gone, perhaps between a commit and telling of it. */
const SILENT_MS = 15_000
/** While the channel is away, everything is read again every so often; */
const READ_WHILE_AWAY_MS = 15_000
/** and else, whatever went wrong that no number and no silence tells of: a server that dies before it was ever heard. */
const READ_ANYHOW_MS = 60_000

export interface ServerBusParts {
  /** What tells this run of this server from every other. */
  readonly id: string
  readonly openChannel: OpenChannel
  /** Milliseconds that nobody can set, from any origin. */
  readonly elapsed: () => number
  /** Another server has made something true. */
  readonly hear: (event: ServerEvent) => void
  /** Something may have been missed: whatever is shown is to be read again. */
  readonly onGap: () => void
  readonly onCondition?: (condition: BusCondition, why: string | undefined) => void
}

interface Peer {
  /** The newest event of it that was heard of. */
  n: number
  heardAt: number
}

/**
 * The bus over a channel that may lose, repeat, delay and mix up what it carries. Each event has a number of its sender's.
 * One that is not the next shows that something was lost; a beat with a higher number shows it of the last one; a sender
 * that falls silent may have died with something untold. In each case everything is read again, within 15 s of the loss.
 * Everything is read each minute as well, so that nothing is ever late by more.
 * An event that comes late or twice is left out: it was heard, or what was read since has it.
 */
export class ServerBus implements Bus {
  readonly #parts: ServerBusParts
  readonly #channel: Channel
  readonly #peers = new Map<string, Peer>()
  #condition: BusCondition = 'away'
  #n = 0
  #seconds = 0
  /** When this server last heard itself: then it hears the others, too. */
  #echoAt: number
  #readAt: number
  #figures = { told: 0, heard: 0, gaps: 0 }
  #isClosed = false

  constructor(parts: ServerBusParts) {
    this.#parts = parts
    this.#echoAt = this.#readAt = parts.elapsed()
    this.#channel = parts.openChannel({
      opened: () => this.#say({ is: 'beat', from: parts.id, n: this.#n }),
      received: (text) => this.#received(text),
      lost: (why) => this.#become('away', why),
    })
  }

  get condition(): BusCondition {
    return this.#condition
  }

  get figures(): BusFigures {
    return this.#figures
  }

  tell(event: ServerEvent): void {
    this.#n += 1
    this.#figures.told += 1
    this.#say({ is: 'event', from: this.#parts.id, n: this.#n, event })
  }

  onSecond(): void {
    const now = this.#parts.elapsed()
    this.#seconds += 1
    if (this.#seconds % BEAT_SECONDS === 0) this.#say({ is: 'beat', from: this.#parts.id, n: this.#n })
    if (now - this.#echoAt > SILENT_MS) this.#become('away', 'nothing is heard on it')
    // While nobody can be heard, nobody's silence says anything.
    if (this.#condition === 'away') this.#peers.clear()
    for (const [id, { heardAt }] of this.#peers) {
      if (now - heardAt <= SILENT_MS) continue
      this.#peers.delete(id)
      this.#gap()
    }
    const everyMs = this.#condition === 'away' ? READ_WHILE_AWAY_MS : READ_ANYHOW_MS
    if (now - this.#readAt >= everyMs) this.#read()
  }

  async close(): Promise<void> {
    this.#say({ is: 'farewell', from: this.#parts.id, n: this.#n })
    this.#isClosed = true
    await this.#channel.close()
  }

  #say(message: BusMessage): void {
    if (!this.#isClosed) this.#channel.send(JSON.stringify(message))
  }

  #received(text: string): void {
    const message = parseJson(BusMessage, text)
    if (message === undefined || this.#isClosed) return
    if (message.from === this.#parts.id) this.#heardSelf()
    else this.#heardPeer(message)
  }

  #heardSelf(): void {
    this.#echoAt = this.#parts.elapsed()
    if (this.#condition === 'connected') return
    this.#become('connected', undefined)
    // From now on everything is heard; what was told before is in the store.
    this.#gap()
  }

  #heardPeer(message: BusMessage): void {
    const { from, n } = message
    const isEvent = message.is === 'event'
    const peer = this.#peers.get(from)
    // Of one that is heard for the first time, all before this is unheard.
    const known = peer?.n ?? 0
    if (n > known + (isEvent ? 1 : 0)) this.#gap()
    if (isEvent && n > known) {
      this.#figures.heard += 1
      this.#parts.hear(message.event)
    }
    if (message.is === 'farewell') this.#peers.delete(from)
    else this.#peers.set(from, { n: Math.max(n, known), heardAt: this.#parts.elapsed() })
  }

  #gap(): void {
    this.#figures.gaps += 1
    this.#read()
  }

  #read(): void {
    this.#readAt = this.#parts.elapsed()
    this.#parts.onGap()
  }

  #become(condition: BusCondition, why: string | undefined): void {
    if (condition === this.#condition || this.#isClosed) return
    this.#condition = condition
    this.#parts.onCondition?.(condition, why)
  }
}
