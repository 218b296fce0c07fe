import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect as connectPlain } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectSecure, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { Caller } from '../support/caller.ts'
import { HeadlessServer } from '../support/headless-server.ts'
import { pemOf, secureRequest } from '../support/secure-request.ts'
import { startStillServer } from '../support/still-server.ts'
import { TestSocket } from '../support/test-socket.ts'

describe('a server with an authority of its own', { timeout: 60_000 }, () => {
  let folder: string
  let server: HeadlessServer
  let urls: Readonly<Record<string, string>>
  let ca: string
  const at = (name: string) => urls[name] ?? ''
  const port = () => Number(new URL(at('public_url')).port)
  const plainUrl = (path: string) => `http://127.0.0.1:${port()}${path}`

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-tls-'))
    server = new HeadlessServer({
      KERBSIDE_DATA_DIR: folder,
      KERBSIDE_DEMO: '1',
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '0',
      KERBSIDE_LOG_LEVEL: 'error',
      KERBSIDE_TLS: 'local',
    })
    urls = await server.ready()
    ca = pemOf(new Uint8Array(await (await fetch(plainUrl('/ca.crt'))).arrayBuffer()))
  }, 60_000)
  afterAll(() => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says https where customers are led, and stays on this machine without it for staff', () => {
    expect(at('public_url')).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    expect(at('kiosk_url')).toBe(`${at('public_url')}/kiosk/`)
    expect(at('staff_url')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('keeps its keys from everybody but its own user', () => {
    const mode = (path: string) => statSync(join(folder, 'tls', path)).mode & 0o777
    expect([mode('.'), mode('authority.key.pem'), mode('server.key.pem')]).toEqual([0o700, 0o600, 0o600])
  })

  it('is trusted by whoever trusts the authority, by address and by name, and by nobody else', async () => {
    expect((await secureRequest(`${at('public_url')}/healthz`, { ca })).status).toBe(200)
    expect((await secureRequest(`https://localhost:${port()}/healthz`, { ca, family: 4 })).status).toBe(200)
    await expect(secureRequest(`${at('public_url')}/healthz`, { ca: '' })).rejects.toThrow(/self-signed|unable to/)
    const elsewhere = { ca, servername: 'park.example' }
    await expect(secureRequest(`${at('public_url')}/healthz`, elsewhere)).rejects.toThrow(/altnames/)
  })

  it('pairs a tablet by a QR that says https, with a cookie that goes over nothing else, and books', async () => {
    const staff = new Caller(at('staff_url'))
    await staff.post('/api/v1/session', { username: 'owner', password: 'harbour-owner' })
    const made = (await staff.post('/api/v1/devices/pairing-codes')).json() as Record<string, string>
    expect(made['pairing_url']).toMatch(/^https:\/\//)
    const fingerprint = new X509Certificate(ca).fingerprint256
    expect(made['authority']).toEqual({ url: plainUrl('/ca.crt'), fingerprint })
    const body = { code: made['code'] }
    const paired = await secureRequest(`${at('public_url')}/api/v1/devices/pair`, { ca, method: 'POST', body })
    expect(paired.status).toBe(201)
    const [line = ''] = paired.headers['set-cookie'] ?? []
    expect(line).toMatch(/^kerbside_device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/)

    const headers = { cookie: line.split(';')[0], origin: at('public_url') }
    const { window } = (await (await fetch(`${at('staff_url')}/api/v1/site`)).json()) as Record<
      string,
      { max_date: string }
    >
    const path = `/api/v1/availability/wash?service_id=exterior&date=${window?.max_date}`
    const { slots } = JSON.parse((await secureRequest(at('public_url') + path, { ca, headers })).body) as {
      slots: { start: string; state: string }[]
    }
    const start = slots.find(({ state }) => state === 'open')?.start
    const booked = await secureRequest(`${at('public_url')}/api/v1/bookings`, {
      ca,
      method: 'POST',
      headers,
      body: { kind: 'wash', service_id: 'exterior', start, plate: 'KL07BX1234' },
    })
    expect([booked.status, booked.body]).toEqual([201, expect.stringContaining('"state":"held"')])
  })

  it('ticks over wss as it does in the open, also to many at once', async () => {
    const url = `${at('public_url').replace(/^http/, 'ws')}/ws/time/`
    const clients = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const raw = new WebSocket(url, { ca, perMessageDeflate: false, origin: at('public_url') })
        const socket = new TestSocket(raw)
        await new Promise((resolve, reject) => raw.once('open', resolve).once('error', reject))
        return socket
      }),
    )
    const follow = async (client: TestSocket) => {
      client.send({ type: 'subscribe', topics: ['availability'] })
      client.send({ type: 'sync', nonce: 'n' })
      expect(await client.nextOf('sync_reply')).toMatchObject({ nonce: 'n' })
      const first = Number((await client.nextOf('time_update'))['timestamp'])
      expect(Number((await client.nextOf('time_update'))['timestamp'])).toBe(first + 1)
      client.close()
    }
    await Promise.all(clients.map(follow))
    const refused = new WebSocket(url, { ca, origin: 'https://evil.example' })
    const status = await new Promise((resolve) =>
      refused.once('unexpected-response', (_request, answer) => resolve(answer.statusCode)).once('error', resolve),
    )
    expect(status).toBe(403)
  })

  it('leads plain HTTP to https, gives it the authority, and answers it nothing else', async () => {
    const ask = (path: string, init: RequestInit = {}) => fetch(plainUrl(path), { redirect: 'manual', ...init })
    const led = await ask('/kiosk/?x=1')
    expect([led.status, led.headers.get('location')]).toEqual([308, `${at('public_url')}/kiosk/?x=1`])
    const given = await ask('/ca.crt')
    expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/x-x509-ca-cert'])
    expect((await secureRequest(`${at('public_url')}/ca.crt`, { ca })).status).toBe(200)
    const booked = await ask('/api/v1/bookings', { method: 'POST', body: '{}' })
    expect([booked.status, await booked.text()]).toEqual([403, expect.stringContaining('https only')])
    expect(await rawAnswer('GET /kiosk/ HTTP/1.1\r\nHost: evil.example\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await rawAnswer('GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')).toMatch(
      /\r\nlocation: https:\/\/127\.0\.0\.1\/\r\n/,
    )
    expect(await rawAnswer('\u0000\u0001 rubbish\r\n\r\n')).toBe('')
    expect(await rawAnswer('\u0016\u0003\u0001 rubbish\r\n\r\n')).not.toMatch(/HTTP\/1\.1 [23]/)
    expect((await secureRequest(`${at('public_url')}/healthz`, { ca })).status).toBe(200)
  })

  /** All that comes back for some bytes, up to the connection's end. */
  function rawAnswer(bytes: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connectPlain(port(), '127.0.0.1', () => socket.write(bytes, 'latin1'))
      let received = ''
      socket.on('data', (chunk) => (received += chunk.toString('latin1')))
      socket.on('error', () => {})
      socket.on('close', () => resolve(received))
    })
  }

  it('asks browsers to come back by https where they know it by name, and not by address', async () => {
    const strict = async (host: string) =>
      (await secureRequest(`${at('public_url')}/healthz`, { ca, headers: { host: `${host}:${port()}` } })).headers[
        'strict-transport-security'
      ]
    expect(await strict(hostname())).toBe('max-age=2592000')
    expect(await strict('127.0.0.1')).toBeUndefined()
    expect(await strict('[::1]')).toBeUndefined()
    expect(await strict('localhost')).toBeUndefined()
    expect((await fetch(`${at('staff_url')}/healthz`)).headers.get('strict-transport-security')).toBeNull()
  })

  it('speaks no TLS older than 1.2', async () => {
    const spoken = (maxVersion: 'TLSv1.1' | 'TLSv1.2') =>
      new Promise<string | null>((resolve) => {
        const ciphers = 'DEFAULT:@SECLEVEL=0'
        const options = { port: port(), host: '127.0.0.1', ca, maxVersion, minVersion: 'TLSv1', ciphers } as const
        const socket: TLSSocket = connectSecure(options, () => {
          resolve(socket.getProtocol())
          socket.destroy()
        })
        socket.on('error', () => resolve(null))
      })
    expect([await spoken('TLSv1.1'), await spoken('TLSv1.2')]).toEqual([null, 'TLSv1.2'])
  })

  it('lets go of whoever comes and says nothing, and ends well while some do', async () => {
    const started = () =>
      new Promise<ReturnType<typeof connectPlain>>((resolve) => {
        const socket = connectPlain(port(), '127.0.0.1', () => resolve(socket))
        socket.on('error', () => {})
      })
    const mute = await started()
    // In the default patience of connections; the test would time out on one that is kept.
    await new Promise((resolve) => mute.on('close', resolve))
    const [silent, halfway] = [await started(), await started()]
    halfway.write(Buffer.from([0x16, 3, 1, 2]))
    const ended = await server.stop()
    expect(ended.code).toBe(0)
    silent.destroy()
    halfway.destroy()
  })
})

describe('a server whose certificate is due', { timeout: 60_000 }, () => {
  it('serves another one from the next handshake on, by business time', async () => {
    const still = await startStillServer({ env: { KERBSIDE_TLS: 'local' }, site: 'none' })
    const served = () =>
      new Promise<string>((resolve, reject) => {
        // By the clock of this machine the still world's certificates need not be good.
        const options = { port: Number(new URL(still.server.publicUrl).port), rejectUnauthorized: false }
        const socket = connectSecure({ ...options, host: '127.0.0.1' }, () => {
          resolve(socket.getPeerCertificate().serialNumber)
          socket.destroy()
        })
        socket.on('error', reject)
      })
    const first = await served()
    still.world.slip(366 * 86_400_000)
    still.world.advance(61_000)
    expect(await served()).toBe(first)
    still.world.slip(86_400_000)
    still.world.advance(61_000)
    await expect.poll(served).not.toBe(first)
    await still.stop()
  })
})
