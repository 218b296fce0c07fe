import { createSocket } from 'node:dgram'
import { describe, expect, it } from 'vitest'
import { querySntp } from '../../../src-server/clock/sntp/sntp-query.ts'
import { systemDatagrams } from '../../../src-server/clock/sntp/system-datagrams.ts'
import { systemTimers } from '../../../src-server/clock/system-timers.ts'
import { systemRandom } from '../../../src-server/ids/system-random.ts'
import { FakeSntpServer } from '../../support/fake-sntp-server.ts'
import { ntpReply } from '../../support/ntp-reply.ts'

const TRUE = Date.parse('2025-12-05T07:15:22Z')
const now = () => TRUE + performance.now()
const exchange = systemDatagrams(systemTimers)
const ask = (host: string, port: number) => querySntp({ host, port }, exchange, now, systemRandom)

async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address()
  socket.close()
  return port
}

describe('asking over a real network', () => {
  it('measures a server on this machine to within a few milliseconds', async () => {
    const server = await FakeSntpServer.start(() => now() + 1234)
    const sample = await ask('127.0.0.1', server.port)
    await server.stop()
    if ('refused' in sample) throw new Error(sample.refused)
    expect(Math.abs(sample.offsetMs - 1234)).toBeLessThanOrEqual(sample.errorMs)
    expect(sample.address).toBe(`127.0.0.1#${server.port}`)
  })

  it.each([
    ['nobody listens there', async () => ask('127.0.0.1', await freePort()), 'unreachable'],
    ['there is no such name', () => ask('no-such-host.invalid', 123), 'unreachable'],
    ['there is no way there', () => ask('255.255.255.255', 123), 'unreachable'],
  ])('comes to nothing, and breaks nothing, when %s', async (_, asking, refused) => {
    expect(await asking()).toEqual({ refused })
  })

  it('hears only whom it asked', async () => {
    const stranger = createSocket('udp4')
    const server = createSocket('udp4')
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
    server.on('message', (request, { port }) => {
      const cookie = request.subarray(40, 48)
      const wrong = ntpReply({ cookie, receivedAt: TRUE + 9e6, sentAt: TRUE + 9e6 })
      stranger.send(wrong, port, '127.0.0.1', () => {
        const right = ntpReply({ cookie, receivedAt: now(), sentAt: now() })
        server.send(right, port, '127.0.0.1')
      })
    })
    const sample = await ask('127.0.0.1', server.address().port)
    server.close()
    stranger.close()
    if ('refused' in sample) throw new Error(sample.refused)
    expect(Math.abs(sample.offsetMs)).toBeLessThanOrEqual(sample.errorMs)
  })

  it('gives up after a second and a half', async () => {
    const server = await FakeSntpServer.start(now)
    server.mode = { kind: 'silent' }
    const before = performance.now()
    expect(await ask('127.0.0.1', server.port)).toEqual({ refused: 'silent' })
    expect(performance.now() - before).toBeGreaterThanOrEqual(1490)
    await server.stop()
  })
})
