import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { isAddressOrNetwork } from '../identity/trusted-proxies.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The paths are of PEM files. */
export type TlsSettings =
  | { readonly is: 'off' }
  | { readonly is: 'local' }
  | { readonly is: 'files'; readonly cert: string; readonly key: string }

export interface DatabaseSettings {
  readonly url: string
  /** Which site of the database this server works for. */
  readonly siteId: string
  /** What this server is called among those of its site. */
  readonly server: string
}

/** What an installation can be told from outside. Everything else is a row in the store, set on the settings screen. */
export interface Settings {
  readonly host: string
  /** The public listener's port; 0 takes a free one. */
  readonly port: number
  /** The staff listener's port, always on 127.0.0.1; 0 takes a free one. */
  readonly staffPort: number
  readonly dataDir: string
  /** Where the store is; undefined for the one that is embedded, in the data folder. */
  readonly database: DatabaseSettings | undefined
  /** Where the servers of one site tell each other what they do, and under which name; undefined for a server that is alone. */
  readonly bus: { readonly url: string; readonly channel: string } | undefined
  /** Where the ends of the audit trail are noted, apart from the data. */
  readonly auditDir: string
  /** An IANA zone that overrides the site's own; undefined leaves the choice to the site. */
  readonly timezone: string | undefined
  readonly demo: boolean
  /** What the demo site's history is made up from, so that it can be repeated; undefined leaves it to chance. */
  readonly demoSeed: number | undefined
  readonly kioskAccess: 'paired' | 'open'
  /** Whether a name may be announced on the local network. */
  readonly mdns: boolean
  /** SNTP servers, or none. */
  readonly ntp: readonly string[]
  readonly logLevel: (typeof logLevels)[number]
  /** For at least so long a headless server says that it restarts before it stops. */
  readonly drainSeconds: number
  /** Host names, besides this machine's own, under which the server answers: those of a reverse proxy. */
  readonly allowedHosts: readonly string[]
  /** Addresses and networks of reverse proxies, which are believed whose requests they bring. */
  readonly trustedProxies: readonly string[]
  /** How the public listener encrypts: not at all, by an authority of its own, or by somebody's certificate. */
  readonly tls: TlsSettings
  /** The hour of the nightly backup on the site's clock until an admin chooses one; null makes none by itself. */
  readonly backupHour: number | null
  /** The file whose first line is the passphrase of what goes to the second folder; undefined leaves it to the keyring. */
  readonly backupPassphraseFile: string | undefined
  /** A better-sqlite3 binary compiled for this platform, where the package carries none that fits. */
  readonly sqliteBinding: string | undefined
}

/** A setting that cannot be used; the message names it and says what it takes. */
export class SettingsError extends Error {
  readonly setting: string
  constructor(setting: string, message: string) {
    super(`${setting}: ${message}`)
    this.name = 'SettingsError'
    this.setting = setting
  }
}

