import type { FastifyInstance } from 'fastify'
import type { Handlers } from '../http/handler.ts'
import { HostPolicy, type OwnNames } from '../http/host-policy.ts'
import { ClientAddresses } from '../http/client-address.ts'
import { ConnectionCount, limitConnections, MOST_FROM_ONE_ADDRESS } from '../http/connection-limits.ts'
import { createHttpApp, type HttpAppParts } from '../http/http-app.ts'
import { contentSecurityPolicy, kioskSecurityPolicy } from '../../src-shared/security/content-security-policy.ts'
import { servePage } from '../http/pages.ts'
import type { Listener } from '../identity/gatekeeper.ts'
import { TrustedProxies } from '../identity/trusted-proxies.ts'
import type { NetworkService } from '../network/network-service.ts'
import type { Settings } from '../settings/settings.ts'
import { encryptListener, type Encryption } from '../http/encrypted-listener.ts'
import { acceptSockets, type UpgradeParts } from '../sockets/upgrades.ts'
import { addressesOf, listen, localHost, openPorts, type Addresses } from './addresses.ts'
import type { Assets } from './kerbside-server.ts'

/** The staff listener answers this machine only, whatever the public one is bound to. */
const STAFF_HOST = '127.0.0.1'

export interface ListenerParts {
  readonly settings: Settings
  readonly assets: Assets
  /** Origins, besides the listeners' own, that may call the staff listener. */
  readonly trustedStaffOrigins: readonly string[]
  /** The whole API. */
  readonly handlers: Handlers
  readonly http: Omit<HttpAppParts, 'listener' | 'hosts' | 'clients' | 'connections' | 'handlers' | 'encryption'>
  /** Undefined where there are none to be had. */
  readonly sockets: Omit<UpgradeParts, 'listener' | 'hosts' | 'clients' | 'connections'> | undefined
  /** How this machine is found on its network. */
  readonly network?: Pick<NetworkService, 'addresses' | 'name' | 'noteVisit'> | undefined
  /** How the public listener encrypts; not at all unless this says so. */
  readonly encryption?: Encryption | undefined
}

export interface Listeners {
  readonly publicApp: FastifyInstance
  readonly staffApp: FastifyInstance
  readonly addresses: () => Addresses
}

/** Makes both listeners; neither listens yet. */
export async function createListeners(parts: ListenerParts): Promise<Listeners> {
  const { settings, assets } = parts
  const apps = new Map<Listener, FastifyInstance>()
  const addresses = once(() =>
    addressesOf(publicApp.server, staffApp.server, {
      host: settings.host,
      staffHost: STAFF_HOST,
      scheme: parts.encryption === undefined ? 'http' : 'https',
      lanHosts: parts.network && (() => parts.network?.addresses().map(({ address }) => address) ?? []),
    }),
  )

  /** Pages of both listeners may talk to the public one; to the staff one only its own, and none that the LAN has seen. */
  function ownNames(listener: Listener): OwnNames {
    const configured = settings.allowedHosts
    if (listener === 'staff') {
      const ownPorts = () => openPorts([staffApp])
      return { configured, trustedOrigins: parts.trustedStaffOrigins, ownPorts, reach: 'machine' }
    }
    const ownPorts = () => openPorts(apps.values())
    const announced = () => parts.network?.name
    const listeningHost = localHost(settings.host)
    return { configured, trustedOrigins: [], ownPorts, reach: 'network', listeningHost, announced }
  }

  async function createListener(listener: Listener): Promise<FastifyInstance> {
    const hosts = new HostPolicy(ownNames(listener))
    const encryption = listener === 'public' ? parts.encryption : undefined
    const clients = new ClientAddresses(new TrustedProxies(listener === 'public' ? settings.trustedProxies : []))
    const connections = new ConnectionCount(MOST_FROM_ONE_ADDRESS)
    const own = { listener, hosts, clients, connections }
    const app = await createHttpApp({ ...parts.http, ...own, handlers: parts.handlers, encryption })
    if (listener === 'public') noteVisits(app, clients, parts.network)
    if (listener === 'public') await servePage(app, '/kiosk/', assets.kioskDir, kioskSecurityPolicy())
    else await servePage(app, '/console/', assets.consoleDir, contentSecurityPolicy())
    if (encryption !== undefined) encryptListener(app, encryption, hosts)
    limitConnections(app.server, connections, (address) => clients.isProxy(address))
    if (parts.sockets !== undefined) acceptSockets(app.server, { ...parts.sockets, ...own })
    apps.set(listener, app)
    return app
  }
  const publicApp = await createListener('public')
  const staffApp = await createListener('staff')
  return { publicApp, staffApp, addresses }
}

/** Tells who has opened the kiosk's page, so that whoever sets up a tablet sees that it has come through. */
function noteVisits(app: FastifyInstance, clients: ClientAddresses, network: ListenerParts['network']): void {
  app.addHook('onResponse', (request, reply, done) => {
    const address = clients.of(request.raw)
    if (address !== undefined && reply.statusCode < 400 && request.url.split('?')[0] === '/kiosk/') {
      network?.noteVisit(address)
    }
    done()
  })
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Opens both listeners, or neither. @throws PortInUseError when a port is taken */
export async function listenOnBoth({ publicApp, staffApp }: Listeners, settings: Settings): Promise<void> {
  try {
    await listen(publicApp, settings.host, settings.port, 'KERBSIDE_PORT')
    await listen(staffApp, STAFF_HOST, settings.staffPort, 'KERBSIDE_STAFF_PORT')
  } catch (error) {
    await Promise.all([publicApp.close(), staffApp.close()])
    throw error
  }
}
