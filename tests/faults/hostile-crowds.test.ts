import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { descriptors } from '../../bench/process-figures.ts'
import { clientFrame, CONTINUATION, PING, TEXT } from '../support/client-frame.ts'
import { openRaw, type RawConnection } from '../support/raw-connection.ts'
import { openSocket, type TestSocket } from '../support/test-socket.ts'
import { AttackedServer } from './hostile/attacked-server.ts'
import { atMost, Bystander, waits } from './hostile/bystander.ts'
import { heldMegabytes, memoryObstacle, residentMegabytes } from './hostile/memory.ts'
import { needs } from '../support/needs.ts'

const WATCH_MS = 4000
const WATCHES = 8
const STALLED = 50
const CROWD = 2000
/** Connections that callers keep open between requests, or not. */
const KEPT_ALIVE = 20
const CRUMBLERS = 100
const CRUMBLE_MS = 10_000
/** Whoever was cut off comes back after this. */
const COME_BACK_MS = 500

const ms = (value: number) => `${value.toFixed(0)} ms`
const mb = (value: number) => `${value.toFixed(1)} MB`

describe('a crowd that means harm', () => {
  let server: AttackedServer
  let bystander: Bystander
  beforeAll(async () => {
    server = await AttackedServer.start()
    bystander = await Bystander.start(server, 20)
  }, 60_000)
  afterAll(async () => {
    bystander.stop()
    await server.stop()
  })

  it('stalls: whoever reads nothing takes little memory, and nobody else waits for it', async (test) => {
    needs(test, memoryObstacle)
    const quiet = await bystander.watch(WATCH_MS)
    const { pid } = server.process
    const before = await heldMegabytes(pid)
    const stalled = await Promise.all(
      Array.from({ length: STALLED }, (_, index) =>
        index % 2 === 0 ? stalledFollower(server) : stalledReader(server, index % 4 === 1 ? 8 : 500),
      ),
    )
    const busy = await bystander.watchUntilWell(WATCHES, WATCH_MS, {
      ticks: atMost(100, quiet.ticks.p99),
      requests: atMost(100, quiet.requests.p99),
    })
    const most = residentMegabytes(pid)
    const grown = (await heldMegabytes(pid)) - before
    for (const stop of stalled) stop()
    console.log(
      `${STALLED} stalled clients: RSS ${mb(before)} + ${mb(grown)} (with garbage ${mb(most)}); ` +
        `healthy p99: ticks ${ms(busy.ticks)} (quiet ${ms(quiet.ticks.p99)}), ` +
        `requests ${ms(busy.requests)} (quiet ${ms(quiet.requests.p99)}), at look ${busy.time}`,
    )
    expect(grown).toBeLessThanOrEqual(30)
    expect(busy.isWell).toBe(true)
  })

  it('floods: 2,000 connections that never come to the point are gone in 5 s, and a kiosk books meanwhile', async () => {
    const slots = await server.slots(3)
    const quiet = waits(await booked(server, slots.slice(0, 10)))
    const crowd: Promise<number>[] = []
    const opened = (async () => {
      for (let index = 0; index < CROWD; index += 1) {
        crowd.push(openRaw(server.publicUrl).then((connection) => lingers(connection, index)))
        if (index % 50 === 49) await pause(5)
      }
    })()
    const took = waits(await booked(server, slots.slice(10, 40)))
    await opened
    const lives = waits(await Promise.all(crowd))
    console.log(
      `a flood of ${CROWD} connections: the last gone after ${ms(lives.worst)}; ` +
        `a paired kiosk booked ${took.count} times meanwhile, at worst in ${ms(took.worst)} (quiet ${ms(quiet.worst)})`,
    )
    expect(lives.count).toBe(CROWD)
    expect(lives.worst).toBeLessThan(5000)
    expect(took.worst).toBeLessThan(atMost(1000, quiet.worst))
  })

  it('leaves: nothing of 2,000 sockets is left 5 s after their peers went', async (test) => {
    needs(test, memoryObstacle)
    const { pid } = server.process
    const before = descriptors(pid)
    const sockets: TestSocket[] = []
    for (let opened = 0; opened < CROWD; opened += 50) {
      const some = Array.from({ length: 50 }, () => openSocket(server.publicUrl, '/ws/time/'))
      sockets.push(...(await Promise.all(some)))
    }
    expect(descriptors(pid)).toBeGreaterThan(before + CROWD - KEPT_ALIVE)
    const took = bystander.watch(1500)
    const from = performance.now()
    for (const socket of sockets) socket.raw.terminate()
    while (descriptors(pid) > before + KEPT_ALIVE && performance.now() - from < 5000) await pause(20)
    const gone = performance.now() - from
    console.log(
      `${CROWD} sockets whose peers went: let go of within ${ms(gone)}; requests took ${ms((await took).requests.worst)} at worst`,
    )
    expect(descriptors(pid)).toBeLessThanOrEqual(before + KEPT_ALIVE)
  })

  it('crumbles: messages in crumbs and without an end take little memory', async (test) => {
    needs(test, memoryObstacle)
    const { pid } = server.process
    const before = await heldMegabytes(pid)
    let [held, most] = [before, before]
    const until = performance.now() + CRUMBLE_MS
    const attacks = Object.entries({ endlessMessage, byteByByte, almostWhole, endlessQuestions })
    const closed = new Map<string, number>()
    const crumblers = Array.from({ length: CRUMBLERS }, async (_, index) => {
      const [name = '', attack] = attacks[index % attacks.length] ?? []
      while (performance.now() < until) {
        const count = await crumble(server, until, attack)
        closed.set(name, (closed.get(name) ?? 0) + count)
      }
    })
    while (performance.now() < until) {
      most = Math.max(most, residentMegabytes(pid))
      held = Math.max(held, await heldMegabytes(pid))
    }
    await Promise.all(crumblers)
    const told = [...closed].map(([name, count]) => `${name} ${count}`).join(', ')
    console.log(
      `${CRUMBLERS} fragment attackers: RSS ${mb(before)} + ${mb(held - before)} at the most (with garbage ${mb(most)}); ` +
        `sockets closed by the server: ${told}`,
    )
    expect(held - before).toBeLessThanOrEqual(20)
    // Whoever brings ever more of a message is cut off; how soon, and whether bytes come one by one, is the machine's affair.
    expect(closed.get('endlessMessage')).toBeGreaterThan(0)
  })
})

