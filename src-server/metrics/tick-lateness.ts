/** How late the seconds come: what holds up the server shows here first. */
export class TickLateness {
  #ticks = 0
  #totalMs = 0
  #latestMs = 0
  #worstMs = 0

  /** @param lateMs how long after its second a tick was sent */
  note(lateMs: number): void {
    this.#ticks += 1
    this.#totalMs += lateMs
    this.#latestMs = lateMs
    this.#worstMs = Math.max(this.#worstMs, lateMs)
  }

  get figures() {
    return { ticks: this.#ticks, totalMs: this.#totalMs, latestMs: this.#latestMs, worstMs: this.#worstMs }
  }
}
