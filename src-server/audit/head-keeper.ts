import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { Store } from '../store/store.ts'
import type { HeadBook, TrailHead } from './trail-head.ts'

interface KeeperParts {
  readonly store: Store
  readonly clock: Clock
  readonly events: EventBus
  readonly book: HeadBook
  readonly onError: (error: unknown) => void
}

const EVERY_SECONDS = 60
/** Of the heads of an hour one is kept for good. */
const LASTING_EVERY_MS = 3_600_000

/**
 * Writes the end of the trail down outside the store: each minute, when a shift is closed, and at the end. A commit
 * never waits for it: it reads what is committed, and writes when it can.
 */
export class HeadKeeper {
  readonly #parts: KeeperParts
  readonly #unsubscribe: () => void
  #last: TrailHead | undefined
  #lastingAt = -Infinity
  /** What is being written; one after the other, so that a newer head is never under an older one. */
  #writing: Promise<void> = Promise.resolve()
  #problem: string | undefined

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.#unsubscribe = parts.events.on('notification', (notification) => {
      if (notification.type === 'shift_changed' && notification.state === 'closed') void this.note('shift_closed')
    })
  }

  /** What keeps the heads from being written down, in the system's words; undefined when nothing does. */
  get problem(): string | undefined {
    return this.#problem
  }

  start(): void {
    void this.note('start')
  }

  onSecond(second: number): void {
    if (second % EVERY_SECONDS === 0) void this.note('minute')
  }

  /** Writes down where the trail ends now. Never throws: whoever verifies is told that heads are missing. */
  note(why: TrailHead['why']): Promise<void> {
    this.#writing = this.#writing.then(() => this.#note(why))
    return this.#writing
  }

  async #note(why: TrailHead['why']): Promise<void> {
    const { store, clock, book, onError } = this.#parts
    try {
      const end = await store.read((queries) => queries.trailEnd())
      const isKnown = end === undefined || (end.hash === this.#last?.hash && why === 'minute')
      if (isKnown) return
      const now = clock.now()
      const isLasting = why !== 'minute' || now - this.#lastingAt >= LASTING_EVERY_MS
      const head = { at: toSiteIso(now, 'UTC'), ...end, why }
      await book.write(head, isLasting)
      this.#last = head
      if (isLasting) this.#lastingAt = now
      this.#problem = undefined
    } catch (error) {
      // Said once, not each minute.
      if (this.#problem === undefined) onError(error)
      this.#problem = error instanceof Error ? error.message : String(error)
    }
  }

  /** To be called while the store is still open. */
  async stop(): Promise<void> {
    this.#unsubscribe()
    await this.note('stop')
  }
}
