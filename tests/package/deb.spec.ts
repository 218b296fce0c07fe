import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'

import { createApiClient } from '../../src-shared/api/client.ts'
import { customerRoutes } from '../../src-shared/api/customer-routes.ts'
import { staffRoutes } from '../../src-shared/api/staff-routes.ts'
import { readArchive } from '../../tools/package/archive.ts'
import { bookWash } from '../desktop/kiosk-customer.ts'
import { createForeignRoot, fieldOf, filesIn, type ForeignRoot, modeOf, rootObstacle } from './foreign-root.ts'
import { type InstalledApp, startInstalled, user } from './installed-app.ts'

/** Two debs of the same program, of which the second says that it is newer; empty where none could be made. */
const [older = '', newer = ''] = (process.env['E2E_DEBS'] ?? '').split(':')
const noDeb = older === '' ? (process.env['E2E_NO_DEB'] ?? 'E2E_DEBS is not set: run `npm test package`') : undefined
const obstacle = noDeb ?? rootObstacle()

/** Where the tests put what is theirs. */
const aside = '/usr/local/lib/kerbside-tests'

/** What desktops keep of all that is installed, written anew by the system whenever something comes or goes. */
const caches =
  /^\/(var\/(lib\/dpkg|log|cache)|usr\/share\/(icons\/hicolor\/icon-theme|mime)|usr\/share\/applications\/mimeinfo)\b/

test.describe('the deb', () => {
  test.skip(noDeb !== undefined, noDeb)

  test('puts the program under /opt, and its entry, icons and description where desktops look for them', () => {
    const files = filesIn(older)
    for (const file of [
      'kerbside',
      'chrome-sandbox',
      'resources/app.asar',
      'resources/apparmor-profile',
      'resources/kerbside.cdx.json',
    ]) {
      expect(files).toContain(`/opt/Kerbside/${file}`)
    }
    const elsewhere = files.filter((file) => !file.startsWith('/opt/Kerbside/') && !file.startsWith('/usr/share/doc/'))
    const icons = [128, 16, 24, 256, 32, 48, 512, 64].map(
      (side) => `/usr/share/icons/hicolor/${side}x${side}/apps/kerbside.png`,
    )
    expect(elsewhere).toEqual(
      [
        '/usr/share/applications/kerbside.desktop',
        ...icons,
        '/usr/share/metainfo/net.kerbside.console.metainfo.xml',
      ].toSorted(),
    )
  })

  test('says who made it, where it comes from, and what it needs', () => {
    expect(fieldOf(older, 'Package')).toBe('kerbside')
    expect(fieldOf(older, 'Maintainer')).toMatch(/^Kerbside <.+@.+>$/)
    expect(fieldOf(older, 'Homepage')).toMatch(/^https:/)
    expect(fieldOf(older, 'Depends')).toContain('libasound2 | libasound2t64')
    // Nobody is to take it for one to work with.
    expect(older).toContain('FOR-TESTS-ONLY')
    expect(fieldOf(older, 'Description')).toContain('FOR TESTS ONLY')
  })

  test('has a version that is older than the one it is upgraded to', () => {
    const compared = spawnSync('dpkg', [
      '--compare-versions',
      fieldOf(older, 'Version'),
      'lt',
      fieldOf(newer, 'Version'),
    ])
    expect(compared.status).toBe(0)
  })

  test('needs no library that it does not ask for', () => {
    const packages = librariesOf(process.env['E2E_PACKAGE'] ?? '')
    const asked = fieldOf(older, 'Depends')
      .split(',')
      .map((one) => one.split('|')[0]?.trim() ?? '')
    const all = new Set([...asked, ...closureOf(asked)])
    expect(packages.filter((name) => !all.has(name))).toEqual([])
  })
})

