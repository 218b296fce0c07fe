import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Principal } from '../../../src-server/identity/principal.ts'
import { TimeHub } from '../../../src-server/sockets/time-hub.ts'
import { FakeSocket } from './fake-socket.ts'
import { clockAt } from './fixture.ts'

const HINT = { kind: 'wash', date: '2025-12-05', version: 7 } as const
const device = (id: string): Principal => ({ kind: 'device', id, name: `Kiosk ${id}` })

describe('the time hub', () => {
  let hub: TimeHub
  let kiosks: string[]
  let second: number
  beforeEach(() => {
    kiosks = []
    second = 1764938722
    hub = new TimeHub(
      clockAt('2025-12-05T12:45:22Z'),
      () => 'UTC',
      (change, principal) => {
        kiosks.push(`${change} ${principal.kind === 'device' ? principal.id : principal.kind}`)
      },
    )
  })

  function join(principal: Principal = { kind: 'nobody' }): FakeSocket {
    const socket = new FakeSocket()
    hub.add(socket.asWebSocket, socket.asStream, principal)
    return socket
  }
  /** So many ticks; whoever is asked for a sign of life gives it, unless it is among the dead. */
  function tick(times: number, living: readonly FakeSocket[] = []): void {
    for (let count = 0; count < times; count += 1) {
      second += 1
      const before = living.map(({ pings }) => pings)
      hub.tick(second)
      living.forEach((socket, index) => socket.pings > (before[index] ?? 0) && socket.emit('pong'))
    }
  }
  const ticksOf = (socket: FakeSocket) => socket.messages.filter(({ type }) => type === 'time_update').length

  it('writes a tick once, and frames it once, too, and once more for those it asks for a sign of life', () => {
    const sockets = Array.from({ length: 600 }, () => join())
    // Whoever is looked after for the first time is not asked yet.
    tick(15)
    const stringify = vi.spyOn(JSON, 'stringify')
    tick(1)
    expect(stringify).toHaveBeenCalledTimes(1)
    stringify.mockRestore()
    const texts = new Set(sockets.map(({ sent }) => String(sent.at(-1))))
    expect(texts.size).toBe(1)
    const frames = new Set(sockets.map(({ written }) => written.at(-1)))
    expect(frames.size).toBe(2)
    expect(sockets.filter(({ pings }) => pings === 1)).toHaveLength(600 / 15)
  })

  it('writes a hint once, too, and sends it to those who asked', () => {
    const [asked, other] = [join(), join()]
    asked.say({ type: 'subscribe', topics: ['availability'] })
    hub.announce(HINT)
    expect(asked.messages.at(-1)).toEqual({ type: 'availability_changed', ...HINT })
    expect(other.sent).toHaveLength(1)
  })

  it('skips ticks for a client whose queue is not empty, and goes on when it is', () => {
    const [slow, quick] = [join(), join()]
    slow.bufferedAmount = 300
    tick(5)
    expect([ticksOf(slow), ticksOf(quick)]).toEqual([1, 6])
    slow.bufferedAmount = 0
    tick(1)
    expect([ticksOf(slow), ticksOf(quick)]).toEqual([2, 7])
    expect(slow.closed).toEqual([])
  })

  it('cuts off a client that has taken nothing for fifteen ticks, and no other', () => {
    const [slow, quick] = [join(), join()]
    slow.bufferedAmount = 300
    tick(15, [slow, quick])
    expect(slow.terminated).toBe(false)
    tick(1, [slow, quick])
    expect(slow.terminated).toBe(true)
    expect(slow.closed).toEqual([{ code: 4408, reason: 'reads too slowly' }])
    tick(1, [quick])
    expect(quick.terminated).toBe(false)
    expect(ticksOf(quick)).toBe(18)
  })

  it.each([
    ['at the next tick', 'each second', 1, 1],
    ['at the next heartbeat', 'each minute', 60, 60],
    ['at the next heartbeat', 'no ticks', 0, 60],
  ])('cuts off %s a client that lets 64 KiB pile up, though it asked for %s', (_, __, every, seconds) => {
    const [slow, quick] = [join(), join()]
    slow.say({ type: 'ticks', every })
    slow.bufferedAmount = 64 * 1024 + 1
    tick(seconds, [slow, quick])
    expect([slow.terminated, quick.terminated]).toEqual([true, false])
    expect(slow.closed).toEqual([{ code: 4408, reason: 'reads too slowly' }])
  })

  it('answers no exchange for a client that has let 64 KiB pile up, but cuts it off', () => {
    const slow = join()
    slow.stalled = true
    for (let count = 0; count < 1000; count += 1) slow.say({ type: 'sync', nonce: 'n' })
    expect(slow.terminated).toBe(true)
    expect(slow.bufferedAmount).toBeLessThan(66 * 1024)
  })

  it('does not queue hints for a client that reads nothing beyond that limit', () => {
    const slow = join()
    slow.say({ type: 'ticks', every: 0 })
    slow.say({ type: 'subscribe', topics: ['availability'] })
    slow.stalled = true
    for (let count = 0; count < 5000 && !slow.terminated; count += 1) {
      hub.announce(HINT)
      if (count % 100 === 0) tick(1, [slow])
    }
    expect(slow.terminated).toBe(true)
    expect(slow.bufferedAmount).toBeLessThan(128 * 1024)
  })

  it('asks whoever has been silent for a sign of life, and drops who gives none within 15 s', () => {
    const [dead, alive, talking] = [join(), join(), join()]
    dead.emit('pong')
    tick(15, [alive])
    expect([dead.pings, alive.pings, talking.pings]).toEqual([0, 0, 0])
    talking.say({ type: 'sync', nonce: 'n' })
    tick(15, [alive])
    expect([dead.pings, alive.pings, talking.pings]).toEqual([1, 1, 0])
    talking.say({ type: 'sync', nonce: 'n' })
    expect(dead.terminated).toBe(false)
    tick(15, [alive])
    expect([dead.terminated, alive.terminated, talking.terminated]).toEqual([true, false, false])
    tick(15, [alive])
    expect([dead.pings, alive.pings, talking.pings]).toEqual([1, 2, 1])
  })

  it.each([2, 30, 60, 0])('leaves those in peace who speak once a minute at a pace of %i', (every) => {
    tick(1)
    const [resting, dead] = [join(), join()]
    for (const socket of [resting, dead]) socket.say({ type: 'ticks', every })
    for (let minute = 0; minute < 3; minute += 1) {
      tick(59)
      resting.say({ type: 'sync', nonce: 'n' })
      expect(dead.terminated).toBe(false)
      tick(1)
    }
    expect([resting.pings, dead.pings]).toEqual([0, 1])
    expect([resting.terminated, dead.terminated]).toEqual([false, true])
  })

  it('asks with a tick, not beside it, where a tick is due', () => {
    const sockets = [1, 10, 20].map((every) => {
      const socket = join()
      socket.say({ type: 'ticks', every })
      return socket
    })
    const none = join()
    none.say({ type: 'ticks', every: 0 })
    tick(120, sockets.slice(0, 1))
    expect([...sockets, none].map(({ pings }) => pings)).toEqual([4, 1, 1, 1])
    expect([...sockets, none].map(({ written }) => written.length - 1)).toEqual([120, 12, 6, 1])
  })

  it('asks a client, too, that skips its tick', () => {
    const slow = join()
    slow.say({ type: 'ticks', every: 10 })
    slow.bufferedAmount = 300
    tick(120)
    expect([ticksOf(slow), slow.pings]).toEqual([1, 1])
  })

  it('gives clients of a slow pace their turns at different seconds, each as often as it asked', () => {
    const sockets = Array.from({ length: 10 }, () => {
      tick(1)
      const socket = join()
      socket.say({ type: 'ticks', every: 5 })
      return socket
    })
    for (let count = 0; count < 15; count += 1) {
      const before = sockets.map(ticksOf)
      tick(1, sockets)
      const due = sockets.filter((socket, index) => ticksOf(socket) > (before[index] ?? 0))
      expect(due).toHaveLength(2)
    }
  })

  it('sends nothing to a socket that it has said farewell to', () => {
    const [revoked, rude] = [join(), join()]
    for (const socket of [revoked, rude]) socket.say({ type: 'subscribe', topics: ['availability'] })
    hub.disconnect(() => true)
    rude.say({ type: 'ticks', every: 1 })
    tick(40)
    hub.announce(HINT)
    expect([revoked.sent.length, rude.sent.length]).toEqual([1, 1])
  })

  it('writes no tick to a stream that has ended', () => {
    const socket = join()
    socket.ended = true
    tick(2)
    expect(socket.written).toHaveLength(1)
  })

  it('forgets a client that is gone', () => {
    const socket = join()
    socket.say({ type: 'subscribe', topics: ['availability'] })
    socket.emit('close')
    tick(40)
    hub.announce(HINT)
    expect(socket.written).toHaveLength(1)
    expect(hub.followers()).toEqual([])
  })

  it('allows a thousand messages between two ticks, and not one more', () => {
    const socket = join()
    for (let count = 0; count < 1000; count += 1) socket.say({ type: 'ticks', every: 1 })
    expect(socket.closed).toEqual([])
    socket.say({ type: 'ticks', every: 1 })
    expect(socket.closed).toEqual([{ code: 4429, reason: 'sends too much' }])
    const patient = join()
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 1000; count += 1) patient.say({ type: 'ticks', every: 1 })
      tick(1, [patient])
    }
    expect(patient.closed).toEqual([])
  })

  it('counts a paired kiosk once and each open one, and nobody else', () => {
    const sockets = [join(device('a')), join(device('a')), join(device('b')), join({ kind: 'open_kiosk' }), join()]
    expect(hub.kioskCount()).toBe(3)
    expect(kiosks).toEqual(['connected a', 'connected b', 'connected open_kiosk'])
    expect([hub.kiosk('a') !== undefined, hub.kiosk('c') !== undefined]).toEqual([true, false])
    for (const socket of sockets) socket.emit('close')
    expect(hub.kioskCount()).toBe(0)
    expect(kiosks.slice(3)).toEqual(['disconnected a', 'disconnected b', 'disconnected open_kiosk'])
  })

  it('closes the sockets of whoever is revoked, and all of them when it stops', () => {
    const [gone, other] = [join(device('a')), join(device('b'))]
    hub.disconnect((principal) => principal.kind === 'device' && principal.id === 'a')
    expect(gone.closed).toEqual([{ code: 4401, reason: 'signed out or unpaired' }])
    expect(other.closed).toEqual([])
    hub.closeAll()
    expect(other.closed).toEqual([{ code: 1001, reason: 'server is stopping' }])
  })

  it('an error of a socket upsets nobody', () => {
    const socket = join()
    expect(() => socket.emit('error', new Error('ECONNRESET'))).not.toThrow()
  })
})
