import { X509Certificate } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../src-server/ids/system-random.ts'
import type { ServerCertificate } from '../../src-server/tls/certificate.ts'
import { makeAuthority, signServer, type LocalAuthority } from '../../src-server/tls/local-authority.ts'
import { Caller } from '../support/caller.ts'
import { HeadlessServer } from '../support/headless-server.ts'
import { secureRequest } from '../support/secure-request.ts'
import { startStillServer } from '../support/still-server.ts'

const serialOf = (pem: string) => new X509Certificate(pem).serialNumber

/** Which certificate a listener shows, and whether whoever trusts the authority takes it. */
function shown(url: string, ca: string, servername: string): Promise<{ serial: string; trusted: boolean }> {
  return new Promise((resolve, reject) => {
    const options = { port: Number(new URL(url).port), host: '127.0.0.1', ca, servername, rejectUnauthorized: false }
    const socket = connect(options, () => {
      resolve({ serial: socket.getPeerCertificate().serialNumber, trusted: socket.authorized })
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

describe('a server with somebody’s certificate', { timeout: 60_000 }, () => {
  let folder: string
  let authority: LocalAuthority
  let own: ServerCertificate
  const path = (name: string) => join(folder, name)
  const signed = () => signServer(authority, ['park.example', '127.0.0.1'], Date.now(), systemRandom)
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-tls-files-'))
    authority = await makeAuthority('another machine', Date.now(), systemRandom)
    own = await signed()
    writeFileSync(path('own.crt.pem'), own.cert)
    writeFileSync(path('own.key.pem'), own.key)
    writeFileSync(path('other.key.pem'), (await signed()).key)
    writeFileSync(path('rubbish.pem'), 'rubbish')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const start = (files: { readonly cert?: string; readonly key?: string }) =>
    new HeadlessServer({
      KERBSIDE_DATA_DIR: path('data'),
      KERBSIDE_DEMO: '1',
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '0',
      KERBSIDE_LOG_LEVEL: 'error',
      KERBSIDE_TLS: 'files',
      ...(files.cert !== undefined && { KERBSIDE_TLS_CERT: path(files.cert) }),
      ...(files.key !== undefined && { KERBSIDE_TLS_KEY: path(files.key) }),
    })

  it('serves https with it, and has no authority of its own to give', async () => {
    const server = start({ cert: 'own.crt.pem', key: 'own.key.pem' })
    try {
      const urls = await server.ready()
      const [url = '', staffUrl = ''] = [urls['public_url'], urls['staff_url']]
      expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
      const ca = authority.cert
      expect(await shown(url, ca, 'park.example')).toEqual({ serial: serialOf(own.cert), trusted: true })
      expect((await secureRequest(`${url}/healthz`, { ca })).status).toBe(200)
      await expect(secureRequest(`${url}/healthz`, { ca: '' })).rejects.toThrow(/self-signed|unable to/)
      expect((await secureRequest(`${url}/ca.crt`, { ca })).status).toBe(404)
      const plain = await fetch(`${url.replace('https', 'http')}/kiosk/`, { redirect: 'manual' })
      expect([plain.status, plain.headers.get('location')]).toEqual([308, `${url}/kiosk/`])
      const staff = new Caller(staffUrl)
      await staff.post('/api/v1/session', { username: 'owner', password: 'harbour-owner' })
      const code = (await staff.post('/api/v1/devices/pairing-codes')).json() as Record<string, unknown>
      expect([code['pairing_url'], code['authority']]).toEqual([expect.stringMatching(/^https:\/\//), null])
      expect((await server.stop()).code).toBe(0)
    } finally {
      server.kill()
    }
  })

  it.each([
    [{ cert: 'nowhere.pem', key: 'own.key.pem' }, /^KERBSIDE_TLS_CERT: .*nowhere\.pem cannot be read: ENOENT$/m],
    [{ cert: 'own.crt.pem', key: 'nowhere.pem' }, /^KERBSIDE_TLS_KEY: .*nowhere\.pem cannot be read: ENOENT$/m],
    [{ cert: 'own.crt.pem', key: 'other.key.pem' }, /^KERBSIDE_TLS_KEY: .* \(the key is another certificate’s\)$/m],
    [{ cert: 'rubbish.pem', key: 'own.key.pem' }, /^KERBSIDE_TLS_CERT: takes a PEM file; .* no certificate with its/m],
    [{ cert: 'own.key.pem', key: 'own.crt.pem' }, /^KERBSIDE_TLS_KEY: takes a PEM file; .* no certificate with its/m],
    [{ cert: 'own.crt.pem' }, /^KERBSIDE_TLS_KEY: takes the path of its key in PEM$/m],
  ])('does not start with %o, and says which setting it is', async (files, message) => {
    const ended = await start(files).ended
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toContain('    at ')
  })

  it('serves what its files hold within a minute of their renewal, and the old one while they cannot be used', async () => {
    const files = { KERBSIDE_TLS_CERT: path('renewed.crt.pem'), KERBSIDE_TLS_KEY: path('renewed.key.pem') }
    /** As renewing programs do it: each file takes its place in one step. */
    const put = ({ cert, key }: ServerCertificate) => {
      for (const [file, text] of [
        [files.KERBSIDE_TLS_CERT, cert],
        [files.KERBSIDE_TLS_KEY, key],
      ] as const) {
        writeFileSync(`${file}.new`, text)
        renameSync(`${file}.new`, file)
      }
    }
    put(own)
    const still = await startStillServer({ env: { KERBSIDE_TLS: 'files', ...files }, site: 'none' })
    try {
      const serial = async () => (await shown(still.server.publicUrl, authority.cert, 'park.example')).serial
      expect(await serial()).toBe(serialOf(own.cert))
      const next = await signed()
      put(next)
      expect(await serial()).toBe(serialOf(own.cert))
      still.world.advance(60_000)
      await expect.poll(serial).toBe(serialOf(next.cert))
      put({ cert: next.cert, key: own.key })
      still.world.advance(60_000)
      expect(await serial()).toBe(serialOf(next.cert))
      const last = await signed()
      put(last)
      still.world.advance(60_000)
      await expect.poll(serial).toBe(serialOf(last.cert))
    } finally {
      await still.stop()
    }
  })
})
