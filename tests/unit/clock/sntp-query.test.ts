import { describe, expect, it } from 'vitest'
import { parseNtpServer, querySntp } from '../../../src-server/clock/sntp/sntp-query.ts'
import { ntpReply } from '../../support/ntp-reply.ts'
import { FakeNetwork, randomOf, type FakeServer } from './fake-network.ts'
import { Machine, NOON, trusted } from './machine.ts'

const random = randomOf(7)

function ask(server: FakeServer, machine = new Machine(), now = () => machine.wallMs()) {
  const network = new FakeNetwork(machine, { one: server })
  return querySntp({ host: 'one', port: 123 }, network.exchange, now, random)
}

describe('asking a server', () => {
  it('measures its offset and what is not known of it', async () => {
    const sample = await ask({
      offsetMs: 1000,
      thereMs: 20,
      backMs: 20,
      reply: { rootDelayMs: 4, rootDispersionMs: 3 },
    })
    expect(sample).toMatchObject({ stratum: 2, address: 'one#123' })
    if ('refused' in sample) return
    expect(sample.offsetMs).toBeCloseTo(1000, 2)
    expect(sample.delayMs).toBeCloseTo(40, 2)
    expect(sample.errorMs).toBeCloseTo(20 + 2 + 3, 1)
  })

  it.each([
    [200, 0],
    [0, 200],
    [130, 70],
  ])('holds the truth in its interval when one way takes %i ms and the other %i', async (thereMs, backMs) => {
    const sample = await ask({ offsetMs: -77, thereMs, backMs })
    if ('refused' in sample) throw new Error(sample.refused)
    expect(Math.abs(sample.offsetMs + 77)).toBeLessThanOrEqual(sample.errorMs)
  })

  it.each<[string, FakeServer]>([
    ['silent', { silent: true }],
    ['unreachable', { error: 'ENOTFOUND' }],
    ['unreachable', { error: 'ENETUNREACH' }],
    ['unsynchronised', { reply: { leap: 3 } }],
    ['implausible', { reply: { receivedAt: null } }],
    ['implausible', { thereMs: 900, backMs: 101 }],
    ['implausible', { reply: { rootDispersionMs: 1000 } }],
    ['kiss', { reply: { stratum: 0, reference: 'RATE' } }],
  ])('is %s when it has %o', async (refused, server) => {
    expect(await ask(server)).toMatchObject({ refused })
  })

  it('is not misled by business time that is set back between asking and hearing', async () => {
    const machine = new Machine()
    const { guard } = trusted(machine)
    machine.step(-3_600_000)
    guard.check()
    let looks = 0
    const now = () => {
      looks += 1
      if (looks === 3) guard.accept()
      return guard.now()
    }
    expect(await ask({}, machine, now)).toEqual({ refused: 'implausible' })
  })

  it('waits on for the right answer when others come first', async () => {
    const wrong = { receivedAt: NOON + 9e6, sentAt: NOON + 9e6 }
    const cookie = new Uint8Array(8).fill(9)
    const spoofs = [
      new Uint8Array(3),
      ntpReply({ cookie, ...wrong }),
      ntpReply({ cookie, ...wrong, mode: 5 }),
      ntpReply({ cookie, ...wrong, stratum: 0, reference: 'DENY' }),
    ]
    const sample = await ask({ offsetMs: 5, spoofs })
    if ('refused' in sample) throw new Error(sample.refused)
    expect(sample.offsetMs).toBeCloseTo(5, 2)
  })

  it('takes a new random transmit timestamp for each request', async () => {
    const network = new FakeNetwork(new Machine(), { one: {} })
    for (let count = 0; count < 50; count += 1) {
      await querySntp({ host: 'one', port: 123 }, network.exchange, () => NOON, random)
    }
    expect(new Set(network.requests.map(({ request }) => String(request.subarray(40)))).size).toBe(50)
  })
})

describe('a server’s name', () => {
  it.each([
    ['pool.ntp.org', 'pool.ntp.org', 123],
    ['127.0.0.1:1123', '127.0.0.1', 1123],
    ['[::1]:1123', '::1', 1123],
    ['[2001:db8::7]', '2001:db8::7', 123],
    ['2001:db8::7', '2001:db8::7', 123],
  ])('%s leads to %s, port %i', (text, host, port) => {
    expect(parseNtpServer(text)).toEqual({ host, port })
  })
})
