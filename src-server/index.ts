import { mkdirSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import type { Logger } from 'pino'
import { refuse } from '../src-shared/errors/refusal.ts'
import { AdminServices } from './admin/admin-services.ts'
import { AuditService } from './audit/audit-service.ts'
import { headFiles } from './audit/head-files.ts'
import { HeadKeeper } from './audit/head-keeper.ts'
import { BackupService } from './backup/backup-service.ts'
import { KeptPassphrase } from './backup/kept-passphrase.ts'
import { Nightly } from './backup/nightly.ts'
import { passphraseFile } from './backup/passphrase-file.ts'
import { keepsNoPassphrase, type PassphraseKeeper } from './backup/passphrase-keeper.ts'
import { restoreByHand } from './backup/restore-by-hand.ts'
import { RecoveryService } from './backup/recovery-service.ts'
import { backupId } from './backup/backup-name.ts'
import { aloneBus, type Bus } from './bus/bus.ts'
import { CatchUp } from './bus/catch-up.ts'
import { ServerBus } from './bus/server-bus.ts'
import { washAvailability } from './booking/availability-service.ts'
import { BookingService } from './booking/booking-service.ts'
import { ClockGuard } from './clock/clock-guard.ts'
import { timeUncertainty } from './clock/time-uncertainty.ts'
import { clockReport } from './clock/clock-report.ts'
import { ClockService } from './clock/clock-service.ts'
import type { ClockMark, Timers, TimeSource } from './clock/clock.ts'
import { startSecondTicker, type SecondTicker } from './clock/second-ticker.ts'
import { systemTimeSource } from './clock/system-time-source.ts'
import { systemTimers } from './clock/system-timers.ts'
import { SourceWatch } from './clock/sntp/source-watch.ts'
import { systemDatagrams } from './clock/sntp/system-datagrams.ts'
import { demoAccounts } from './demo/demo-people.ts'
import { plantDemoSite } from './demo/demo-site.ts'
import { leapAhead } from './demo/demo-time.ts'
import { DeviceService, type TabletPages } from './devices/device-service.ts'
import { diagnosticsFile } from './diagnostics/diagnostics-file.ts'
import { RecentLines } from './diagnostics/recent-lines.ts'
import { EventBus } from './events/event-bus.ts'
import { FilterService } from './filters/filter-service.ts'
import { HelpService } from './help/help-service.ts'
import { changeCertificate } from './http/encrypted-listener.ts'
import { AUTHORITY_PATH } from './http/plain-http.ts'
import { createHandlers } from './http/handlers/index.ts'
import { ownHostNames } from './http/host-policy.ts'
import { Gatekeeper } from './identity/gatekeeper.ts'
import { Passwords, type HashingCosts } from './identity/passwords.ts'
import { FailureLimits } from './identity/rate-limits.ts'
import type { Principal } from './identity/principal.ts'
import { SessionLock } from './identity/session-lock.ts'
import { SessionService } from './identity/session-service.ts'
import { newFraction, newId, type Random } from './ids/random.ts'
import { systemRandom } from './ids/system-random.ts'
import { Drain } from './lifecycle/drain.ts'
import { localHost, pageUnder, plannedPlaces, type Addresses } from './lifecycle/addresses.ts'
import { answerInProcess } from './lifecycle/in-process.ts'
import type { Assets, KerbsideServer, TrustedAuthority } from './lifecycle/kerbside-server.ts'
import { createListeners, listenOnBoth, type ListenerParts, type Listeners } from './lifecycle/listeners.ts'
import { serveRecovery } from './lifecycle/recovery-server.ts'
import { createLogger } from './lifecycle/logger.ts'
import { StoreWatch } from './lifecycle/store-watch.ts'
import { TroubleNoteFile } from './lifecycle/trouble-note.ts'
import { wireEvents } from './lifecycle/wire-events.ts'
import { metricsPage } from './metrics/metrics-page.ts'
import { metricsSummary } from './metrics/metrics-service.ts'
import { TickLateness } from './metrics/tick-lateness.ts'
import { counter } from './payments/payment-provider.ts'
import { NetworkService } from './network/network-service.ts'
import { systemNameNetwork } from './network/system-name-network.ts'
import { openAlone } from './move-site.ts'
import { NoticeService } from './notices/notice-service.ts'
import { ParkingService } from './parking/parking-service.ts'
import { PaymentService } from './payments/payment-service.ts'
import { PermitService } from './permits/permit-service.ts'
import { Erasure } from './privacy/erasure.ts'
import { createPrinter, type Printer } from './printing/printer.ts'
import type { ReadFontFile } from './printing/print-fonts.ts'
import { fontFilesIn } from './printing/system-font-files.ts'
import type { ReceiptMeans } from './receipts/receipt-means.ts'
import { ReceiptService } from './receipts/receipt-service.ts'
import { ReportService } from './reports/report-service.ts'
import { WeeklyKeeper } from './reports/weekly/weekly-keeper.ts'
import { WeeklyService } from './reports/weekly/weekly-service.ts'
import type { DatabaseSettings, Settings } from './settings/settings.ts'
import { SetupService } from './setup/setup-service.ts'
import { ShiftService } from './shifts/shift-service.ts'
import { toSiteIso } from './site/site-calendar.ts'
import { SiteService, type NetworkPlaces } from './site/site-service.ts'
import { NotificationHub } from './sockets/notification-hub.ts'
import { TimeHub } from './sockets/time-hub.ts'
import { CertificateKeeper } from './tls/certificate-keeper.ts'
import { WashService } from './wash/wash-service.ts'
import { checkStore } from './store/sqlite/start-check.ts'
import { backUpBeforeMigration } from './store/sqlite/migration-backup.ts'
import { linkOfRow, personalDigest } from './store/sql/event-trail.ts'
import { migrations } from './store/sqlite/migrations/index.ts'
import { readAccounts } from './store/sqlite/read-accounts.ts'
import { restoreStore } from './store/sqlite/restore-store.ts'
import { storeCopies } from './store/sqlite/store-jobs.ts'
import { copiesOfWhole, openCopy, setAsideWhole } from './store/sqlite/whole-copies.ts'
import { inspectFile } from './store/sqlite/inspect-file.ts'
import { isInUse, lastKnownClock } from './store/sqlite/store-mark.ts'
import { cannotOpen } from './store/sqlite/cannot-open.ts'
import { storeFiles } from './store/sqlite/store-files.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import { StoreDamagedError, type StoreCopies } from './store/store-contents.ts'
import {
  reasonOf,
  StoreOpenError,
  StoreWriteError,
  type EventInput,
  type Ms,
  type Store,
  type StoreCondition,
} from './store/store.ts'
import { ensureFirstTariff } from './setup/first-tariff.ts'
import { TariffService } from './tariff/tariff-service.ts'

export type { PassphraseKeeper } from './backup/passphrase-keeper.ts'
export type { Timers, TimeSource } from './clock/clock.ts'
export {
  listeningLine,
  PortInUseError,
  type Assets,
  type InProcessRequest,
  type InProcessResponse,
  type KerbsideServer,
} from './lifecycle/kerbside-server.ts'
export { moveSite } from './move-site.ts'
export { systemTimers } from './clock/system-timers.ts'
export { readSettings, SettingsError, unknownSettings, type Settings } from './settings/settings.ts'
export { paperLanguage, wordsIn } from './words/words.ts'
export { StoreOpenError } from './store/store.ts'

/** So many lines of the log are kept for a diagnostics file. */
const RECENT_LINES = 2000
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
  /** What a guess at a password costs; a test that is about other things need not wait for it. */
  readonly hashing?: HashingCosts
  /** Where the typefaces of printed documents are read from; the assets' folder otherwise. */
  readonly readFont?: ReadFontFile
  /** Whether the demo site gets a week of history (the default), or the present only. */
  readonly demoHistory?: boolean
  /** Where the passphrase of the second folder is kept, unless the settings name a file; nowhere otherwise. */
  readonly passphraseKeeper?: PassphraseKeeper
  /** How many requests may share one durable commit; many unless something else is said. */
  readonly mostInOneCommit?: number
}

