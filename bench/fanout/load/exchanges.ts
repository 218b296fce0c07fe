import type { LoadClient } from './load-client.ts'
import type { Pace } from './orders.ts'
import { quantile } from './tick-record.ts'
import { wallMs } from './wall.ts'

/** What a page allows its own clock to drift, in ms for each second: 250 ppm, as `src-shared/time` has it. */
const AGEING = 0.25

/** Clients that ask for the time themselves: right after a tick, as pages do that rest, or each at its own moment. */
export class Exchanges {
  readonly #pace: Pace
  readonly #asked = new Map<LoadClient, number>()
  readonly #roundTrips: number[] = []

  constructor(clients: readonly LoadClient[], pace: Pace) {
    this.#pace = pace
    const period = pace.secondsBetweenExchanges * 1000
    clients.forEach((client, index) => {
      setTimeout(
        () => {
          client.send(JSON.stringify({ type: 'ticks', every: pace.every }))
          this.#ask(client)
          if (!pace.afterTicks) setInterval(() => this.#ask(client), period)
        },
        (period * index) / clients.length,
      )
    })
  }

  onTick(client: LoadClient): void {
    if (this.#pace.afterTicks && this.#asked.has(client)) this.#ask(client)
  }

  onReply(client: LoadClient): void {
    const asked = this.#asked.get(client)
    if (asked !== undefined) this.#roundTrips.push(wallMs() - asked)
  }

  /** How far off a client can be just before its next exchange, in ms, p99. */
  uncertainty(): number {
    const roundTrip = quantile(Float64Array.from(this.#roundTrips).sort(), 0.99)
    return roundTrip / 2 + AGEING * this.#pace.secondsBetweenExchanges
  }

  #ask(client: LoadClient): void {
    this.#asked.set(client, wallMs())
    client.send('{"type":"sync","nonce":"bench"}')
  }
}
