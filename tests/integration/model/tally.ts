/** What was done and what came of it, so that a run which proves nothing shows. */
export class Tally {
  steps = 0
  deadlines = 0
  readonly #counts = new Map<string, Map<string, number>>()

  note(kind: string, outcome: string): void {
    const counts = this.#counts.get(kind) ?? new Map<string, number>()
    this.#counts.set(kind, counts)
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  }

  count(kind: string, outcome = 'ok'): number {
    return this.#counts.get(kind)?.get(outcome) ?? 0
  }

  /** How often each refusal was seen, whatever was asked. */
  refusals(): ReadonlyMap<string, number> {
    const sums = new Map<string, number>()
    for (const counts of this.#counts.values()) {
      for (const [outcome, n] of counts) if (outcome !== 'ok') sums.set(outcome, (sums.get(outcome) ?? 0) + n)
    }
    return sums
  }

  toString(): string {
    const lines = [...this.#counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, counts]) => {
        const parts = [...counts].toSorted(([, a], [, b]) => b - a).map(([outcome, n]) => `${outcome} ${n}`)
        return `  ${kind}: ${parts.join(', ')}`
      })
    return [`${this.steps} steps, ${this.deadlines} deadlines crossed`, ...lines].join('\n')
  }
}
