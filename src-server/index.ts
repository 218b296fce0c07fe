import type { FastifyInstance } from 'fastify'
import { pino, type Logger } from 'pino'
import { refuse } from '../src-shared/errors/refusal.ts'
import { BookingService } from './booking/booking-service.ts'
import { createBusinessClock } from './clock/business-clock.ts'
import type { Clock, Timers, TimeSource } from './clock/clock.ts'
import { startSecondTicker } from './clock/second-ticker.ts'
import { systemTimeSource } from './clock/system-time-source.ts'
import { systemTimers } from './clock/system-timers.ts'
import { demoAccounts, plantDemoSite } from './demo/demo-site.ts'
import { DeviceService } from './devices/device-service.ts'
import { EventBus } from './events/event-bus.ts'
import { createHandlers } from './http/handlers.ts'
import { HostPolicy } from './http/host-policy.ts'
import { createHttpApp } from './http/http-app.ts'
import { servePage } from './http/pages.ts'
import { Gatekeeper, type Listener } from './identity/gatekeeper.ts'
import { FailureLimits } from './identity/rate-limits.ts'
import { SessionService } from './identity/session-service.ts'
import type { Random } from './ids/random.ts'
import { systemRandom } from './ids/system-random.ts'
import { lanHosts, listen, localHost, portOf, urlOf } from './lifecycle/addresses.ts'
import type { Assets, InProcessResponse, KerbsideServer } from './lifecycle/kerbside-server.ts'
import { wireEvents } from './lifecycle/wire-events.ts'
import type { Settings } from './settings/settings.ts'
import { SetupService } from './setup/setup-service.ts'
import { toSiteIso } from './site/site-calendar.ts'
import { SiteService } from './site/site-service.ts'
import { NotificationHub } from './sockets/notification-hub.ts'
import { TimeHub } from './sockets/time-hub.ts'
import { acceptSockets } from './sockets/upgrades.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import { StoreWriteError, type Store } from './store/store.ts'

export type { Timers, TimeSource } from './clock/clock.ts'
export {
  PortInUseError,
  type Assets,
  type InProcessRequest,
  type InProcessResponse,
  type KerbsideServer,
} from './lifecycle/kerbside-server.ts'
export { readSettings, SettingsError, unknownSettings, type Settings } from './settings/settings.ts'
export { StoreOpenError } from './store/store.ts'

/** The staff listener answers this machine only, whatever the public one is bound to. */
const STAFF_HOST = '127.0.0.1'
/** Notification sockets are asked for a sign of life every so many seconds. */
const HEARTBEAT_SECONDS = 20

export interface StartOptions {
  readonly settings: Settings
  readonly assets: Assets
  /** Origins, besides the listeners' own, that may call the staff listener: `app://console`. */
  readonly trustedStaffOrigins?: readonly string[]
  /** The machine's clocks, timers and randomness; a test hands in its own. */
  readonly timeSource?: TimeSource
  readonly timers?: Timers
  readonly random?: Random
}

/**
 * Starts the server.
 * @throws PortInUseError when a port is taken; StoreOpenError, with what to do, when the store cannot be opened
 */
export async function startServer(options: StartOptions): Promise<KerbsideServer> {
  const random = options.random ?? systemRandom
  const { store, clock } = openStore(options.settings, options.timeSource ?? systemTimeSource, random)
  const logger = createLogger(options.settings, clock)
  try {
    return await assemble(options, { store, clock, random, logger })
  } catch (error) {
    await store.close()
    throw error
  }
}

