import type { Logger } from 'pino'
import type { Clock, Timers } from '../clock/clock.ts'
import type { RecoveryService } from '../backup/recovery-service.ts'
import { recoveryGatekeeper, recoveryHandlers } from '../http/handlers/recovery-handlers.ts'
import type { Settings } from '../settings/settings.ts'
import { answerInProcess } from './in-process.ts'
import type { Assets, KerbsideServer } from './kerbside-server.ts'
import { createListeners, listenOnBoth } from './listeners.ts'

/** The answer to whoever restored is on its way before the listeners close, ms. */
const LINGER_MS = 250

export interface RecoveryServerParts {
  readonly settings: Settings
  readonly assets: Assets
  readonly trustedStaffOrigins: readonly string[]
  readonly logger: Logger
  readonly clock: Clock
  readonly timers: Timers
  /** @param onRestored to be called when the store can be opened */
  readonly recovery: (onRestored: () => void) => RecoveryService
  readonly damage: KerbsideServer['damage']
  /** Starts on the restored store. @param ports those that this server had */
  readonly goOn: (ports: Pick<Settings, 'port' | 'staffPort'>) => Promise<KerbsideServer>
}

/**
 * Serves while the store cannot be opened: the pages, and the few routes by which an admin chooses what to restore.
 * Afterwards the whole server takes its place, on the same ports, behind the same object.
 * @throws PortInUseError when a port is taken
 */
export async function serveRecovery(parts: RecoveryServerParts): Promise<KerbsideServer> {
  const { settings, clock, logger, timers } = parts
  let whole: KerbsideServer | undefined
  let change: Promise<void> | undefined
  const listeners = await createListeners({
    ...parts,
    handlers: recoveryHandlers(parts.recovery(() => timers.after(LINGER_MS, () => void (change ??= goOn())))),
    http: { gatekeeper: recoveryGatekeeper, clock, logger, giveWay: () => {}, explainError: () => undefined },
    sockets: undefined,
  })
  await listenOnBoth(listeners, settings)
  const addresses = listeners.addresses()
  const portOf = (url: string) => Number(new URL(url).port)
  const close = () => Promise.all([listeners.publicApp.close(), listeners.staffApp.close()])

  async function goOn(): Promise<void> {
    await close()
    try {
      whole = await parts.goOn({ port: portOf(addresses.publicUrl), staffPort: portOf(addresses.staffUrl) })
    } catch (error) {
      logger.fatal({ err: error }, 'the restored store could not be opened; start Kerbside again')
    }
  }

  /** While it recovers nothing is encrypted: whoever encrypts has other addresses afterwards. */
  const now = () => whole ?? addresses
  return {
    get publicUrl() {
      return now().publicUrl
    },
    get staffUrl() {
      return now().staffUrl
    },
    get kioskUrl() {
      return now().kioskUrl
    },
    get consoleUrl() {
      return now().consoleUrl
    },
    get authority() {
      return whole?.authority
    },
    lanKioskUrls: () => now().lanKioskUrls(),
    dataDir: settings.dataDir,
    damage: parts.damage,
    demoAccounts: [],
    handle: async (request) =>
      whole === undefined ? answerInProcess(listeners.staffApp, request) : whole.handle(request),
    connectedKiosks: () => whole?.connectedKiosks() ?? 0,
    newPairingCode: async () => whole?.newPairingCode(),
    wake: () => whole?.wake(),
    isShiftOpen: async () => (await whole?.isShiftOpen()) ?? false,
    backUpBeforeQuit: async () => whole?.backUpBeforeQuit(),
    drain: async () => (await whole?.drain()) ?? 0,
    async stop() {
      await change
      await (whole === undefined ? close() : whole.stop())
    },
  }
}
