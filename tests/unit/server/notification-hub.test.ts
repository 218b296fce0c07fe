import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Notification } from '../../../src-shared/protocol/notifications.ts'
import type { Principal } from '../../../src-server/identity/principal.ts'
import { NotificationHub } from '../../../src-server/sockets/notification-hub.ts'
import { FakeSocket } from './fake-socket.ts'

const at = '2025-12-05T12:45:22+00:00'
const NOW = Date.parse(at)
const booking: Notification = {
  type: 'booking_changed',
  seq: 1,
  at,
  booking: {
    id: 'b1',
    reference: 'W-7KQ4X',
    kind: 'wash',
    state: 'held',
    plate: 'KL07BX1234',
    start: at,
    start_label: '12:45',
    resource: 'W1',
  },
}
const clock: Notification = { type: 'clock_changed', what: 'stepped', seq: 2, at, clock_state: 'guarded', epoch: 1 }
const kiosk: Notification = { type: 'kiosk_changed', seq: 3, at, change: 'paired', name: 'Exit' }

const user: Principal = {
  kind: 'user',
  id: 'u1',
  name: 'Arun Das',
  username: 'arun',
  role: 'attendant',
  passwordTemporary: false,
  locked: false,
  sessionHash: 's1',
  expiresAt: Date.parse('2025-12-06T00:00:00Z'),
}
const device: Principal = { kind: 'device', id: 'd1', name: 'Entrance' }

describe('the notification hub', () => {
  let hub: NotificationHub
  beforeEach(() => {
    hub = new NotificationHub()
  })

  function join(principal: Principal): FakeSocket {
    const socket = new FakeSocket()
    hub.add(socket.asWebSocket, principal)
    return socket
  }
  const heard = (socket: FakeSocket) => socket.messages.map(({ type }) => type)

  it('tells staff what goes on, and a kiosk of the clock alone', () => {
    const [staff, tablet] = [join(user), join(device)]
    for (const notification of [booking, clock, kiosk]) hub.send(notification)
    expect(heard(staff)).toEqual(['booking_changed', 'clock_changed', 'kiosk_changed'])
    expect(heard(tablet)).toEqual(['clock_changed'])
  })

  it('tells nobody what is not for their role', () => {
    const [attendant, owner, admin] = [join(user), join({ ...user, role: 'owner' }), join({ ...user, role: 'admin' })]
    hub.send({ type: 'backup_failed', seq: 4, at, what: 'backup' })
    expect([attendant, owner, admin].map(heard)).toEqual([[], ['backup_failed'], ['backup_failed']])
  })

  it('writes a notification once', () => {
    for (let count = 0; count < 50; count += 1) join(user)
    const stringify = vi.spyOn(JSON, 'stringify')
    hub.send(booking)
    expect(stringify).toHaveBeenCalledTimes(1)
    stringify.mockRestore()
  })

  it('says nothing at first, and takes nothing', () => {
    const socket = join(user)
    expect(socket.sent).toEqual([])
    socket.say({ type: 'hello' })
    expect(socket.closed).toEqual([{ code: 4400, reason: 'not a message of this socket' }])
  })

  it('closes the socket of a session that has ended, when it next asks for a sign of life', () => {
    const [staff, tablet] = [join(user), join(device)]
    hub.checkAlive(Date.parse('2025-12-05T23:59:59.999Z'))
    expect(staff.closed).toEqual([])
    hub.checkAlive(Date.parse('2025-12-06T00:00:00Z'))
    expect(staff.closed).toEqual([{ code: 4401, reason: 'signed out or unpaired' }])
    expect(tablet.closed).toEqual([])
  })

  it('drops who gave no sign of life since the last time it asked', () => {
    const [dead, alive] = [join(user), join(user)]
    hub.checkAlive(NOW)
    alive.emit('pong')
    hub.checkAlive(NOW)
    expect([dead.terminated, alive.terminated]).toEqual([true, false])
    hub.send(booking)
    expect(dead.sent).toEqual([])
    expect(heard(alive)).toEqual(['booking_changed'])
  })

  it('cuts off a listener that reads nothing, and tells the others all the same', () => {
    const [slow, quick] = [join(user), join(user)]
    slow.stalled = true
    for (let count = 0; count < 2000; count += 1) hub.send(booking)
    expect(slow.terminated).toBe(true)
    expect(slow.bufferedAmount).toBeLessThan(128 * 1024)
    expect(quick.sent).toHaveLength(2000)
  })

  it('tells staff nothing from the instant that their session ends', () => {
    const socket = join(user)
    hub.send({ ...booking, at: '2025-12-06T05:29:59.999+05:30' })
    expect([heard(socket).length, socket.closed]).toEqual([1, []])
    hub.send({ ...booking, at: '2025-12-06T05:30:00+05:30' })
    expect(heard(socket)).toHaveLength(1)
    expect(socket.closed).toEqual([{ code: 4401, reason: 'signed out or unpaired' }])
  })

  it('closes who is revoked, and everybody when it stops', () => {
    const [staff, tablet] = [join(user), join(device)]
    hub.disconnect((principal) => principal.kind === 'device')
    expect(tablet.closed).toEqual([{ code: 4401, reason: 'signed out or unpaired' }])
    expect(staff.closed).toEqual([])
    hub.closeAll()
    expect(staff.closed).toEqual([{ code: 1001, reason: 'server is stopping' }])
  })

  it('an error of a socket upsets nobody', () => {
    expect(() => join(user).emit('error', new Error('ECONNRESET'))).not.toThrow()
  })
})
