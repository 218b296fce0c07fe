import type { Socket } from 'node:net'
import { WebSocket, type ClientOptions } from 'ws'

export type Message = Readonly<Record<string, unknown>> & { readonly type: string }

interface Opening {
  readonly origin?: string | undefined
  readonly cookie?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

function clientOptions({ origin, cookie, headers }: Opening): ClientOptions {
  return {
    perMessageDeflate: false,
    headers: {
      ...(origin === undefined ? {} : { origin }),
      ...(cookie === undefined || cookie === '' ? {} : { cookie }),
      ...headers,
    },
  }
}

/** A client's end of a socket: what arrives is kept in order until somebody asks for it. */
export class TestSocket {
  readonly raw: WebSocket
  readonly closed: Promise<{ code: number; reason: string }>
  readonly #inbox: Message[] = []
  readonly #waiting: ((message: Message) => void)[] = []
  #nonce = 0

  constructor(raw: WebSocket) {
    this.raw = raw
    raw.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString('utf8')) as Message
      const waiter = this.#waiting.shift()
      if (waiter === undefined) this.#inbox.push(message)
      else waiter(message)
    })
    raw.on('error', () => {})
    this.closed = new Promise((resolve) => {
      raw.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    })
  }

  /** The connection underneath, to write what no client would, or to stop reading. */
  get stream(): Socket {
    return (this.raw as unknown as { readonly _socket: Socket })._socket
  }

  send(message: unknown): void {
    this.raw.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  /** What has come and nobody has asked for yet. */
  get unread(): readonly Message[] {
    return this.#inbox
  }

  /** The next message; they are handed out in the order they came. */
  next(): Promise<Message> {
    const message = this.#inbox.shift()
    return message === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(message)
  }

  /** The next message of a type; what comes before it is dropped. */
  async nextOf(type: string): Promise<Message> {
    for (;;) {
      const message = await this.next()
      if (message.type === type) return message
    }
  }

  /** Everything that the server had sent when it answered just now: what is not in it has not been sent. */
  async soFar(): Promise<Message[]> {
    this.#nonce += 1
    const nonce = `so-far-${this.#nonce}`
    this.send({ type: 'sync', nonce })
    const messages: Message[] = []
    for (;;) {
      const message = await this.next()
      if (message['nonce'] === nonce) return messages
      messages.push(message)
    }
  }

  close(): void {
    this.raw.close()
  }
}

/** Opens a socket. @param base a listener's address, `http://…` */
export function openSocket(base: string, path: string, opening: Opening = {}): Promise<TestSocket> {
  const raw = new WebSocket(base.replace(/^http/, 'ws') + path, clientOptions(opening))
  const socket = new TestSocket(raw)
  return new Promise((resolve, reject) => {
    raw.once('open', () => resolve(socket))
    raw.once('error', reject)
  })
}

/** Tries to open a socket that must be refused. @returns the answer's status and its problem's code */
export function refusedSocket(
  base: string,
  path: string,
  opening: Opening = {},
): Promise<{ status: number; code: unknown }> {
  const raw = new WebSocket(base.replace(/^http/, 'ws') + path, clientOptions(opening))
  return new Promise((resolve, reject) => {
    raw.once('open', () => {
      raw.close()
      reject(new Error(`${path} was opened`))
    })
    raw.once('error', reject)
    raw.once('unexpected-response', (_request, response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        raw.on('error', () => {})
        const { code } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { code: unknown }
        resolve({ status: response.statusCode ?? 0, code })
      })
    })
  })
}
