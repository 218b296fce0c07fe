import { describe, expect, it } from 'vitest'
import type { ServerTimeState } from '../../../src-shared/ui/server-time-store.ts'
import { storeFixture } from './store-fixture.ts'

function started() {
  const fixture = storeFixture()
  const states: ServerTimeState[] = []
  fixture.store.subscribe((state) => states.push(state))
  fixture.store.start()
  return { ...fixture, states, wake: (reason: 'visible') => fixture.wake?.(reason) }
}

describe('the server-time store', () => {
  it('knows nothing before the first exchange, and does nothing before it is started', () => {
    const { world, server, store } = storeFixture()
    world.advance(10_000)
    expect(server.connects).toHaveLength(0)
    expect(store.getState()).toMatchObject({
      serverTime: null,
      timeData: null,
      isConnected: false,
      mode: 'init',
      uncertaintyMs: null,
      canSubmit: false,
      canBook: false,
      deviceTime: null,
    })
    expect(store.now()).toBeNull()
    expect(store.getState().isBeforeServerTime('1999-01-01T00:00:00Z')).toBe(false)
    expect(store.getState().isAfterServerTime('2999-01-01T00:00:00Z')).toBe(false)
  })

  it('decides by the bounds: surely before, surely after, or neither', () => {
    const { world, server, store } = started()
    world.advance(3000)
    const { isBeforeServerTime, isAfterServerTime, compareWithServerTime } = store.getState()
    expect(isBeforeServerTime('2025-12-05T12:45:24Z')).toBe(true)
    expect(isBeforeServerTime('2025-12-05T12:45:26Z')).toBe(false)
    expect(isAfterServerTime('2025-12-05T12:45:26Z')).toBe(true)
    expect(isAfterServerTime('2025-12-05T12:45:24Z')).toBe(false)
    expect(compareWithServerTime(server.now())).toBe('unknown')
    expect(isBeforeServerTime('2025-12-04T10:00:00')).toBe(false)
  })

  it('changes its time within 10 ms of each second of the server, and no more than twice a second in all', () => {
    const { world, server, states } = started()
    world.advance(5500)
    states.length = 0
    const flips: number[] = []
    let before = states.at(-1)?.serverTime
    for (let ms = 0; ms < 10_000; ms += 1) {
      world.advance(1)
      const shown = states.at(-1)?.serverTime
      if (shown !== before) flips.push(server.now() % 1000)
      before = shown
    }
    expect(flips).toHaveLength(10)
    for (const at of flips) expect(Math.min(at, 1000 - at)).toBeLessThan(10)
    expect(states.length).toBeLessThanOrEqual(20)
  })

  it('tells the device’s time only when offline', () => {
    const { world, server, store, states } = started()
    world.wallOffsetMs = 999
    world.advance(5000)
    server.reachable = false
    server.dropAll()
    world.advance(59_000)
    expect(states.every(({ deviceTime }) => deviceTime === null)).toBe(true)
    world.advance(2000)
    expect(store.getState().mode).toBe('offline')
    expect(store.getState().deviceTime).not.toBeNull()
  })

  it('tells of a loss after 2 s, once, and of its end once', () => {
    const { world, server, states } = started()
    world.advance(5000)
    server.reachable = false
    server.dropAll()
    world.advance(5000)
    server.reachable = true
    world.advance(30_000)
    const lost = states.map((state) => state.syncLost)
    expect(lost.filter((now, index) => now !== (lost[index - 1] ?? false))).toEqual([true, false])
  })

  it('says nothing of a blink', () => {
    const { world, server, states } = started()
    world.advance(5000)
    server.dropAll()
    world.advance(10_000)
    expect(states.some(({ isConnected }) => !isConnected)).toBe(true)
    expect(states.some(({ syncLost }) => syncLost)).toBe(false)
  })

  it('listens for wakes only while started', () => {
    const fixture = storeFixture()
    expect(fixture.wake).toBeNull()
    fixture.store.start()
    fixture.world.advance(5000)
    fixture.wake?.('visible')
    expect(fixture.store.getState()).toMatchObject({ mode: 'doubt', canSubmit: false })
    fixture.store.stop()
    expect(fixture.wake).toBeNull()
  })

  it('lets nobody book while the server cannot vouch for its time, and says so with the tick', () => {
    const { world, server, store, states } = started()
    world.advance(5500)
    expect(store.getState()).toMatchObject({ serverClockState: 'trusted', canBook: true, blockedBecause: null })
    server.clockState = 'rollback'
    states.length = 0
    world.advance(1000)
    const last = states.at(-1)
    expect(last).toMatchObject({ serverClockState: 'rollback', canBook: false, blockedBecause: 'clock_untrusted' })
    // What is held can still be confirmed and paid.
    expect(last).toMatchObject({ mode: 'synced', canSubmit: true })
    server.clockState = 'guarded'
    world.advance(1000)
    expect(store.getState()).toMatchObject({ serverClockState: 'guarded', canBook: true, blockedBecause: null })
  })

  it('lets nobody book while the server can save nothing, and says so with the tick', () => {
    const { world, server, store } = started()
    world.advance(5500)
    expect(store.getState()).toMatchObject({ storeTrouble: null, canBook: true, blockedBecause: null })
    server.storeTrouble = 'disk_full'
    server.tick()
    world.advance(10)
    expect(store.getState()).toMatchObject({ storeTrouble: 'disk_full', canBook: false })
    expect(store.getState().blockedBecause).toBe('store_read_only')
    server.storeTrouble = undefined
    world.advance(1000)
    expect(store.getState()).toMatchObject({ storeTrouble: null, canBook: true, blockedBecause: null })
  })

  it('tells of another state of the server’s clock also within the same second', () => {
    const { world, server, states } = started()
    world.advance(5500)
    states.length = 0
    server.clockState = 'forward_suspect'
    server.tick()
    world.advance(10)
    expect(states.map(({ blockedBecause }) => blockedBecause)).toEqual(['clock_untrusted'])
  })
})
