interface Waiting {
  readonly enter: () => void
  readonly giveUp: (error: Error) => void
}

/** Lets in so many at a time; the others wait, first come, first served. */
export class Lane {
  #free: number
  readonly #waiting: Waiting[] = []

  constructor(places: number) {
    this.#free = places
  }

  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((enter, giveUp) => this.#waiting.push({ enter, giveUp }))
    try {
      return await work()
    } finally {
      // Handed on, so that nobody who comes just now gets ahead.
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next.enter()
    }
  }

  /** Whoever waits does so in vain. */
  turnAway(error: Error): void {
    for (const { giveUp } of this.#waiting.splice(0)) giveUp(error)
  }
}
