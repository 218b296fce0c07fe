import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { TrustedProxies } from '../identity/trusted-proxies.ts'
import { countedAddress } from './connection-limits.ts'

/** What is answered to a request whose proxy says nothing clear. */
export const UNCLEAR_CLIENT = 'the proxy in between does not say clearly whose request this is'

/** What a proxy tells of who asked it. */
interface Told {
  readonly address: string | undefined
  readonly isEncrypted: boolean
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>

/**
 * Whose a request is. Who connects is believed to be who it is; only from a trusted proxy is it believed for whom it asks.
 * The ends of `X-Forwarded-For` and `Forwarded` are what the proxy nearest to the server has written: they are read from
 * there, and no farther than proxies are trusted, so that whatever a client has put in front is looked at by nobody.
 */
export class ClientAddresses {
  readonly #proxies: TrustedProxies
  readonly #told = new WeakMap<Request, Told | null>()

  constructor(proxies: TrustedProxies) {
    this.#proxies = proxies
  }

  /** Whether this connection holds the requests of many. */
  isProxy(address: string | undefined): boolean {
    return this.#proxies.has(address)
  }

  /** Undefined for a socket that is gone. */
  of(request: Request): string | undefined {
    return this.#ask(request)?.address ?? request.socket.remoteAddress
  }

  /** Whether the client's own connection was encrypted, as far as a trusted proxy can tell. */
  isEncrypted(request: Request): boolean {
    return this.#ask(request)?.isEncrypted === true || 'encrypted' in request.socket
  }

  /** A proxy's words about its client that cannot be understood, or that say two things: to be refused, not guessed at. */
  isUnclear(request: Request): boolean {
    return this.#ask(request) === null
  }

  /** Whom a request through a proxy counts for; undefined for one that its own connection counts for, or nobody. */
  countedBehindProxy(request: Request): string | undefined {
    return this.isProxy(request.socket.remoteAddress) ? countedAddress(this.of(request)) : undefined
  }

  /** Undefined where no trusted proxy says anything, null where it says nothing clear. */
  #ask(request: Request): Told | null | undefined {
    if (this.#proxies.isEmpty) return undefined
    let told = this.#told.get(request)
    if (told === undefined && this.isProxy(request.socket.remoteAddress)) {
      told = this.#read(request)
      if (told !== undefined) this.#told.set(request, told)
    }
    return told
  }

  #read({ headers, socket }: Request): Told | null | undefined {
    const older = headers['x-forwarded-for']
    const { forwarded } = headers
    const said: Told[] = []
    if (older !== undefined) {
      const address = this.#client(socket.remoteAddress, String(older).split(','))
      if (address === undefined) return null
      said.push({ address, isEncrypted: lastOf(headers['x-forwarded-proto']) === 'https' })
    }
    if (forwarded !== undefined) {
      const hops = forwardedHops(forwarded)
      const clients = hops.map(({ client }) => client)
      const address = this.#client(socket.remoteAddress, clients)
      if (address === undefined) return null
      said.push({ address, isEncrypted: hops.at(-1)?.protocol === 'https' })
    }
    const [first, second] = said
    return second !== undefined && second.address !== first?.address ? null : first
  }

  /** The nearest that is no trusted proxy. @param hops the nearest last */
  #client(peer: string | undefined, hops: readonly string[]): string | undefined {
    let client = peer
    for (const hop of hops.toReversed()) {
      if (!this.isProxy(client)) break
      client = plainAddress(hop)
    }
    return client
  }
}

function lastOf(header: string | readonly string[] | undefined): string | undefined {
  return header === undefined ? undefined : String(header).split(',').at(-1)?.trim().toLowerCase()
}

/** An address as proxies write it, some with a port behind it; undefined for anything else, such as `unknown`. */
function plainAddress(text: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([^\]%]*)\](?::\d{1,5})?|([^%]*))$/.exec(text.trim()) ?? []
  const address = bracketed ?? plain?.replace(/^([\d.]+):\d{1,5}$/, '$1') ?? ''
  return isIP(address) === 0 ? undefined : address
}

interface Hop {
  readonly client: string
  readonly protocol: string | undefined
}

const TOKEN = String.raw`[\w!#$%&'*+.^\x60|~:[\]-]+`
const PAIR = new RegExp(String.raw`^\s*(\w+)=(?:"([^"\\]*)"|(${TOKEN}))\s*$`)

/**
 * The elements of `Forwarded`. No address and no protocol has a quotation mark, comma or semicolon in it, so these part
 * the elements wherever they stand: a mark that somebody opens in front takes nothing of what is behind it along.
 * @returns the nearest last; one that is not of this form has an empty client
 * @see https://www.rfc-editor.org/rfc/rfc7239
 */
function forwardedHops(header: string): readonly Hop[] {
  return header.split(',').map((element) => {
    const pairs = element.split(';').map((pair) => PAIR.exec(pair))
    const named = new Map(pairs.map((pair) => [pair?.[1]?.toLowerCase() ?? '', pair?.[2] ?? pair?.[3] ?? '']))
    return { client: named.get('for') ?? '', protocol: named.get('proto')?.toLowerCase() }
  })
}