/** Where the worker lies in the source; built programs say where it was built to. */
const WORKER_SOURCE = new URL('store/sqlite/store-worker.ts', import.meta.url)

/**
 * Starts the server. Where the store must not be opened as it is, only an admin can do anything: restore a backup.
 * @throws PortInUseError when a port is taken; StoreOpenError, with what to do, when the store cannot be read at all
 */
export async function startServer(options: StartOptions): Promise<KerbsideServer> {
  try {
    return await startOnStore(options)
  } catch (error) {
    if (!(error instanceof StoreDamagedError)) throw error
    return startRecovery(options, error)
  }
}

/** A store that must not be opened as it is: an admin chooses a copy to go on with, and then the server starts on that. */
async function startRecovery(options: StartOptions, problem: StoreDamagedError): Promise<KerbsideServer> {
  const { settings, assets, trustedStaffOrigins = [], random = systemRandom, timers = systemTimers } = options
  const { timeSource = systemTimeSource } = options
  const { dataDir, sqliteBinding: nativeBinding } = settings
  const clock = new ClockGuard(timeSource, lastKnownClock(dataDir), 0)
  const logger = createLogger(settings.logLevel, clock, new RecentLines(RECENT_LINES))
  logger.error(problem.message)
  const worker = assets.storeWorker ?? WORKER_SOURCE
  const recovery = (onRestored: () => void) =>
    new RecoveryService({
      problem,
      dataDir,
      clock,
      onRestored,
      passwords: new Passwords(random, options.hashing),
      failures: new FailureLimits(() => clock.elapsedMs()),
      schema: migrations.length,
      copies: storeCopies({ dataDir, nativeBinding, worker }),
      accountsIn: (file) => readAccounts(file, nativeBinding),
      restore: (file, first, knownFault) => putInPlace(options, { copy: file, first, knownFault }),
    })
  return serveRecovery({
    settings,
    assets,
    trustedStaffOrigins,
    logger,
    clock,
    timers,
    recovery,
    damage: problem.message,
    goOn: (ports) => startOnStore({ ...options, settings: { ...settings, ...ports } }),
  })
}

