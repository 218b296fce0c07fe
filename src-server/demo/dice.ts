import type { Random } from '../ids/random.ts'

/** Chance, drawn from the server's own randomness, so that a run can be repeated. */
export class Dice {
  readonly #random: Random
  constructor(random: Random) {
    this.#random = random
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    const [high = 0, middle = 0, low = 0] = this.#random.bytes(3)
    return least + (((high << 16) | (middle << 8) | low) % (most - least + 1))
  }

  /** @param percent how often of a hundred times */
  happens(percent: number): boolean {
    return this.between(1, 100) <= percent
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.between(0, list.length - 1)] ?? list[0]
  }
}
