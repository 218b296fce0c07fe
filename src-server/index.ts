import type { StartOptions } from './assemble.ts'
import type { KerbsideServer } from './lifecycle/kerbside-server.ts'

export type { Timers, TimeSource } from './clock/clock.ts'
export {
  listeningLine,
  PortInUseError,
  type Assets,
  type InProcessRequest,
  type InProcessResponse,
  type KerbsideServer,
} from './lifecycle/kerbside-server.ts'
export { readSettings, SettingsError, unknownSettings, type Settings } from './settings/settings.ts'
export { StoreOpenError } from './store/store.ts'
export { systemTimers } from './clock/system-timers.ts'
export { plannedAddresses } from './lifecycle/addresses.ts'

/**
 * Starts the server. What it consists of is read only now: whoever starts it may have something to show before.
 * @throws PortInUseError when a port is taken; StoreOpenError, with what to do, when the store cannot be opened
 */
export async function startServer(options: StartOptions): Promise<KerbsideServer> {
  const { assembleServer } = await import('./assemble.ts')
  return assembleServer(options)
}
