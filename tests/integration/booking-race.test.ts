import { Agent, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startStillServer, type StillServer } from '../support/still-server.ts'
import { book, hold, manage, slotsOf, washAt } from '../support/wash.ts'

const SLOT = '2025-12-05T15:00:00+05:30'

describe('a race for one slot', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  function expectTwoWinners(outcomes: readonly string[]): void {
    expect(outcomes.filter((outcome) => outcome === '201')).toHaveLength(2)
    expect(outcomes.filter((outcome) => outcome === '409 slot_taken')).toHaveLength(198)
    const stored = still.look((db) => ({
      bookings: db.prepare('SELECT state, resource_id FROM booking ORDER BY resource_id').all(),
      allocations: db.prepare('SELECT state, resource_id FROM allocation ORDER BY resource_id').all(),
    }))
    const one = (bay: string) => ({ state: 'held', resource_id: bay })
    expect(stored).toEqual({ bookings: [one('W1'), one('W2')], allocations: [one('W1'), one('W2')] })
  }

  it('200 requests at once: one success for each of the two wash bays', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => book(still.visitor, SLOT, { plate: `KL07 ${n + 1000}` })),
    )
    expectTwoWinners(answers.map(({ status, code }) => (code === undefined ? String(status) : `${status} ${code}`)))
    expect((await slotsOf(still.visitor, '2025-12-05')).find(({ label }) => label === '15:00')).toMatchObject({
      state: 'full',
      remaining: 0,
    })
  })

  /** One request on a connection of its own, sent when `go` says so. */
  function onItsOwnConnection(n: number, go: Promise<void>): Promise<{ outcome: string; port: number }> {
    const agent = new Agent({ keepAlive: false, maxSockets: 1 })
    const body = JSON.stringify(washAt(SLOT, { plate: `KL07 ${n + 1000}` }))
    return new Promise((resolve, reject) => {
      const sent = request(`${still.server.publicUrl}/api/v1/bookings`, {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      })
      sent.on('error', reject)
      sent.on('response', (response) => {
        const port = response.socket.localPort ?? 0
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const { code } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { code?: string }
          resolve({ outcome: [response.statusCode, code].filter(Boolean).join(' '), port })
        })
      })
      sent.flushHeaders()
      void go.then(() => sent.end(body))
    })
  }

  it('200 requests on 200 connections: likewise', async () => {
    let shoot = () => {}
    const go = new Promise<void>((resolve) => (shoot = resolve))
    const racers = Array.from({ length: 200 }, (_, n) => onItsOwnConnection(n, go))
    shoot()
    const results = await Promise.all(racers)
    expect(new Set(results.map(({ port }) => port)).size).toBe(200)
    expectTwoWinners(results.map(({ outcome }) => outcome))
  })

  it('of services that overlap in part, no two share a bay for a moment', async () => {
    const starts = ['14:00', '14:30', '15:00', '15:30', '16:00'].map((time) => `2025-12-05T${time}:00+05:30`)
    const services = ['exterior', 'interior', 'full']
    const wishes = Array.from({ length: 90 }, (_, n) => [starts[n % 5] ?? '', services[n % 3] ?? ''] as const)
    const answers = await Promise.all(wishes.map(([start, service_id]) => book(still.visitor, start, { service_id })))
    expect(answers.every(({ status, code }) => status === 201 || code === 'slot_taken')).toBe(true)
    const pairs = still.look((db) =>
      db
        .prepare(
          `SELECT count(*) FROM allocation AS a JOIN allocation AS b ON a.resource_id = b.resource_id AND a.id < b.id
           WHERE a.busy_from < b.busy_to AND b.busy_from < a.busy_to`,
        )
        .pluck()
        .get(),
    )
    expect(pairs).toBe(0)
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(4)
  })

  it('many people cancelling and booking at once leave the store consistent', async () => {
    const first = await hold(still.visitor, SLOT)
    await hold(still.visitor, SLOT)
    const [cancelled, ...booked] = await Promise.all([
      manage(still.visitor, first, 'cancel'),
      ...Array.from({ length: 20 }, () => book(still.visitor, SLOT)),
    ])
    expect(cancelled.status).toBe(200)
    expect(booked.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1)
    const live = still.look((db) =>
      db.prepare("SELECT resource_id, count(*) AS n FROM allocation WHERE state <> 'released' GROUP BY 1").all(),
    )
    expect((live as { n: number }[]).every(({ n }) => n === 1)).toBe(true)
  })
})
