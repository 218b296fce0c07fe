import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../support/caller.ts'
import { OWNER, pairKiosk, signIn, startStillServer, type Kiosk, type StillServer } from '../support/still-server.ts'
import { openSocket, refusedSocket, type TestSocket } from '../support/test-socket.ts'
import { hold, manage } from '../support/wash.ts'

const SLOT = '2025-12-05T15:00:00+05:30'

describe('/ws/notifications/<user_id>/', () => {
  let still: StillServer
  let kiosk: Kiosk
  let ownerId: string
  beforeEach(async () => {
    still = await startStillServer({ kioskAccess: 'paired' })
    kiosk = await pairKiosk(still, still.owner, 'Entrance')
    ownerId = ((await still.owner.get('/api/v1/session')).json() as { user: { id: string } }).user.id
  })
  afterEach(() => still.stop())

  const pathOf = (id: string) => `/ws/notifications/${id}/`
  const openAs = (caller: Caller, id: string, base = still.server.staffUrl) =>
    openSocket(base, pathOf(id), { origin: base, cookie: caller.cookie })

  it('refuses who is nobody, and who wants to hear what is somebody else’s', async () => {
    const base = still.server.publicUrl
    const as = (caller: Caller, id: string, origin: string | undefined = base) =>
      refusedSocket(base, pathOf(id), { origin, cookie: caller.cookie })
    const unauthenticated = { status: 401, code: 'unauthenticated' }
    const forbidden = { status: 403, code: 'forbidden' }
    expect(await as(still.visitor, ownerId)).toEqual(unauthenticated)
    expect(await refusedSocket(base, pathOf(ownerId), { origin: base, cookie: 'kerbside_staff=made-up' })).toEqual(
      unauthenticated,
    )
    expect(await refusedSocket(base, pathOf(ownerId), { origin: base, cookie: '%%%;=;;kerbside_staff' })).toEqual(
      unauthenticated,
    )
    expect(await as(still.owner, kiosk.id)).toEqual(forbidden)
    expect(await as(still.owner, 'no-such-user')).toEqual(forbidden)
    expect(await as(kiosk.caller, ownerId)).toEqual(forbidden)
    expect(await as(still.owner, ownerId, 'https://evil.example')).toEqual(forbidden)
  })

  it('refuses a program that sends no Origin, whatever its credentials', async () => {
    const opening = { cookie: still.owner.cookie }
    expect(await refusedSocket(still.server.staffUrl, pathOf(ownerId), opening)).toEqual({
      status: 403,
      code: 'forbidden',
    })
  })

  it('refuses an open kiosk, which is nobody in particular', async () => {
    const open = await startStillServer({ kioskAccess: 'open' })
    const base = open.server.publicUrl
    expect(await refusedSocket(base, pathOf('x'), { origin: base })).toMatchObject({ status: 401 })
    await open.stop()
  })

  it('tells staff of bookings as they change, once each is committed', async () => {
    const socket = await openAs(still.owner, ownerId)
    const held = await hold(kiosk.caller, SLOT, { plate: 'KL07BX1234' })
    expect(await socket.nextOf('booking_changed')).toEqual({
      type: 'booking_changed',
      seq: expect.any(Number) as number,
      at: expect.stringMatching(/^2025-12-05T12:45:22(\.\d{3})?\+05:30$/) as string,
      booking: {
        id: held.id,
        reference: held.reference,
        kind: 'wash',
        state: 'held',
        plate: 'KL07BX1234',
        start: SLOT,
        start_label: '15:00',
        resource: 'W1',
      },
    })
    await manage(kiosk.caller, held, 'confirm')
    expect(await socket.nextOf('booking_changed')).toMatchObject({
      booking: { id: held.id, state: 'awaiting_payment' },
    })
    await still.owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'cash' })
    expect(await socket.nextOf('booking_changed')).toMatchObject({ booking: { id: held.id, state: 'confirmed' } })
    expect(await socket.nextOf('payment_recorded')).toMatchObject({ booking_id: held.id, reference: held.reference })
    const stored = still.look((db) => db.prepare('SELECT state FROM booking').pluck().get())
    expect(stored).toBe('confirmed')
  })

  it('also from the public listener, for staff who watch from the LAN', async () => {
    const socket = await openAs(still.owner, ownerId, still.server.publicUrl)
    await hold(kiosk.caller, SLOT)
    expect(await socket.nextOf('booking_changed')).toMatchObject({ booking: { state: 'held' } })
  })

  it('tells staff of kiosks that are paired, come, go and are unpaired', async () => {
    const socket = await openAs(still.owner, ownerId)
    const second = await pairKiosk(still, still.owner, 'Exit')
    expect(await socket.next()).toMatchObject({ type: 'kiosk_changed', change: 'paired', name: 'Exit' })
    const base = still.server.publicUrl
    const time = await openSocket(base, '/ws/time/', { origin: base, cookie: second.caller.cookie })
    expect(await socket.next()).toMatchObject({ type: 'kiosk_changed', change: 'connected', name: 'Exit' })
    time.close()
    expect(await socket.next()).toMatchObject({ type: 'kiosk_changed', change: 'disconnected', name: 'Exit' })
    await still.owner.delete(`/api/v1/devices/${second.id}`)
    expect(await socket.next()).toMatchObject({ type: 'kiosk_changed', change: 'unpaired', name: 'Exit' })
  })

  it('tells a kiosk nothing of anybody’s bookings', async () => {
    const base = still.server.publicUrl
    const device = await openAs(kiosk.caller, kiosk.id, base)
    const staff = await openAs(still.owner, ownerId)
    const heard: unknown[] = []
    device.raw.on('message', (data) => heard.push(data))
    await hold(kiosk.caller, SLOT)
    await hold(still.owner, SLOT)
    await staff.nextOf('booking_changed')
    await staff.nextOf('booking_changed')
    const pong = new Promise((resolve) => device.raw.once('pong', resolve))
    device.raw.ping()
    await pong
    expect(heard).toEqual([])
  })

  it.each([
    ['text', 'hello'],
    ['a message of the other socket', '{"type":"sync","nonce":"a"}'],
    ['bytes', Buffer.from([1, 2, 3])],
  ])('takes no messages: %s closes it', async (_, message) => {
    const socket = await openAs(still.owner, ownerId)
    socket.raw.send(message)
    expect(await socket.closed).toMatchObject({ code: 4400 })
    expect((await still.visitor.get('/healthz')).status).toBe(200)
  })

  it('is closed with 4401 when its user signs out, and only for that session', async () => {
    const elsewhere = await signIn(still, OWNER)
    const [mine, theirs] = [await openAs(still.owner, ownerId), await openAs(elsewhere, ownerId)]
    const time = await openSocket(still.server.staffUrl, '/ws/time/', {
      origin: still.server.staffUrl,
      cookie: still.owner.cookie,
    })
    await still.owner.delete('/api/v1/session')
    expect(await mine.closed).toEqual({ code: 4401, reason: 'signed out or unpaired' })
    expect(await time.closed).toMatchObject({ code: 4401 })
    await hold(kiosk.caller, SLOT)
    expect(await theirs.nextOf('booking_changed')).toMatchObject({ booking: { state: 'held' } })
  })

  it('is closed with 4401 when its kiosk is unpaired, with the kiosk’s other sockets', async () => {
    const base = still.server.publicUrl
    const opening = { origin: base, cookie: kiosk.caller.cookie }
    const sockets: TestSocket[] = [
      await openAs(kiosk.caller, kiosk.id, base),
      await openSocket(base, '/ws/time/', opening),
    ]
    const other = await openSocket(base, '/ws/time/')
    expect((await still.owner.delete(`/api/v1/devices/${kiosk.id}`)).status).toBe(204)
    for (const socket of sockets) expect(await socket.closed).toMatchObject({ code: 4401 })
    expect((await kiosk.caller.get('/api/v1/devices/self')).code).toBe('not_paired')
    expect(await refusedSocket(base, pathOf(kiosk.id), opening)).toMatchObject({ status: 401 })
    await other.soFar()
  })

  it('tells nothing to a session that has ended', async () => {
    const socket = await openAs(still.owner, ownerId)
    still.world.slip(12 * 3_600_000)
    await hold(kiosk.caller, '2025-12-06T12:00:00+05:30')
    expect(await socket.closed).toMatchObject({ code: 4401 })
    expect(socket.unread).toEqual([])
  })

  it('is closed with 1001 when the server stops', async () => {
    const socket = await openAs(still.owner, ownerId)
    await still.halt()
    expect(await socket.closed).toMatchObject({ code: 1001 })
    still = await startStillServer({ kioskAccess: 'paired', dataDir: still.dataDir, world: still.world })
  })
})