/** Puts a copy in the place of a store that nobody has open. */
async function putInPlace(
  {
    settings,
    timeSource = systemTimeSource,
    random = systemRandom,
  }: Pick<StartOptions, 'settings' | 'timeSource' | 'random'>,
  restoration: Pick<Parameters<typeof restoreStore>[0], 'copy' | 'first' | 'knownFault'>,
): Promise<void> {
  await restoreStore({
    ...restoration,
    dataDir: settings.dataDir,
    nativeBinding: settings.sqliteBinding,
    randomBytes: (count) => random.bytes(count),
    clock: (lastStamp, mark) => new ClockGuard(timeSource, mark, lastStamp),
  })
}

/**
 * Restores a file while no server runs on the folder: for whoever sits at the machine, whose account of the system says
 * who they are. A file that only contradicts itself is taken, too: whoever says so by hand has seen why.
 * @returns what was restored, in words
 * @throws Error with what to do instead
 */
export async function restoreFile(settings: Settings, file: string, passphrase: string | undefined): Promise<string> {
  const { dataDir, database, sqliteBinding: nativeBinding } = settings
  const inspect = (path: string) => inspectFile(path, nativeBinding)
  if (database === undefined) {
    const restore: Parameters<typeof restoreByHand>[0]['restore'] = (copy, first, knownFault) =>
      putInPlace({ settings }, { copy, first, knownFault })
    const folder = { dataDir, place: dataDir, isInUse: async () => isInUse(dataDir), inspect, restore }
    return restoreByHand(folder, file, passphrase)
  }
  const store = await openAlone(settings, database)
  try {
    const restore = async (copy: string, first: Omit<EventInput, 'at'>) => void (await store.restoreFrom(copy, first))
    const place = `the site ${database.siteId} of KERBSIDE_DATABASE_URL`
    return await restoreByHand({ dataDir, place, isInUse: () => store.isServed(), inspect, restore }, file, passphrase)
  } finally {
    await store.close()
  }
}

