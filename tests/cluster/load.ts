import { randomUUID } from 'node:crypto'
import { Agent } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { asker, type Ask } from './ask.ts'
import type { Cluster } from './cluster.ts'

/** So many customers at a time, each of whom books, changes their mind, and comes again. */
const CUSTOMERS = 8

/** Customers at a cluster's nginx, until they are told to go. @param say is told each second what they met */
export async function bookAndCancel(cluster: Cluster, ended: AbortSignal, say: (line: string) => void): Promise<void> {
  const agent = new Agent({ keepAlive: true, ca: cluster.ca, checkServerIdentity: () => undefined })
  const met = new Map<string, number>()
  const note = (what: string) => met.set(what, (met.get(what) ?? 0) + 1)
  const customers = Array.from({ length: CUSTOMERS }, (_, index) =>
    beCustomer(asker(cluster.url, agent), index, note, ended),
  )
  while (!ended.aborted) {
    await pause(1000, undefined, { signal: ended }).catch(() => {})
    say(
      [...met]
        .map(([what, times]) => `${what}: ${times}`)
        .sort()
        .join(' · ') || 'nothing yet',
    )
    met.clear()
  }
  await Promise.all(customers)
  agent.destroy()
}

async function beCustomer(ask: Ask, index: number, note: (what: string) => void, ended: AbortSignal): Promise<void> {
  for (let visit = 0; !ended.aborted; visit += 1) {
    try {
      note(await bookOnce(ask, index, visit))
    } catch (error) {
      note(error instanceof Error && 'code' in error ? String(error.code) : 'lost')
      await pause(200)
    }
  }
}

/** @returns what came of it, in a word */
async function bookOnce(ask: Ask, index: number, visit: number): Promise<string> {
  const { body: site } = await ask('GET', '/api/v1/site')
  const { max_date: date } = site['window'] as { max_date: string }
  const { body: days } = await ask('GET', `/api/v1/availability/wash?service_id=exterior&date=${date}`)
  const slots = ((days['slots'] ?? []) as { start: string; remaining: number }[]).filter((slot) => slot.remaining > 0)
  const slot = slots[(index * 7 + visit) % Math.max(1, slots.length)]
  if (slot === undefined) return 'no slot left'
  const plate = `KL07CL${1000 + index * 100 + (visit % 100)}`
  const wish = { kind: 'wash', service_id: 'exterior', start: slot.start, plate }
  const held = await ask('POST', '/api/v1/bookings', wish, { 'idempotency-key': randomUUID() })
  if (held.status !== 201) return typeof held.body['code'] === 'string' ? held.body['code'] : String(held.status)
  const token = { authorization: `Bearer ${String(held.body['manage_token'])}` }
  const gone = await ask('POST', `/api/v1/bookings/${String(held.body['id'])}/cancel`, undefined, token)
  return gone.status < 300 ? 'booked and cancelled' : `not cancelled: ${gone.status}`
}
