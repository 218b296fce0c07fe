import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { book, follow, hold, manage, slotsOf, type Held } from '../support/wash.ts'
import { likelyMoved, monotonicMs, surelyMoved, type Bounds } from './clock-comparison.ts'
import { findFaketime } from './libfaketime.ts'
import { proofTable } from './proof-table.ts'
import { TamperedServer, until } from './tampered-server.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400
const YEAR = 365.25 * DAY
const to2038 = Math.round(Date.parse('2038-01-19T03:14:08Z') / 1000 - Date.now() / 1000)

const steps: readonly (readonly [name: string, seconds: number])[] = [
  ['+1 s', 1],
  ['−1 s', -1],
  ['+5 min', 5 * MINUTE],
  ['−5 min', -5 * MINUTE],
  ['+1 h', HOUR],
  ['−1 h', -HOUR],
  ['+1 day', DAY],
  ['−1 day', -DAY],
  ['+10 years', 10 * YEAR],
  ['−10 years', -10 * YEAR],
  ['to 2038-01-19', to2038],
]

/** A step is noticed by this, in ms, on a machine that lets the server run. */
const DETECTED_MS = 500
const ERROR_MS = 20

const faketime = await findFaketime()
const why = 'obstacle' in faketime ? ` (skipped: ${faketime.obstacle})` : ''

describe.skipIf('obstacle' in faketime)(`a server whose OS clock is stepped${why}`, () => {
  let server: TamperedServer
  let atFirst: Bounds
  const table = new Map<string, Record<string, string | number>>()

  beforeAll(async () => {
    server = new TamperedServer('library' in faketime ? faketime.library : '')
    await server.start()
    await server.accept()
    atFirst = await server.comparison.measure()
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    console.log(`The server’s clock, stepped under libfaketime:

${proofTable('step of the OS clock', table)}
`)
  })

  const businessMs = () => monotonicMs() + atFirst.lo
  const iso = (ms: number) => new Date(ms).toISOString()

  /** A hold whose deadline comes in so many ms, by business time. */
  async function holdFor(slot: string, ms: number): Promise<{ held: Held; deadline: number }> {
    const held = await hold(server.visitor, slot)
    const deadline = Math.ceil(businessMs() + ms)
    server.database((db) => db.prepare('UPDATE booking SET hold_expires_at = ? WHERE id = ?').run(deadline, held.id))
    return { held, deadline }
  }

  async function openSlots(count: number): Promise<string[]> {
    const date = new Date(businessMs() + 5 * DAY * 1000).toISOString().slice(0, 10)
    const slots = (await slotsOf(server.visitor, date)).filter(({ state }) => state === 'open')
    return slots.slice(0, count).map(({ start }) => start)
  }

  const lastLine = () =>
    server.database((db) =>
      db
        .prepare<[], { at: number; what: string; wall_ahead_ms: number }>(
          'SELECT at, what, wall_ahead_ms FROM clock_log ORDER BY seq DESC LIMIT 1',
        )
        .get(),
    )

  /** Tries to book what has begun by business time, and what the false clock would have future. */
  async function bookingsInThePast(seconds: number): Promise<number> {
    const wall = businessMs() + seconds * 1000
    const starts = [businessMs() - 1000, businessMs() - HOUR * 1000]
    if (seconds < 0) starts.push(wall + (-seconds * 1000) / 2)
    const answers = await Promise.all(starts.map((start) => book(server.visitor, iso(start))))
    for (const { code } of answers) expect(code).toBe('slot_past')
    return answers.filter(({ status }) => status === 201).length
  }

  /** Confirms a hold just after its deadline. @returns when it expired by the audit trail, in ms after the deadline */
  async function lateness({ held, deadline }: { held: Held; deadline: number }): Promise<number> {
    while (businessMs() < deadline + 1) await new Promise((resume) => setTimeout(resume, 5))
    expect((await manage(server.visitor, held, 'confirm')).code).toBe('hold_expired')
    const at = server.database((db) =>
      db.prepare("SELECT at FROM event WHERE kind = 'booking.expired' AND subject = ?").pluck().get(held.id),
    ) as number
    return at - deadline
  }

  it.each(steps)(
    '%s: notices, ignores it, and decides by business time',
    async (name, seconds) => {
      const [first = '', second = ''] = await openSlots(2)
      const dying = await holdFor(first, 1500)
      const living = await hold(server.visitor, second)
      server.comparison.takeStallMs()
      const before = await server.comparison.measure()

      const step = server.setWallClock(seconds)
      const line = await until(lastLine, (last) => last?.what === 'stepped')
      const detectedMs = (line?.at ?? 0) + 1 - (step.after + before.lo)
      const after = await server.comparison.measure()
      const past = await bookingsInThePast(seconds)
      const lateMs = await lateness(dying)
      const livesOn = (await follow(server.visitor, living)).json() as Held
      const stall = server.comparison.takeStallMs()

      expect(livesOn).toMatchObject({ state: 'held', hold_expires_at: living.hold_expires_at })
      expect((await manage(server.visitor, living, 'cancel')).status).toBe(200)
      const report = await server.report()
      expect(report.state).toBe('guarded')
      expect(report.wall_ahead_ms / 1000).toBeCloseTo(seconds, 0)
      server.setWallClock(0)
      expect(await server.accept()).toMatchObject({ state: 'trusted', epoch: 1 })

      table.set(name, {
        'detected ms': Math.round(detectedMs),
        'business time moved ms': Number(likelyMoved(before, after).toFixed(3)),
        'since the start ms': Number(likelyMoved(atFirst, after).toFixed(3)),
        'bookings in the past': past,
        'hold refused after its deadline ms': lateMs,
      })
      expect(detectedMs).toBeLessThanOrEqual(DETECTED_MS + stall)
      expect(surelyMoved(before, after)).toBeLessThanOrEqual(ERROR_MS)
      expect(surelyMoved(atFirst, after)).toBeLessThanOrEqual(ERROR_MS)
      expect(past).toBe(0)
      // The sweep comes each second; whoever touches the booking in between is refused at the deadline itself.
      expect(lateMs).toBeGreaterThanOrEqual(0)
      expect(lateMs).toBeLessThanOrEqual(1000 + stall)
    },
    30_000,
  )

  it('that only stood still for two seconds has noticed no step, and lost no time', async () => {
    const before = await server.comparison.measure()
    process.kill(server.pid, 'SIGSTOP')
    await new Promise((resume) => setTimeout(resume, 2000))
    process.kill(server.pid, 'SIGCONT')
    const after = await server.comparison.measure()
    expect(surelyMoved(before, after)).toBeLessThanOrEqual(ERROR_MS)
    expect((await server.report()).state).toBe('trusted')
  }, 30_000)
})