async function startOnStore(options: StartOptions): Promise<KerbsideServer> {
  const random = options.random ?? systemRandom
  const later: Later = {}
  const { backupPassphraseFile } = options.settings
  const passphrases =
    backupPassphraseFile === undefined
      ? (options.passphraseKeeper ?? keepsNoPassphrase)
      : passphraseFile(backupPassphraseFile)
  const told = {
    giveWay: giveWayIn(later),
    onCondition: (condition: StoreCondition) => later.storeWatch?.changed(condition),
  }
  const { settings } = options
  const open = settings.database === undefined ? openEmbedded : openAcross(settings.database)
  const { store, clock, copies, cannotBegin } = await open(options, random, told)
  const recentLines = new RecentLines(RECENT_LINES)
  const logger = createLogger(settings.logLevel, clock, recentLines)
  later.storeWatch = new StoreWatch({ store, logger, note: new TroubleNoteFile(settings.dataDir) })
  try {
    const printer = createPrinter(options.readFont ?? fontFilesIn(options.assets.fontsDir))
    const passwords = new Passwords(random, options.hashing)
    const ground = { store, copies, clock, random, passwords, logger, recentLines, printer, later, passphrases }
    return await assemble(options, ground)
  } catch (error) {
    await store.close()
    // Nobody was served yet: a store in trouble now is one that cannot be opened.
    throw error instanceof StoreWriteError ? cannotBegin(error) : error
  }
}

/** A store that is open, and what is to be known of where it is kept. */
interface OpenStore {
  readonly store: Store
  readonly clock: ClockGuard
  readonly copies: StoreCopies
  readonly cannotBegin: (cause: StoreWriteError) => StoreOpenError
}

type OpenTheStore = (
  options: StartOptions,
  random: Random,
  told: { readonly giveWay: () => void; readonly onCondition: (condition: StoreCondition) => void },
) => Promise<OpenStore>

/** Makes the clock that stamps commits, and keeps it. */
function guardMaker(timeSource: TimeSource = systemTimeSource) {
  let made: ClockGuard | undefined
  return {
    make: (lastStamp: Ms, mark: ClockMark | undefined) => (made = new ClockGuard(timeSource, mark, lastStamp)),
    get(): ClockGuard {
      if (made === undefined) throw new Error('the store asked for no clock')
      return made
    },
  }
}

const openEmbedded: OpenTheStore = async ({ settings, assets, timeSource, mostInOneCommit }, random, told) => {
  const { dataDir, sqliteBinding: nativeBinding } = settings
  await checkStore(dataDir, nativeBinding)
  await backUpBeforeMigration(dataDir, nativeBinding, (at) => `${backupId(at, 'migration')}.sqlite`)
  const guard = guardMaker(timeSource)
  const randomBytes = (count: number) => random.bytes(count)
  const store = openSqliteStore({ dataDir, nativeBinding, randomBytes, mostInOneCommit, ...told, clock: guard.make })
  const copies = storeCopies({ dataDir, nativeBinding, worker: assets.storeWorker ?? WORKER_SOURCE })
  const cannotBegin = (cause: StoreWriteError) => cannotOpen(storeFiles(dataDir).store, cause)
  return { store, clock: guard.get(), copies, cannotBegin }
}

/** A site in a database across a network, whose copies are files like those of the embedded store. */
function openAcross(database: DatabaseSettings): OpenTheStore {
  return async ({ settings, assets, timeSource, timers = systemTimers, mostInOneCommit }, random, { onCondition }) => {
    const { openPostgresStore } = await import('./store/postgres/postgres-store.ts')
    const { dataDir, sqliteBinding: nativeBinding } = settings
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const guard = guardMaker(timeSource)
    const randomBytes = (count: number) => random.bytes(count)
    const files = { nativeBinding, randomBytes }
    const store = await openPostgresStore({
      ...database,
      randomBytes,
      random: () => newFraction(random),
      timers,
      mostInOneCommit,
      onCondition,
      clock: guard.make,
      openCopy: (file) => openCopy(dataDir, files, file),
      keep: (whole) => setAsideWhole(dataDir, files, whole),
    })
    const worker = assets.storeWorker ?? WORKER_SOURCE
    const copies = copiesOfWhole({ dataDir, worker, ...files, whole: (work) => store.whole(work) })
    const cannotBegin = (cause: StoreWriteError) =>
      new StoreOpenError('The database of KERBSIDE_DATABASE_URL takes no writes. Look at its log.', cause)
    return { store, clock: guard.get(), copies, cannotBegin }
  }
}

