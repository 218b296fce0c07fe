import type { InstallationSettings } from '../../src-shared/api/admin-schemas.ts'
import { readSettings, type Settings } from '../settings/settings.ts'

/** What an installation was told from outside, beside its own defaults. */
export function installationReport(
  settings: Settings,
  versions: InstallationSettings['versions'],
): InstallationSettings {
  const defaults = new Map(valuesOf(readSettings({})))
  return {
    versions,
    settings: valuesOf(settings).map(([variable, value]) => ({
      variable,
      value,
      is_default: defaults.get(variable) === value,
    })),
  }
}

function valuesOf(settings: Settings): readonly (readonly [string, string])[] {
  return [
    ['KERBSIDE_HOST', settings.host],
    ['KERBSIDE_PORT', String(settings.port)],
    ['KERBSIDE_STAFF_PORT', String(settings.staffPort)],
    ['KERBSIDE_DATA_DIR', settings.dataDir],
    ['KERBSIDE_AUDIT_DIR', settings.auditDir],
    ['KERBSIDE_TIMEZONE', settings.timezone ?? ''],
    ['KERBSIDE_DEMO', settings.demo ? '1' : '0'],
    ['KERBSIDE_DEMO_SEED', settings.demoSeed === undefined ? '' : String(settings.demoSeed)],
    ['KERBSIDE_KIOSK_ACCESS', settings.kioskAccess],
    ['KERBSIDE_NTP', settings.ntp.length === 0 ? 'off' : settings.ntp.join(', ')],
    ['KERBSIDE_MDNS', settings.mdns ? 'on' : 'off'],
    ['KERBSIDE_LOG_LEVEL', settings.logLevel],
    ['KERBSIDE_BACKUP_HOUR', settings.backupHour === null ? 'off' : String(settings.backupHour)],
    ['KERBSIDE_BACKUP_PASSPHRASE_FILE', settings.backupPassphraseFile ?? ''],
    ['KERBSIDE_ALLOWED_HOSTS', settings.allowedHosts.join(', ')],
    ['KERBSIDE_TRUSTED_PROXIES', settings.trustedProxies.join(', ')],
    ['KERBSIDE_TLS', settings.tls.is],
    ['KERBSIDE_TLS_CERT', settings.tls.is === 'files' ? settings.tls.cert : ''],
    ['KERBSIDE_TLS_KEY', settings.tls.is === 'files' ? settings.tls.key : ''],
    ...ofSeveralServers(settings),
  ]
}

/** Told only where there may be several: one PC with its own store has none of it. Addresses hold passwords. */
function ofSeveralServers({ database, bus }: Settings): readonly (readonly [string, string])[] {
  const ofDatabase: [string, string][] =
    database === undefined
      ? []
      : [
          ['KERBSIDE_DATABASE_URL', withoutPassword(database.url)],
          ['KERBSIDE_SITE', database.siteId],
          ['KERBSIDE_SERVER', database.server],
        ]
  const ofBus: [string, string][] =
    bus === undefined
      ? []
      : [
          ['KERBSIDE_BUS_URL', withoutPassword(bus.url)],
          ['KERBSIDE_BUS_CHANNEL', bus.channel],
        ]
  return [...ofDatabase, ...ofBus]
}

/** Neither whoever gets in nor what follows a question mark, where a password may stand as well. */
function withoutPassword(address: string): string {
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}
