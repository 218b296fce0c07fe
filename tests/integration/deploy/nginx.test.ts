import { mkdtempSync, rmSync } from 'node:fs'
import { connect as connectHttp2 } from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { projectRoot } from '../../../tools/places.ts'
import { Caller } from '../../support/caller.ts'
import { freePort } from '../../support/free-port.ts'
import { HeadlessServer } from '../../support/headless-server.ts'
import { needs } from '../../support/needs.ts'
import { findNginx, Nginx, PARK } from '../../support/nginx.ts'
import { secureRequest } from '../../support/secure-request.ts'
import { TestSocket } from '../../support/test-socket.ts'

const found = await findNginx()
const origin = `https://${PARK}`

describe('nginx before Kerbside', { timeout: 120_000 }, () => {
  let folder: string
  let server: HeadlessServer
  let staff: Caller
  let nginx: Nginx
  let httpPort: number

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-nginx-'))
    if (found.obstacle !== undefined) return
    const env = {
      KERBSIDE_DATA_DIR: join(folder, 'data'),
      KERBSIDE_DEMO: '1',
      KERBSIDE_KIOSK_ACCESS: 'open',
      KERBSIDE_HOST: '127.0.0.1',
      KERBSIDE_PORT: '0',
      KERBSIDE_STAFF_PORT: '0',
      KERBSIDE_LOG_LEVEL: 'error',
      KERBSIDE_ALLOWED_HOSTS: PARK,
      KERBSIDE_TRUSTED_PROXIES: '127.0.0.1',
    }
    // As it is built: its pages are, too.
    server = new HeadlessServer(env, [process.execPath, join(projectRoot, 'out/server/headless.js')])
    const urls = await server.ready()
    staff = new Caller(urls['staff_url'] ?? '')
    httpPort = await freePort()
    const ports = { http: httpPort, https: await freePort(), kerbside: Number(new URL(urls['public_url'] ?? '').port) }
    nginx = new Nginx(found.program, join(folder, 'nginx'), ports)
    await nginx.prepare()
    await nginx.start()
  }, 120_000)
  afterAll(async () => {
    await nginx?.stop()
    server?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const here = (context: TestContext) => needs(context, found.obstacle)
  interface Asking {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly from?: string
  }
  const ask = (path: string, { headers, from, ...options }: Asking = {}) =>
    secureRequest(nginx.url + path, {
      ca: nginx.ca,
      servername: PARK,
      headers: { host: PARK, ...headers },
      ...options,
      ...(from === undefined ? {} : { localAddress: from }),
    })

  /** Opens a socket through nginx. */
  async function follow(options: ClientOptions = {}): Promise<TestSocket> {
    const raw = new WebSocket(`${nginx.url.replace('https', 'wss')}/ws/time/`, {
      ca: nginx.ca,
      servername: PARK,
      perMessageDeflate: false,
      ...options,
      headers: { host: PARK, origin, ...options.headers },
    } as ClientOptions)
    const socket = new TestSocket(raw)
    await new Promise((resolve, reject) => raw.once('open', resolve).once('error', reject))
    return socket
  }

  it('finds its configuration in order', async (context) => {
    here(context)
    const tested = await nginx.test()
    expect([tested.code, tested.output.includes('[warn]')]).toEqual([0, false])
  })

  it('gives browsers the kiosk’s page by HTTP/2, and its parts compressed as they lie there', async (context) => {
    here(context)
    const session = connectHttp2(nginx.url, { ca: nginx.ca, servername: PARK })
    const get = (path: string) =>
      new Promise<{ headers: Record<string, unknown>; body: string }>((resolve, reject) => {
        const stream = session.request({ ':path': path, ':authority': PARK, 'accept-encoding': 'gzip' })
        let headers: Record<string, unknown> = {}
        let body = ''
        stream.on('response', (answer) => (headers = answer))
        stream.setEncoding('latin1').on('data', (chunk: string) => (body += chunk))
        stream.on('end', () => resolve({ headers, body })).on('error', reject)
      })
    const led = await get('/')
    expect([led.headers[':status'], led.headers['location']]).toEqual([302, '/kiosk/'])
    const page = await get('/kiosk/')
    expect([session.alpnProtocol, page.headers[':status']]).toEqual(['h2', 200])
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['strict-transport-security']).toBe('max-age=2592000')
    const script = await get(new URL(/src="([^"]+\.js)"/.exec(page.body)?.[1] ?? '', `${origin}/kiosk/`).pathname)
    expect([script.headers[':status'], script.headers['content-encoding']]).toEqual([200, 'gzip'])
    expect((await get('/kiosk/nowhere.js')).headers[':status']).toBe(404)
    session.close()
  })

  it('lets a customer book, follow and cancel', async (context) => {
    here(context)
    const { window } = JSON.parse((await ask('/api/v1/site')).body) as { window: { max_date: string } }
    const { slots } = JSON.parse(
      (await ask(`/api/v1/availability/wash?service_id=exterior&date=${window.max_date}`)).body,
    ) as { slots: { start: string; state: string }[] }
    const start = slots.find(({ state }) => state === 'open')?.start
    const body = { kind: 'wash', service_id: 'exterior', start, plate: 'KL07BX1234' }
    const booked = await ask('/api/v1/bookings', { method: 'POST', headers: { origin }, body })
    expect([booked.status, booked.body]).toEqual([201, expect.stringContaining('"state":"held"')])
    const { id, manage_token } = JSON.parse(booked.body) as { id: string; manage_token: string }
    const headers = { origin, authorization: `Bearer ${manage_token}` }
    expect((await ask(`/api/v1/bookings/${id}`, { headers })).status).toBe(200)
    expect((await ask(`/api/v1/bookings/${id}/cancel`, { method: 'POST', headers })).status).toBe(200)
  })

  it('passes each tick on as it comes, and an answer to each question of the time', async (context) => {
    here(context)
    const socket = await follow()
    const first = Number((await socket.nextOf('time_update'))['timestamp'])
    for (const later of [1, 2, 3]) {
      expect(Number((await socket.nextOf('time_update'))['timestamp'])).toBe(first + later)
    }
    socket.send({ type: 'sync', nonce: 'n' })
    expect(await socket.nextOf('sync_reply')).toMatchObject({ nonce: 'n' })
    socket.close()
  })

  it.for([
    '/console/',
    '/metrics',
    '/readyz',
    '/api/v1/session',
    '/api/v1/openapi.json',
    '/api/v1/metrics/summary',
    '/api/v1/devices',
    '/api/v1/reports/summary',
    '/kiosk/../console/',
    '/kiosk/%2e%2e/metrics',
  ])('has no way to staff: %s', async (path, context) => {
    here(context)
    const answers = [await ask(path), await ask(path, { method: 'POST', headers: { origin }, body: {} })]
    for (const { status } of answers) expect([403, 404, 405]).toContain(status)
  })

  it('takes no body that Kerbside would not take', async (context) => {
    here(context)
    const post = (bytes: number) =>
      ask('/api/v1/bookings', { method: 'POST', headers: { origin }, body: { plate: 'x'.repeat(bytes) } })
    expect((await post(17_000)).status).toBe(413)
    expect((await post(15_000)).status).toBe(400)
  })

  it('answers to its own name alone, whatever a client says', async (context) => {
    here(context)
    for (const host of ['evil.example', '127.0.0.1', 'localhost']) {
      expect((await ask('/healthz', { headers: { host } })).status).toBe(421)
    }
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }
    const answer = await ask('/healthz', { headers: forged })
    expect([answer.status, answer.headers['strict-transport-security']]).toEqual([200, 'max-age=2592000'])
    await expect(secureRequest(nginx.url, { ca: nginx.ca, servername: 'evil.example' })).rejects.toThrow(
      /alert|reset|hang up/,
    )
    expect((await ask('/api/v1/site', { headers: { origin: 'https://evil.example' } })).status).toBe(403)
    const plain = await fetch(`http://127.0.0.1:${httpPort}/kiosk/`, { redirect: 'manual' })
    expect(plain.status).toBe(421)
  })

  it('tells Kerbside whose each request is, whatever a client says of itself', async (context) => {
    here(context)
    const guess = async (from: string, headers: Readonly<Record<string, string>> = {}) =>
      (await ask('/api/v1/receipts/verify/no-receipt-has-this-code', { from, headers })).status
    for (let n = 0; n < 20; n += 1) expect(await guess('127.0.0.2')).not.toBe(429)
    expect(await guess('127.0.0.2')).toBe(429)
    expect(await guess('127.0.0.3')).not.toBe(429)
    const forged = { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1', 'x-real-ip': '192.0.2.1' }
    expect(await guess('127.0.0.2', forged)).toBe(429)
    expect(await guess('127.0.0.3', forged)).not.toBe(429)
  })

  it('can be started anew under those who follow the time: they come back, and the server knows of no fault', async (context) => {
    here(context)
    const before = await follow()
    const { epoch, seq } = await before.nextOf('time_update')
    await nginx.stop()
    expect((await before.closed).code).toBe(1006)
    await nginx.start()
    const after = await follow()
    // What it is sent at once may still be the second in which the other was cut off.
    await after.nextOf('time_update')
    const next = await after.nextOf('time_update')
    expect([next['epoch'], Number(next['seq']) > Number(seq)]).toEqual([epoch, true])
    after.close()
    expect((await staff.get('/readyz')).status).toBe(200)
    // A body that was too large is an error to nginx, and was sent on purpose.
    const faults = nginx.said.split('\n').filter((line) => /\[(warn|error|crit|alert|emerg)\]/.test(line))
    expect(faults.filter((line) => !line.includes('too large body'))).toEqual([])
  })
})
