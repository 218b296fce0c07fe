import { LoadClient } from './load-client.ts'
import type { Target } from './orders.ts'

/** Reconnects come in portions, so many a second. */
const PORTIONS = 20
/** How long a client stays, in ms, once it has heard the time. */
const STAY = 500
/** One that has heard nothing after so long, in ms, has failed. */
const PATIENCE = 5000

/** Clients that come, hear the time and go, every other one without a farewell. */
export class Churn {
  readonly #target: Target
  readonly #timer: NodeJS.Timeout
  readonly #here = new Map<LoadClient, NodeJS.Timeout>()
  #opened = 0
  #failed = 0

  constructor(target: Target, perSecond: number) {
    this.#target = target
    let owed = 0
    this.#timer = setInterval(() => {
      owed += perSecond / PORTIONS
      for (; owed >= 1; owed -= 1) this.#open()
    }, 1000 / PORTIONS)
  }

  get figures(): { reconnects: number; failedReconnects: number } {
    return { reconnects: this.#opened, failedReconnects: this.#failed }
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #open(): void {
    this.#opened += 1
    const client = new LoadClient(this.#target, this.#opened, {
      onTick: (there) => this.#heard(there),
      onReply: () => {},
      onEnd: (there) => this.#ended(there),
    })
    this.#here.set(
      client,
      setTimeout(() => client.vanish(), PATIENCE),
    )
  }

  #heard(client: LoadClient): void {
    const patience = this.#here.get(client)
    if (patience === undefined) return
    this.#here.delete(client)
    clearTimeout(patience)
    setTimeout(() => (client.index % 2 === 0 ? client.close() : client.vanish()), STAY)
  }

  /** Whoever is still waited for when the connection ends has never heard the time. */
  #ended(client: LoadClient): void {
    const patience = this.#here.get(client)
    if (patience === undefined) return
    clearTimeout(patience)
    this.#here.delete(client)
    this.#failed += 1
  }
}
