import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from '../settings/settings.ts'
import { readCertificate, type ServerCertificate } from './certificate.ts'

/** A certificate and its key in two files of the data folder; only the user of the server reads the key. */
export class AuthorityFolder {
  readonly #folder: string

  /** @param dataDir the data folder */
  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'tls')
  }

  /**
   * @param name which of the two: the authority, or what it signed for the server
   * @returns undefined where there is none yet
   * @throws SettingsError when what lies there is no certificate with its key
   */
  read(name: 'authority' | 'server'): ServerCertificate | undefined {
    const [certPath, keyPath] = this.#paths(name)
    if (!existsSync(certPath) && !existsSync(keyPath)) return undefined
    try {
      // A copy that was put back may have lost what it was written with.
      chmodSync(keyPath, 0o600)
      const found = { cert: readFileSync(certPath, 'utf8'), key: readFileSync(keyPath, 'utf8') }
      readCertificate(found)
      return found
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new SettingsError(
        'KERBSIDE_TLS',
        `the ${name}’s certificate in ${this.#folder} cannot be used (${why}). ` +
          'Put the folder back from a copy, or remove it: a new authority is made then, and put on each tablet anew',
      )
    }
  }

  write(name: 'authority' | 'server', { cert, key }: ServerCertificate): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const [certPath, keyPath] = this.#paths(name)
    for (const [path, text, mode] of [
      [keyPath, key, 0o600],
      [certPath, cert, 0o644],
    ] as const) {
      writeFileSync(`${path}.new`, text, { mode })
      renameSync(`${path}.new`, path)
    }
  }

  #paths(name: string): readonly [string, string] {
    return [join(this.#folder, `${name}.crt.pem`), join(this.#folder, `${name}.key.pem`)]
  }
}
