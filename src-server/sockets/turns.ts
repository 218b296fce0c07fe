/** A turn of a pace: those whose second it is. Whoever leaves is deleted from it. */
export type Turn<T> = Set<T>

/** Who is due when: members by pace, and within a pace by second, so that a slow pace costs nothing between its turns. */
export class Turns<T> {
  readonly #paces = new Map<number, readonly Turn<T>[]>()

  /**
   * Takes a member in.
   * @param every seconds from turn to turn, 1 or more
   * @param second a second at which its turn would be, past or future
   */
  join(member: T, every: number, second: number): Turn<T> {
    let turns = this.#paces.get(every)
    if (turns === undefined) this.#paces.set(every, (turns = Array.from({ length: every }, () => new Set<T>())))
    const turn = turns[second % every]
    if (turn === undefined) throw new RangeError(`no turn every ${every} s at ${second}`)
    return turn.add(member)
  }

  /** The turns of a second, one for each pace; some may be empty. */
  *at(second: number): Generator<Turn<T>> {
    for (const [every, turns] of this.#paces) {
      const turn = turns[second % every]
      if (turn !== undefined) yield turn
    }
  }
}
