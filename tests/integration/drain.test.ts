import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { openSocket, refusedSocket } from '../support/test-socket.ts'

const answerOf = (asked: ClientRequest) =>
  new Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: string }>((resolve, reject) => {
    asked.once('error', reject)
    asked.once('response', (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
  })

describe('a server that is drained', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer({ env: { KERBSIDE_DRAIN_SECONDS: '1' } })
  })
  afterEach(() => server.stop())

  /** The body of a booking of the last slot that is open today. */
  async function booking(): Promise<string> {
    const slots = await fetch(`${server.publicUrl}/api/v1/availability/wash?service_id=exterior&date=2025-12-05`)
    const { slots: all } = (await slots.json()) as { slots: { state: string; start: string }[] }
    const start = all.findLast(({ state }) => state === 'open')?.start
    return JSON.stringify({ kind: 'wash', service_id: 'exterior', start, plate: 'KL07BX1234' })
  }

  const post = (body: string) =>
    request(`${server.publicUrl}/api/v1/bookings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length, 'idempotency-key': 'drain-1' },
    })

  it('says that it is not ready and lets no socket in, while it still answers', async () => {
    const draining = server.server.drain()
    const ready = await fetch(`${server.publicUrl}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toMatchObject({ code: 'server_restarting' })
    expect(ready.headers.get('connection')).toBe('close')
    expect((await fetch(`${server.publicUrl}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.publicUrl}/api/v1/site`)).status).toBe(200)
    expect(await refusedSocket(server.publicUrl, '/ws/time/')).toEqual({ status: 503, code: 'server_restarting' })
    expect(await draining).toBe(0)
    await expect(fetch(`${server.publicUrl}/healthz`)).rejects.toThrow('fetch failed')
  })

  it('sends its sockets to another with 1012 and the time they have for it', async () => {
    const sockets = await Promise.all(Array.from({ length: 8 }, () => openSocket(server.publicUrl, '/ws/time/')))
    await server.server.drain()
    const farewell = { code: 1012, reason: 'restarting: reconnect within 1000 ms' }
    for (const socket of sockets) expect(await socket.closed).toEqual(farewell)
  })

  it('answers what was under way, and what it acknowledged is on the disk', async () => {
    const body = await booking()
    const asked = post(body)
    const answered = answerOf(asked)
    asked.write(body.slice(0, 20))
    await new Promise((resolve) => asked.once('socket', (socket) => socket.once('connect', resolve)))
    await fetch(`${server.publicUrl}/healthz`)
    const draining = server.server.drain()
    // The listener is closed by now, and the request still has no end.
    setTimeout(() => asked.end(body.slice(20)), 1500)
    const { status, body: told } = await answered
    expect(status).toBe(201)
    expect(await draining).toBe(0)
    const { reference } = JSON.parse(told) as { reference: string }
    await server.halt()
    const next = await startTestServer({ dataDir: server.dataDir, time: server.time })
    server = next
    const again = post(body)
    const repeated = answerOf(again)
    again.end(body)
    expect(JSON.parse((await repeated).body)).toMatchObject({ reference })
  })
})