interface Ground {
  readonly store: Store
  readonly copies: StoreCopies
  readonly clock: ClockGuard
  readonly random: Random
  readonly passwords: Passwords
  readonly logger: Logger
  readonly recentLines: RecentLines
  readonly printer: Printer
  readonly later: Later
  readonly passphrases: PassphraseKeeper
}

/** What is known only once the server listens, and is needed by what is made before. */
interface Later {
  addresses?: Addresses
  keeper?: ClockService
  seconds?: SecondTicker
  storeWatch?: StoreWatch
}

/** What long work calls between its pieces, so that no tick waits for all of it. */
function giveWayIn(later: Later): () => void {
  return () => later.seconds?.catchUp()
}

/** Under which addresses a tablet that is paired opens the kiosk's page. */
function tabletPages({ site, network }: Pick<Services, 'site' | 'network'>): TabletPages {
  return { byAddress: site.tabletPage, byName: network.namePage ?? null }
}

/** Where the kiosk's page is on the network. Before the server listens, where it is going to be. */
function networkPlaces({ addresses }: Later, { host, port, tls }: Settings): NetworkPlaces {
  if (addresses === undefined) return plannedPlaces(host, port, tls.is === 'off' ? 'http' : 'https')
  return { lan: addresses.lanKioskUrls()[0], local: addresses.kioskUrl }
}

function createServices(
  { store, copies, clock, random, passwords, printer, logger, later, passphrases }: Ground,
  settings: Settings,
  timers: Timers,
) {
  const events = new EventBus()
  const site = new SiteService(store, clock, settings, () => networkPlaces(later, settings))
  const failures = new FailureLimits(() => clock.elapsedMs())
  const parts = { store, clock, random, events, site, failures, passwords }
  const sessions = new SessionService(parts)
  const lock = new SessionLock(parts, sessions)
  const devices = new DeviceService(parts)
  const bookings = new BookingService(parts)
  const washes = new WashService(parts)
  const network = new NetworkService({
    settings,
    clock,
    timers,
    timezone: () => site.timezone,
    interfaces: networkInterfaces,
    openNames: systemNameNetwork,
    pageOf: (host) => pageUnder(host, networkPlaces(later, settings).local),
    warn: (message) => logger.warn(message),
  })
  const setup = new SetupService({ store, site, sessions, settings, random })
  const notices = new NoticeService(store)
  const help = new HelpService(parts)
  const filters = new FilterService(parts)
  const putClockRight = async (actor: string) => later.keeper?.putRight(actor)
  const admin = new AdminServices({ ...parts, sessions, settings, putClockRight })
  const tariffs = new TariffService(parts)
  const permits = new PermitService(parts)
  const receiptMeans: ReceiptMeans = {
    random,
    clock,
    uncertaintyMs: () => timeUncertainty(later.keeper?.status().agreement ?? null),
    customerPage: () => site.customerPage,
    words: () => site.words,
  }
  const parking = new ParkingService({ ...receiptMeans, ...parts })
  const money = { ...parts, printer, receiptMeans, provider: counter }
  const payments = new PaymentService(money)
  const receipts = new ReceiptService(money)
  const shifts = new ShiftService(money)
  const reports = new ReportService({ ...parts, printer })
  const weeklyParts = { ...parts, printer, dataDir: settings.dataDir }
  const weekly = new WeeklyService(weeklyParts)
  const sayError = (what: string) => (error: unknown) => logger.error({ err: error }, what)
  const book = headFiles(settings.auditDir)
  const heads = new HeadKeeper({ ...parts, book, onError: sayError('the end of the audit trail could not be noted') })
  const audit = new AuditService({
    ...parts,
    rules: { linkOf: linkOfRow, personalDigest },
    heads: book,
    headProblem: () => heads.problem,
    onError: sayError('the audit trail could not be verified'),
  })
  const erasure = new Erasure({ ...parts, onError: sayError('what is due to be erased could not be') })
  const backups = new BackupService({
    ...parts,
    sessions,
    copies,
    dataDir: settings.dataDir,
    until: { nightly_hour: settings.backupHour, encrypt_second: passphrases.place() === 'file' },
    passphrase: new KeptPassphrase(passphrases, timers),
    schema: migrations.length,
    onError: sayError('a backup went wrong'),
  })
  const gatekeeper = new Gatekeeper({ sessions, devices, bookings, failures, kioskAccess: settings.kioskAccess })
  return {
    reports,
    audit,
    backups,
    nightly: new Nightly(parts, backups),
    weekly,
    weeklyKeeper: new WeeklyKeeper(weeklyParts, weekly),
    heads,
    erasure,
    lateness: new TickLateness(),
    events,
    site,
    failures,
    sessions,
    network,
    lock,
    devices,
    bookings,
    washes,
    setup,
    admin,
    notices,
    help,
    filters,
    tariffs,
    permits,
    gatekeeper,
    parking,
    payments,
    receipts,
    shifts,
    receiptMeans,
  }
}

