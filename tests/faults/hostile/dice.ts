/** Chance for what means harm, all of it from one seeded source. */
export class Dice {
  readonly random: () => number

  constructor(random: () => number) {
    this.random = random
  }

  /** True so often. @param share 0 to 1 */
  chance(share: number): boolean {
    return this.random() < share
  }

  /** A whole number from 0 up to, and not, the limit. */
  below(limit: number): number {
    return Math.floor(this.random() * limit)
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.below(from.length)]
    if (one === undefined && from.length === 0) throw new RangeError('nothing to pick from')
    return one as T
  }

  bytes(most: number): Buffer {
    return Buffer.from(Array.from({ length: this.below(most + 1) }, () => this.below(256)))
  }

  /** Any text at all, halves of surrogate pairs and control characters included. */
  text(most: number): string {
    const top = this.pick([0x7f, 0xff, 0xffff])
    return String.fromCharCode(...Array.from({ length: this.below(most + 1) }, () => this.below(top + 1)))
  }
}
