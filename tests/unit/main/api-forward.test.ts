import { describe, expect, it } from 'vitest'
import { forwardToApi } from '../../../src-main/protocol/api-forward.ts'
import { createStaffCookieJar } from '../../../src-main/protocol/staff-cookie-jar.ts'
import type { InProcessRequest, InProcessResponse } from '../../../src-server/index.ts'

function target(answer: Partial<InProcessResponse> = {}) {
  const seen: InProcessRequest[] = []
  const handle = async (request: InProcessRequest): Promise<InProcessResponse> => {
    seen.push(request)
    return { status: 200, headers: {}, body: new Uint8Array(), ...answer }
  }
  return { seen, staffUrl: 'http://127.0.0.1:8001', handle }
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the API on the console’s own scheme', () => {
  it('hands over method, path with query, body and the headers that a page may set', async () => {
    const server = target()
    const request = new Request('app://console/api/v1/bookings?date=2025-12-05', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1', 'x-forwarded-for': '10.0.0.1' },
    })
    // A browser lets no page say these; here it is not the browser that is relied on.
    const identity = { cookie: 'kerbside_staff=of-the-page', host: 'evil.example', origin: 'https://evil.example' }
    for (const [name, value] of Object.entries(identity)) request.headers.set(name, value)
    await forwardToApi(request, server, createStaffCookieJar())
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'POST', url: '/api/v1/bookings?date=2025-12-05' })
    expect(new TextDecoder().decode(seen?.body)).toBe('{"a":1}')
    expect(seen?.headers).toEqual({
      host: '127.0.0.1:8001',
      origin: 'app://console',
      'content-type': 'application/json',
      'idempotency-key': 'k1',
    })
  })

  it('sends no body where there is none', async () => {
    const server = target()
    await forwardToApi(new Request('app://console/api/v1/time'), server, createStaffCookieJar())
    expect(server.seen[0]?.body).toBeUndefined()
  })

  it('keeps the session cookie from the page and sends it with the next request', async () => {
    const jar = createStaffCookieJar()
    const signIn = target({
      status: 201,
      headers: { 'Set-Cookie': ['kerbside_staff=abc; HttpOnly'] },
      body: bytes('{}'),
    })
    const answer = await forwardToApi(new Request('app://console/api/v1/session', { method: 'POST' }), signIn, jar)
    expect(answer.status).toBe(201)
    expect(answer.headers.has('set-cookie')).toBe(false)
    await forwardToApi(new Request('app://console/api/v1/session'), signIn, jar)
    expect(signIn.seen.map((request) => request.headers['cookie'])).toEqual([undefined, 'kerbside_staff=abc'])
  })

  it('passes on status, type and body of a refusal', async () => {
    const headers = { 'content-type': 'application/problem+json', 'content-length': '2' }
    const server = target({ status: 409, headers, body: bytes('{}') })
    const answer = await forwardToApi(new Request('app://console/api/v1/x'), server, createStaffCookieJar())
    expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'application/problem+json'])
    expect(await answer.text()).toBe('{}')
  })

  it('answers 204 without a body', async () => {
    const answer = await forwardToApi(
      new Request('app://console/api/v1/session', { method: 'DELETE' }),
      target({ status: 204 }),
      createStaffCookieJar(),
    )
    expect([answer.status, answer.body]).toEqual([204, null])
  })
})
