import { type KerbsideServer, PortInUseError, type Settings } from '../../src-server/index.ts'
import { withPort } from '../ports/kept-ports.ts'

/** What is done about a port that is taken. */
export interface PortAdvice {
  /** A port that is free for the listener. */
  readonly freePort: (settings: Settings, error: PortInUseError) => Promise<number>
  /** Whether the person wants that one. */
  readonly mayUse: (error: PortInUseError, port: number) => Promise<boolean>
  /** Told, once the server listens, which settings it was started with. */
  readonly started: (settings: Settings) => void
}

/**
 * Starts the server; where a port is taken, asks whether a free one may be used.
 * @returns the server, or undefined when the person would rather quit
 * @throws what `start` throws, other than a port in use
 */
export async function startOnSomePort(
  settings: Settings,
  start: (settings: Settings) => Promise<KerbsideServer>,
  advice: PortAdvice,
): Promise<KerbsideServer | undefined> {
  try {
    const server = await start(settings)
    advice.started(settings)
    return server
  } catch (error) {
    if (!(error instanceof PortInUseError)) throw error
    const port = await advice.freePort(settings, error)
    if (!(await advice.mayUse(error, port))) return undefined
    return startOnSomePort(withPort(settings, error.setting, port), start, advice)
  }
}
