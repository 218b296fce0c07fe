import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firewallCommands } from '../../../../src-renderer/getting-started/firewall-commands.ts'
import type { Clock } from '../../../../src-server/clock/clock.ts'
import { HostPolicy } from '../../../../src-server/http/host-policy.ts'
import type { Interfaces } from '../../../../src-server/network/lan-addresses.ts'
import { NetworkService } from '../../../../src-server/network/network-service.ts'

const card = (address: string, family = 'IPv4') => [{ family, internal: false, address }]
const loopback = [{ family: 'IPv4', internal: true, address: '127.0.0.1' }]
const both = { lo: loopback, eth0: card('10.0.0.5'), wlan0: card('192.168.1.20'), tun0: card('fe80::1', 'IPv6') }

let dataDir: string
let interfaces: Interfaces
let opened: string[]
let wakes: (() => void)[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kerbside-network-'))
  interfaces = both
  opened = []
  wakes = []
})
afterEach(() => rmSync(dataDir, { recursive: true }))

function serve({ host = '0.0.0.0', mdns = true } = {}): NetworkService {
  return new NetworkService({
    settings: { dataDir, host, mdns },
    clock: { now: () => Date.UTC(2025, 11, 5) } as Clock,
    timers: { after: (_ms, wake) => (wakes.push(wake), () => {}) },
    timezone: () => 'UTC',
    interfaces: () => interfaces,
    openNames: (address) => {
      opened.push(address)
      return { ask: () => {}, tell: () => {}, close: () => void opened.push('closed') }
    },
    pageOf: (name) => `http://${name}:8000/kiosk/`,
    warn: () => {},
  })
}
const addressesOf = (network: NetworkService) => network.addresses().map(({ address }) => address)
function takeName(): void {
  for (let turn = 0; turn < 3; turn += 1) wakes.splice(0).forEach((wake) => wake())
}

describe('the address that tablets are told', () => {
  it('is the first until one is chosen, and the choice outlasts a restart', () => {
    const network = serve()
    expect([addressesOf(network), network.get().by_hand]).toEqual([['10.0.0.5', '192.168.1.20'], false])
    expect(network.change({ address: '192.168.1.20', announce: true })).toMatchObject({
      chosen: '192.168.1.20',
      by_hand: true,
      page: 'http://192.168.1.20:8000/kiosk/',
      port: 8000,
    })
    expect(addressesOf(serve())).toEqual(['192.168.1.20', '10.0.0.5'])
    expect(network.change({ address: null, announce: true })).toMatchObject({ chosen: '10.0.0.5', by_hand: false })
  })

  it('follows the chosen card to another address, and goes to another card only without it', () => {
    serve().change({ address: '192.168.1.20', announce: true })
    interfaces = { ...both, wlan0: card('192.168.1.77') }
    expect(addressesOf(serve())[0]).toBe('192.168.1.77')
    interfaces = { lo: loopback, eth0: card('10.0.0.5') }
    expect(addressesOf(serve())).toEqual(['10.0.0.5'])
  })

  it('is one of this computer’s, and KERBSIDE_HOST’s where that names one', () => {
    expect(serve().change({ address: '8.8.8.8', announce: true })).toMatchObject({ refused: 'invalid_request' })
    expect(addressesOf(serve({ host: '192.168.1.20' }))).toEqual(['192.168.1.20'])
    expect(serve({ host: '192.168.1.20' }).get().fixed).toBe(true)
    expect(addressesOf(serve({ host: '127.0.0.1' }))).toEqual([])
    expect(serve({ host: '127.0.0.1' }).get().page).toBe('http://127.0.0.1:8000/kiosk/')
  })

  it('is chosen anew where the file of the choice cannot be read', () => {
    writeFileSync(join(dataDir, 'network-settings.json'), '{"format":9}')
    expect(serve().get()).toMatchObject({ chosen: '10.0.0.5', announce: true })
  })
})

describe('the name', () => {
  it('goes with the chosen address, and is gone when it is switched off', () => {
    const network = serve()
    expect(network.get().name_state).toBe('alone')
    network.start()
    expect([network.get().name_state, network.name]).toEqual(['asking', undefined])
    takeName()
    expect([network.get().name_state, network.name, network.get().name_page]).toEqual([
      'announced',
      'kerbside.local',
      'http://kerbside.local:8000/kiosk/',
    ])
    network.change({ address: '192.168.1.20', announce: true })
    expect(opened).toEqual(['10.0.0.5', 'closed', '192.168.1.20'])
    network.change({ address: '192.168.1.20', announce: false })
    expect([opened.at(-1), network.get().name_state, network.name]).toEqual(['closed', 'off', undefined])
  })

  it('follows a network that comes and goes', () => {
    interfaces = { lo: loopback }
    const network = serve()
    network.start()
    expect(network.get().name_state).toBe('alone')
    interfaces = both
    network.onSecond(11)
    expect(opened).toEqual([])
    network.onSecond(20)
    expect(opened).toEqual(['10.0.0.5'])
    network.stop()
    network.onSecond(30)
    expect(opened).toEqual(['10.0.0.5', 'closed'])
  })

  it('is never announced where the settings forbid it, nor where nobody else reaches the server', () => {
    for (const network of [serve({ mdns: false }), serve({ host: '127.0.0.1' })]) network.start()
    expect(opened).toEqual([])
    expect(serve({ mdns: false }).get().name_state).toBe('forbidden')
  })

  it('is answered to while it is announced, and not a moment longer; no other is', () => {
    let announced: string | undefined
    const names = { configured: [], trustedOrigins: [], ownPorts: () => [8000], reach: 'network' as const }
    const policy = new HostPolicy({ ...names, announced: () => announced })
    expect(policy.isOwnHost('kerbside.local:8000')).toBe(false)
    announced = 'kerbside.local'
    expect(policy.isOwnHost('Kerbside.local:8000')).toBe(true)
    expect(policy.isOwnOrigin('http://kerbside.local:8000')).toBe(true)
    expect(policy.isOwnOrigin('http://kerbside.local:9000')).toBe(false)
    for (const other of ['kerbside-2.local', 'evil.local', 'kerbside.local.evil.example', 'local']) {
      expect(policy.isOwnHost(other)).toBe(false)
    }
    announced = undefined
    expect(policy.isOwnHost('kerbside.local:8000')).toBe(false)
    announced = 'kerbside.local'
    const staff = new HostPolicy({ ...names, reach: 'machine', announced: () => announced })
    expect(staff.isOwnHost('kerbside.local')).toBe(false)
  })
})

it('the last visit to the kiosk’s page is known', () => {
  const network = serve()
  expect(network.get().last_visit).toBeNull()
  network.noteVisit('10.0.0.9')
  expect(network.get().last_visit).toEqual({ at: '2025-12-05T00:00:00+00:00', address: '10.0.0.9' })
})

it('each system’s firewall is told of the port that there is', () => {
  for (const platform of ['windows', 'linux', 'other'] as const) {
    expect(firewallCommands({ platform, port: 8123 }).flatMap(({ commands }) => commands)[0]).toContain('8123')
  }
  expect(firewallCommands({ platform: 'macos', port: 8123 }).flatMap(({ commands }) => commands)).toHaveLength(2)
})
