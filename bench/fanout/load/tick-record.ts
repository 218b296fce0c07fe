import type { Measurement } from './orders.ts'

/** A server whose clock is this much ahead of ours, in ms, is not a second late. */
const EARLY = 5

/** When each client heard each second. */
export class TickRecord {
  readonly #from: number
  readonly #seconds: number
  readonly #clients: number
  /** By second, then by client: how late its tick came, in ms; NaN while none has. */
  readonly #late: Float64Array

  /** @param from the first second boundary, ms since the Unix epoch */
  constructor(from: number, seconds: number, clients: number) {
    this.#from = from
    this.#seconds = seconds
    this.#clients = clients
    this.#late = new Float64Array(seconds * clients).fill(Number.NaN)
  }

  note(client: number, at: number): void {
    const second = Math.floor((at - this.#from + EARLY) / 1000)
    if (second < 0 || second >= this.#seconds || client >= this.#clients) return
    const index = second * this.#clients + client
    if (Number.isNaN(this.#late[index])) this.#late[index] = at - this.#from - second * 1000
  }

  figures(): Pick<Measurement, 'late' | 'spread' | 'missed'> {
    const heard = this.#late.filter((late) => !Number.isNaN(late)).sort()
    const spreads: number[] = []
    for (let second = 0; second < this.#seconds; second += 1) {
      const row = this.#late
        .subarray(second * this.#clients, (second + 1) * this.#clients)
        .filter((late) => !Number.isNaN(late))
        .sort()
      spreads.push((row.at(-1) ?? 0) - (row[0] ?? 0))
    }
    return {
      late: { p50: quantile(heard, 0.5), p99: quantile(heard, 0.99), max: heard.at(-1) ?? 0 },
      spread: quantile(Float64Array.from(spreads).sort(), 0.5),
      missed: 1 - heard.length / this.#late.length,
    }
  }
}

/** @param sorted ascending @param part from 0 to 1 */
export function quantile(sorted: Float64Array, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