test.describe('the deb, on a system', () => {
  test.describe.configure({ mode: 'serial' })
  test.skip(obstacle !== undefined, obstacle)

  let root: ForeignRoot
  let before: readonly string[]
  let app: InstalledApp | undefined
  let binding: string | undefined
  let booking: { reference: string; manageToken: string }

  test.beforeAll(() => {
    root = createForeignRoot()
    const own = process.env['KERBSIDE_SQLITE_BINDING']
    // Where every user can read it, and no temporary folder hides it.
    binding = own ? put(own, 'better_sqlite3.node') : undefined
    for (const deb of [older, newer]) put(deb, basename(deb))
    const made = root.run('useradd', '--create-home', '--uid', String(user.id), user.name)
    expect(made).toMatchObject({ status: 0 })
    before = root.files()
  })
  test.afterAll(async () => {
    await app?.stop()
    root?.dispose()
  })

  test('is installed by dpkg, which finds everything that it needs and every file as it was packed', () => {
    expect(installed(older)).toEqual('')
    expect(root.run('dpkg-query', '--show', '--showformat', '${Status}', 'kerbside').output).toBe(
      'install ok installed',
    )
    const changed = root.run('dpkg', '--verify', 'kerbside').output
    expect(changed).toBe('')
    expect(root.run('readlink', '--canonicalize', '/usr/bin/kerbside').output.trim()).toBe('/opt/Kerbside/kerbside')
  })

  test('has a desktop entry and a description that the desktops’ own tools accept', () => {
    const tools = ['desktop-file-validate', 'appstreamcli'].filter((tool) => spawnSync('which', [tool]).status !== 0)
    test.skip(tools.length > 0, `this machine has no ${tools.join(' and no ')}`)
    expect(root.run('desktop-file-validate', '/usr/share/applications/kerbside.desktop')).toEqual({
      status: 0,
      output: '',
    })
    const description = '/usr/share/metainfo/net.kerbside.console.metainfo.xml'
    const looked = root.run('appstreamcli', 'validate', '--no-net', '--no-color', description)
    expect(looked, looked.output).toMatchObject({ status: 0 })
    const entry = readFileSync(join(root.layer, 'usr/share/applications/kerbside.desktop'), 'utf8')
    expect(entry).toMatch(/^Exec=\/opt\/Kerbside\/kerbside /m)
    expect(entry).toMatch(/^StartupWMClass=kerbside$/m)
    // It opens no kind of file and no kind of address.
    expect(entry).not.toMatch(/^MimeType=/m)
  })

  test('lets Chromium’s sandbox work, by the kernel’s user namespaces or by a helper with rights', () => {
    const hasNamespaces = root.run('unshare', '--user', 'true').status === 0
    expect(modeOf(root, '/opt/Kerbside/chrome-sandbox')).toBe(hasNamespaces ? '755' : '4755')
  })

  test('brings a profile for AppArmor, which may forbid user namespaces', () => {
    const enabled = spawnSync('apparmor_status', ['--enabled']).status === 0
    test.skip(!enabled, 'AppArmor is not enabled here')
    expect(root.files()).toContain('/etc/apparmor.d/kerbside')
  })

  test('starts for an ordinary user with its sandbox on, ticks, and takes a booking', async () => {
    app = await startInstalled(root, binding)
    const { publicUrl, dataDir } = app
    expect(dataDir.startsWith(`${user.home}/.config/`)).toBe(true)
    expect(app.stderr()).not.toContain('no-sandbox')
    const api = createApiClient(customerRoutes, (url, init) => fetch(url, init), publicUrl)
    const first = await api.call('GET /api/v1/time')
    await expect.poll(async () => (await api.call('GET /api/v1/time')).seq).toBeGreaterThan(first.seq + 1)
    booking = await bookWash(publicUrl, 'KL07DB4711')
    const staff = await signedIn(app)
    const { version, settings } = await staff.call('GET /api/v1/admin/site')
    await staff.call('PUT /api/v1/admin/site', {
      body: { version, settings: { ...settings, receipt_footer: 'Thank you, and mind the kerb.' } },
    })
  })

  test('is started once: a second start ends, and the first goes on', async () => {
    expect(app?.startAgain()).toBe(0)
    expect((await fetch(`${app?.publicUrl}/healthz`)).status).toBe(200)
  })

  test('is upgraded to a newer version, with its bookings and its settings', async () => {
    expect(await app?.stop()).toBe(0)
    app = undefined
    expect(installed(newer)).toEqual('')
    expect(root.run('readlink', '--canonicalize', '/usr/bin/kerbside').output.trim()).toBe('/opt/Kerbside/kerbside')
    app = await startInstalled(root, binding)
    const staff = await signedIn(app)
    const { settings } = await staff.call('GET /api/v1/admin/site')
    expect(settings.receipt_footer).toBe('Thank you, and mind the kerb.')
    expect(versionIn(join(root.layer, 'opt/Kerbside/resources/app.asar'))).toBe(fieldOf(newer, 'Version'))
    const found = await staff.call('GET /api/v1/search', { query: { q: booking.reference } })
    expect(JSON.stringify(found)).toContain(booking.reference)
    expect(await app.stop()).toBe(0)
  })

  test('is removed with everything that it brought, and leaves the data', () => {
    const data = join(root.layer, app?.dataDir ?? '', 'kerbside.sqlite')
    expect(existsSync(data)).toBe(true)
    const removed = root.run('dpkg', '--remove', 'kerbside')
    expect(removed).toMatchObject({ status: 0 })
    expect(removed.output).toContain('Its data stays')
    expect(existsSync(data)).toBe(true)
    expect(leftBehind()).toEqual([])
  })

  test('is purged, and leaves the data even then: they are the user’s', () => {
    expect(root.run('dpkg', '--purge', 'kerbside')).toMatchObject({ status: 0 })
    expect(root.run('dpkg-query', '--show', 'kerbside').status).not.toBe(0)
    expect(leftBehind()).toEqual([])
    expect(existsSync(join(root.layer, app?.dataDir ?? '', 'kerbside.sqlite'))).toBe(true)
    app = undefined
  })

  /** Copies a file of the machine's into the layer. @returns where it is there */
  function put(file: string, name: string): string {
    mkdirSync(join(root.layer, aside), { recursive: true })
    copyFileSync(file, join(root.layer, aside, name))
    return join(aside, name)
  }

  /** Installs a deb. @returns what dpkg said where it failed */
  function installed(deb: string): string {
    const { status, output } = root.run('dpkg', '--install', join(aside, basename(deb)))
    return status === 0 ? '' : output
  }

  /** What is there now that was not there before, outside of the user's own folder. */
  function leftBehind(): readonly string[] {
    const known = new Set(before)
    return root.files().filter((file) => !known.has(file) && !file.startsWith(`${user.home}/`) && !caches.test(file))
  }
})

