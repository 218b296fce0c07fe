import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { addressKey } from '../identity/rate-limits.ts'

/** A request's line and headers have come within this, in ms, or the connection goes; also one that says nothing at all. */
const HEADERS_MS = 3500
/** And all of the request within this, in ms. */
const REQUEST_MS = 15_000
/** A connection that waits for its next request is closed after this, in ms. Another one costs a tablet a few ms. */
const KEEP_ALIVE_MS = 10_000
/** One on which nothing moves is cut off after this, in ms, such as that of a peer that does not read its answer. */
const SILENT_MS = 60_000
/** How often connections are held against the first two, in ms. */
const CHECKED_EVERY_MS = 250
/** All of a request's headers together, in bytes. */
const HEADER_BYTES = 16 * 1024

/** How long a client may take and how much it may say before it has said what it wants, as Fastify takes it. */
export const connectionOptions = {
  http: {
    headersTimeout: HEADERS_MS,
    connectionsCheckingInterval: CHECKED_EVERY_MS,
    maxHeaderSize: HEADER_BYTES,
  },
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionTimeout: SILENT_MS,
} as const

/** How many connections a listener holds at one time. */
export const MOST_CONNECTIONS = 20_000
/** How many of them come from one network address: a gateway may stand before hundreds of phones. */
export const MOST_FROM_ONE_ADDRESS = 1024

/**
 * What counts as one address: an IPv4 address, however it is written, and an IPv6 network of 64 bits, of whose addresses
 * a machine takes as many as it likes. This machine itself counts as none: all clients of a reverse proxy on it, that is
 * not named as one, come from there.
 */
export function countedAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const key = addressKey(address)
  return key.startsWith('127.') || address.replace(/%.*$/, '') === '::1' ? undefined : key
}

/** Connections that are open, by the address that they count for. */
export class ConnectionCount {
  readonly #open = new Map<string, number>()
  readonly #most: number

  /** @param most from one address */
  constructor(most: number) {
    this.#most = most
  }

  /** @returns false for one too many, which is not counted */
  enter(address: string): boolean {
    const open = this.#open.get(address) ?? 0
    if (open >= this.#most) return false
    this.#open.set(address, open + 1)
    return true
  }

  leave(address: string): void {
    const open = this.#open.get(address) ?? 0
    if (open > 1) this.#open.set(address, open - 1)
    else this.#open.delete(address)
  }
}

/**
 * Keeps one address, and all together, from holding more connections than the listener can bear. A trusted proxy's own
 * connections count for nobody: what its clients have under way counts for them.
 */
export function limitConnections(
  server: Server,
  count: ConnectionCount,
  isProxy: (address: string | undefined) => boolean,
): void {
  server.maxConnections = MOST_CONNECTIONS
  server.on('connection', (socket: Socket) => {
    if (isProxy(socket.remoteAddress)) return
    const address = countedAddress(socket.remoteAddress)
    if (address === undefined) return
    if (count.enter(address)) socket.once('close', () => count.leave(address))
    else socket.destroy()
  })
}
