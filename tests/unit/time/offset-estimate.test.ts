import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OffsetEstimate } from '../../../src-shared/time/offset-estimate.ts'
import { SyncedClock } from '../../../src-shared/time/synced-clock.ts'

const SERVER = 1_764_938_722_000

/** An exchange that leaves at m, with the server ahead by `offset` and no time lost there. */
function exchange(estimate: OffsetEstimate, m: number, offset: number, upMs = 5, downMs = 5): void {
  const t = m + upMs + offset
  estimate.exchange(m, t, t, m + upMs + downMs)
}

describe('the likeliest offset of the server’s time', () => {
  it('is the middle of the first exchange', () => {
    const estimate = new OffsetEstimate()
    exchange(estimate, 1000, SERVER)
    expect(estimate.at(1010)).toBeCloseTo(SERVER, 2)
  })

  it('goes by a short round trip more than by a long one', () => {
    const estimate = new OffsetEstimate()
    exchange(estimate, 1000, SERVER)
    exchange(estimate, 1050, SERVER, 300, 0)
    expect(Math.abs(estimate.at(1350) - SERVER)).toBeLessThan(1)
  })

  it('learns how fast the clocks drift apart, and runs on with that', () => {
    const estimate = new OffsetEstimate()
    const drifted = (m: number) => SERVER + m * 90e-6
    for (let m = 0; m <= 600_000; m += 5000) exchange(estimate, m, drifted(m))
    expect(estimate.at(1_200_000) - drifted(1_200_000)).toBeCloseTo(0, -1)
    expect(Math.abs(estimate.at(1_200_000) - drifted(1_200_000))).toBeLessThan(3)
  })

  it('after a sleep goes by the next exchange alone, and still knows the drift', () => {
    const estimate = new OffsetEstimate()
    for (let m = 0; m <= 600_000; m += 5000) exchange(estimate, m, SERVER + m * 90e-6)
    estimate.startAfresh()
    exchange(estimate, 610_000, SERVER + 3_600_000, 50, 50)
    expect(estimate.at(610_100)).toBeCloseTo(SERVER + 3_600_000, 2)
    expect(estimate.at(710_100) - SERVER - 3_600_000).toBeCloseTo(9, 0)
  })

  it('never leaves the bounds of what is possible, whatever the network does', () => {
    const latency = fc.double({ min: 0, max: 2000, noNaN: true })
    const step = fc.tuple(latency, latency, fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: -250, max: 250 }))
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const clock = new SyncedClock(0.1, 0)
        let m = 1000
        let server = SERVER
        for (const [up, down, idle, ppm] of steps) {
          const t = server + up
          clock.exchange(1, m, t, t, m + up + down)
          m += up + down + idle
          server += up + down + idle * (1 + ppm * 1e-6)
          const { earliestMs, latestMs } = clock.boundsAt(m)
          const { uncertaintyMs } = clock.read(m)
          expect(uncertaintyMs).toBeGreaterThanOrEqual((latestMs - earliestMs) / 2 - 0.001)
          expect(uncertaintyMs).toBeLessThanOrEqual(latestMs - earliestMs + 0.001)
        }
      }),
    )
  })
})