/** Whether the runtime knows the IANA zone. A bare offset such as +05:30, which some runtimes take, is none. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const Port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535))
const Hour = v.union([v.literal('off'), v.pipe(v.string(), v.regex(/^(1?\d|2[0-3])$/), v.transform(Number))])
const Seconds = v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.maxValue(120))
const Seed = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number), v.maxValue(0xffff_ffff))
const List = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').flatMap((part) => part.trim() || [])),
)

/** One row a setting: its schema, what it takes in words, and its default. */
const table = {
  KERBSIDE_HOST: { schema: v.pipe(v.string(), v.minLength(1)), takes: 'an address to listen on, such as 0.0.0.0' },
  KERBSIDE_PORT: { schema: Port, takes: 'a port from 0 to 65535; 0 takes a free one' },
  KERBSIDE_STAFF_PORT: { schema: Port, takes: 'a port from 0 to 65535; 0 takes a free one' },
  KERBSIDE_DATA_DIR: { schema: v.pipe(v.string(), v.minLength(1)), takes: 'a folder' },
  KERBSIDE_DATABASE_URL: {
    // Kerbside sets its connections' options itself: those of an address would take their place.
    schema: v.pipe(v.string(), v.url(), v.regex(/^postgres(ql)?:(?!.*[?&]options=)/)),
    takes:
      'the address of a PostgreSQL database without options=, such as postgres://kerbside:password@db.example/kerbside',
  },
  KERBSIDE_SITE: {
    schema: v.pipe(v.string(), v.regex(/^[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?$/)),
    takes: 'up to 64 small letters, digits and hyphens, such as harbour-street',
  },
  KERBSIDE_SERVER: {
    schema: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)),
    takes: 'up to 64 letters, digits, dots and hyphens, such as server-2',
  },
  KERBSIDE_BUS_URL: {
    schema: v.pipe(v.string(), v.url(), v.regex(/^rediss?:/)),
    takes: 'the address of a Redis, such as rediss://kerbside:password@bus.example:6379',
  },
  KERBSIDE_BUS_CHANNEL: {
    schema: v.pipe(v.string(), v.regex(/^[\w:.-]{1,64}$/)),
    takes: 'up to 64 letters, digits, colons, dots and hyphens, such as kerbside:harbour-street',
  },
  KERBSIDE_AUDIT_DIR: { schema: v.pipe(v.string(), v.minLength(1)), takes: 'a folder, on another disk at best' },
  KERBSIDE_TIMEZONE: { schema: v.pipe(v.string(), v.check(isTimezone)), takes: 'an IANA zone, such as Asia/Kolkata' },
  KERBSIDE_DEMO: { schema: v.picklist(['0', '1']), takes: '1 for the demo site, 0 for a real one' },
  KERBSIDE_DEMO_SEED: { schema: Seed, takes: 'a whole number from 0 to 4294967295' },
  KERBSIDE_KIOSK_ACCESS: { schema: v.picklist(['paired', 'open']), takes: 'paired or open' },
  KERBSIDE_NTP: { schema: v.pipe(v.string(), v.minLength(1)), takes: 'server names with commas between, or off' },
  KERBSIDE_MDNS: { schema: v.picklist(['on', 'off']), takes: 'on or off' },
  KERBSIDE_LOG_LEVEL: { schema: v.picklist(logLevels), takes: `one of ${logLevels.join(', ')}` },
  KERBSIDE_DRAIN_SECONDS: { schema: Seconds, takes: 'seconds from 0 to 120' },
  KERBSIDE_ALLOWED_HOSTS: { schema: List, takes: 'host names with commas between' },
  KERBSIDE_TRUSTED_PROXIES: {
    schema: v.pipe(List, v.everyItem(isAddressOrNetwork)),
    takes: 'addresses of proxies, or networks such as 10.1.2.0/24, with commas between',
  },
  KERBSIDE_TLS: { schema: v.picklist(['off', 'local', 'files']), takes: 'off, local or files' },
  KERBSIDE_TLS_CERT: { schema: v.pipe(v.string(), v.minLength(1)), takes: 'the path of a certificate in PEM' },
  KERBSIDE_TLS_KEY: { schema: v.pipe(v.string(), v.minLength(1)), takes: 'the path of its key in PEM' },
  KERBSIDE_BACKUP_HOUR: { schema: Hour, takes: 'an hour from 0 to 23 on the site’s clock, or off' },
  KERBSIDE_BACKUP_PASSPHRASE_FILE: {
    schema: v.pipe(v.string(), v.minLength(1)),
    takes: 'the path of a file that only its user reads, with the passphrase on its first line',
  },
  KERBSIDE_SQLITE_BINDING: { schema: v.pipe(v.string(), v.minLength(1)), takes: 'the path of a better-sqlite3 binary' },
} as const

type Name = keyof typeof table

/** What may hold a password, so that what was given is not said when it cannot be used. */
const secret: ReadonlySet<Name> = new Set(['KERBSIDE_BUS_URL', 'KERBSIDE_DATABASE_URL'])

