import { mkdtempSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest'
import type { Heard, NameNetwork } from '../../src-server/network/name-announcer.ts'
import { systemNameNetwork } from '../../src-server/network/system-name-network.ts'
import { Caller } from '../support/caller.ts'
import { HeadlessServer } from '../support/headless-server.ts'
import { needs } from '../support/needs.ts'
import { openRaw } from '../support/raw-connection.ts'

interface Code {
  readonly code: string
  readonly pairing_url: string
  readonly by_name: { readonly pairing_url: string; readonly qr_svg: string } | null
}

const lan = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

/** Somebody else on the same network, with real packets. */
class Neighbour {
  readonly heard: Heard[] = []
  readonly network: NameNetwork
  readonly failures: Error[] = []

  constructor(address: string) {
    this.network = systemNameNetwork(address, {
      heard: (heard) => this.heard.push(heard),
      failed: (error) => this.failures.push(error),
    })
  }

  /** Which address a name has been told to have. */
  addressOf(name: string): string | undefined {
    const told = this.heard.flatMap((heard) => (heard.is === 'answer' ? heard.told : []))
    return told.findLast((record) => record.name === name)?.address
  }

  async hears(name: string): Promise<string | undefined> {
    for (let turn = 0; turn < 100 && this.addressOf(name) === undefined; turn += 1) await pause(100)
    return this.addressOf(name)
  }
}

let dataDir: string
let neighbour: Neighbour | undefined
let server: HeadlessServer | undefined
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kerbside-name-'))
})
afterEach(async () => {
  neighbour?.network.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Whether packets to many come back to this machine at all, which some containers do not let them. */
async function reachable(context: TestContext): Promise<string> {
  needs(context, lan === undefined ? 'this machine is on no network' : undefined)
  const address = lan ?? ''
  const here = (neighbour = new Neighbour(address))
  here.network.tell({ name: 'kerbside-test-echo.local', address }, 1)
  const echo = await here.hears('kerbside-test-echo.local')
  needs(context, echo === undefined ? 'this machine’s network lets no multicast through' : undefined)
  return address
}

function start(more: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, string>>> {
  const ports = { KERBSIDE_HOST: '0.0.0.0', KERBSIDE_PORT: '0', KERBSIDE_STAFF_PORT: '0' }
  server = new HeadlessServer({
    ...ports,
    KERBSIDE_DATA_DIR: dataDir,
    KERBSIDE_MDNS: 'on',
    KERBSIDE_LOG_LEVEL: 'error',
    ...more,
  })
  return server.ready()
}

async function statusUnder(base: string, host: string): Promise<string> {
  const connection = await openRaw(base)
  connection.socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  await connection.ended
  connection.socket.destroy()
  return connection.heard.slice(0, 12)
}

it('a server on the network is found by its name, and answers to that one and to no other', async (context) => {
  const address = await reachable(context)
  const { public_url: base = '' } = await start()
  expect(await neighbour?.hears('kerbside.local')).toBe(address)
  expect(await statusUnder(base, 'kerbside.local')).toBe('HTTP/1.1 200')
  expect(await statusUnder(base, 'kerbside-2.local')).toBe('HTTP/1.1 421')
  expect(await statusUnder(base, 'evil.local')).toBe('HTTP/1.1 421')

  const before = neighbour?.heard.length ?? 0
  neighbour?.network.ask({ name: 'kerbside.local', address })
  await pause(1000)
  expect(neighbour?.heard.slice(before).some(({ is }) => is === 'answer')).toBe(true)
}, 60_000)

it('a pairing code leads to the name, too, as long as it is announced', async (context) => {
  const address = await reachable(context)
  const { public_url: base = '', staff_url: staff = '' } = await start({ KERBSIDE_DEMO: '1' })
  expect(await neighbour?.hears('kerbside.local')).toBe(address)
  const owner = new Caller(staff)
  await owner.post('/api/v1/session', { username: 'owner', password: 'harbour-owner' })
  const newCode = async () => (await owner.post('/api/v1/devices/pairing-codes')).json() as Code
  const { code, pairing_url: byAddress, by_name: byName } = await newCode()
  const { port } = new URL(base)
  expect(byAddress).toBe(`http://${address}:${port}/kiosk/#pair=${code}`)
  expect(byName).toEqual({
    pairing_url: `http://kerbside.local:${port}/kiosk/#pair=${code}`,
    qr_svg: expect.stringMatching(/^<svg /) as string,
  })
  await owner.send('PUT', '/api/v1/network', { address: null, announce: false })
  expect((await newCode()).by_name).toBeNull()
}, 60_000)

it('a server whose name is somebody else’s takes another', async (context) => {
  const address = await reachable(context)
  const owned = { name: 'kerbside.local', address: '198.51.100.7' }
  const defending = setInterval(() => {
    const isAsked = neighbour?.heard.splice(0).some(({ is, asked }) => is === 'question' && asked.includes(owned.name))
    if (isAsked) neighbour?.network.tell(owned, 120)
  }, 20)
  try {
    await start()
    await pause(1500)
  } finally {
    clearInterval(defending)
  }
  expect(await neighbour?.hears('kerbside-2.local')).toBe(address)
}, 60_000)
