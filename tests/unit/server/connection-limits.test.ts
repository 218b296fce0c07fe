import { describe, expect, it } from 'vitest'
import { ConnectionCount, countedAddress } from '../../../src-server/http/connection-limits.ts'

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
