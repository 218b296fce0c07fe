import { X509Certificate } from 'node:crypto'
import { hostname } from 'node:os'
import type { Clock } from '../clock/clock.ts'
import type { Random } from '../ids/random.ts'
import type { Settings } from '../settings/settings.ts'
import { AuthorityFolder } from './authority-folder.ts'
import { isDue, readCertificate, RENEW_BEFORE_MS, type ServerCertificate } from './certificate.ts'
import { certificateInFiles } from './certificate-files.ts'
import type { LocalAuthority } from './local-authority.ts'

/** How often it is looked whether another certificate is due, in seconds. */
const LOOK_SECONDS = 60

type On = Exclude<Settings['tls'], { is: 'off' }>

export interface KeeperParts {
  readonly tls: On
  readonly dataDir: string
  readonly clock: Pick<Clock, 'now' | 'state'>
  readonly random: Random
  /** Under which names and addresses the server answers now; they change when a network comes or goes. */
  readonly hosts: () => Iterable<string>
  /** What somebody should know of: a certificate that ends soon, files that cannot be used. */
  readonly warn: (message: string) => void
}

/** What tablets are given to trust, where this installation is its own authority. */
export interface AuthorityCertificate {
  readonly der: Uint8Array
  /** SHA-256, in pairs of hexadecimal digits with colons between. */
  readonly fingerprint: string
}

/** The certificate of the public listener: made or read at the start, and another one before it ends, by business time. */
export class CertificateKeeper {
  readonly #parts: KeeperParts
  readonly #folder: AuthorityFolder
  readonly #authority: LocalAuthority | undefined
  #current: ServerCertificate
  #warned = ''

  private constructor(
    parts: KeeperParts,
    folder: AuthorityFolder,
    authority: LocalAuthority | undefined,
    current: ServerCertificate,
  ) {
    this.#parts = parts
    this.#folder = folder
    this.#authority = authority
    this.#current = current
  }

  /** @throws SettingsError that names the setting whose file cannot be used */
  static async open(parts: KeeperParts): Promise<CertificateKeeper> {
    const folder = new AuthorityFolder(parts.dataDir)
    if (parts.tls.is === 'files') {
      const keeper = new CertificateKeeper(parts, folder, undefined, certificateInFiles(parts.tls))
      keeper.#warnOfEnd()
      return keeper
    }
    const { isSignedBy, makeAuthority, signServer } = await import('./local-authority.ts')
    const { clock, random, hosts } = parts
    let authority = folder.read('authority')
    if (authority === undefined) {
      authority = await makeAuthority(hostname(), clock.now(), random)
      folder.write('authority', authority)
    }
    let current = folder.read('server')
    const isOurs = current !== undefined && isSignedBy(current, authority)
    if (
      current === undefined ||
      !isOurs ||
      (isVouchedFor(clock) && isDue(readCertificate(current), hosts(), clock.now()))
    ) {
      current = await signServer(authority, [...hosts()], clock.now(), random)
      folder.write('server', current)
    }
    return new CertificateKeeper(parts, folder, authority, current)
  }

  get current(): ServerCertificate {
    return this.#current
  }

  get authority(): AuthorityCertificate | undefined {
    if (this.#authority === undefined) return undefined
    const { raw, fingerprint256 } = new X509Certificate(this.#authority.cert)
    return { der: raw, fingerprint: fingerprint256 }
  }

  /**
   * Called each second of business time.
   * @returns another certificate to serve from now on, or undefined
   */
  async onSecond(second: number): Promise<ServerCertificate | undefined> {
    if (second % LOOK_SECONDS !== 0) return undefined
    return this.#authority === undefined ? this.#readAgain() : this.#renew(this.#authority)
  }

  /** Whoever renews the files writes over them; what is there then is served without a restart. */
  #readAgain(): ServerCertificate | undefined {
    if (this.#parts.tls.is !== 'files') return undefined
    try {
      const found = certificateInFiles(this.#parts.tls)
      if (found.cert === this.#current.cert && found.key === this.#current.key) {
        this.#warnOfEnd()
        return undefined
      }
      this.#current = found
      return found
    } catch (error) {
      this.#warn(`the certificate stays as it was: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  async #renew(authority: LocalAuthority): Promise<ServerCertificate | undefined> {
    const { clock, random, hosts } = this.#parts
    if (!isVouchedFor(clock) || !isDue(readCertificate(this.#current), hosts(), clock.now())) return undefined
    const { signServer } = await import('./local-authority.ts')
    const next = await signServer(authority, [...hosts()], clock.now(), random)
    this.#folder.write('server', next)
    this.#current = next
    return next
  }

  #warnOfEnd(): void {
    const { endsAt, leaf } = readCertificate(this.#current)
    if (this.#parts.clock.now() >= endsAt - RENEW_BEFORE_MS) this.#warn(`the certificate ends on ${leaf.validTo}`)
  }

  #warn(message: string): void {
    if (message === this.#warned) return
    this.#warned = message
    this.#parts.warn(message)
  }
}

/** By a time that nobody vouches for, a certificate might begin in years, and no tablet would take it. */
function isVouchedFor({ state }: Pick<Clock, 'state'>): boolean {
  return state !== 'rollback' && state !== 'forward_suspect'
}
