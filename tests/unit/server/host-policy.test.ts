import { hostname, networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { HostPolicy, type OwnNames } from '../../../src-server/http/host-policy.ts'

const onNetwork = (names: Partial<OwnNames>): HostPolicy =>
  new HostPolicy({ configured: [], trustedOrigins: [], ownPorts: () => [8000], reach: 'network', ...names })
const policy = onNetwork({
  configured: ['Park.Example'],
  trustedOrigins: ['app://console'],
  ownPorts: () => [8000, 8001],
})
const lan = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .filter(({ family, internal }) => family === 'IPv4' && !internal)
  .map(({ address }) => address)

describe('under which names the server answers', () => {
  it.each([
    'localhost',
    'localhost:8000',
    'LOCALHOST',
    '127.0.0.1:8000',
    '[::1]:8000',
    '[::1]',
    'park.example',
    'park.example:443',
    hostname(),
    `${hostname().toLowerCase()}.local:8000`,
    ...lan,
  ])('answers as %s', (authority) => expect(policy.isOwnHost(authority)).toBe(true))

  it.each([
    ['nothing', undefined],
    ['an empty name', ''],
    ['somebody else', 'evil.example'],
    ['a name that was pointed here', 'rebind.evil.example:8000'],
    ['a name that begins like ours', 'localhost.evil.example'],
    ['a name that ends like ours', 'evil-park.example'],
    ['a user part like ours', 'localhost@evil.example'],
    ['a fragment like ours', 'evil.example#localhost'],
    ['two names', 'localhost, evil.example'],
    ['another address', '203.0.113.7:8000'],
    ['no name at all', '://'],
    ['a port that is none', 'localhost:port'],
  ])('does not answer as %s', (_, authority) => expect(policy.isOwnHost(authority)).toBe(false))
})

describe('which pages may talk to the server', () => {
  it.each([
    'http://localhost:8000',
    'http://127.0.0.1:8001',
    'http://[::1]:8000',
    'https://localhost:8000',
    'app://console',
    'https://park.example',
    'https://park.example:8443',
    'http://park.example',
  ])('%s may', (origin) => expect(policy.isOwnOrigin(origin)).toBe(true))

  it.each([
    'null',
    '',
    'http://localhost',
    'http://localhost:9999',
    'http://127.0.0.1:3000',
    'https://evil.example',
    'http://evil.example:8000',
    'http://park.example.evil.example',
    'http://localhost.evil.example:8000',
    'app://evil',
    'app://console/',
    'file://',
    'ftp://localhost:8000',
    'ws://localhost:8000',
    'javascript://localhost:8000',
  ])('%j may not', (origin) => expect(policy.isOwnOrigin(origin)).toBe(false))

  it('another program’s page on this machine may not, also where the server listens on that very name', () => {
    const bound = onNetwork({ configured: ['127.0.0.1', 'localhost'] })
    expect(bound.isOwnOrigin('http://127.0.0.1:8000')).toBe(true)
    expect(bound.isOwnOrigin('http://127.0.0.1:3000')).toBe(false)
    expect(bound.isOwnOrigin('http://localhost:3000')).toBe(false)
    expect(bound.isOwnOrigin('http://localhost')).toBe(false)
  })

  it('follows the ports that the listeners have at the time', () => {
    const ports = [8000]
    const moving = onNetwork({ ownPorts: () => ports })
    expect(moving.isOwnOrigin('http://localhost:8001')).toBe(false)
    ports.push(8001)
    expect(moving.isOwnOrigin('http://localhost:8001')).toBe(true)
    ports.push(80)
    expect(moving.isOwnOrigin('http://localhost')).toBe(true)
    expect(moving.isOwnOrigin('https://localhost')).toBe(false)
  })

  it('knows the address it listens on, and its own ports there only', () => {
    const bound = onNetwork({ listeningHost: '127.0.0.9' })
    expect(bound.isOwnHost('127.0.0.9:8000')).toBe(true)
    expect(bound.isOwnOrigin('http://127.0.0.9:8000')).toBe(true)
    expect(bound.isOwnOrigin('http://127.0.0.9:9999')).toBe(false)
    expect(bound.isOwnHost('127.0.0.10:8000')).toBe(false)
  })
})

describe('a listener that the LAN does not reach', () => {
  const staff = onNetwork({ reach: 'machine', configured: ['park.example'], ownPorts: () => [8001] })

  it.each(['localhost:8001', '127.0.0.1:8001', '[::1]:8001', 'park.example'])('answers as %s', (authority) =>
    expect(staff.isOwnHost(authority)).toBe(true),
  )

  // Whoever answers for such a name on the LAN could point it here once his page is loaded.
  it.each([hostname(), `${hostname().toLowerCase()}.local:8001`, ...lan])('does not answer as %s', (authority) =>
    expect(staff.isOwnHost(authority)).toBe(false),
  )

  it('has pages of its own port only', () => {
    expect(staff.isOwnOrigin('http://127.0.0.1:8001')).toBe(true)
    expect(staff.isOwnOrigin('http://127.0.0.1:8000')).toBe(false)
    expect(lan.filter((address) => staff.isOwnOrigin(`http://${address}:8001`))).toEqual([])
  })
})
