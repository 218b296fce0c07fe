import type { Server as HttpServer } from 'node:http'
import { Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectionOptions, MOST_CONNECTIONS } from '../../src-server/http/connection-limits.ts'
import { openRaw } from '../support/raw-connection.ts'
import { startStillServer, type StillServer } from '../support/still-server.ts'

describe('the limits of a listener', () => {
  let still: StillServer
  const listeners: Server[] = []
  beforeEach(async () => {
    const { listen } = Server.prototype
    vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...how: unknown[]) {
      listeners.push(this)
      return listen.apply(this, how as Parameters<typeof listen>)
    })
    still = await startStillServer({ site: 'none' })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    listeners.length = 0
    await still.stop()
  })

  const each = [
    ['customers', () => still.server.publicUrl],
    ['staff', () => still.server.staffUrl],
  ] as const
  const listenerAt = (url: string) => {
    const port = Number(new URL(url).port)
    return listeners.find((one) => (one.address() as { port: number } | null)?.port === port) as HttpServer
  }

  it.each(each)('cut off one connection too many at once, and no other: that of %s', async (_, url) => {
    const listener = listenerAt(url())
    expect(listener.maxConnections).toBe(MOST_CONNECTIONS)
    // So many sockets are more than a test's process may open on many machines; what the limit does, it does at three.
    listener.maxConnections = 3
    const held = await Promise.all([1, 2, 3].map(() => openRaw(url())))
    const oneTooMany = await openRaw(url())
    expect(await Promise.race([oneTooMany.ended.then(() => 'closed'), pause(2000, 'open')])).toBe('closed')
    held[0]?.socket.destroy()
    await vi.waitFor(async () => expect((await fetch(`${url()}/healthz`)).status).toBe(200))
    for (const { socket } of held) socket.destroy()
  })

  it.each(each)('cut off a connection on which nothing moves: that of %s', async (_, url) => {
    const listener = listenerAt(url())
    expect(listener.timeout).toBe(connectionOptions.connectionTimeout)
    // A minute is long for a test, too.
    listener.timeout = 300
    const { socket, ended } = await openRaw(url())
    const from = performance.now()
    const head = `POST /api/v1/session HTTP/1.1\r\nHost: ${new URL(url()).host}\r\nContent-Type: application/json\r\n`
    socket.write(`${head}Content-Length: 1000\r\n\r\n{`)
    await ended
    expect(performance.now() - from).toBeLessThan(3000)
    socket.destroy()
  })
})
