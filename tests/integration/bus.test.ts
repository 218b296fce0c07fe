import { createClient } from '@redis/client'
import { afterEach, beforeEach, describe, expect, it, vi, type TestContext } from 'vitest'
import type { BusMessage } from '../../src-server/bus/bus-message.ts'
import { needs } from '../support/needs.ts'
import { findRedis, TestRedis } from '../support/redis.ts'
import { startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket } from '../support/test-socket.ts'
import { hold } from '../support/wash.ts'

const found = await findRedis()
const CHANNEL = 'kerbside:quay-lane'
const SLOT = '2025-12-05T15:00:00+05:30'

/** Another server of the site, as far as the bus knows. */
async function joinBus(url: string) {
  const [teller, listener] = [createClient({ url }), createClient({ url })]
  for (const client of [teller, listener]) client.on('error', () => {})
  const heard: BusMessage[] = []
  await Promise.all([teller.connect(), listener.connect()])
  await listener.subscribe(CHANNEL, (text) => heard.push(JSON.parse(text) as BusMessage))
  return {
    heard,
    events: () => heard.flatMap((message) => (message.is === 'event' ? message.event.name : [])),
    say: (message: BusMessage) => teller.publish(CHANNEL, JSON.stringify(message)),
    close() {
      teller.destroy()
      listener.destroy()
    },
  }
}

describe('servers that share a site', { timeout: 60_000 }, () => {
  let redis: TestRedis
  let still: StillServer
  let ownerId: string
  let peer: Awaited<ReturnType<typeof joinBus>>

  beforeEach(async () => {
    if (found.obstacle !== undefined) return
    redis = await TestRedis.start(found.program)
    peer = await joinBus(redis.url)
    still = await startStillServer({ env: { KERBSIDE_BUS_URL: redis.url, KERBSIDE_BUS_CHANNEL: CHANNEL } })
    ownerId = ((await still.owner.get('/api/v1/session')).json() as { user: { id: string } }).user.id
    await becomes('connected')
  })
  afterEach(async () => {
    await still?.stop()
    peer?.close()
    await redis?.kill()
  })

  const here = (context: TestContext) => needs(context, found.obstacle)
  const ready = async () => (await still.visitor.get('/readyz')).json() as { status: string; bus?: string }
  const becomes = (bus: string) =>
    vi.waitFor(async () => expect(await ready()).toMatchObject({ status: 'ready', bus }), { timeout: 20_000 })
  const staffSocket = () => {
    const base = still.server.staffUrl
    return openSocket(base, `/ws/notifications/${ownerId}/`, { origin: base, cookie: still.owner.cookie })
  }
  const kioskSocket = async () => {
    const socket = await openSocket(still.server.publicUrl, '/ws/time/', { origin: still.server.publicUrl })
    socket.send({ type: 'subscribe', topics: ['availability'] })
    await socket.soFar()
    return socket
  }

  it('tell each other of bookings, in the order of their numbers', async (context) => {
    here(context)
    await hold(still.visitor, SLOT)
    await vi.waitFor(() => expect(peer.events()).toEqual(expect.arrayContaining(['notification', 'availability'])))
    const numbers = peer.heard.filter(({ is }) => is === 'event').map(({ n }) => n)
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
  })

  it('tell their own screens what another has made true', async (context) => {
    here(context)
    const [kiosk, staff] = await Promise.all([kioskSocket(), staffSocket()])
    const body = { kind: 'wash', date: '2025-12-09', version: 7 } as const
    await peer.say({ is: 'event', from: 'peer', n: 1, event: { name: 'availability', body } })
    expect(await kiosk.nextOf('availability_changed')).toEqual({ type: 'availability_changed', ...body })
    const news = { type: 'bay_changed', seq: 8, at: '2025-12-05T12:45:22+05:30', bay: 'A1', change: 'blocked' } as const
    await peer.say({ is: 'event', from: 'peer', n: 2, event: { name: 'notification', body: news } })
    expect(await staff.nextOf('bay_changed')).toEqual(news)
  })

  it('send away at once whoever signs out at another', async (context) => {
    here(context)
    const socket = await staffSocket()
    const sessionHash = still.look((db) => db.prepare('SELECT token_hash FROM session').pluck().get()) as string
    await peer.say({ is: 'event', from: 'peer', n: 1, event: { name: 'revoked', body: { sessionHash } } })
    expect(await socket.closed).toMatchObject({ code: 4401 })
  })

  it('read the store where an event was lost', async (context) => {
    here(context)
    const socket = await staffSocket()
    still.plant('DELETE FROM session')
    await peer.say({ is: 'beat', from: 'peer', n: 3 })
    expect(await socket.closed).toMatchObject({ code: 4401 })
  })

  it('go on without Redis, say so, and read what they missed when it is back', async (context) => {
    here(context)
    const [kiosk, staff] = await Promise.all([kioskSocket(), staffSocket()])
    await redis.kill()
    await becomes('away')
    expect((await still.owner.at(still.server.staffUrl).get('/metrics')).text).toContain('kerbside_bus_connected 0')
    await hold(still.visitor, SLOT)
    expect(await staff.nextOf('booking_changed')).toMatchObject({ booking: { state: 'held' } })
    await kiosk.soFar()
    await redis.start()
    await becomes('connected')
    expect(await staff.nextOf('news_missed')).toMatchObject({ type: 'news_missed' })
    expect(await kiosk.nextOf('availability_changed')).toMatchObject({ kind: 'wash', date: '2025-12-05' })
    expect((await still.owner.get('/metrics')).text).toContain('kerbside_bus_connected 1')
  })
})
