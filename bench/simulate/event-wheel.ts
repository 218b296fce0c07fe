interface Due {
  readonly at: number
  run: (() => void) | null
}

/** Longer than anything that is ever waited for, in ms; a power of two. */
const SPAN_MS = 65_536

/** What is to happen when, in a world of millions of timers: a list for each millisecond, put in order when its turn comes. */
export class EventWheel {
  /** Milliseconds since the world began. */
  now = 0
  /** What has happened so far. */
  happened = 0
  readonly #lists: Due[][] = Array.from({ length: SPAN_MS }, () => [])

  /** @returns what cancels it */
  after(ms: number, run: () => void): () => void {
    if (ms >= SPAN_MS) throw new RangeError(`nothing waits for ${ms} ms here`)
    const due: Due = { at: this.now + Math.max(0, ms), run }
    this.#lists[Math.floor(due.at) % SPAN_MS]?.push(due)
    return () => (due.run = null)
  }

  /** Lets time pass. @param end milliseconds since the world began, whole */
  advanceTo(end: number): void {
    for (let millisecond = Math.floor(this.now); millisecond < end; millisecond += 1) {
      const list = this.#lists[millisecond % SPAN_MS] ?? []
      this.#lists[millisecond % SPAN_MS] = []
      this.#run(list)
      // What has come due meanwhile, within the same millisecond.
      const more = this.#lists[millisecond % SPAN_MS] ?? []
      if (more.length > 0) millisecond -= 1
      else this.now = millisecond + 1
    }
  }

  #run(list: Due[]): void {
    list.sort((one, other) => one.at - other.at)
    for (const due of list) {
      const { at, run } = due
      this.now = Math.max(this.now, at)
      this.happened += run === null ? 0 : 1
      run?.()
    }
  }
}
