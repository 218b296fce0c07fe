import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'

/**
 * What becomes of a commit on its way: its answer is dropped, itself is dropped, the whole proxy is shut before it, or it
 * stays on the way for good.
 */
export type Loss = 'answer' | 'question' | 'everything' | 'held'

/** The simple query, as the protocol of PostgreSQL has it. */
const COMMIT = Buffer.from('COMMIT\0')

/** Stands between a server and its PostgreSQL, and loses the commit of whoever has sent a certain word before it. */
export class LossyProxy {
  readonly #target: URL
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #plan: { readonly word: Buffer; readonly loss: Loss } | undefined
  #isShut = false
  #lost = 0

  private constructor(target: URL) {
    this.#target = target
    this.#server = createServer((client) => this.#pass(client))
  }

  static async start(url: string): Promise<LossyProxy> {
    const proxy = new LossyProxy(new URL(url))
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  /** The database, as it is reached through here. */
  get url(): string {
    const url = new URL(this.#target)
    url.port = String((this.#server.address() as AddressInfo).port)
    return url.href
  }

  /** How many commits were lost. */
  get lost(): number {
    return this.#lost
  }

  /** Loses the next commit of a connection over which the word has gone. */
  lose(word: string, loss: Loss): void {
    this.#plan = { word: Buffer.from(word), loss }
  }

  /** Cuts all connections and lets nobody through, until it is opened. */
  shut(): void {
    this.#isShut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  open(): void {
    this.#isShut = false
  }

  stop(): void {
    this.shut()
    this.#server.close()
  }

  #pass(client: Socket): void {
    if (this.#isShut) {
      client.destroy()
      return
    }
    const database = connect(Number(this.#target.port), this.#target.hostname)
    let isMarked = false
    let loss: Loss | undefined
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.#sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
    client.on('data', (chunk) => {
      const plan = this.#plan
      if (plan !== undefined && chunk.includes(plan.word)) isMarked = true
      if (plan !== undefined && isMarked && chunk.includes(COMMIT)) {
        this.#plan = undefined
        this.#lost += 1
        loss = plan.loss
        if (loss === 'question') client.destroy()
        if (loss === 'everything') this.shut()
        if (loss !== 'answer') return
      }
      database.write(chunk)
    })
    database.on('data', (chunk) => {
      if (loss === 'answer') client.destroy()
      else client.write(chunk)
    })
  }
}
