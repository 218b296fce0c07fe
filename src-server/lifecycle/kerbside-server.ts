import type { DemoAccount } from '../demo/demo-people.ts'
import type { PairingCode } from '../devices/device-service.ts'

export type PortSetting = 'KERBSIDE_PORT' | 'KERBSIDE_STAFF_PORT'

/** A port that somebody else already listens on. */
export class PortInUseError extends Error {
  readonly setting: PortSetting
  readonly port: number
  constructor(setting: PortSetting, port: number) {
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
  /** The typefaces of printed documents. */
  readonly fontsDir: string
  /** The built program that copies stores and looks them through; its source where nothing is built. */
  readonly storeWorker?: string
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

/** A certificate that tablets are given by hand. */
export interface TrustedAuthority {
  /** Where a tablet gets it, by plain HTTP: it can trust nothing yet. */
  readonly url: string
  /** SHA-256, in pairs of hexadecimal digits with colons between: what makes sure that it came unchanged. */
  readonly fingerprint: string
}

/** A running server. Addresses have no slash at the end, pages do. */
export interface KerbsideServer {
  /** The public listener as this machine reaches it. */
  readonly publicUrl: string
  readonly staffUrl: string
  readonly kioskUrl: string
  readonly consoleUrl: string
  /** The kiosk page as tablets on the LAN reach it, best address first; empty when only this machine can. */
  lanKioskUrls(): readonly string[]
  readonly dataDir: string
  /** What tablets are to trust first, where this installation is its own authority. */
  readonly authority: TrustedAuthority | undefined
  /** Why the store could not be opened when the server started, in words; undefined where it could. */
  readonly damage?: string | undefined
  /** The accounts to try the demo site with; empty on a real one. */
  readonly demoAccounts: readonly DemoAccount[]
  /** Answers a staff request in process, by the same router as the staff listener. */
  handle(request: InProcessRequest): Promise<InProcessResponse>
  /** How many kiosks hold a socket now. */
  connectedKiosks(): number
  /** A pairing code for whoever sits at the machine itself; undefined where kiosks need none. */
  newPairingCode(): Promise<PairingCode | undefined>
  /** Something says that the machine has slept: the clock looks at once instead of at its next look. */
  wake(): void
  /** Whether somebody answers for the drawer just now: no moment to stop for long. */
  isShiftOpen(): Promise<boolean>
  /** Makes a backup where anything has happened since the last one: for whoever is about to stop for good. */
  backUpBeforeQuit(): Promise<void>
  /**
   * Before `stop`, where others can take over or the server is soon back: says that it is not ready, sends sockets away with
   * 1012 a few at a time, and answers what was asked already.
   * @returns how many requests were not answered in their time
   */
  drain(): Promise<number>
  /** Stops taking requests, closes sockets with 1001, and closes the store. Asked again, it waits for the same end. */
  stop(): Promise<void>
}

/** The line of JSON that says, on standard output, that the server is ready and where; see the design's section 1. */
export function listeningLine(server: KerbsideServer): string {
  return JSON.stringify({
    event: 'listening',
    public_url: server.publicUrl,
    staff_url: server.staffUrl,
    kiosk_url: server.kioskUrl,
    console_url: server.consoleUrl,
    data_dir: server.dataDir,
  })
}
