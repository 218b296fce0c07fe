import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError, unknownSettings } from '../../../src-server/settings/settings.ts'

describe('settings', () => {
  it('have defaults that serve the LAN', () => {
    expect(readSettings({}, '/data/kerbside')).toEqual({
      host: '0.0.0.0',
      port: 8000,
      staffPort: 8001,
      dataDir: '/data/kerbside',
      database: undefined,
      auditDir: '/data/kerbside-audit',
      timezone: undefined,
      demo: false,
      kioskAccess: 'paired',
      mdns: true,
      ntp: ['pool.ntp.org', 'time.google.com', 'time.cloudflare.com'],
      logLevel: 'info',
      drainSeconds: 0,
      allowedHosts: [],
      trustedProxies: [],
      tls: { is: 'off' },
      backupHour: 3,
      backupPassphraseFile: undefined,
      sqliteBinding: undefined,
    })
  })

  it('are read from the environment', () => {
    const env = {
      KERBSIDE_HOST: '192.168.1.4',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '65535',
      KERBSIDE_DATA_DIR: '/srv/kerbside',
      KERBSIDE_DATABASE_URL: 'postgres://kerbside:secret@db.example/kerbside',
      KERBSIDE_SITE: 'quay-lane',
      KERBSIDE_SERVER: 'server-2',
      KERBSIDE_TIMEZONE: 'Australia/Lord_Howe',
      KERBSIDE_DEMO: '1',
      KERBSIDE_KIOSK_ACCESS: 'open',
      KERBSIDE_NTP: 'a.example, b.example,,',
      KERBSIDE_MDNS: 'off',
      KERBSIDE_LOG_LEVEL: 'debug',
      KERBSIDE_DRAIN_SECONDS: '30',
      KERBSIDE_BUS_URL: 'rediss://kerbside:secret@bus.example:6379',
      KERBSIDE_BUS_CHANNEL: 'kerbside:quay-lane',
      KERBSIDE_BACKUP_HOUR: 'off',
      KERBSIDE_BACKUP_PASSPHRASE_FILE: '/etc/kerbside/passphrase',
      KERBSIDE_ALLOWED_HOSTS: 'park.example',
      KERBSIDE_TRUSTED_PROXIES: '127.0.0.1, 10.1.2.0/24',
      KERBSIDE_TLS: 'files',
      KERBSIDE_TLS_CERT: '/etc/park.crt',
      KERBSIDE_TLS_KEY: '/etc/park.key',
      KERBSIDE_SQLITE_BINDING: '/opt/better_sqlite3.node',
    }
    expect(readSettings(env)).toEqual({
      host: '192.168.1.4',
      port: 0,
      staffPort: 65_535,
      dataDir: '/srv/kerbside',
      database: { url: 'postgres://kerbside:secret@db.example/kerbside', siteId: 'quay-lane', server: 'server-2' },
      auditDir: '/srv/kerbside-audit',
      timezone: 'Australia/Lord_Howe',
      demo: true,
      kioskAccess: 'open',
      mdns: false,
      ntp: ['a.example', 'b.example'],
      logLevel: 'debug',
      drainSeconds: 30,
      bus: { url: 'rediss://kerbside:secret@bus.example:6379', channel: 'kerbside:quay-lane' },
      allowedHosts: ['park.example'],
      trustedProxies: ['127.0.0.1', '10.1.2.0/24'],
      tls: { is: 'files', cert: '/etc/park.crt', key: '/etc/park.key' },
      backupHour: null,
      backupPassphraseFile: '/etc/kerbside/passphrase',
      sqliteBinding: '/opt/better_sqlite3.node',
    })
  })

  it.each([
    [{ KERBSIDE_TLS: 'on' }, /^KERBSIDE_TLS: takes off, local or files, not "on"$/],
    [{ KERBSIDE_TLS: 'files' }, /^KERBSIDE_TLS_CERT: takes the path/],
    [{ KERBSIDE_TLS: 'files', KERBSIDE_TLS_CERT: '/a' }, /^KERBSIDE_TLS_KEY: takes the path/],
    [{ KERBSIDE_TLS_CERT: '/a' }, /^KERBSIDE_TLS_CERT: is used with KERBSIDE_TLS=files only, not with "off"$/],
    [{ KERBSIDE_TLS: 'local', KERBSIDE_TLS_KEY: '/a' }, /^KERBSIDE_TLS_KEY: is used with .*, not with "local"$/],
  ])('of TLS fit together, or say which does not: %j', (env, message) => {
    expect(() => readSettings(env)).toThrow(message)
    expect(readSettings({ KERBSIDE_TLS: 'local' }).tls).toEqual({ is: 'local' })
  })

  it('keep the demo’s data apart from the real site’s', () => {
    expect(readSettings({ KERBSIDE_DEMO: '1' }, '/data/kerbside').dataDir).toBe('/data/kerbside-demo')
  })

  it('can do without outside time', () => expect(readSettings({ KERBSIDE_NTP: 'off' }).ntp).toEqual([]))

  it('take an empty text for nothing', () => expect(readSettings({ KERBSIDE_PORT: '' }).port).toBe(8000))

  it.each([
    ['KERBSIDE_PORT', '65536'],
    ['KERBSIDE_PORT', '-1'],
    ['KERBSIDE_PORT', '80.5'],
    ['KERBSIDE_PORT', '0x50'],
    ['KERBSIDE_PORT', 'http'],
    ['KERBSIDE_PORT', ' 8000'],
    ['KERBSIDE_PORT', '8000\n'],
    ['KERBSIDE_STAFF_PORT', '999999'],
    ['KERBSIDE_STAFF_PORT', '8001,8002'],
    ['KERBSIDE_TIMEZONE', 'Mars/Olympus'],
    ['KERBSIDE_TIMEZONE', 'Asia/Kolkatta'],
    ['KERBSIDE_TIMEZONE', '../../etc/passwd'],
    ['KERBSIDE_TIMEZONE', '+05:30'],
    ['KERBSIDE_DEMO', 'yes'],
    ['KERBSIDE_DEMO', 'true'],
    ['KERBSIDE_DEMO_SEED', 'seven'],
    ['KERBSIDE_DEMO_SEED', '4294967296'],
    ['KERBSIDE_KIOSK_ACCESS', 'Open'],
    ['KERBSIDE_KIOSK_ACCESS', 'none'],
    ['KERBSIDE_MDNS', 'yes'],
    ['KERBSIDE_LOG_LEVEL', 'verbose'],
    ['KERBSIDE_DRAIN_SECONDS', '121'],
    ['KERBSIDE_BUS_CHANNEL', 'kerb side'],
    ['KERBSIDE_SITE', 'Quay-Lane'],
    ['KERBSIDE_SITE', '-quay'],
    ['KERBSIDE_SITE', 'quay_lane'],
    ['KERBSIDE_SITE', 'main -c role=postgres'],
    ['KERBSIDE_SITE', 'q'.repeat(65)],
    ['KERBSIDE_SERVER', 'server 2'],
    ['KERBSIDE_SERVER', 's'.repeat(65)],
    ['KERBSIDE_TRUSTED_PROXIES', 'proxy.example'],
    ['KERBSIDE_TRUSTED_PROXIES', '127.0.0.1, 0.0.0.0/0'],
  ])('refuse %s=%j and name it', (name, value) => {
    const read = () => readSettings({ [name]: value })
    expect(read).toThrow(SettingsError)
    expect(read).toThrow(new RegExp(`^${name}: takes .{6,}, not "`))
  })

  it.each([
    ['KERBSIDE_BUS_URL', 'http://kerbside:hidden@bus.example', 'the address of a Redis'],
    ['KERBSIDE_DATABASE_URL', 'mysql://kerbside:hidden@db.example/kerbside', 'the address of a PostgreSQL database'],
    ['KERBSIDE_DATABASE_URL', 'kerbside:hidden@db.example/kerbside', 'the address of a PostgreSQL database'],
    ['KERBSIDE_DATABASE_URL', 'host=db.example password=hidden', 'the address of a PostgreSQL database'],
  ])('say nothing of an address that cannot be used and may hold a password: %s=%s', (name, value, takes) => {
    const read = () => readSettings({ [name]: value })
    expect(read).toThrow(new RegExp(`^${name}: takes ${takes}`))
    expect(read).not.toThrow(/hidden/)
  })

  describe('of a database', () => {
    const url = 'postgresql://kerbside@db.example/kerbside'
    const bus = 'redis://bus.example'

    it('work for the site main, under the name of the machine, unless something else is said', () => {
      const { database } = readSettings({ KERBSIDE_DATABASE_URL: url })
      expect(database).toEqual({ url, siteId: 'main', server: hostname() })
    })

    it('refuse a site where no database is named', () => {
      expect(() => readSettings({ KERBSIDE_SITE: 'quay-lane' })).toThrow(
        /^KERBSIDE_SITE: is used with KERBSIDE_DATABASE_URL only/,
      )
    })

    it('have each site that is named talk on a channel of its own', () => {
      const channel = (more: Record<string, string>) => readSettings({ KERBSIDE_BUS_URL: bus, ...more }).bus?.channel
      expect(channel({})).toBe('kerbside')
      expect(channel({ KERBSIDE_DATABASE_URL: url })).toBe('kerbside')
      expect(channel({ KERBSIDE_DATABASE_URL: url, KERBSIDE_SITE: 'quay-lane' })).toBe('kerbside:quay-lane')
      const both = { KERBSIDE_DATABASE_URL: url, KERBSIDE_SITE: 'quay-lane', KERBSIDE_BUS_CHANNEL: 'other' }
      expect(channel(both)).toBe('other')
    })
  })

  it('make a demo up from a seed, and nothing else', () => {
    expect(readSettings({ KERBSIDE_DEMO: '1', KERBSIDE_DEMO_SEED: '4294967295' }).demoSeed).toBe(4_294_967_295)
    expect(readSettings({ KERBSIDE_DEMO: '1' }).demoSeed).toBeUndefined()
    expect(() => readSettings({ KERBSIDE_DEMO_SEED: '7' })).toThrow(/^KERBSIDE_DEMO_SEED: is used with KERBSIDE_DEMO=1/)
  })

  it('name what looks like a setting and is none', () => {
    const env = { KERBSIDE_PROT: '80', KERBSIDE_PORT: '80', PATH: '/bin', kerbside_port: '1', KERBSIDE___proto__: '' }
    expect(unknownSettings(env)).toEqual(['KERBSIDE_PROT', 'KERBSIDE___proto__'])
  })
})
