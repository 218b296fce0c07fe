import type { Settings } from './settings/settings.ts'

export { readSettings, SettingsError, type Settings } from './settings/settings.ts'

/** A port that somebody else already listens on. */
export class PortInUseError extends Error {
  readonly setting: 'KERBSIDE_PORT' | 'KERBSIDE_STAFF_PORT'
  readonly port: number
  constructor(setting: 'KERBSIDE_PORT' | 'KERBSIDE_STAFF_PORT', port: number) {
    super(`${setting}: port ${port} is in use by another program`)
    this.name = 'PortInUseError'
    this.setting = setting
    this.port = port
  }
}

/** Where the built pages lie. */
export interface Assets {
  readonly kioskDir: string
  readonly consoleDir: string
}

/** A request that reaches the staff router without a socket: the desktop window's `app://console/api/…`. */
export interface InProcessRequest {
  readonly method: string
  /** Path and query, such as `/api/v1/session`. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | undefined
}

export interface InProcessResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Uint8Array
}

/** A running server. */
export interface KerbsideServer {
  /** Base addresses without a slash at the end; the public one is on the LAN address where there is one. */
  readonly publicUrl: string
  readonly staffUrl: string
  readonly kioskUrl: string
  readonly consoleUrl: string
  readonly dataDir: string
  /** Answers a staff request in process, by the same router as the staff listener. */
  handle(request: InProcessRequest): Promise<InProcessResponse>
  /** How many kiosks hold a socket now. */
  connectedKiosks(): number
  /** Stops taking requests, closes sockets with 1001, and closes the store. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly settings: Settings
  readonly assets: Assets
  /** Origins, besides the listeners' own, that may open sockets on the staff listener: `app://console`. */
  readonly trustedStaffOrigins?: readonly string[]
}

/**
 * Starts the server.
 * @throws PortInUseError when a port is taken; Error with what to do when the store cannot be opened
 */
export function startServer(_options: StartOptions): Promise<KerbsideServer> {
  throw new Error('not built yet')
}
