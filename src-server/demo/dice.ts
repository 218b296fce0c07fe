import type { Random } from '../ids/random.ts'

/** Chance, drawn from the server's own randomness or from a seed, so that a run can be repeated. */
export class Dice {
  readonly #random: Random
  constructor(random: Random) {
    this.#random = random
  }

  /**
   * The same throws for the same seed, everywhere. They are for stories only: whoever knows the seed knows them all, so
   * ids and secrets of a demo are drawn from the server's own randomness all the same.
   * @param seed a whole number of 32 bits
   */
  static of(seed: number): Dice {
    let state = seed >>> 0
    // mulberry32
    const next = (): number => {
      state = (state + 0x6d2b79f5) >>> 0
      const once = Math.imul(state ^ (state >>> 15), state | 1)
      const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
      return (twice ^ (twice >>> 14)) >>> 24
    }
    return new Dice({ bytes: (count) => Uint8Array.from({ length: count }, next) })
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
