/** Who wants to be told. One may leave, or come, while others are being told. */
export class Listeners<T> {
  readonly #all = new Set<{ listener: (value: T) => void }>()

  get size(): number {
    return this.#all.size
  }

  /** @returns what removes it again, and says whether it was still there */
  add(listener: (value: T) => void): () => boolean {
    const entry = { listener }
    this.#all.add(entry)
    return () => this.#all.delete(entry)
  }

  tell(value: T): void {
    for (const { listener } of [...this.#all]) listener(value)
  }
}
