import { describe, expect, it } from 'vitest'
import { createNotificationLink, type NotificationSocket } from '../../../src-renderer/connection/notification-link.ts'
import type { Notification } from '../../../src-shared/protocol/notifications.ts'

/** A link with sockets that a test opens and closes, and time that it moves. */
function setUp() {
  const sockets: (NotificationSocket & { closed: boolean })[] = []
  const waits: { ms: number; run: () => void }[] = []
  const states: boolean[] = []
  const heard: Notification[] = []
  let now = 0
  let doubts = 0
  const link = createNotificationLink({
    connect: () => {
      const socket = {
        onopen: null,
        onmessage: null,
        onclose: null,
        closed: false,
        close: () => (socket.closed = true),
      }
      sockets.push(socket)
      return socket
    },
    timers: {
      after(ms, run) {
        const wait = { ms, run }
        waits.push(wait)
        return () => void waits.splice(waits.indexOf(wait), 1)
      },
    },
    random: () => 1,
    time: { monotonicMs: () => now },
    onState: (open) => states.push(open),
    onNotification: (notification) => heard.push(notification),
    onDoubt: () => (doubts += 1),
  })
  return {
    link,
    sockets,
    waits,
    states,
    heard,
    doubts: () => doubts,
    pass: (ms: number) => (now += ms),
    newest: () => sockets.at(-1)!,
    fire: () => waits.shift()!.run(),
  }
}

const paired = { type: 'kiosk_changed', seq: 1, at: '2025-12-05T12:45:22+05:30', change: 'paired', name: 'Entrance' }

describe('the notifications link', () => {
  it('is back within the time that a restarting server asks for, and does not doubt its session', () => {
    const test = setUp()
    test.link.start()
    test.newest().onopen?.()
    test.newest().onclose?.({ code: 1012, reason: 'restarting: reconnect within 1000 ms' })
    expect(test.waits.map(({ ms }) => ms)).toEqual([1000])
    expect(test.doubts()).toBe(0)
  })

  it('waits longer after each failure, up to 30 s', () => {
    const test = setUp()
    test.link.start()
    const waited: number[] = []
    for (let failure = 0; failure < 8; failure += 1) {
      test.newest().onclose?.({ code: 1006 })
      waited.push(test.waits[0]!.ms)
      test.fire()
    }
    expect(waited).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  it('starts over after 30 s of a stable link, and not before', () => {
    const test = setUp()
    test.link.start()
    test.newest().onclose?.({ code: 1006 })
    test.fire()
    test.newest().onopen?.()
    test.pass(29_999)
    test.newest().onclose?.({ code: 1006 })
    expect(test.waits[0]!.ms).toBe(1000)
    test.fire()
    test.newest().onopen?.()
    test.pass(30_000)
    test.newest().onclose?.({ code: 1006 })
    expect(test.waits[0]!.ms).toBe(500)
  })

  it('hands on what is a notification and nothing else', () => {
    const test = setUp()
    test.link.start()
    test.newest().onmessage?.({ data: JSON.stringify(paired) })
    test.newest().onmessage?.({ data: '{"type":"kiosk_changed"}' })
    test.newest().onmessage?.({ data: 'not JSON' })
    test.newest().onmessage?.({ data: new ArrayBuffer(4) })
    expect(test.heard).toEqual([paired])
  })

  it('asks whether the session still holds when it is cut off, but not when the server stops', () => {
    const test = setUp()
    test.link.start()
    test.newest().onclose?.({ code: 1001 })
    expect(test.doubts()).toBe(0)
    test.fire()
    test.newest().onclose?.({ code: 4401 })
    expect(test.doubts()).toBe(1)
  })

  it('tries at once when told to hurry, and only while it waits', () => {
    const test = setUp()
    test.link.start()
    test.link.hurry()
    expect(test.sockets).toHaveLength(1)
    test.newest().onclose?.({ code: 1006 })
    test.link.hurry()
    expect(test.sockets).toHaveLength(2)
    expect(test.waits).toHaveLength(0)
  })

  it('ends for good', () => {
    const test = setUp()
    test.link.start()
    const socket = test.newest()
    test.link.stop()
    expect(socket.closed).toBe(true)
    socket.onclose?.({ code: 1005 })
    expect(test.waits).toHaveLength(0)
    expect(test.states).toEqual([])
  })
})
