import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startStillServer, pairKiosk, type StillServer } from '../support/still-server.ts'
import { openSocket, refusedSocket, type TestSocket } from '../support/test-socket.ts'

const START = 1764918922

describe('/ws/time/', () => {
  let still: StillServer
  let base: string
  beforeAll(async () => {
    still = await startStillServer()
    base = still.server.publicUrl
  })
  afterAll(() => still.stop())

  const open = (path = '/ws/time/') => openSocket(base, path)
  const ticksOf = async (socket: TestSocket) =>
    (await socket.soFar()).filter(({ type }) => type === 'time_update').map(({ timestamp }) => timestamp)
  const now = () => Math.floor(still.world.wallMs() / 1000)

  it('tells the time at once on connect, in the site’s zone', async () => {
    const socket = await open()
    expect(await socket.next()).toEqual({
      type: 'time_update',
      datetime: '2025-12-05T12:45:22+05:30',
      formatted: 'Friday, December 05 2025, 12:45:22 PM',
      date: '2025-12-05',
      time: '12:45:22 PM',
      time_24h: '12:45:22',
      timestamp: START,
      year: 2025,
      month: 12,
      day: 5,
      hour: 12,
      minute: 45,
      second: 22,
      weekday: 'Friday',
      timezone: 'Asia/Kolkata',
      epoch: 1,
      seq: 0,
      server_ms: START * 1000,
      clock_state: 'provisional',
    })
    socket.close()
  })

  it.each(['/ws/time/', '/ws/time', '/ws/time/?kiosk=1', '/ws/time?'])('answers at %s', async (path) => {
    const socket = await open(path)
    expect((await socket.next()).type).toBe('time_update')
    socket.close()
  })

  it('answers on the staff listener, too', async () => {
    const socket = await openSocket(still.server.staffUrl, '/ws/time/')
    expect((await socket.next()).type).toBe('time_update')
    socket.close()
  })

  it('then tells it on each second boundary and at no other moment, counting the ticks', async () => {
    const socket = await open()
    const first = await socket.next()
    still.world.advance(999 - (still.world.wallMs() % 1000))
    expect(await socket.soFar()).toEqual([])
    still.world.advance(1)
    const second = await socket.next()
    expect(second['server_ms']).toBe((Number(first['timestamp']) + 1) * 1000)
    expect(second['seq']).toBe(Number(first['seq']) + 1)
    still.world.advance(5000)
    const rest = await socket.soFar()
    expect(rest.map(({ seq }) => Number(seq) - Number(second['seq']))).toEqual([1, 2, 3, 4, 5])
    expect(rest.map(({ timestamp }) => Number(timestamp) - Number(second['timestamp']))).toEqual([1, 2, 3, 4, 5])
    socket.close()
  })

  it('answers a sync with when it came and when the answer left', async () => {
    const socket = await open()
    await socket.next()
    still.world.advance(0.375)
    socket.send({ type: 'sync', nonce: 'n-1' })
    const at = still.world.wallMs()
    expect(await socket.next()).toEqual({ type: 'sync_reply', nonce: 'n-1', epoch: 1, t2: at, t3: at })
    socket.close()
  })

  it('gives each client the ticks that it asks for, counted from when it asked', async () => {
    const [none, two, sixty] = await Promise.all([open(), open(), open()])
    none.send({ type: 'ticks', every: 0 })
    two.send({ type: 'ticks', every: 2 })
    sixty.send({ type: 'ticks', every: 60 })
    await Promise.all([none, two, sixty].map((socket) => socket.soFar()))
    const start = now()
    const seconds = Array.from({ length: 60 }, (_, index) => start + 1 + index)
    // By parts shorter than a heartbeat, so that pings find their pongs.
    for (let part = 0; part < 6; part += 1) {
      still.world.advance(10_000)
      expect(await ticksOf(none)).toEqual([])
      const passed = seconds.slice(part * 10, part * 10 + 10)
      expect(await ticksOf(two)).toEqual(passed.filter((second) => (second - start) % 2 === 0))
      expect(await ticksOf(sixty)).toEqual(passed.filter((second) => (second - start) % 60 === 0))
    }
    none.send({ type: 'ticks', every: 1 })
    await none.soFar()
    still.world.advance(1000)
    expect(await ticksOf(none)).toHaveLength(1)
    for (const socket of [none, two, sixty]) socket.close()
  })

  it('tells of changed availability whoever subscribed, as long as they are', async () => {
    const [subscriber, former, other] = await Promise.all([open(), open(), open()])
    for (const socket of [subscriber, former]) socket.send({ type: 'subscribe', topics: ['availability'] })
    former.send({ type: 'unsubscribe', topics: ['availability'] })
    await Promise.all([subscriber, former, other].map((socket) => socket.soFar()))
    const held = await still.visitor.post('/api/v1/bookings', {
      kind: 'wash',
      service_id: 'exterior',
      start: '2025-12-05T18:00:00+05:30',
      plate: 'KL07BX1234',
    })
    expect(held.status).toBe(201)
    expect(await subscriber.nextOf('availability_changed')).toEqual({
      type: 'availability_changed',
      kind: 'wash',
      date: '2025-12-05',
      version: expect.any(Number) as number,
    })
    for (const socket of [former, other]) {
      expect((await socket.soFar()).filter(({ type }) => type === 'availability_changed')).toEqual([])
    }
    for (const socket of [subscriber, former, other]) socket.close()
  })

  it.each([
    ['no JSON', 'hello', 4400],
    ['an empty message', '', 4400],
    ['null', 'null', 4400],
    ['a list', '[]', 4400],
    ['an unknown type', '{"type":"set_time","timestamp":0}', 4400],
    ['an unknown member', '{"type":"sync","nonce":"a","client_time":1}', 4400],
    ['a prototype', '{"type":"__proto__"}', 4400],
    ['a tick rate out of range', '{"type":"ticks","every":61}', 4400],
    ['two thousand brackets', '['.repeat(2000) + ']'.repeat(2000), 4400],
    ['a huge message', JSON.stringify({ type: 'sync', nonce: 'x'.repeat(5000) }), 1009],
    ['bytes', Buffer.from('{"type":"sync","nonce":"a"}'), 1003],
  ])('closes on %s, and goes on for everybody else', async (_, message, code) => {
    const [bad, good] = await Promise.all([open(), open()])
    await good.next()
    bad.raw.send(message)
    const { code: closed, reason } = await bad.closed
    expect(closed).toBe(code)
    expect(code === 1009 || reason.length > 5).toBe(true)
    expect(await good.soFar()).toEqual([])
    good.close()
  })

  it('closes on text that is no UTF-8, and on a frame that is none', async () => {
    const [bad, worse, good] = await Promise.all([open(), open(), open()])
    bad.raw.send(Buffer.from([0xc3, 0x28]), { binary: false })
    expect((await bad.closed).code).toBe(1007)
    worse.stream.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))
    expect((await worse.closed).code).toBe(1002)
    await good.soFar()
    good.close()
  })

  it('closes on a flood', async () => {
    const socket = await open()
    for (let count = 0; count < 1001; count += 1) socket.send({ type: 'sync', nonce: String(count) })
    expect(await socket.closed).toMatchObject({ code: 4429 })
  })

  it('lets pages of its own in, and programs that send no Origin', async () => {
    for (const origin of [undefined, base, still.server.staffUrl]) {
      const socket = await openSocket(base, '/ws/time/', { origin })
      expect((await socket.next()).type).toBe('time_update')
      socket.close()
    }
  })

  it.each([
    'https://evil.example',
    'http://evil.example:8000',
    'null',
    'http://localhost.evil.example',
    'http://127.0.0.1:1',
    'http://localhost:1',
    'file://',
  ])('refuses a page of %s', async (origin) => {
    expect(await refusedSocket(base, '/ws/time/', { origin })).toEqual({ status: 403, code: 'forbidden' })
  })

  it('refuses a name that was pointed here', async () => {
    const headers = { host: 'rebind.evil.example' }
    expect(await refusedSocket(base, '/ws/time/', { headers })).toEqual({ status: 421, code: 'host_not_allowed' })
  })

  it.each([
    '/',
    '/ws',
    '/ws/',
    '/ws/time/x',
    '/ws/timer/',
    '/ws/TIME/',
    '/api/v1/time',
    '/ws/notifications/',
    '/ws/notifications/a/b',
  ])('there is no socket at %s', async (path) => {
    expect(await refusedSocket(base, path)).toEqual({ status: 404, code: 'not_found' })
  })

  it('writes each tick once, whatever the number of clients', async () => {
    const sockets = await Promise.all(Array.from({ length: 40 }, () => open()))
    await Promise.all(sockets.map((socket) => socket.soFar()))
    const stringify = vi.spyOn(JSON, 'stringify')
    still.world.advance(3000)
    const written = stringify.mock.calls.map(([value]) => (value as { type?: string } | null)?.type)
    stringify.mockRestore()
    expect(written.filter((type) => type === 'time_update')).toHaveLength(3)
    for (const socket of sockets) expect(await ticksOf(socket)).toHaveLength(3)
    for (const socket of sockets) socket.close()
  })

  it('comes with a request that is answered before the timer of a second that has begun', async () => {
    const socket = await open()
    await ticksOf(socket)
    const before = now()
    still.world.slip(1000)
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
    expect(await ticksOf(socket)).toEqual([before + 1])
    // Once, and no second time when the timer rings.
    still.world.advance(0)
    expect(await ticksOf(socket)).toEqual([])
    still.world.advance(1000)
    expect(await ticksOf(socket)).toEqual([before + 2])
    socket.close()
  })

  it('drops a peer that answers no heartbeat, and nobody else', async () => {
    const [dead, alive] = await Promise.all([open(), open()])
    await Promise.all([dead.soFar(), alive.soFar()])
    dead.stream.pause()
    const pinged = new Promise((resolve) => alive.raw.once('ping', resolve))
    // Both have said something, and are asked once they have been silent from one look to the next.
    still.world.advance(30_000)
    await pinged
    await alive.soFar()
    still.world.advance(15_000)
    dead.stream.resume()
    expect((await dead.closed).code).toBe(1006)
    await alive.soFar()
    alive.close()
  })

  it('counts kiosks, and tells when they come and go', async () => {
    const before = still.server.connectedKiosks()
    const kiosk = await pairKiosk(still, still.owner, 'Entrance')
    const opening = { origin: base, cookie: kiosk.caller.cookie }
    const first = await openSocket(base, '/ws/time/', opening)
    const second = await openSocket(base, '/ws/time/', opening)
    await Promise.all([first.soFar(), second.soFar()])
    expect(still.server.connectedKiosks()).toBe(before + 1)
    first.close()
    await first.closed
    await second.soFar()
    expect(still.server.connectedKiosks()).toBe(before + 1)
    const page = await openSocket(base, '/ws/time/', { origin: base })
    const program = await open()
    await Promise.all([page.soFar(), program.soFar()])
    expect(still.server.connectedKiosks()).toBe(before + 2)
    for (const socket of [second, page, program]) socket.close()
  })
})

describe('when the server stops', () => {
  it('closes its sockets with 1001', async () => {
    const still = await startStillServer()
    const socket = await openSocket(still.server.publicUrl, '/ws/time/')
    await socket.next()
    await still.stop()
    expect(await socket.closed).toEqual({ code: 1001, reason: 'server is stopping' })
  })
})