/** Asks for the time as fast as it may and reads none of the answers. @returns what ends it */
async function stalledFollower(server: AttackedServer): Promise<() => void> {
  const socket = await openSocket(server.publicUrl, '/ws/time/')
  socket.stream.pause()
  const question = clientFrame(JSON.stringify({ type: 'sync', nonce: 'n'.repeat(64) }), { opcode: TEXT })
  const some = Buffer.concat(Array.from({ length: 20 }, () => question))
  const timer = setInterval(() => socket.stream.write(some), 100)
  return () => {
    clearInterval(timer)
    socket.raw.terminate()
  }
}

/** Asks for a file of the kiosk's so many times at once, and reads none of it. */
async function stalledReader(server: AttackedServer, times: number): Promise<() => void> {
  const page = await (await fetch(`${server.publicUrl}/kiosk/`)).text()
  const script = /src="(\/kiosk\/assets\/[^"]+\.js)"/.exec(page)?.[1]
  if (script === undefined) throw new Error('the kiosk’s page has no script: build it first')
  const connection = await openRaw(server.publicUrl)
  connection.socket.pause()
  connection.socket.write(`GET ${script} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(times))
  return () => connection.socket.destroy()
}

/** Books slots one after the other. @returns how many ms each took */
async function booked(server: AttackedServer, slots: readonly string[]): Promise<readonly number[]> {
  const took: number[] = []
  for (const start of slots) {
    const from = performance.now()
    const body = { kind: 'wash', service_id: 'exterior', start, plate: `KL07BX${1000 + took.length}` }
    const answer = await server.kiosk.post('/api/v1/bookings', body)
    took.push(performance.now() - from)
    if (answer.status !== 201) throw new Error(`a kiosk was answered ${answer.text}`)
    await pause(100)
  }
  return took
}

const HALF_A_HANDSHAKE =
  'GET /ws/time/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: '

/** Holds a connection by saying nothing, half of what it takes, or a letter now and then. @returns how long it lasted, ms */
async function lingers(connection: RawConnection, index: number): Promise<number> {
  const from = performance.now()
  if (index % 3 > 0) connection.socket.write(HALF_A_HANDSHAKE)
  const letters = index % 3 === 2 ? setInterval(() => connection.socket.write('x'), 1000) : undefined
  await connection.ended
  clearInterval(letters)
  connection.socket.destroy()
  return performance.now() - from
}

type Crumbs = (step: number) => Buffer | undefined

/** A message in ever more fragments, none of which is the last. */
const endlessMessage: Crumbs = (step) => clientFrame('x', { opcode: step === 0 ? TEXT : CONTINUATION, final: false })
/** A frame as long as it may be, a byte at a time. */
const byteByByte: Crumbs = (step) => clientFrame('x'.repeat(4096), { opcode: TEXT }).subarray(step, step + 1)
/** All of a message but its last fragment, which never comes. */
const almostWhole: Crumbs = (step) =>
  step === 0 ? clientFrame('x'.repeat(4095), { opcode: TEXT, final: false }) : undefined
/** Half a message, and questions for a sign of life in the middle of it. */
const endlessQuestions: Crumbs = (step) =>
  step === 0 ? clientFrame('{"type":', { opcode: TEXT, final: false }) : clientFrame('x'.repeat(125), { opcode: PING })

/** @returns 1 when the server has ended it, 0 when time is up */
async function crumble(server: AttackedServer, until: number, crumbs: Crumbs = endlessMessage): Promise<0 | 1> {
  const socket = await openSocket(server.publicUrl, '/ws/time/')
  const isOpen = () => socket.raw.readyState === socket.raw.OPEN
  socket.stream.setNoDelay(true)
  for (let step = 0; isOpen() && performance.now() < until; step += 1) {
    const bytes = crumbs(step)
    if (bytes !== undefined && socket.stream.writable) socket.stream.write(bytes)
    await pause(2)
  }
  if (isOpen()) {
    socket.raw.terminate()
    return 0
  }
  socket.raw.terminate()
  await pause(COME_BACK_MS)
  return 1
}
