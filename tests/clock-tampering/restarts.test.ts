import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TimeUpdate } from '../../src-shared/protocol/time-socket.ts'
import { book, slotsOf } from '../support/wash.ts'
import { likelyMoved, monotonicMs, surelyMoved, type Bounds } from './clock-comparison.ts'
import { findFaketime } from './libfaketime.ts'
import { proofTable } from './proof-table.ts'
import { TamperedServer } from './tampered-server.ts'

const HOUR = 3600
const DAY = 86_400
const RESTART_MS = 50

const faketime = await findFaketime()
const why = 'obstacle' in faketime ? ` (skipped: ${faketime.obstacle})` : ''

describe.skipIf('obstacle' in faketime)(`a server that starts again${why}`, () => {
  let server: TamperedServer
  const table = new Map<string, Record<string, string | number>>()

  beforeAll(() => {
    server = new TamperedServer('library' in faketime ? faketime.library : '')
  })
  let before: Bounds
  beforeEach(async () => {
    server.setWallClock(0)
    await server.start()
    await server.accept()
    before = await server.comparison.measure()
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    console.log(`The server’s clock over a restart, its OS clock set meanwhile:

${proofTable('restart', table)}
`)
  })

  const timeNow = async () => (await server.visitor.get('/api/v1/time')).json() as TimeUpdate

  async function tryToBook(): Promise<string | number> {
    const date = new Date(monotonicMs() + before.lo + 3 * DAY * 1000).toISOString().slice(0, 10)
    const open = (await slotsOf(server.visitor, date).catch(() => [])).find(({ state }) => state === 'open')
    const answer = await book(server.visitor, open?.start ?? `${date}T12:00:00+05:30`)
    return answer.code ?? answer.status
  }

  it.each([
    ['stopped, clock untouched', 'SIGTERM', 0, 'trusted'],
    ['stopped, clock +1 h', 'SIGTERM', HOUR, 'guarded'],
    ['stopped, clock −10 years', 'SIGTERM', -3652 * DAY, 'guarded'],
    ['crashed, clock untouched', 'SIGKILL', 0, 'trusted'],
    ['crashed, clock −1 h', 'SIGKILL', -HOUR, 'guarded'],
  ] as const)(
    'on the same boot carries business time on: %s',
    async (name, signal, seconds, state) => {
      await server.end(signal)
      server.setWallClock(seconds)
      await server.start()
      const after = await server.comparison.measure()
      expect((await timeNow()).clock_state).toBe(state)
      const booked = await tryToBook()
      await server.end('SIGTERM')
      table.set(`same boot: ${name}`, {
        state,
        'error ms': Number(likelyMoved(before, after).toFixed(3)),
        'a booking': booked,
      })
      expect(surelyMoved(before, after)).toBeLessThanOrEqual(RESTART_MS)
      expect(booked).toBe(201)
      const logged = server.logTimes()
      expect(logged.length).toBeGreaterThan(0)
      const now = monotonicMs() + before.lo
      expect(logged.filter((at) => Math.abs(at - now) > 30_000)).toEqual([])
    },
    30_000,
  )

  it.each([
    ['clock −1 h', -HOUR, 'rollback'],
    ['clock −10 years', -3652 * DAY, 'rollback'],
    ['clock +37 h', 37 * HOUR, 'forward_suspect'],
    ['clock +10 years', 3652 * DAY, 'forward_suspect'],
  ] as const)(
    'on a new boot does not trust it, and refuses: %s',
    async (name, seconds, state) => {
      await server.end('SIGTERM')
      server.rebootMeanwhile()
      server.setWallClock(seconds)
      await server.start()
      expect((await timeNow()).clock_state).toBe(state)
      const booked = await tryToBook()
      table.set(`new boot: ${name}`, { state, 'error ms': '', 'a booking': booked })
      expect(booked).toBe('clock_untrusted')
      server.setWallClock(0)
      expect((await server.accept()).state).toBe('trusted')
      expect(surelyMoved(before, await server.comparison.measure())).toBeLessThanOrEqual(RESTART_MS)
      expect(await tryToBook()).toBe(201)
      await server.end('SIGTERM')
    },
    30_000,
  )
})
