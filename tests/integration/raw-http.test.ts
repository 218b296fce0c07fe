import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowCounts, startStillServer, type StillServer } from '../support/still-server.ts'

describe('bytes that are no HTTP', () => {
  let still: StillServer
  beforeAll(async () => {
    still = await startStillServer()
  })
  afterAll(() => still.stop())

  /** Sends bytes, ends its side, and gives what came back until the server closed. */
  function exchange(bytes: string | Uint8Array, base = still.server.publicUrl): Promise<string> {
    return new Promise((resolve) => {
      const chunks: Buffer[] = []
      const socket = connect(Number(new URL(base).port), '127.0.0.1')
      socket.on('data', (chunk) => chunks.push(chunk))
      socket.on('error', () => {})
      socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
      socket.end(bytes)
    })
  }

  const host = () => new URL(still.server.publicUrl).host
  const expectAlive = async () => expect((await still.visitor.get('/healthz')).status).toBe(200)

  it.each([
    ['garbage', 'hello\r\n\r\n'],
    ['the beginning of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
    ['an unknown method', 'BREW /coffee HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['an unknown version', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'],
    ['a header without a colon', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n'],
    ['a header with a NUL', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nx: \0\r\n\r\n'],
    [
      'two lengths',
      'POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
    ],
    ['a length below zero', 'POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n'],
    ['a length that is none', 'POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0x10\r\n\r\n'],
    [
      'a length and chunks, as smugglers send',
      'POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'chunks of no size',
      'POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n',
    ],
    ['a target with a space', 'GET /health z HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ])('are answered with a problem and a close: %s', async (_, bytes) => {
    const before = rowCounts(still)
    const answer = await exchange(bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain('content-type: application/problem+json')
    const { code } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as { code: string }
    expect(code).toBe('invalid_request')
    expect(rowCounts(still)).toEqual(before)
    await expectAlive()
  })

  it.each([
    ['nothing at all', ''],
    ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['headers of 100 kB', `GET /healthz HTTP/1.1\r\nHost: localhost\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
    ['half a request line', 'GET /hea'],
    [
      'a body that never comes',
      'POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nContent-Type: application/json\r\n\r\n',
    ],
    [
      'an upgrade to nothing',
      'GET /ws/time/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: nothing\r\n\r\n',
    ],
    [
      'an upgrade without a key',
      'GET /ws/time/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
    [
      'an upgrade by POST',
      'POST /ws/time/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'],
    ['somebody else’s target', 'GET http://evil.example/healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ])('or only refused: %s', async (_, bytes) => {
    const before = rowCounts(still)
    const answer = await exchange(bytes)
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/)
    expect(rowCounts(still)).toEqual(before)
    await expectAlive()
  })

  it.each([
    '/%',
    '/%00',
    '/kiosk/%2e%2e/%2e%2e/etc/passwd',
    '/kiosk/..%2f..%2fetc%2fpasswd',
    '/api/v1/bookings/%ff',
    `/${'a'.repeat(9000)}`,
    '//',
    '/?%=%',
  ])('the target %s leads nowhere', async (target) => {
    for (const base of [still.server.publicUrl, still.server.staffUrl]) {
      const answer = await exchange(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, base)
      expect(answer).toMatch(/^HTTP\/1\.1 (400|401|404|302) /)
      expect(answer).not.toContain('root:')
    }
  })

  it('two requests in one packet are two answers', async () => {
    const request = `GET /healthz HTTP/1.1\r\nHost: ${host()}\r\n`
    const answer = await exchange(`${request}\r\n${request}Connection: close\r\n\r\n`)
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
  })

  it('eight requests that wait for their answers are answered, and a ninth ends the connection', async () => {
    const request = `GET /api/v1/site HTTP/1.1\r\nHost: ${host()}\r\n`
    const asked = (times: number) => `${request}\r\n`.repeat(times - 1) + `${request}Connection: close\r\n\r\n`
    expect((await exchange(asked(8))).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(8)
    expect(await exchange(asked(9))).toBe('')
    expect(await exchange(asked(500))).toBe('')
    await expectAlive()
  })

  it('nor are they counted when they wait in turn', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => still.visitor.get('/api/v1/site')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(40)
    for (let turn = 0; turn < 20; turn += 1) expect((await still.visitor.get('/healthz')).status).toBe(200)
  })

  it('whatever the bytes, the server lives', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.string({ maxLength: 100 }).map((text) => Buffer.from(`GET ${text} HTTP/1.1\r\nHost: localhost\r\n\r\n`)),
      fc.string({ maxLength: 100 }).map((text) => Buffer.from(`GET /healthz HTTP/1.1\r\nHost: ${text}\r\n\r\n`)),
      fc
        .tuple(
          fc.constantFrom('x-a', 'cookie', 'authorization', 'content-type', 'origin', 'upgrade'),
          fc.string({ maxLength: 80 }),
        )
        .map(([name, value]) =>
          Buffer.from(
            `POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\n${name}: ${value}\r\nConnection: close\r\n\r\n`,
          ),
        ),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (sent) => {
        expect(await exchange(sent)).toMatch(/^(HTTP\/1\.1 [2-4]\d\d |$)/)
      }),
      { numRuns: 150 },
    )
    await expectAlive()
  })
})
