import { hostname, networkInterfaces } from 'node:os'

/** Names that always mean this machine. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** The host's name without port, lower case; undefined when the header is none. */
function hostOf(authority: string): string | undefined {
  try {
    return new URL(`http://${authority}`).hostname
  } catch {
    return undefined
  }
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address.replace(/%.*$/, '')}]` : address
}

/** This machine's names and addresses as they are now; they change when a network comes or goes. */
export function ownHostNames(): ReadonlySet<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address))
  const name = hostname().toLowerCase()
  return new Set([...LOOPBACK, ...addresses.map(bracketed), name, `${name}.local`])
}

export interface OwnNames {
  /** Names besides the machine's own, such as a reverse proxy's. */
  readonly configured: readonly string[]
  /** Origins that are no address, such as `app://console`. */
  readonly trustedOrigins: readonly string[]
  /** The ports whose pages may talk to the listener. */
  readonly ownPorts: () => readonly number[]
  /** Whether the LAN reaches the listener. One that it does not reach has no name but the loopback's. */
  readonly reach: 'network' | 'machine'
  /** The name that the server has taken on the local network, while it has one. */
  readonly announced?: () => string | undefined
  /** What the listener is bound to, where that is one name or address. */
  readonly listeningHost?: string
}

/**
 * Under which names the server answers, and which pages may talk to it. A page of somebody else's that had its name
 * pointed at this machine (DNS rebinding) arrives with that name in `Host`, and is refused.
 */
export class HostPolicy {
  readonly #configured: ReadonlySet<string>
  readonly #trustedOrigins: ReadonlySet<string>
  readonly #ownPorts: () => readonly number[]
  readonly #reach: OwnNames['reach']
  readonly #listeningHost: string | undefined
  readonly #announced: () => string | undefined

  constructor({ configured, trustedOrigins, ownPorts, reach, listeningHost, announced }: OwnNames) {
    this.#listeningHost = listeningHost?.toLowerCase()
    this.#announced = announced ?? (() => undefined)
    this.#configured = new Set(configured.map((name) => name.toLowerCase()))
    this.#trustedOrigins = new Set(trustedOrigins)
    this.#ownPorts = ownPorts
    this.#reach = reach
  }

  isOwnHost(authority: string | undefined): boolean {
    const host = authority === undefined ? undefined : hostOf(authority)
    return host !== undefined && (this.#configured.has(host) || this.#isThisMachine(host))
  }

  /** Whether a browser's page of this origin is one that the server itself has served. */
  isOwnOrigin(origin: string): boolean {
    if (this.#trustedOrigins.has(origin)) return true
    let url: URL
    try {
      url = new URL(origin)
    } catch {
      return false
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return false
    // Behind a proxy the port is the proxy's. On this machine any program may have a port and a page on it.
    if (this.#configured.has(url.hostname) && !LOOPBACK.includes(url.hostname)) return true
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
    return this.#ownPorts().includes(port) && this.#isThisMachine(url.hostname)
  }

  #isThisMachine(host: string): boolean {
    if (LOOPBACK.includes(host)) return true
    // The addresses are looked up only for who comes from elsewhere: this is asked with every request.
    if (this.#reach !== 'network') return false
    return host === this.#listeningHost || host === this.#announced() || ownHostNames().has(host)
  }
}
