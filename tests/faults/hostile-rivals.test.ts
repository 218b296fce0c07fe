import { Agent, request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_FROM_ONE_ADDRESS } from '../../src-server/http/connection-limits.ts'
import { openRaw, type RawConnection } from '../support/raw-connection.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { overlaps, rows } from '../support/store-look.ts'
import { AttackedServer } from './hostile/attacked-server.ts'
import { Dice } from './hostile/dice.ts'
import { needs } from '../support/needs.ts'

const CLIENTS = 200
const SLOTS = 20
const WASH_BAYS = 2
const GUESSES = 10_000
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** So many addresses of this machine's own guess; where the system has one alone, it is that. */
const GUESSERS = process.platform === 'linux' ? 20 : 1

interface Sent {
  readonly path: string
  readonly body: object
  readonly cookie?: string
}

/** Sends JSON on one of an agent's connections. @returns the status, and the problem's code where there is one */
function post(base: string, agent: Agent, { path, body, cookie }: Sent): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': bytes.length }
    const sent = request(base + path, { method: 'POST', agent, headers: { ...headers, ...(cookie && { cookie }) } })
    sent.on('error', reject)
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { code } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { code?: string }
        resolve([response.statusCode, code].filter(Boolean).join(' '))
      })
    })
    sent.end(bytes)
  })
}

function tally(outcomes: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, count]) => `${outcome}: ${count}`).join(', ')
}

describe('many who want the same', () => {
  let server: AttackedServer
  beforeAll(async () => {
    server = await AttackedServer.start({ KERBSIDE_HOST: '0.0.0.0' })
  }, 60_000)
  afterAll(() => server.stop())

  it('200 clients race for 20 slots: each slot is booked once for each wash bay', async () => {
    const seed = testSeed(13)
    const slots = (await server.slots(2)).slice(0, SLOTS)
    expect(slots).toHaveLength(SLOTS)
    const { cookie } = server.kiosk
    const outcomes = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const dice = new Dice(seededRandom(seed * 1000 + client))
        const agent = new Agent({ keepAlive: true, maxSockets: 1 })
        const order = slots.map((start) => ({ start, at: dice.random() })).toSorted((a, b) => a.at - b.at)
        const own: string[] = []
        for (const { start } of order) {
          const body = { kind: 'wash', service_id: 'exterior', start, plate: `KL07R${1000 + client}` }
          own.push(await post(server.publicUrl, agent, { path: '/api/v1/bookings', body, cookie }))
        }
        agent.destroy()
        return own
      }),
    )
    const all = outcomes.flat()
    const doubled = server.look(overlaps)
    console.log(`seed ${seed}: ${CLIENTS} clients × ${SLOTS} slots: ${tally(all)}; double bookings: ${doubled}`)
    expect(doubled).toBe(0)
    expect(all.filter((outcome) => outcome === '201')).toHaveLength(SLOTS * WASH_BAYS)
    expect(all.filter((outcome) => outcome === '409 slot_taken')).toHaveLength(SLOTS * (CLIENTS - WASH_BAYS))
    const kept = server.look((db) =>
      rows<{ n: number }>(db, "SELECT count(*) AS n FROM booking WHERE plate LIKE 'KL07R%' GROUP BY starts_at"),
    )
    expect(kept.map(({ n }) => n)).toEqual(Array.from({ length: SLOTS }, () => WASH_BAYS))
  })

  it('10,000 guesses at a pairing code that is good pair nothing', async () => {
    const seed = testSeed(14)
    const made = await server.owner.post('/api/v1/devices/pairing-codes')
    const { code } = made.json() as { code: string }
    const devices = () => server.look((db) => rows<{ n: number }>(db, 'SELECT count(*) AS n FROM device')[0]?.n)
    const before = devices()
    let left = GUESSES
    const outcomes = await Promise.all(
      Array.from({ length: GUESSERS }, async (_, guesser) => {
        const dice = new Dice(seededRandom(seed * 1000 + guesser))
        const from = GUESSERS > 1 ? { localAddress: `127.0.1.${guesser + 1}` } : {}
        const agent = new Agent({ keepAlive: true, maxSockets: 4, ...from })
        const own: string[] = []
        while (left > 0) {
          left -= 1
          const guess = Array.from({ length: 8 }, () => ALPHABET[dice.below(32)]).join('')
          if (guess !== code)
            own.push(await post(server.publicUrl, agent, { path: '/api/v1/devices/pair', body: { code: guess } }))
        }
        agent.destroy()
        return own
      }),
    )
    const all = outcomes.flat()
    console.log(
      `seed ${seed}: ${all.length} guesses from ${GUESSERS} addresses: ${tally(all)}; pairs: ${(devices() ?? 0) - (before ?? 0)}`,
    )
    expect(all).toHaveLength(GUESSES)
    expect(devices()).toBe(before)
    expect(all.filter((outcome) => outcome === '410 pairing_code_invalid').length).toBeLessThan(GUESSES / 10)
    expect(all.filter((outcome) => outcome === '429 rate_limited').length).toBeGreaterThan(GUESSES / 2)
  })

  it('one address of the LAN holds so many connections and no more, and others still come in', async (test) => {
    const address = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
    needs(test, address === undefined ? 'this machine has no address on a LAN' : undefined)
    const base = server.publicUrl.replace('127.0.0.1', address ?? '')
    const held: RawConnection[] = []
    for (let opened = 0; opened < MOST_FROM_ONE_ADDRESS; opened += 64) {
      held.push(...(await Promise.all(Array.from({ length: 64 }, () => openRaw(base)))))
    }
    const oneTooMany = await openRaw(base)
    expect(await Promise.race([oneTooMany.ended.then(() => 'closed'), pause(2000, 'open')])).toBe('closed')
    expect((await server.kiosk.get('/healthz')).status).toBe(200)
    for (const { socket } of held) socket.destroy()
    await pause(500)
    const answer = await fetch(`${base}/healthz`)
    expect(answer.status).toBe(200)
  })
})

describe.concurrent('whoever takes too long', () => {
  let server: AttackedServer
  beforeAll(async () => {
    server = await AttackedServer.start()
  }, 60_000)
  afterAll(() => server.stop())

  const head = 'POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

  it.each([
    ['says nothing', '', '', 3.5],
    ['sends its headers letter by letter', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nx: ', 'x', 3.5],
    ['asks, and then says nothing', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n', '', 10],
    ['sends its body letter by letter', `${head}Content-Length: 1000\r\n\r\n`, ' ', 15],
    ['sends its body chunk by chunk', `${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n', 15],
  ] as const)('is gone: who %s', async (_, first, then, seconds) => {
    const connection = await openRaw(server.publicUrl)
    const from = performance.now()
    connection.socket.write(first)
    const crumbs = setInterval(() => then !== '' && connection.socket.write(then), 500)
    await connection.ended
    clearInterval(crumbs)
    const took = (performance.now() - from) / 1000
    expect(took).toBeGreaterThan(seconds - 0.5)
    // Far less than the hours that such a peer would like; how punctual a busy machine is, is no matter.
    expect(took).toBeLessThan(seconds * 3)
    connection.socket.destroy()
  })
})
