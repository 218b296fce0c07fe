import { createSocket, type Socket } from 'node:dgram'
import { ntpReply, type ReplyFields } from './ntp-reply.ts'

/** How a fake time server behaves; it can be changed while it runs. */
export type SntpMode =
  | { readonly kind: 'good' }
  /** Off by so many ms, and sure of itself. */
  | { readonly kind: 'lying'; readonly offsetMs: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'kiss'; readonly code: 'RATE' | 'DENY' | 'RSTR' }
  /** Answers somebody else's question. */
  | { readonly kind: 'wrong echo' }
  /** Says itself that it does not know the time. */
  | { readonly kind: 'unsynchronised' }

function fieldsOf(mode: SntpMode): Partial<ReplyFields> {
  switch (mode.kind) {
    case 'kiss':
      return { stratum: 0, leap: 3, reference: mode.code }
    case 'wrong echo':
      return { cookie: new Uint8Array(8).fill(0xaa) }
    case 'unsynchronised':
      return { leap: 3 }
    default:
      return {}
  }
}

/** An SNTP server on 127.0.0.1, over real UDP, that tells the time a test gives it. */
export class FakeSntpServer {
  mode: SntpMode = { kind: 'good' }
  /** How many requests have come. */
  requests = 0
  readonly port: number
  readonly #socket: Socket
  readonly #now: () => number

  private constructor(socket: Socket, now: () => number) {
    this.#socket = socket
    this.#now = now
    this.port = socket.address().port
    socket.on('message', (request, { port, address }) => {
      this.requests += 1
      const answer = this.#answer(request)
      if (answer !== undefined) socket.send(answer, port, address)
    })
  }

  /** @param now true time, in ms since the Unix epoch */
  static async start(now: () => number): Promise<FakeSntpServer> {
    const socket = createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    return new FakeSntpServer(socket, now)
  }

  /** As `KERBSIDE_NTP` names it. */
  get name(): string {
    return `127.0.0.1:${this.port}`
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#socket.close(() => resolve()))
  }

  #answer(request: Uint8Array): Uint8Array | undefined {
    const { mode } = this
    if (mode.kind === 'silent') return undefined
    const at = this.#now() + (mode.kind === 'lying' ? mode.offsetMs : 0)
    return ntpReply({ cookie: request.subarray(40, 48), receivedAt: at, sentAt: at, ...fieldsOf(mode) })
  }
}

/** Starts so many, all good. */
export function startSntpServers(count: number, now: () => number): Promise<FakeSntpServer[]> {
  return Promise.all(Array.from({ length: count }, () => FakeSntpServer.start(now)))
}
