import { connect } from 'node:net'
import { quantile } from '../quantile.ts'
import { cpuMs, processesAreListed } from '../process-figures.ts'
import { bookingBody, type Kind } from './requests.ts'

/** What one run of the load generator is asked for; times in seconds. */
export interface LoadOrder {
  readonly url: string
  readonly clients: number
  readonly warmUp: number
  readonly seconds: number
  readonly kind: Kind
  /** The server's process, whose processor time is counted. */
  readonly pid: number
}

/** What came of it. Latencies are in ms, from the last byte sent to the last byte read. */
export interface LoadReport {
  readonly booked: number
  readonly refused: Readonly<Record<string, number>>
  readonly seconds: number
  /** Of the server, for each answer, in ms; null where the machine does not tell. */
  readonly processorMs: number | null
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number }
}

/**
 * Kiosks that book one after another, each on a connection of its own: the next request follows the answer at once.
 * Written on bare sockets, so that the generator is never what is measured. Answers carry `content-length`.
 */
class Kiosks {
  readonly #order: LoadOrder
  readonly #host: string
  readonly #latencies: number[] = []
  readonly #refused: Record<string, number> = {}
  #booked = 0
  #serial = Math.floor(Math.random() * 90_000_000)
  readonly #answered = new Set<number>()
  #counting = false
  #over = false

  constructor(order: LoadOrder) {
    this.#order = order
    this.#host = new URL(order.url).host
  }

  async run(): Promise<LoadReport> {
    const { clients, warmUp, seconds } = this.#order
    const closed = Array.from({ length: clients }, (_, index) => this.#kiosk(index))
    await pass(warmUp)
    // A server that accepts one connection a turn lets the last of them wait for a while.
    while (this.#answered.size < clients) await pass(0.1)
    this.#counting = true
    const began = performance.now()
    const processorBefore = processorTime(this.#order.pid)
    await pass(seconds)
    this.#counting = false
    const took = (performance.now() - began) / 1000
    const processorAfter = processorTime(this.#order.pid)
    this.#over = true
    await Promise.all(closed)
    const at = (part: number) => quantile(this.#latencies, part)
    const latency = { p50: at(0.5), p99: at(0.99), max: at(1) }
    const answers = this.#booked + Object.values(this.#refused).reduce((sum, count) => sum + count, 0)
    const processorMs =
      processorBefore === undefined || processorAfter === undefined
        ? null
        : (processorAfter - processorBefore) / answers
    return { booked: this.#booked, refused: this.#refused, seconds: took, processorMs, latency }
  }

  #kiosk(index: number): Promise<void> {
    const { hostname, port } = new URL(this.#order.url)
    // Kiosks have addresses of their own.
    const localAddress = `127.0.1.${1 + (index % 250)}`
    const socket = connect({ host: hostname, port: Number(port), localAddress, noDelay: true })
    let sentAt = 0
    let read = ''
    const send = (): void => {
      if (this.#over) {
        socket.end()
        return
      }
      this.#serial += 1
      const body = bookingBody(this.#order.kind, this.#serial, Date.now())
      const key = `k${this.#serial}`
      sentAt = performance.now()
      socket.write(
        `POST /api/v1/bookings HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\n` +
          `idempotency-key: ${key}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      )
    }
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('data', (text: string) => {
      read += text
      const end = endOfAnswer(read)
      if (end === undefined || read.length < end) return
      this.#note(read, performance.now() - sentAt)
      read = ''
      this.#answered.add(index)
      send()
    })
    return new Promise((resolve, reject) => {
      socket.on('error', reject)
      socket.on('close', () => resolve())
    })
  }

  #note(answer: string, ms: number): void {
    if (!this.#counting) return
    const status = answer.slice(9, 12)
    if (status === '201') {
      this.#booked += 1
      this.#latencies.push(ms)
      return
    }
    const code = /"code":"(\w+)"/.exec(answer)?.[1] ?? status
    this.#refused[code] = (this.#refused[code] ?? 0) + 1
  }
}

/** How long the answer is, once its head is there. */
function endOfAnswer(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return undefined
  const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1]
  if (length === undefined) throw new Error(`an answer without a length: ${text.slice(0, head)}`)
  return head + 4 + Number(length)
}

/** What the server's process has used so far, in ms; undefined where the machine does not tell. */
function processorTime(pid: number): number | undefined {
  return processesAreListed ? cpuMs(pid) : undefined
}

function pass(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}

if (import.meta.main) {
  const order = JSON.parse(process.argv[2] ?? '') as LoadOrder
  process.stdout.write(`${JSON.stringify(await new Kiosks(order).run())}\n`)
}
