import { Churn } from './churn.ts'
import { openCrowd } from './crowd.ts'
import { Exchanges } from './exchanges.ts'
import type { ClientListener, LoadClient } from './load-client.ts'
import type { Answer, Order, Target } from './orders.ts'
import { TickRecord } from './tick-record.ts'
import { wallMs } from './wall.ts'

/** A measurement begins and ends so long before a boundary, in ms, when everybody is quiet. */
const QUIET = 60

/** The load generator, a process of its own: it gets its target as its argument, and orders over IPC. */
const target = JSON.parse(process.argv[2] ?? '') as Target
const clients: LoadClient[] = []
let record: TickRecord | undefined
let exchanges: Exchanges | undefined
let lost = 0

const healthy: ClientListener = {
  onTick(client) {
    record?.note(client.index, wallMs())
    exchanges?.onTick(client)
  },
  onReply: (client) => exchanges?.onReply(client),
  onEnd: () => (lost += 1),
}
const stalled: ClientListener = {
  onTick: (client) => client.stopReading(),
  onReply: () => {},
  onEnd: () => {},
}

function answer(what: Answer): void {
  process.send?.(what)
}

function at(instant: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, instant - wallMs()))
  })
}

const indicesFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index)

async function carryOut(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'connect': {
      const failed = await openCrowd(target, indicesFrom(clients.length, order.count), healthy, (client) => {
        clients.push(client)
      })
      if (order.pace !== undefined) exchanges = new Exchanges(clients, order.pace)
      return { answer: 'connected', failed }
    }
    case 'stall':
      await openCrowd(target, indicesFrom(100_000, order.count), stalled, () => {})
      return { answer: 'stalled' }
    case 'measure':
      return measure(order.seconds, order.reconnectsPerSecond ?? 0)
    default:
      return order satisfies never
  }
}

async function measure(seconds: number, reconnectsPerSecond: number): Promise<Answer> {
  const churn = reconnectsPerSecond > 0 ? new Churn(target, reconnectsPerSecond) : undefined
  const from = Math.ceil((wallMs() + 2 * QUIET) / 1000) * 1000
  await at(from - QUIET)
  record = new TickRecord(from, seconds, clients.length)
  const lostBefore = lost
  answer({ answer: 'begun' })
  await at(from + seconds * 1000 - QUIET)
  churn?.stop()
  const figures = record.figures()
  record = undefined
  const { reconnects, failedReconnects } = churn?.figures ?? { reconnects: 0, failedReconnects: 0 }
  const uncertainty = exchanges === undefined ? null : exchanges.uncertainty()
  return {
    answer: 'measured',
    measurement: { ...figures, lost: lost - lostBefore, uncertainty, reconnects, failedReconnects },
  }
}

process.on('message', (order) => {
  void carryOut(order as Order).then(answer)
})
process.on('disconnect', () => process.exit())