function createClockService(
  { store, clock, random, logger }: Ground,
  { events, site }: Services,
  settings: Settings,
  timers: Timers,
): ClockService {
  // Sources know true time only.
  const now = () => clock.now() - clock.demoAheadMs
  const elapsed = () => clock.elapsedMs()
  const watch = new SourceWatch(settings.ntp, { exchange: systemDatagrams(timers), timers, random, now, elapsed })
  const onError = (error: unknown) => logger.error({ err: error }, 'the clock could not be written down')
  return new ClockService({ guard: clock, watch, store, events, timers, timezone: () => site.timezone, onError })
}

type Services = ReturnType<typeof createServices>

interface Hubs {
  readonly time: TimeHub
  readonly notifications: NotificationHub
}

function createHubs({ clock, store }: Ground, { events, failures, site }: Services): Hubs {
  const time = new TimeHub(
    clock,
    () => site.timezone,
    (change, principal) => {
      const name = principal.kind === 'device' ? principal.name : ''
      const at = toSiteIso(clock.now(), site.timezone)
      events.publish('notification', { type: 'kiosk_changed', seq: 0, at, change, name })
    },
    () => reasonOf(store.condition),
    (deviceId, state) => {
      const limit = { stateByKiosk: deviceId }
      if (failures.isBlocked(limit)) return false
      failures.add(limit)
      const at = toSiteIso(clock.now(), site.timezone)
      events.publish('notification', { type: 'kiosk_state', seq: 0, at, device_id: deviceId, state })
      return true
    },
  )
  const notifications = new NotificationHub()
  wireEvents(events, time, notifications)
  return { time, notifications }
}

interface Company {
  readonly bus: Bus
  readonly catchUp: CatchUp | undefined
}

/** The other servers of the site, where there are any. */
async function joinOthers(
  { clock, store, random, logger }: Ground,
  services: Services,
  hubs: Hubs,
  settings: Settings,
): Promise<Company> {
  if (settings.bus === undefined) return { bus: aloneBus, catchUp: undefined }
  const { redisChannel } = await import('./bus/system-redis-channel.ts')
  const { events } = services
  const sockets = {
    principals: () => [...hubs.time.followers().map(({ principal }) => principal), ...hubs.notifications.principals()],
    disconnect: (matches: (principal: Principal) => boolean) => {
      hubs.time.disconnect(matches)
      hubs.notifications.disconnect(matches)
    },
  }
  const onError = (error: unknown) => logger.error({ err: error }, 'what other servers did could not be read')
  const catchUp = new CatchUp({ store, clock, events, site: services.site, sockets, onError })
  const bus = new ServerBus({
    id: newId(random),
    openChannel: redisChannel({ ...settings.bus, random: () => newFraction(random) }),
    elapsed: () => clock.elapsedMs(),
    hear: (event) => catchUp.hear(event),
    onGap: () => catchUp.request(),
    onCondition: (condition, why) => logger.warn({ condition, why }, 'the bus to the other servers'),
  })
  events.onPublished((event) => bus.tell(event))
  return { bus, catchUp }
}

