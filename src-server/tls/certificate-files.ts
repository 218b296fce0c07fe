import { readFileSync } from 'node:fs'
import { SettingsError } from '../settings/settings.ts'
import { readCertificate, type ServerCertificate } from './certificate.ts'

function read(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new SettingsError(
      setting,
      `${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    )
  }
}

/**
 * Somebody's own certificate, as it lies in its files now.
 * @throws SettingsError that names the setting whose file cannot be used
 */
export function certificateInFiles(paths: { readonly cert: string; readonly key: string }): ServerCertificate {
  const found = { cert: read('KERBSIDE_TLS_CERT', paths.cert), key: read('KERBSIDE_TLS_KEY', paths.key) }
  try {
    readCertificate(found)
  } catch (error) {
    const setting = /PRIVATE KEY/.test(found.key) && !/BEGIN CERTIFICATE/.test(found.cert) ? 'CERT' : 'KEY'
    const why = error instanceof Error ? error.message : String(error)
    throw new SettingsError(
      `KERBSIDE_TLS_${setting}`,
      `takes a PEM file; ${paths.cert} and ${paths.key} are no certificate with its key (${why})`,
    )
  }
  return found
}
