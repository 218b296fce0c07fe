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

/**
 * Under which names the server answers, and which pages may talk to it. A page of somebody else's that had its name
 * pointed at this machine (DNS rebinding) arrives with that name in `Host`, and is refused.
 */
export class HostPolicy {
  readonly #configured: ReadonlySet<string>
  readonly #trustedOrigins: ReadonlySet<string>
  readonly #ownPorts: () => readonly number[]
  readonly #listeningHost: string | undefined

  /**
   * @param configured names besides the machine's own, such as a reverse proxy's
   * @param trustedOrigins origins that are no address, such as `app://console`
   * @param ownPorts the ports of the server's own listeners
   * @param listeningHost what the public listener is bound to, where that is one name or address
   */
  constructor(
    configured: readonly string[],
    trustedOrigins: readonly string[],
    ownPorts: () => readonly number[],
    listeningHost?: string,
  ) {
    this.#listeningHost = listeningHost?.toLowerCase()
    this.#configured = new Set(configured.map((name) => name.toLowerCase()))
    this.#trustedOrigins = new Set(trustedOrigins)
    this.#ownPorts = ownPorts
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
    // The addresses are looked up only for who comes from elsewhere: this is asked with every request.
    return LOOPBACK.includes(host) || host === this.#listeningHost || ownHostNames().has(host)
  }
}