function listenerParts(
  { settings, assets, trustedStaffOrigins = [] }: StartOptions,
  ground: Ground,
  services: Services,
  hubs: Hubs,
  keeper: ClockService,
  certificates: CertificateKeeper | undefined,
  drain: Drain,
  { bus }: Company,
): ListenerParts {
  const { logger } = ground
  const isRestarting = () => drain.isUnderWay
  const all = { ...ground, ...services, bus }
  const kiosksConnected = () => hubs.time.kioskCount()
  const { site, admin, audit } = services
  const kioskHere = (deviceId: string) => hubs.time.kiosk(deviceId)
  const isConnected = (deviceId: string) => kioskHere(deviceId) !== undefined
  const page = () => metricsPage({ ...all, settings, keeper, kiosksConnected, isConnected })
  return {
    settings,
    assets,
    trustedStaffOrigins,
    network: services.network,
    encryption: certificates && { certificate: certificates.current, authority: certificates.authority?.der },
    handlers: createHandlers({
      ...all,
      washAvailability: (query) => washAvailability(all, query),
      metrics: () => metricsSummary(all, kiosksConnected()),
      metricsPage: page,
      diagnostics: () =>
        diagnosticsFile({
          ...ground,
          installation: () => admin.installation(),
          metricsPage: page,
          verification: () => audit.verification(),
        }),
      clockReport: () =>
        clockReport({ ...ground, keeper, followers: () => hubs.time.followers(), timezone: site.timezone }),
      leapAhead: (leap, actor) => leapAhead({ site, clock: ground.clock, keeper }, leap, actor),
      acceptClock: (actor, reason) => keeper.accept(actor, reason),
      kioskHere,
      tabletPages: () => tabletPages(services),
      authority: () => authorityAt(site.tabletPage, certificates) ?? null,
      tickSeq: () => hubs.time.seq,
      isRestarting,
      trouble: () => (ground.store.condition.is === 'read_only' ? ground.store.condition : undefined),
    }),
    http: {
      ...all,
      giveWay: giveWayIn(ground.later),
      explainError: (error) => (error instanceof StoreWriteError ? refuse('store_read_only') : undefined),
    },
    sockets: {
      ...services,
      ...hubs,
      isRestarting,
      onError: (error) => logger.error({ err: error }, 'a socket could not be opened'),
    },
  }
}

/** What happens each second of business time: the tick goes out, the clock is written down, the overdue expires. */
function startSeconds(
  { clock, store, logger, later }: Ground,
  { parking, washes, lateness, heads, erasure, nightly, weeklyKeeper }: Services,
  hubs: Hubs,
  keeper: ClockService,
  timers: Timers,
  more: (second: number) => void,
): SecondTicker {
  const tick = (second: number): void => {
    lateness.note(Math.max(0, clock.now() - second * 1000))
    hubs.time.tick(second)
  }
  return startSecondTicker(clock, timers, tick, (second) => {
    keeper.onSecond(second)
    heads.onSecond(second)
    more(second)
    if (second % HEARTBEAT_SECONDS === 0) hubs.notifications.checkAlive(clock.now())
    later.storeWatch?.onSecond(second)
    // While nothing can be written, that is said once, and not each second.
    if (store.condition.is === 'read_only') return
    erasure.onSecond(second)
    nightly.onSecond().catch((error: unknown) => logger.error({ err: error }, 'the nightly backup could not be begun'))
    weeklyKeeper.onSecond().catch((error: unknown) => logger.error({ err: error }, 'a week could not be summed up'))
    parking.sweep().catch((error: unknown) => logger.error({ err: error }, 'what is overdue could not be settled'))
    washes.sweep().catch((error: unknown) => logger.error({ err: error }, 'washes that run over could not be extended'))
  })
}

/** Undefined where the public listener does not encrypt. @throws SettingsError that names the setting that cannot be used */
async function openCertificates(
  { clock, random, logger }: Ground,
  { tls, dataDir, host, allowedHosts }: Settings,
  announced: () => readonly string[],
): Promise<CertificateKeeper | undefined> {
  if (tls.is === 'off') return undefined
  const hosts = () => new Set([...ownHostNames(), localHost(host), ...allowedHosts, ...announced()])
  return CertificateKeeper.open({ tls, dataDir, clock, random, hosts, warn: (message) => logger.warn(message) })
}

