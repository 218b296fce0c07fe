import { describe, expect, it } from 'vitest'
import { SyncedClock } from '../../../src-shared/time/synced-clock.ts'

const SERVER = 1_764_938_722_000

/** A clock that has had a tick and an exchange of 10 ms, at monotonic reading 1010. */
function synced(): SyncedClock {
  const clock = new SyncedClock(0.1, 1000)
  clock.tick(1, SERVER, 1000)
  clock.exchange(1, 1000, SERVER + 5, SERVER + 5, 1010)
  return clock
}

describe('the client’s clock', () => {
  it('is linked by its first exchange, not by a tick', () => {
    const clock = new SyncedClock(0.1, 1000)
    clock.tick(1, SERVER, 1000)
    expect(clock.isLinked).toBe(false)
    expect(clock.read(1000)).toMatchObject({ mode: 'init', displayMs: null })
    clock.exchange(1, 1000, SERVER + 5, SERVER + 5, 1010)
    expect(clock.isLinked).toBe(true)
    expect(clock.read(1010).mode).toBe('synced')
  })

  it('takes no time from the exchange in which an epoch began, for half of it may be of the old one', () => {
    const clock = synced()
    expect(clock.exchange(2, 1100, SERVER + 100, SERVER + 3_600_000, 5_000_000)).toBe(true)
    expect(clock.read(5_000_000)).toMatchObject({ mode: 'init', displayMs: null })
    expect(clock.boundsAt(5_000_000)).toEqual({ earliestMs: -Infinity, latestMs: Infinity })
  })

  it('asks for a burst when a tick contradicts it, and is in doubt until answered', () => {
    const clock = synced()
    expect(clock.tick(1, SERVER + 30_000, 2000)).toBe(true)
    expect(clock.read(2000)).toMatchObject({ mode: 'doubt', canSubmit: false })
    expect(clock.exchange(1, 2000, SERVER + 30_005, SERVER + 30_005, 2010)).toBe(false)
    expect(clock.read(2010).mode).toBe('synced')
  })

  it('stays in doubt while answers are impossible', () => {
    const clock = synced()
    clock.doubt(1500)
    clock.exchange(1, 1500, SERVER + 900, SERVER + 500, 1510)
    expect(clock.read(1510).mode).toBe('doubt')
  })

  it('does not ask for a burst on an ordinary tick', () => {
    const clock = synced()
    expect(clock.tick(1, SERVER + 1000, 2005)).toBe(false)
  })

  it('counts a loss from when the link was last heard of, however often it is told', () => {
    const clock = synced()
    clock.linkLost(3000)
    clock.linkLost(60_000)
    expect(clock.read(8001)).toMatchObject({ mode: 'holdover', lostForMs: 5001, canSubmit: false })
  })
})