/** Names that look like settings of Kerbside and are none: most likely misspelt, so somebody should be told. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(env).filter((name) => name.startsWith('KERBSIDE_') && !Object.hasOwn(table, name))
}

/**
 * Reads the settings from the environment.
 * @param env the process environment
 * @param defaultDataDir where the data lives when nothing says otherwise; the demo site keeps apart from it
 * @throws SettingsError that names the first setting that cannot be used
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  defaultDataDir: string = join(homedir(), '.kerbside'),
): Settings {
  function read<N extends Name>(name: N): v.InferOutput<(typeof table)[N]['schema']> | undefined {
    const text = env[name]
    if (text === undefined || text === '') return undefined
    const result = v.safeParse(table[name].schema, text)
    const given = secret.has(name) ? '' : `, not "${text}"`
    if (!result.success) throw new SettingsError(name, `takes ${table[name].takes}${given}`)
    return result.output
  }
  const demo = read('KERBSIDE_DEMO') === '1'
  const demoSeed = read('KERBSIDE_DEMO_SEED')
  if (demoSeed !== undefined && !demo)
    throw new SettingsError('KERBSIDE_DEMO_SEED', 'is used with KERBSIDE_DEMO=1 only: a real site is not made up')
  const hour = read('KERBSIDE_BACKUP_HOUR') ?? 3
  const ntp = read('KERBSIDE_NTP') ?? 'pool.ntp.org,time.google.com,time.cloudflare.com'
  const busUrl = read('KERBSIDE_BUS_URL')
  const databaseUrl = read('KERBSIDE_DATABASE_URL')
  const siteId = read('KERBSIDE_SITE')
  if (siteId !== undefined && databaseUrl === undefined)
    throw new SettingsError('KERBSIDE_SITE', 'is used with KERBSIDE_DATABASE_URL only: a data folder holds one site')
  const busChannel = read('KERBSIDE_BUS_CHANNEL') ?? (siteId === undefined ? 'kerbside' : `kerbside:${siteId}`)
  const server = read('KERBSIDE_SERVER') ?? hostname()
  const dataDir = read('KERBSIDE_DATA_DIR') ?? (demo ? `${defaultDataDir}-demo` : defaultDataDir)
  return {
    host: read('KERBSIDE_HOST') ?? '0.0.0.0',
    port: read('KERBSIDE_PORT') ?? 8000,
    staffPort: read('KERBSIDE_STAFF_PORT') ?? 8001,
    dataDir,
    database: databaseUrl === undefined ? undefined : { url: databaseUrl, siteId: siteId ?? 'main', server },
    bus: busUrl === undefined ? undefined : { url: busUrl, channel: busChannel },
    auditDir: read('KERBSIDE_AUDIT_DIR') ?? `${dataDir.replace(/[\\/]+$/, '')}-audit`,
    timezone: read('KERBSIDE_TIMEZONE'),
    demo,
    demoSeed,
    kioskAccess: read('KERBSIDE_KIOSK_ACCESS') ?? 'paired',
    mdns: read('KERBSIDE_MDNS') !== 'off',
    ntp: ntp === 'off' ? [] : v.parse(List, ntp),
    logLevel: read('KERBSIDE_LOG_LEVEL') ?? 'info',
    drainSeconds: read('KERBSIDE_DRAIN_SECONDS') ?? 0,
    allowedHosts: read('KERBSIDE_ALLOWED_HOSTS') ?? [],
    trustedProxies: read('KERBSIDE_TRUSTED_PROXIES') ?? [],
    tls: readTls(read('KERBSIDE_TLS') ?? 'off', read('KERBSIDE_TLS_CERT'), read('KERBSIDE_TLS_KEY')),
    backupHour: hour === 'off' ? null : hour,
    backupPassphraseFile: read('KERBSIDE_BACKUP_PASSPHRASE_FILE'),
    sqliteBinding: read('KERBSIDE_SQLITE_BINDING'),
  }
}

function readTls(is: TlsSettings['is'], cert: string | undefined, key: string | undefined): TlsSettings {
  if (is !== 'files') {
    const idle = cert !== undefined ? 'KERBSIDE_TLS_CERT' : key !== undefined ? 'KERBSIDE_TLS_KEY' : undefined
    if (idle !== undefined) throw new SettingsError(idle, `is used with KERBSIDE_TLS=files only, not with "${is}"`)
    return { is }
  }
  if (cert === undefined) throw new SettingsError('KERBSIDE_TLS_CERT', 'takes the path of a certificate in PEM')
  if (key === undefined) throw new SettingsError('KERBSIDE_TLS_KEY', 'takes the path of its key in PEM')
  return { is, cert, key }
}
