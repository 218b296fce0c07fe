import type { Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { lanAddresses } from '../network/lan-addresses.ts'
import type { NetworkPlaces } from '../site/site-service.ts'
import { PortInUseError, type PortSetting } from './kerbside-server.ts'

/** Addresses that mean "every one this machine has". */
const EVERY_ADDRESS = new Set(['0.0.0.0', '::'])

/** The port that a listening server got. */
function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** How a listener speaks. */
export type Scheme = 'http' | 'https'

/** A base address without a slash at the end. */
function urlOf(host: string, port: number, scheme: Scheme = 'http'): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** How this machine itself reaches what listens on a host. */
export function localHost(host: string): string {
  return EVERY_ADDRESS.has(host) ? '127.0.0.1' : host
}

/** The addresses under which the LAN reaches what listens on a host; IPv4 only, because people type them. */
function lanHosts(host: string): readonly string[] {
  const own = lanAddresses(networkInterfaces()).map(({ address }) => address)
  return EVERY_ADDRESS.has(host) ? own : own.filter((address) => address === host)
}

/** The addresses of the two listeners, as they are once both listen. */
export interface Addresses {
  readonly publicUrl: string
  readonly staffUrl: string
  readonly kioskUrl: string
  readonly consoleUrl: string
  /** The kiosk page as the LAN reaches it; looked up each time, because networks come and go. */
  lanKioskUrls(): readonly string[]
}

interface AddressParts {
  /** What the public listener is bound to. */
  readonly host: string
  readonly staffHost: string
  /** How the public listener speaks; the staff one is this machine's alone. */
  readonly scheme: Scheme
  /** The addresses under which the LAN reaches it, best first; all in the system's order unless this says others. */
  readonly lanHosts?: (() => readonly string[]) | undefined
}

export function addressesOf(
  publicServer: Server,
  staffServer: Server,
  { host, staffHost, scheme, lanHosts: chosen }: AddressParts,
): Addresses {
  const port = portOf(publicServer)
  const publicUrl = urlOf(localHost(host), port, scheme)
  const staffUrl = urlOf(staffHost, portOf(staffServer))
  return {
    publicUrl,
    staffUrl,
    kioskUrl: `${publicUrl}/kiosk/`,
    consoleUrl: `${staffUrl}/console/`,
    lanKioskUrls: () => (chosen ?? (() => lanHosts(host)))().map((lanHost) => `${urlOf(lanHost, port, scheme)}/kiosk/`),
  }
}

/** The kiosk's page of a server that does not listen yet, as it will be unless its port is still to be found. */
export function plannedPlaces(host: string, port: number, scheme: Scheme): NetworkPlaces {
  const page = (name: string) => `${urlOf(name, port, scheme)}/kiosk/`
  return { lan: lanHosts(host).map(page)[0], local: page(localHost(host)) }
}

/** The kiosk's page under another name of the same machine. */
export function pageUnder(host: string, page: string): string {
  const url = new URL(page)
  url.hostname = host
  return url.href
}

/** The ports that are open now. */
export function openPorts(apps: Iterable<FastifyInstance>): readonly number[] {
  return Array.from(apps, (app) => portOf(app.server)).filter((port) => port !== 0)
}

/** @throws PortInUseError that names the setting */
export async function listen(app: FastifyInstance, host: string, port: number, setting: PortSetting): Promise<void> {
  try {
    await app.listen({ host, port, exclusive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortInUseError(setting, port)
    throw error
  }
}