interface Ground {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

function openStore(settings: Settings, source: TimeSource, random: Random): { store: Store; clock: Clock } {
  let clock: Clock | undefined
  const store = openSqliteStore({
    dataDir: settings.dataDir,
    nativeBinding: settings.sqliteBinding,
    randomBytes: (count) => random.bytes(count),
    stamps: (lastStamp) => {
      const started = createBusinessClock(source, lastStamp)
      clock = started
      return () => started.commitStamp()
    },
  })
  if (clock === undefined) throw new Error('the store asked for no clock')
  return { store, clock }
}

/** Logs go to standard error; standard output belongs to the one line that says where the server listens. */
function createLogger(settings: Settings, clock: Clock): Logger {
  const options = {
    level: settings.logLevel,
    base: null,
    timestamp: () => `,"time":"${toSiteIso(clock.now(), 'UTC')}"`,
  }
  return pino(options, pino.destination({ fd: 2, sync: true }))
}

function createServices({ store, clock, random }: Ground, settings: Settings) {
  const events = new EventBus()
  const site = new SiteService(store, clock, settings)
  const parts = { store, clock, random, events, site, failures: new FailureLimits() }
  const sessions = new SessionService(parts)
  const devices = new DeviceService(parts)
  const bookings = new BookingService(parts)
  const setup = new SetupService({ store, site, sessions, settings })
  const gatekeeper = new Gatekeeper({ sessions, devices, bookings, kioskAccess: settings.kioskAccess })
  return { events, site, sessions, devices, bookings, setup, gatekeeper }
}

async function assemble(options: StartOptions, ground: Ground): Promise<KerbsideServer> {
  const { settings, assets } = options
  const { store, clock, logger } = ground
  const services = createServices(ground, settings)
  const { events, site, bookings, devices } = services
  if (settings.demo) await plantDemoSite({ ...ground, ...services })
  const demo = (await site.row())?.demo === true

  const time = new TimeHub(
    clock,
    () => site.timezone,
    (change, principal) => {
      const name = principal.kind === 'device' ? principal.name : ''
      const at = toSiteIso(clock.now(), site.timezone)
      events.publish('notification', { type: 'kiosk_changed', seq: 0, at, change, name })
    },
  )
  const notifications = new NotificationHub()
  wireEvents(events, time, notifications)

  const apps: Partial<Record<Listener, FastifyInstance>> = {}
  const ports = () => Object.values(apps).map((app) => portOf(app.server))
  const lanKioskUrls = () => lanHosts(settings.host).map((host) => `${urlOf(host, portOf(publicApp.server))}/kiosk/`)
  const kioskUrl = () => `${urlOf(localHost(settings.host), portOf(publicApp.server))}/kiosk/`
  const lanKioskUrl = () => lanKioskUrls()[0] ?? kioskUrl()
  const handlers = createHandlers({
    ...ground,
    ...services,
    kiosks: { count: () => time.kioskCount(), isConnected: (id) => time.isConnected(id) },
    tickSeq: () => time.seq,
    lanKioskUrl,
  })
  const onError = (error: unknown) => logger.error({ err: error }, 'something failed')
  const explainError = (error: unknown) => (error instanceof StoreWriteError ? refuse('store_read_only') : undefined)

  async function createListener(listener: Listener): Promise<FastifyInstance> {
    const trusted = listener === 'staff' ? (options.trustedStaffOrigins ?? []) : []
    const hosts = new HostPolicy([...settings.allowedHosts, settings.host], trusted, ports)
    const app = await createHttpApp({ ...services, listener, handlers, hosts, logger, explainError })
    if (listener === 'public') await servePage(app, '/kiosk/', assets.kioskDir)
    else await servePage(app, '/console/', assets.consoleDir)
    acceptSockets(app.server, { ...services, listener, hosts, time, notifications, onError })
    apps[listener] = app
    return app
  }
  const publicApp = await createListener('public')
  const staffApp = await createListener('staff')
  try {
    await listen(publicApp, settings.host, settings.port, 'KERBSIDE_PORT')
    await listen(staffApp, STAFF_HOST, settings.staffPort, 'KERBSIDE_STAFF_PORT')
  } catch (error) {
    await Promise.all([publicApp.close(), staffApp.close()])
    throw error
  }

  const stopTicker = startSecondTicker(clock, options.timers ?? systemTimers, (second) => {
    time.tick(second)
    if (second % HEARTBEAT_SECONDS === 0) notifications.checkAlive()
    bookings.sweep().catch(onError)
  })

  const staffUrl = urlOf(STAFF_HOST, portOf(staffApp.server))
  return {
    publicUrl: urlOf(localHost(settings.host), portOf(publicApp.server)),
    staffUrl,
    kioskUrl: kioskUrl(),
    consoleUrl: `${staffUrl}/console/`,
    lanKioskUrls,
    dataDir: settings.dataDir,
    demoAccounts: demo ? demoAccounts : [],
    connectedKiosks: () => time.kioskCount(),
    newPairingCode: async () =>
      settings.kioskAccess === 'open' || (await site.row()) === undefined
        ? undefined
        : devices.newPairingCode(lanKioskUrl(), 'console:start', undefined),
    handle: (request) => inject(staffApp, request),
    async stop() {
      stopTicker()
      time.closeAll()
      notifications.closeAll()
      await Promise.all([publicApp.close(), staffApp.close()])
      await store.close()
    },
  }
}

async function inject(
  app: FastifyInstance,
  request: Parameters<KerbsideServer['handle']>[0],
): Promise<InProcessResponse> {
  const response = await app.inject({
    method: request.method as 'GET',
    url: request.url,
    // The request names the page's own scheme; for the router it comes from this machine.
    headers: { ...request.headers, host: 'localhost' },
    ...(request.body === undefined ? {} : { payload: Buffer.from(request.body) }),
  })
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  )
  return { status: response.statusCode, headers: Object.fromEntries(headers), body: response.rawPayload }
}
