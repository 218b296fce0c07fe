import type { Cancel, Timers } from '../clock.ts'
import type { Random } from '../../ids/random.ts'
import { intersect, quorumOf, type Agreement } from './agreement.ts'
import { parseNtpServer, querySntp, type DatagramExchange, type NtpServer, type SntpSample } from './sntp-query.ts'

/** A source as the Clock page shows it. */
export interface SourceStatus {
  readonly name: string
  /** The last eight tries, newest in the lowest bit, as ntpd's reach register. */
  readonly reach: number
  readonly sample: SntpSample | null
  /** Why the last try gave nothing; null when it gave a sample. */
  readonly trouble: string | null
}

interface Source {
  readonly name: string
  readonly server: NtpServer
  reach: number
  sample: SntpSample | null
  trouble: string | null
  /** Rounds to sit out: a kiss-of-death asked for that. */
  rest: number
  /** How long the next rest is, in rounds. */
  nextRest: number
}

/** While the clock waits to be confirmed, sources are asked this often; otherwise every so often. In ms. */
const EAGER_MS = 16_000
const CALM_MS = 64_000
/** A source that says RATE is left alone for this many rounds, and twice as many the next time. */
const RATE_REST = 4
/** One that says DENY or RSTR is not asked again for as good as ever. */
const DENY_REST = 10_000

/**
 * Keeps asking the time sources what they think of business time. It decides nothing: it tells, after each round,
 * where the sources agree that true time lies.
 */
export class SourceWatch {
  readonly #sources: readonly Source[]
  readonly #exchange: DatagramExchange
  readonly #timers: Timers
  readonly #now: () => number
  readonly #elapsed: () => number
  readonly #random: Random
  #cancel: Cancel = () => {}
  /** Asks all, tells, and sees to the next time; undefined while the watch is not running. */
  #round: (() => Promise<void>) | undefined
  #lastRoundAt = 0

  /** @param parts now: business time in ms; elapsed: time that has passed, in ms, which nothing sets */
  constructor(
    names: readonly string[],
    parts: {
      exchange: DatagramExchange
      timers: Timers
      random: Random
      now: () => number
      elapsed: () => number
    },
  ) {
    this.#sources = names.map((name) => ({
      name,
      server: parseNtpServer(name),
      reach: 0,
      sample: null,
      trouble: null,
      rest: 0,
      nextRest: RATE_REST,
    }))
    this.#exchange = parts.exchange
    this.#timers = parts.timers
    this.#random = parts.random
    this.#now = parts.now
    this.#elapsed = parts.elapsed
  }

  /**
   * Asks now, and again and again.
   * @param onRound gets where the sources agree, or undefined where too few do
   * @param isEager whether the answer is waited for
   */
  start(onRound: (agreement: Agreement | undefined) => void, isEager: () => boolean): void {
    if (this.#sources.length === 0) return
    const round = async (): Promise<void> => {
      this.#lastRoundAt = this.#elapsed()
      await this.askAll()
      if (this.#round !== round) return
      onRound(this.agreement())
      this.#wait(isEager() ? EAGER_MS : CALM_MS)
    }
    this.#round = round
    void round()
  }

  /** The answer is wanted sooner than was thought; the sources are still not asked more often than they may be. */
  hurry(): void {
    this.#wait(EAGER_MS)
  }

  stop(): void {
    this.#round = undefined
    this.#cancel()
  }

  /** @param spacingMs how long after the start of the last round the next one begins */
  #wait(spacingMs: number): void {
    const round = this.#round
    if (round === undefined) return
    this.#cancel()
    const passed = this.#elapsed() - this.#lastRoundAt
    this.#cancel = this.#timers.after(Math.max(0, spacingMs - passed), () => void round())
  }

  /** One round: every source that is not resting is asked once. Never rejects. */
  async askAll(): Promise<void> {
    await Promise.all(this.#sources.map((source) => this.#ask(source)))
  }

  /**
   * Where a quorum of the configured sources agrees, from the samples of the last round. A server has one vote, however
   * many names lead to it: its most certain answer.
   */
  agreement(): Agreement | undefined {
    const votes = new Map<string, SntpSample>()
    for (const { sample, reach } of this.#sources) {
      if (sample === null || (reach & 1) === 0) continue
      const other = votes.get(sample.address)
      if (other === undefined || sample.errorMs < other.errorMs) votes.set(sample.address, sample)
    }
    const intervals = Array.from(votes.values(), ({ offsetMs, errorMs }) => ({
      lo: offsetMs - errorMs,
      hi: offsetMs + errorMs,
    }))
    const agreement = intersect(intervals)
    return agreement !== undefined && agreement.count >= quorumOf(this.#sources.length) ? agreement : undefined
  }

  /** Business time was set anew: what was measured from it moves along. @param byMs true − S changes by this much */
  shift(byMs: number): void {
    for (const source of this.#sources) {
      if (source.sample !== null) source.sample = { ...source.sample, offsetMs: source.sample.offsetMs + byMs }
    }
  }

  status(): readonly SourceStatus[] {
    return this.#sources.map(({ name, reach, sample, trouble }) => ({ name, reach, sample, trouble }))
  }

  async #ask(source: Source): Promise<void> {
    if (source.rest > 0) {
      source.rest -= 1
      source.reach = (source.reach << 1) & 0xff
      return
    }
    const answer = await querySntp(source.server, this.#exchange, this.#now, this.#random)
    source.reach = ((source.reach << 1) | ('refused' in answer ? 0 : 1)) & 0xff
    if ('refused' in answer) {
      source.trouble = answer.refused === 'kiss' ? `kiss ${answer.code}` : answer.refused
      if (answer.refused === 'kiss') restAfterKiss(source, answer.code)
    } else {
      source.sample = answer
      source.trouble = null
      source.nextRest = RATE_REST
    }
  }
}

function restAfterKiss(source: Source, code: string): void {
  if (code === 'DENY' || code === 'RSTR') {
    source.rest = DENY_REST
    return
  }
  source.rest = source.nextRest
  source.nextRest = Math.min(source.nextRest * 2, DENY_REST)
}
