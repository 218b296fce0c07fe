import { hostname, networkInterfaces } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientFrame, CONTINUATION, PING, PONG, TEXT } from '../support/client-frame.ts'
import { openRaw } from '../support/raw-connection.ts'
import { startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket, refusedSocket } from '../support/test-socket.ts'

const EVIL = 'https://evil.example'
const lanAddress = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

describe('on a network where others have pages, too', () => {
  let still: StillServer
  beforeAll(async () => {
    still = await startStillServer()
  })
  afterAll(() => still.stop())

  const forbidden = { status: 403, code: 'forbidden' }

  /** The answer to a request as its bytes say it: `fetch` chooses some headers by itself. */
  async function answerTo(base: string, head: readonly string[]): Promise<string> {
    const connection = await openRaw(base)
    connection.socket.write(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`)
    await connection.ended
    connection.socket.destroy()
    return connection.heard
  }

  it.each([
    ['GET', '/api/v1/site'],
    ['GET', '/api/v1/time'],
    ['GET', '/healthz'],
    ['GET', '/'],
    ['POST', '/api/v1/bookings'],
    ['OPTIONS', '/api/v1/bookings'],
    ['GET', '/nowhere'],
  ])('a page of somebody else’s gets nothing by %s %s', async (method, path) => {
    for (const caller of [still.visitor, still.owner]) {
      for (const origin of [EVIL, 'null', 'http://127.0.0.1:1']) {
        const answer = await caller.send(method, path, undefined, { origin })
        expect(answer).toMatchObject(forbidden)
      }
    }
  })

  it('nor where it hides its name, and the browser says only that it is another’s', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    for (const base of [still.server.publicUrl, still.server.staffUrl]) {
      expect(await answerTo(base, ['GET /healthz HTTP/1.1', 'Host: localhost', ...head])).toMatch(/^HTTP\/1\.1 403 /)
      expect(await answerTo(base, ['GET /healthz HTTP/1.1', 'Host: localhost'])).toMatch(/^HTTP\/1\.1 200 /)
    }
  })

  it('a page of the kiosk’s has no say at the staff listener', async () => {
    const origin = still.server.publicUrl
    expect(await still.owner.post('/api/v1/devices/pairing-codes', undefined, { origin })).toMatchObject(forbidden)
    const own = { origin: still.server.staffUrl }
    expect((await still.owner.get('/api/v1/session', own)).status).toBe(200)
    expect(await refusedSocket(still.server.staffUrl, '/ws/time/', { origin })).toEqual(forbidden)
  })

  it('no name of the LAN’s leads to the staff listener', async () => {
    const names = [hostname(), `${hostname()}.local`, ...(lanAddress === undefined ? [] : [lanAddress])]
    for (const name of names) {
      const head = ['GET /healthz HTTP/1.1', `Host: ${name}`]
      expect(await answerTo(still.server.staffUrl, head)).toMatch(/^HTTP\/1\.1 421 /)
      expect(await answerTo(still.server.publicUrl, head)).toMatch(/^HTTP\/1\.1 200 /)
      const headers = { host: name }
      expect(await refusedSocket(still.server.staffUrl, '/ws/time/', { headers })).toMatchObject({ status: 421 })
    }
  })

  it.each(['/api/v1/site', '/api/v1/session', '/nowhere', '/', '/healthz'])(
    'what %s answers stands in no page and no frame of anybody’s',
    async (path) => {
      const { headers } = await still.stranger.get(path)
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      for (const name of ['server', 'x-powered-by']) expect(headers.get(name)).toBeNull()
    },
  )

  describe('a peer that is told no and does not go', () => {
    it.each([
      ['bytes that are no HTTP', 'hello\r\n\r\n'],
      ['a socket where there is none', upgradeTo('/ws/nowhere/')],
      ['a socket for a page of somebody else’s', upgradeTo('/ws/time/', `Origin: ${EVIL}`)],
      ['a socket that is for whoever is signed in', upgradeTo('/ws/notifications/x/', 'Origin: http://localhost:1')],
    ])('is let go of all the same: %s', async (_, bytes) => {
      const connection = await openRaw(still.server.publicUrl)
      connection.socket.write(bytes)
      await connection.ended
      expect(connection.heard).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(await connection.isGone()).toBe(true)
    })
  })

  describe('a socket that is fed in crumbs', () => {
    const open = () => openSocket(still.server.publicUrl, '/ws/time/')
    const fragments = (count: number) =>
      Buffer.concat([
        clientFrame('', { opcode: TEXT, final: false }),
        ...Array.from({ length: count - 2 }, () => clientFrame('', { opcode: CONTINUATION, final: false })),
        clientFrame('{"type":"ticks","every":0}', { opcode: CONTINUATION }),
      ])

    it('takes a message in 16 fragments, and closes on the seventeenth', async () => {
      const [good, bad] = await Promise.all([open(), open()])
      good.stream.write(fragments(16))
      await good.soFar()
      bad.stream.write(fragments(17))
      expect((await bad.closed).code).toBe(1008)
      good.close()
    })

    it('closes when a frame comes byte by byte', async () => {
      const socket = await open()
      socket.stream.setNoDelay(true)
      const bytes = clientFrame(JSON.stringify({ type: 'sync', nonce: 'x'.repeat(64) }), { opcode: TEXT })
      for (const byte of bytes) {
        socket.stream.write(Buffer.from([byte]))
        await pause(2)
      }
      expect((await socket.closed).code).toBe(1008)
    })

    it.each([
      ['questions', PING],
      ['answers', PONG],
    ])('closes on a flood of %s for a sign of life, as on one of messages', async (_, opcode) => {
      const socket = await open()
      for (let sent = 0; sent < 1001; sent += 13) {
        socket.stream.write(Buffer.concat(Array.from({ length: 13 }, () => clientFrame('', { opcode }))))
        await pause(1)
      }
      expect((await socket.closed).code).toBe(4429)
    })

    it('is cut off when it asks for more signs of life than can be given', async () => {
      const socket = await open()
      socket.stream.write(Buffer.concat(Array.from({ length: 200 }, () => clientFrame('', { opcode: PING }))))
      expect((await socket.closed).code).toBe(1006)
    })
  })
})

function upgradeTo(path: string, ...more: readonly string[]): string {
  const head = [
    `GET ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
  ]
  return `${head.join('\r\n')}\r\n\r\n`
}
