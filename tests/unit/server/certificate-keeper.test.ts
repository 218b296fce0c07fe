import { X509Certificate } from 'node:crypto'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClockState } from '../../../src-shared/api/fields.ts'
import { systemRandom } from '../../../src-server/ids/system-random.ts'
import { CertificateKeeper, type KeeperParts } from '../../../src-server/tls/certificate-keeper.ts'

const DAY = 86_400_000
const START = Date.parse('2025-12-05T12:00:00Z')

let dataDir: string
let now: number
let state: ClockState
let hosts: string[]
let warnings: string[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kerbside-certificates-'))
  now = START
  state = 'trusted'
  hosts = ['localhost', '127.0.0.1', '[::1]', '192.168.1.4', 'kiosk.local']
  warnings = []
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

function open(tls: KeeperParts['tls'] = { is: 'local' }): Promise<CertificateKeeper> {
  const clock = {
    now: () => now,
    get state() {
      return state
    },
  }
  const warn = (message: string) => void warnings.push(message)
  return CertificateKeeper.open({ tls, dataDir, clock, random: systemRandom, hosts: () => hosts, warn })
}

const leafOf = (keeper: CertificateKeeper) => new X509Certificate(keeper.current.cert)
const path = (name: string) => join(dataDir, 'tls', name)

describe('an authority of one’s own', () => {
  it('is made once, and signs a certificate for each name and address', async () => {
    const keeper = await open()
    const leaf = leafOf(keeper)
    const authority = new X509Certificate(Buffer.from(keeper.authority?.der ?? []))
    expect([authority.ca, leaf.ca]).toEqual([true, false])
    expect(authority.verify(authority.publicKey)).toBe(true)
    expect(leaf.verify(authority.publicKey)).toBe(true)
    expect(leaf.checkIssued(authority)).toBe(true)
    expect(keeper.authority?.fingerprint).toBe(authority.fingerprint256)
    expect(leaf.checkHost('localhost')).toBe('localhost')
    expect(leaf.checkHost('kiosk.local')).toBe('kiosk.local')
    expect(leaf.checkHost('park.example')).toBeUndefined()
    for (const address of ['127.0.0.1', '192.168.1.4', '::1']) expect(leaf.checkIP(address)).toBe(address)
    expect(leaf.checkIP('192.168.1.5')).toBeUndefined()
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(Date.parse(leaf.validFrom)).toBe(START - DAY)
    expect(Date.parse(leaf.validTo)).toBe(START + 397 * DAY)
    expect(Date.parse(authority.validTo)).toBe(START + 3650 * DAY)

    const again = await open()
    expect([again.current, again.authority]).toEqual([keeper.current, keeper.authority])
  })

  it('keeps keys from everybody else, also those that were put back with other rights', async () => {
    await open()
    const mode = (name: string) => statSync(path(name)).mode & 0o777
    expect([mode('.'), mode('authority.key.pem'), mode('server.key.pem')]).toEqual([0o700, 0o600, 0o600])
    chmodSync(path('authority.key.pem'), 0o644)
    await open()
    expect(mode('authority.key.pem')).toBe(0o600)
  })

  it('signs another certificate thirty days before the end, by business time, and looks once a minute', async () => {
    const keeper = await open()
    const first = keeper.current
    now = START + 367 * DAY - 1
    expect(await keeper.onSecond(60)).toBeUndefined()
    now += 1
    expect(await keeper.onSecond(61)).toBeUndefined()
    const next = await keeper.onSecond(120)
    expect(next?.cert).not.toBe(first.cert)
    expect(next?.key).not.toBe(first.key)
    expect(keeper.current).toBe(next)
    expect(Date.parse(leafOf(keeper).validTo)).toBe(now + 397 * DAY)
    expect(await keeper.onSecond(180)).toBeUndefined()
    expect((await open()).current).toEqual(next)
  })

  it('signs another one when the machine gets another address', async () => {
    const keeper = await open()
    hosts = [...hosts, '10.0.0.7']
    const next = await keeper.onSecond(60)
    expect(new X509Certificate(next?.cert ?? '').checkIP('10.0.0.7')).toBe('10.0.0.7')
    hosts = hosts.slice(0, 2)
    expect(await keeper.onSecond(120)).toBeUndefined()
  })

  it.each(['rollback', 'forward_suspect'] as const)('signs nothing by a time that is %s', async (doubted) => {
    const keeper = await open()
    const first = keeper.current
    state = doubted
    now = START + 1000 * DAY
    expect(await keeper.onSecond(60)).toBeUndefined()
    expect((await open()).current).toEqual(first)
    state = 'trusted'
    expect(await keeper.onSecond(120)).toBeDefined()
  })

  it('signs nothing that lasts longer than itself', async () => {
    await open()
    now = START + 3500 * DAY
    expect(Date.parse(leafOf(await open()).validTo)).toBe(START + 3650 * DAY)
  })

  it('takes no certificate that another authority signed', async () => {
    const first = await open()
    rmSync(path('authority.crt.pem'))
    rmSync(path('authority.key.pem'))
    const second = await open()
    expect(second.authority?.fingerprint).not.toBe(first.authority?.fingerprint)
    expect(second.current.cert).not.toBe(first.current.cert)
  })

  it.each([
    ['a lost key', () => rmSync(path('authority.key.pem'))],
    ['a lost certificate', () => rmSync(path('authority.crt.pem'))],
    ['rubbish', () => writeFileSync(path('authority.crt.pem'), 'rubbish')],
    ['another one’s key', () => copyFileSync(path('server.key.pem'), path('authority.key.pem'))],
  ])('is never made anew by itself, as with %s', async (_, spoil) => {
    await open()
    spoil()
    await expect(open()).rejects.toThrow(/^KERBSIDE_TLS: the authority’s certificate in .* cannot be used \(.*\)\. Put/)
  })
})

describe('somebody’s certificate', () => {
  const files = () => ({ is: 'files', cert: path('server.crt.pem'), key: path('server.key.pem') }) as const
  beforeEach(async () => void (await open()))

  it('is served as it lies in its files, and has no authority to give', async () => {
    const keeper = await open(files())
    expect(leafOf(keeper).checkHost('kiosk.local')).toBe('kiosk.local')
    expect(keeper.authority).toBeUndefined()
    expect([await keeper.onSecond(60), warnings]).toEqual([undefined, []])
  })

  it('is served anew when its files are', async () => {
    const keeper = await open(files())
    now = START + 380 * DAY
    const renewed = (await open()).current
    expect(await keeper.onSecond(60)).toEqual(renewed)
    expect(await keeper.onSecond(120)).toBeUndefined()
  })

  it('stays as it was while its files cannot be used, which is told once', async () => {
    const keeper = await open(files())
    const before = keeper.current
    writeFileSync(path('server.key.pem'), 'half of a ke')
    expect([await keeper.onSecond(60), await keeper.onSecond(120)]).toEqual([undefined, undefined])
    expect(keeper.current).toEqual(before)
    expect(warnings).toEqual([expect.stringMatching(/^the certificate stays as it was: KERBSIDE_TLS_KEY: /)])
  })

  it('that ends within thirty days is told of', async () => {
    const keeper = await open(files())
    now = START + 370 * DAY
    await keeper.onSecond(60)
    await keeper.onSecond(120)
    expect(warnings).toEqual([expect.stringMatching(/^the certificate ends on /)])
  })
})