/** @param page a page of the public listener, as tablets reach it */
function authorityAt(page: string, certificates: CertificateKeeper | undefined): TrustedAuthority | undefined {
  const fingerprint = certificates?.authority?.fingerprint
  if (fingerprint === undefined) return undefined
  return { url: new URL(AUTHORITY_PATH, page).href.replace(/^https/, 'http'), fingerprint }
}

function renewCertificate(
  certificates: CertificateKeeper,
  { publicApp }: Listeners,
  { logger }: Ground,
  second: number,
): void {
  certificates.onSecond(second).then(
    (next) => next && changeCertificate(publicApp, next),
    (error: unknown) => logger.error({ err: error }, 'the certificate could not be renewed'),
  )
}

async function assemble(options: StartOptions, ground: Ground): Promise<KerbsideServer> {
  const { settings } = options
  const { later } = ground
  const timers = options.timers ?? systemTimers
  const services = createServices(ground, settings, timers)
  const { site, devices } = services
  const certificates = await openCertificates(ground, settings, () => [services.network.name ?? []].flat())
  // A demo was wiped, and its clock could not be put right any more.
  if ((await site.row()) === undefined) ground.clock.putRight()
  if (settings.demo) {
    const told = { history: options.demoHistory ?? true, seed: settings.demoSeed }
    await plantDemoSite({ ...ground, ...services }, told)
  }
  await ensureFirstTariff(ground.store)
  const demo = (await site.row())?.demo === true
  let stopped: Promise<void> | undefined

  const hubs = createHubs(ground, services)
  const keeper = (later.keeper = createClockService(ground, services, settings, timers))
  const company = await joinOthers(ground, services, hubs, settings)
  const drain = new Drain()
  const listeners = await createListeners(
    listenerParts(options, ground, services, hubs, keeper, certificates, drain, company),
  )
  for (const { server } of [listeners.publicApp, listeners.staffApp]) drain.watch(server)
  await listenOnBoth(listeners, settings)
  keeper.start()
  services.heads.start()
  later.storeWatch?.start()
  const seconds = (later.seconds = startSeconds(ground, services, hubs, keeper, timers, (second) => {
    services.network.onSecond(second)
    company.bus.onSecond()
    if (certificates !== undefined) renewCertificate(certificates, listeners, ground, second)
  }))
  const addresses = (later.addresses = listeners.addresses())
  services.network.start()

  const farewells = () => [...hubs.time.farewells(), ...hubs.notifications.farewells()]

  async function stop(): Promise<void> {
    seconds.stop()
    services.network.stop()
    await services.backups.idle()
    await services.weeklyKeeper.idle()
    await keeper.stop()
    hubs.time.closeAll()
    hubs.notifications.closeAll()
    await Promise.all([listeners.publicApp.close(), listeners.staffApp.close()])
    await services.erasure.stop()
    await services.heads.stop()
    await company.bus.close()
    await company.catchUp?.idle()
    await ground.store.close()
  }

  return {
    ...addresses,
    dataDir: settings.dataDir,
    authority: authorityAt(site.tabletPage, certificates),
    demoAccounts: demo ? demoAccounts : [],
    connectedKiosks: () => hubs.time.kioskCount(),
    async newPairingCode() {
      if (settings.kioskAccess === 'open' || (await site.row()) === undefined) return undefined
      return devices.newPairingCode(tabletPages(services), 'console:start', undefined)
    },
    wake: () => keeper.wake(),
    handle: (request) => answerInProcess(listeners.staffApp, request),
    async isShiftOpen() {
      const current = await services.shifts.current()
      return 'shift' in current && current.shift !== null
    },
    async backUpBeforeQuit() {
      if (await services.backups.hasNews()) await services.backups.make('quit', 'machine')
    },
    drain: () => drain.run({ timers, leastSeconds: settings.drainSeconds, farewells }),
    stop: () => (stopped ??= stop()),
  }
}
