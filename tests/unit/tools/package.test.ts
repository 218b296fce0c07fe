import { describe, expect, it } from 'vitest'
import { controlFile, readFpmArguments } from '../../../tools/package/deb/fpm-arguments.ts'
import { feedArguments } from '../../../tools/package/feed.ts'
import { notesOf } from '../../../tools/package/release-notes.ts'
import { readOrder } from '../../../tools/package/order.ts'
import { signingWords } from '../../../tools/package/signing.ts'

const linux = { platform: 'linux', arch: 'x64' } as const
const order = (line: string, machine: { platform: NodeJS.Platform; arch: string } = linux) =>
  readOrder(line.split(' ').filter(Boolean), machine)

describe('what is to be packaged', () => {
  it.each([
    ['', undefined, ['x64'], false],
    ['--test-runtime', undefined, ['x64'], true],
    ['--linux', { system: 'linux', kinds: ['AppImage', 'deb', 'rpm'] }, ['x64'], false],
    ['--linux deb', { system: 'linux', kinds: ['deb'] }, ['x64'], false],
    ['--linux deb rpm --arch x64,arm64', { system: 'linux', kinds: ['deb', 'rpm'] }, ['x64', 'arm64'], false],
    ['--linux deb --test-runtime', { system: 'linux', kinds: ['deb'] }, ['x64'], true],
  ])('`%s`', (line, targets, architectures, forTests) => {
    expect(order(line)).toEqual({ targets, architectures, forTests })
  })

  it.each([
    ['--linux msi', 'There is no "msi" here'],
    ['deb', 'There is no "deb" here'],
    ['--bsd', 'There is no "--bsd" here'],
    ['--linux --arch ia32', 'no package for the processor "ia32"'],
    ['--linux --arch', 'no package for the processor ""'],
    ['--arch arm64', 'this is x64'],
    ['--win', 'is made on that system'],
    ['--mac dmg', 'is made on that system'],
    ['--linux --win', 'One system at a time'],
  ])('refuses `%s`: %s', (line, why) => {
    expect(() => order(line)).toThrow(why)
  })

  it('makes what users of a system install on that system', () => {
    const targets = { system: 'mac', kinds: ['dmg'] }
    expect(order('--mac dmg', { platform: 'darwin', arch: 'arm64' })).toMatchObject({
      targets,
      architectures: ['arm64'],
    })
  })
})

describe('what is said about signing', () => {
  const certificate = { CSC_LINK: 'certificate.p12' }
  it.each([
    ['win', {}, /^UNSIGNED/],
    ['win', { CSC_LINK: '' }, /^UNSIGNED/],
    ['win', certificate, /^Signed/],
    ['mac', {}, /^UNSIGNED/],
    ['mac', certificate, /NOT NOTARISED/],
    ['mac', { ...certificate, APPLE_API_KEY: 'key', APPLE_API_KEY_ID: 'id' }, /NOT NOTARISED/],
    [
      'mac',
      { ...certificate, APPLE_API_KEY: 'key', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'us' },
      /^Signed and notarised/,
    ],
    ['linux', certificate, /^Unsigned/],
  ] as const)('%s with %j: %s', (system, env, words) => {
    expect(signingWords(system, env)).toMatch(words)
  })
})

describe('where packages look for updates', () => {
  it('is nowhere unless somebody says so', () => {
    expect(feedArguments({})).toEqual([])
  })
  it('is an https address', () => {
    const url = 'https://updates.example/kerbside/'
    expect(feedArguments({ KERBSIDE_UPDATE_URL: url })).toEqual([
      `-c.publish.url=${url}`,
      `-c.extraMetadata.updateUrl=${url}`,
    ])
    expect(() => feedArguments({ KERBSIDE_UPDATE_URL: 'http://updates.example/' })).toThrow('KERBSIDE_UPDATE_URL')
    expect(() => feedArguments({ KERBSIDE_UPDATE_URL: 'somewhere' })).toThrow('KERBSIDE_UPDATE_URL')
  })
})

describe('the notes of a release', () => {
  const changelog =
    '# Changelog\n\n## 1.1.0 — 2026-01-02\n\nBetter.\n\n### Underneath\n\n- Faster\n\n## 1.1\n\nNot this.\n'
  it('are what the changelog says under the version', () => {
    expect(notesOf(changelog, '1.1.0')).toBe('Better.\n\n### Underneath\n\n- Faster')
  })
  it('are not left out', () => {
    expect(() => notesOf(changelog, '1.2.0')).toThrow('says nothing of version 1.2.0')
    expect(() => notesOf('## 1.2.0\n\n## 1.1.0\n', '1.2.0')).toThrow('says nothing')
  })
})

describe('a deb by the arguments of fpm', () => {
  const args = [
    ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgbm1', '--deb-recommends', 'libnotify4'],
    ...['--deb-compression', 'gz', '--architecture', 'amd64', '--after-install', 'in.sh', '--after-remove', 'out.sh'],
    ...['--description', 'Console\n Of a car park.\n\n Twice.', '--version', '0.1.0', '--package', 'kerbside.deb'],
    ...['--name', 'kerbside', '--maintainer', 'Kerbside <team@kerbside.example>', '--vendor', 'Kerbside'],
    ...['--url', 'https://kerbside.example/', '--category', 'misc', '--deb-priority', 'optional', '--license', 'MIT'],
    ...['unpacked/=/opt/Kerbside', 'icon.png=/usr/share/icons/kerbside.png'],
  ]

  it('has the files, the scripts and the fields that they name', () => {
    const read = readFpmArguments(args)
    expect(read.files).toEqual([
      { from: 'unpacked/', to: '/opt/Kerbside' },
      { from: 'icon.png', to: '/usr/share/icons/kerbside.png' },
    ])
    expect(read.scripts).toEqual({ postinst: 'in.sh', postrm: 'out.sh' })
    expect(read.compression).toBe('gzip')
    expect(controlFile(read, 4711)).toBe(`Package: kerbside
Version: 0.1.0
Section: misc
Priority: optional
Architecture: amd64
Depends: libnss3, libgbm1
Recommends: libnotify4
Installed-Size: 4711
Maintainer: Kerbside <team@kerbside.example>
Homepage: https://kerbside.example/
Description: Console
 Of a car park.
 .
 Twice.
`)
  })

  it.each([
    [['--deb-systemd', 'kerbside.service'], '--deb-systemd is not known here'],
    [['--epoch'], '--epoch is not known here'],
    [['no-place'], '"no-place" is no file and place'],
    [['-d'], '-d takes a value'],
  ])('is not made with %j', (more, why) => {
    expect(() => readFpmArguments([...args, ...more])).toThrow(why)
  })

  it('is not made without what every deb has', () => {
    const without = args.filter((_word, index) => args[index] !== '--version' && args[index - 1] !== '--version')
    expect(() => readFpmArguments(without)).toThrow('fpm was not given --version')
  })
})
