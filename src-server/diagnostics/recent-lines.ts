/** The newest lines of the log, for whoever is to find out what went wrong. */
export class RecentLines {
  readonly #most: number
  readonly #lines: string[] = []

  /** @param most so many lines are kept */
  constructor(most: number) {
    this.#most = most
  }

  add(line: string): void {
    this.#lines.push(line.trimEnd())
    if (this.#lines.length > this.#most) this.#lines.shift()
  }

  /** Oldest first. */
  all(): readonly string[] {
    return [...this.#lines]
  }
}
