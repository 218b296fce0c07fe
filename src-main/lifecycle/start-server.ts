import { type KerbsideServer, PortInUseError, type Settings } from '../../src-server/index.ts'

/** The same settings with a free port in place of the one that is taken. */
export function withFreePort(settings: Settings, setting: PortInUseError['setting']): Settings {
  return setting === 'KERBSIDE_PORT' ? { ...settings, port: 0 } : { ...settings, staffPort: 0 }
}

/**
 * Starts the server; where a port is taken, asks whether a free one may be used.
 * @returns the server, or undefined when the person would rather quit
 * @throws what `start` throws, other than a port in use
 */
export async function startOnSomePort(
  settings: Settings,
  start: (settings: Settings) => Promise<KerbsideServer>,
  mayUseFreePort: (error: PortInUseError) => Promise<boolean>,
): Promise<KerbsideServer | undefined> {
  try {
    return await start(settings)
  } catch (error) {
    if (!(error instanceof PortInUseError)) throw error
    if (!(await mayUseFreePort(error))) return undefined
    return startOnSomePort(withFreePort(settings, error.setting), start, mayUseFreePort)
  }
}
