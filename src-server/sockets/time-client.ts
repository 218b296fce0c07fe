import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeCodes, type CloseReason } from '../../src-shared/protocol/close-codes.ts'
import type { TimeClientMessage } from '../../src-shared/protocol/time-socket.ts'
import type { Principal } from '../identity/principal.ts'
import { pingFrame } from './server-frame.ts'
import { cutOff, MOST_BUFFERED } from './slow-reader.ts'
import type { Turn } from './turns.ts'

/** A client that has taken nothing for so many ticks is cut off. */
const MOST_STALLED_TICKS = 15

type Report = Extract<TimeClientMessage, { type: 'report' }>

/** One follower of the time. There may be thousands: it holds no more than it must. */
export class TimeClient {
  readonly principal: Principal
  /** What the client has said of its own clock. */
  report: Report | undefined = undefined
  /** Where it waits for its next tick; nowhere when it wants none. */
  ticks: Turn<TimeClient> | undefined = undefined
  /** Where it waits for its next heartbeat. */
  beats: Turn<TimeClient> | undefined = undefined
  readonly #socket: WebSocket
  readonly #stream: Duplex
  /**
   * `heard` from since the last heartbeat, `quiet` since, `to_ask` with the next thing that goes out, or `asked` and
   * silent still.
   */
  #life: 'heard' | 'quiet' | 'to_ask' | 'asked' = 'heard'
  #stalledTicks = 0
  /** Messages within the second that `#countedAt` names. */
  #messages = 0
  #countedAt = 0

  /** @param stream what the socket writes to, so that a frame that is ready need not be made again */
  constructor(socket: WebSocket, stream: Duplex, principal: Principal) {
    this.#socket = socket
    this.#stream = stream
    this.principal = principal
  }

  /** Whether neither side has said farewell. */
  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /**
   * A client whose queue is not empty skips the tick: a stale time is worth nothing.
   * @param frameAndPing the same, with the question for a sign of life behind it, so that one write does for both
   */
  tick(frame: Buffer, frameAndPing: Buffer): void {
    const stream = this.#stream
    if (stream.writableLength > 0) return this.#skip()
    this.#stalledTicks = 0
    // Whether the stream is still open is read where its queue is; the socket's own state would be one more look elsewhere.
    if (!stream.writable) return
    if (this.#life === 'to_ask') {
      this.#life = 'asked'
      stream.write(frameAndPing)
    } else stream.write(frame)
  }

  /** Sends what must not be skipped; a client that has let too much pile up is cut off instead. */
  send(frame: Buffer): void {
    if (this.#stream.writableLength > MOST_BUFFERED) cutOff(this.#socket)
    else if (this.isOpen) this.#stream.write(frame)
  }

  /** It has said something. */
  heard(): void {
    this.#life = 'heard'
  }

  /**
   * Its heartbeat has come round. Pages speak often enough by themselves; one that has said nothing since the last time
   * is to be asked for a sign of life, and one that then gives none goes.
   */
  beat(): void {
    if (this.#stream.writableLength > MOST_BUFFERED) cutOff(this.#socket)
    else if (this.#life === 'asked') this.#socket.terminate()
    else this.#life = this.#life === 'heard' ? 'quiet' : 'to_ask'
  }

  /** Asks for the sign of life that a tick has not asked for. */
  ask(): void {
    if (this.#life !== 'to_ask') return
    this.#life = 'asked'
    this.send(pingFrame)
  }

  /** Counts a message. @param second any number that changes each second @returns how many came in it */
  countMessage(second: number): number {
    if (this.#countedAt !== second) {
      this.#countedAt = second
      this.#messages = 0
    }
    this.#messages += 1
    return this.#messages
  }

  /** No tick and no question comes after a farewell. */
  close(why: CloseReason): void {
    this.leaveTurns()
    const { code, reason } = closeCodes[why]
    this.#socket.close(code, reason)
  }

  leaveTurns(): void {
    this.ticks?.delete(this)
    this.beats?.delete(this)
    this.ticks = undefined
  }

  #skip(): void {
    this.#stalledTicks += 1
    if (this.#stalledTicks > MOST_STALLED_TICKS || this.#stream.writableLength > MOST_BUFFERED) cutOff(this.#socket)
  }
}