function versionIn(archive: string): string | undefined {
  const manifest = readArchive(archive).find(({ name }) => name === 'package.json')
  return (JSON.parse(manifest?.content.toString('utf8') ?? '{}') as { version?: string }).version
}

async function signedIn({ staffUrl }: InstalledApp) {
  const body = JSON.stringify({ username: 'admin', password: 'harbour-admin' })
  const headers = { 'content-type': 'application/json', origin: staffUrl }
  const answer = await fetch(`${staffUrl}/api/v1/session`, { method: 'POST', headers, body })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return createApiClient(
    staffRoutes,
    (url, init) =>
      fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie, origin: staffUrl } }),
    staffUrl,
  )
}

/** The Debian packages of the libraries that a program is linked with. */
function librariesOf(executable: string): readonly string[] {
  const needed = spawnSync('objdump', ['-p', executable], { encoding: 'utf8' }).stdout
  const names = [...needed.matchAll(/NEEDED\s+(\S+)/g)].map(([, name = '']) => name)
  const owners = names.flatMap((name) => {
    const found = spawnSync('dpkg', ['--search', `*/${name}`], { encoding: 'utf8' }).stdout
    return [...found.matchAll(/^([^:\s]+)/gm)].map(([, owner = '']) => owner)
  })
  return [...new Set(owners)]
}

/** What these packages depend on, however deep. */
function closureOf(names: readonly string[]): readonly string[] {
  const args = [
    'depends',
    '--recurse',
    '--installed',
    '--no-recommends',
    '--no-suggests',
    '--no-enhances',
    '--no-conflicts',
    '--no-breaks',
    '--no-replaces',
  ]
  const listed = spawnSync('apt-cache', [...args, ...names], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout
  return [...listed.matchAll(/^([a-z0-9][^\s:]*)/gm)].map(([, name = '']) => name)
}
