import type { Timers } from '../../../src-server/clock/clock.ts'
import type { DatagramExchange } from '../../../src-server/clock/sntp/sntp-query.ts'
import type { Random } from '../../../src-server/ids/random.ts'
import { ntpReply, type ReplyFields } from '../../support/ntp-reply.ts'
import { seededRandom } from '../../support/seeded.ts'
import type { Machine } from './machine.ts'

/** How a server in the fake network answers. */
export interface FakeServer {
  /** Where the name leads; a name of its own otherwise. */
  address?: string
  /** What its clock is ahead of the machine's wall clock, in ms. */
  offsetMs?: number
  /** There and back, in ms. */
  thereMs?: number
  backMs?: number
  /** What its answer has besides. */
  reply?: Partial<ReplyFields>
  /** What arrives before its answer. */
  spoofs?: readonly Uint8Array[]
  /** It does not answer, or cannot be reached at all. */
  silent?: boolean
  error?: string
}

/** Datagrams between the guard's machine and servers that a test describes; sending takes the machine's own time. */
export class FakeNetwork {
  readonly servers = new Map<string, FakeServer>()
  readonly requests: { readonly host: string; readonly request: Uint8Array }[] = []
  readonly #machine: Machine

  constructor(machine: Machine, servers: Readonly<Record<string, FakeServer>>) {
    this.#machine = machine
    for (const [name, server] of Object.entries(servers)) this.servers.set(name, server)
  }

  readonly exchange: DatagramExchange = async ({ host, port }, request, onSent, accept) => {
    this.requests.push({ host, request })
    const server = this.servers.get(host) ?? { error: 'ENOTFOUND' }
    if (server.error !== undefined) throw new Error(server.error)
    onSent()
    if (server.silent === true) return undefined
    this.#machine.pass(server.thereMs ?? 5)
    const now = this.#machine.wallMs() + (server.offsetMs ?? 0)
    const answer = ntpReply({ cookie: request.subarray(40, 48), receivedAt: now, sentAt: now, ...server.reply })
    this.#machine.pass(server.backMs ?? 5)
    const isAccepted = [...(server.spoofs ?? []), answer].some(accept)
    return isAccepted ? `${server.address ?? host}#${port}` : undefined
  }

  askedOf(host: string): number {
    return this.requests.filter((request) => request.host === host).length
  }
}

export function randomOf(seed: number): Random {
  const next = seededRandom(seed)
  return { bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)) }
}

/** Timers that ring when a test says so, one after another, whatever the time. */
export class HandTimers implements Timers {
  readonly #armed: { readonly ms: number; readonly wake: () => void }[] = []

  /** How long from its arming until each would ring, in ms. */
  get waits(): readonly number[] {
    return this.#armed.map(({ ms }) => ms)
  }

  after(ms: number, wake: () => void): () => void {
    const alarm = { ms, wake }
    this.#armed.push(alarm)
    return () => {
      const index = this.#armed.indexOf(alarm)
      if (index >= 0) this.#armed.splice(index, 1)
    }
  }

  /** Rings the one that was armed first. */
  ring(): void {
    this.#armed.shift()?.wake()
  }
}

/** Lets everything that only waits for promises go on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
