import { createServer, type Server } from 'node:http'
import { Duplex } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ConnectionCount,
  countedAddress,
  limitConnections,
  MOST_CONNECTIONS,
  MOST_FROM_ONE_ADDRESS,
} from '../../../src-server/http/connection-limits.ts'

describe('what counts as one address', () => {
  it.each([
    ['192.168.1.20', '192.168.1.20'],
    ['::ffff:192.168.1.20', '192.168.1.20'],
    ['::FFFF:192.168.1.20', '192.168.1.20'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::2', '0:0:0:0'],
  ])('%s counts as %s', (address, counted) => expect(countedAddress(address)).toBe(counted))

  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', undefined])('%s counts as none', (address) =>
    expect(countedAddress(address)).toBeUndefined(),
  )
})

describe('connections of an address', () => {
  it('are let in up to the most, and again when one has gone', () => {
    const count = new ConnectionCount(2)
    expect([1, 2, 3].map(() => count.enter('a'))).toEqual([true, true, false])
    expect(count.enter('b')).toBe(true)
    count.leave('a')
    expect([1, 2].map(() => count.enter('a'))).toEqual([true, false])
  })

  it('may come and go without end', () => {
    const count = new ConnectionCount(1)
    for (let turn = 0; turn < 100; turn += 1) {
      expect(count.enter('a')).toBe(true)
      count.leave('a')
    }
  })
})

/** A connection from anywhere that this machine's network does not lead to. */
class ConnectionFrom extends Duplex {
  readonly remoteAddress: string

  constructor(remoteAddress: string) {
    super({ read() {} })
    this.remoteAddress = remoteAddress
  }
}

const PROXY = '192.168.1.2'

describe('a listener', () => {
  let server: Server
  beforeEach(() => {
    server = createServer()
    limitConnections(server, new ConnectionCount(MOST_FROM_ONE_ADDRESS), (address) => address === PROXY)
  })
  afterEach(() => server.closeAllConnections())

  const connect = (address: string) => {
    const connection = new ConnectionFrom(address)
    server.emit('connection', connection)
    return connection
  }
  const crowd = (address: string) => Array.from({ length: MOST_FROM_ONE_ADDRESS }, () => connect(address))

  it('takes as many as there are from a proxy, whose clients are counted by what they have under way', () => {
    expect([...crowd(PROXY), connect(PROXY)].filter(({ destroyed }) => destroyed)).toEqual([])
  })

  it('cuts off what one address has too many of, and nobody else’s', async () => {
    const held = crowd('192.168.1.20')
    expect(held.filter(({ destroyed }) => destroyed)).toEqual([])
    expect(connect('::ffff:192.168.1.20').destroyed).toBe(true)
    expect(connect('192.168.1.21').destroyed).toBe(false)
    held[0]?.destroy()
    await new Promise((resolve) => setImmediate(resolve))
    expect([1, 2].map(() => connect('192.168.1.20').destroyed)).toEqual([false, true])
  })

  it('takes so many from this machine itself as it holds at all', () => {
    crowd('127.0.0.1')
    expect(connect('127.0.0.1').destroyed).toBe(false)
    expect(server.maxConnections).toBe(MOST_CONNECTIONS)
  })
})
