import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TimeClientMessage } from '../../src-shared/protocol/time-socket.ts'
import { clientFrame } from '../support/client-frame.ts'
import { needs } from '../support/needs.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { openSocket, type TestSocket } from '../support/test-socket.ts'
import { AttackedServer } from './hostile/attacked-server.ts'
import { Dice } from './hostile/dice.ts'
import { spoiltJson } from './hostile/hostile-json.ts'
import { heldMegabytes, memoryObstacle } from './hostile/memory.ts'
import { valueFor } from './hostile/schema-values.ts'

/** `KERBSIDE_HOSTILE_FRAMES` sets another number. */
const FRAMES = Number(process.env['KERBSIDE_HOSTILE_FRAMES'] ?? 30_000)
const ATTACKERS = 48
/** Codes that docs/protocol.md lists, those that `ws` gives by RFC 6455, and 1006 for whoever is cut off. */
const DOCUMENTED = new Set([1000, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 4400, 4408, 4429])

const pool = { nonce: ['a', 'n'.repeat(64), '', '0'], any: ['x'] }

describe('sockets that are sent anything at all', () => {
  let server: AttackedServer
  let ownerId: string
  /** By how much the server grew meanwhile, MB. */
  let grew = Infinity
  beforeAll(async () => {
    server = await AttackedServer.start()
    ownerId = ((await server.owner.get('/api/v1/session')).json() as { user: { id: string } }).user.id
  }, 60_000)
  afterAll(() => server.stop())

  /** Opens one of the two sockets. */
  function open(dice: Dice): Promise<TestSocket> {
    if (dice.chance(0.95)) return openSocket(server.publicUrl, '/ws/time/')
    const { staffUrl } = server.process
    return openSocket(staffUrl, `/ws/notifications/${ownerId}/`, { origin: staffUrl, cookie: server.owner.cookie })
  }

  it('close with a documented code or answer; the server lives, and writes nothing', async () => {
    const seed = testSeed(11)
    const codes = new Map<number, number>()
    let [sent, sockets] = [0, 0]
    const attack = async (upTo: number, dice: Dice) => {
      while (sent < upTo) {
        const socket = await open(dice)
        sockets += 1
        while (sent < upTo && socket.raw.readyState === socket.raw.OPEN) {
          sent += 1
          socket.stream.write(hostileFrame(dice))
          await settled(socket, dice)
        }
        socket.raw.terminate()
        const { code } = await socket.closed
        codes.set(code, (codes.get(code) ?? 0) + 1)
      }
    }
    const dices = Array.from({ length: ATTACKERS }, (_, index) => new Dice(seededRandom(seed * 1000 + index)))
    const before = server.contents()
    // What the program takes once to know how to refuse all this is no growth.
    await Promise.all(dices.map((dice) => attack(FRAMES / 5, dice)))
    const held = memoryObstacle === undefined ? await heldMegabytes(server.process.pid) : 0
    await Promise.all(dices.map((dice) => attack(FRAMES, dice)))
    const grown = memoryObstacle === undefined ? (await heldMegabytes(server.process.pid)) - held : 0
    grew = grown
    const told = [...codes].toSorted(([a], [b]) => a - b).map(([code, count]) => `${code}: ${count}`)
    console.log(
      `seed ${seed}: ${sent} frames on ${sockets} sockets, closed with ${told.join(', ')}; RSS + ${grown.toFixed(1)} MB`,
    )
    expect([...codes.keys()].filter((code) => !DOCUMENTED.has(code))).toEqual([])
    expect(codes.get(4400)).toBeGreaterThan(FRAMES / 50)
    expect(codes.get(1002)).toBeGreaterThan(FRAMES / 50)
    expect(server.contents()).toEqual(before)
    await harmless(server)
  })

  it('leave nothing behind in memory', (test) => {
    needs(test, memoryObstacle)
    expect(grew).toBeLessThan(10)
  })
})

/** Follows the time as a page does. */
async function harmless(server: AttackedServer): Promise<void> {
  const socket = await openSocket(server.publicUrl, '/ws/time/')
  await socket.soFar()
  socket.close()
  await socket.closed
}

/** Waits until the server has taken what was sent: it has closed, or answers. Now and then nobody waits. */
async function settled(socket: TestSocket, dice: Dice): Promise<void> {
  if (dice.chance(0.2)) return
  const gone = new AbortController()
  const { signal } = gone
  const pong = once(socket.raw, 'pong', { signal }).catch(() => undefined)
  if (socket.raw.readyState === socket.raw.OPEN) socket.raw.ping()
  // A frame that waits for more of itself swallows the question.
  await Promise.race([pong, socket.closed, pause(10)])
  gone.abort()
}

function message(dice: Dice): unknown {
  return valueFor(TimeClientMessage, 'message', pool, dice)
}

/** A frame: one in three as it should be, the others not. */
function hostileFrame(dice: Dice): Buffer {
  const text = JSON.stringify(message(dice))
  const kind = dice.random()
  if (kind < 0.35) return clientFrame(text, { opcode: 1 })
  if (kind < 0.6) return clientFrame(spoiltJson(message(dice), dice), { opcode: 1 })
  if (kind < 0.65) return clientFrame(dice.bytes(200), { opcode: 1 })
  if (kind < 0.7) return dice.bytes(64)
  if (kind < 0.75) return fragments(text, dice)
  return clientFrame(dice.chance(0.5) ? text : dice.bytes(140), {
    opcode: dice.below(16),
    final: dice.chance(0.8),
    masked: dice.chance(0.8),
    reserved: dice.chance(0.3) ? dice.below(8) : 0,
    ...(dice.chance(0.2) && { claimed: dice.pick([0, 1, 125, 126, 4096, 4097, 65_535, 2 ** 31, 2 ** 53 - 1]) }),
    ...(dice.chance(0.2) && { lengthBytes: dice.pick([2, 8] as const) }),
  })
}

/** A message in pieces, now and then with something else between them, or without its end. */
function fragments(text: string, dice: Dice): Buffer {
  const pieces = 1 + dice.below(20)
  const frames = Array.from({ length: pieces }, (_, index) =>
    clientFrame(text.slice((index * text.length) / pieces, ((index + 1) * text.length) / pieces), {
      opcode: index === 0 || dice.chance(0.02) ? 1 : 0,
      final: index === pieces - 1 && dice.chance(0.9),
    }),
  )
  if (dice.chance(0.3))
    frames.splice(dice.below(frames.length), 0, clientFrame(dice.bytes(130), { opcode: dice.pick([8, 9, 10]) }))
  return Buffer.concat(frames)
}
