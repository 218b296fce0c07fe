import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { TimeHub } from '../../../src-server/sockets/time-hub.ts'
import { clockAt } from './fixture.ts'

/**
 * Ticks that are measured together, and how often. Compiling takes memory now and then, and the collector gives some
 * back: the median knows nothing of either.
 */
const TICKS = 60
const TIMES = 40

type Listener = (this: WebSocket) => void

/** What one side of a socket is to the hub, without memory of its own; all of them hear of pongs by one listener. */
let pong: Listener | undefined
const socket = {
  OPEN: 1,
  readyState: 1,
  on(name: string, listener: Listener) {
    if (name === 'pong') pong = listener
  },
} as unknown as WebSocket
const stream = { writable: true, writableLength: 0, write: () => true } as unknown as Duplex

/** How many bytes a tick takes from the heap with so many clients, each with a socket of its own, all of them alive. */
function bytesPerTick(clients: number): number {
  const hub = new TimeHub(
    clockAt('2025-12-05T12:45:22Z'),
    () => 'Asia/Kolkata',
    () => {},
  )
  const sockets = Array.from({ length: clients }, () => Object.create(socket) as WebSocket)
  for (const one of sockets) hub.add(one, stream, { kind: 'nobody' })
  let second = 1764938722
  const taken: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const before = process.memoryUsage().heapUsed
    for (let tick = 0; tick < TICKS; tick += 1) {
      hub.tick((second += 1))
      for (const one of sockets) pong?.call(one)
    }
    taken.push((process.memoryUsage().heapUsed - before) / TICKS)
  }
  return taken.sort((one, other) => one - other)[TIMES / 2] ?? Infinity
}

/** A program: how many clients is its argument, and what it prints the bytes of a tick with none of them and with all. */
const clients = Number(process.argv[2])
console.log(JSON.stringify({ none: bytesPerTick(0), many: bytesPerTick(clients) }))
