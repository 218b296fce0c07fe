import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../support/caller.ts'
import { pairKiosk, signIn, startStillServer, type Kiosk, type StillServer } from '../support/still-server.ts'
import { openSocket, refusedSocket } from '../support/test-socket.ts'
import { hold, manage, type Held } from '../support/wash.ts'

describe('what is somebody else’s', () => {
  let still: StillServer
  let kiosk: Kiosk
  let otherKiosk: Kiosk
  let owner: Caller
  let attendant: Caller
  let mine: Held
  let theirs: Held
  beforeAll(async () => {
    still = await startStillServer({ site: 'demo', kioskAccess: 'paired' })
    owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
    attendant = await signIn(still, { username: 'attendant', password: 'harbour-attendant' })
    kiosk = await pairKiosk(still, owner, 'Entrance')
    otherKiosk = await pairKiosk(still, owner, 'Exit')
    mine = await hold(kiosk.caller, '2025-12-08T10:00:00+05:30', { plate: 'KL07MINE1' })
    theirs = await hold(kiosk.caller, '2025-12-08T11:00:00+05:30', { plate: 'KL07THEIR2', phone: '+91 98470 12345' })
  })
  afterAll(() => still.stop())

  const forbidden = { status: 403, code: 'forbidden' }
  const userId = async (caller: Caller) =>
    ((await caller.get('/api/v1/session')).json() as { user: { id: string } }).user.id

  describe('booking', () => {
    const acts = [
      ['GET', ''],
      ['GET', '/status'],
      ['POST', '/confirm'],
      ['POST', '/cancel'],
    ] as const

    it.each(acts)('is not opened by the token of another one: %s …%s', async (method, act) => {
      const ids = [theirs.id, theirs.reference, 'no-such-booking', `${theirs.id}%00`, `${mine.id}%2f..%2f${theirs.id}`]
      for (const caller of [still.visitor, kiosk.caller]) {
        for (const id of ids) {
          const path = `/api/v1/bookings/${id}${act}`
          const answer = await caller.send(method, path, undefined, { authorization: `Bearer ${mine.manage_token}` })
          // One that is not there is refused like one that is somebody else's; what is no id at all is refused as that.
          expect(id.includes('%') ? [400, 403, 404] : [403]).toContain(answer.status)
          expect(answer.text).not.toContain('THEIR2')
        }
      }
      const row = still.look((db) => db.prepare('SELECT state FROM booking WHERE id = ?').pluck().get(theirs.id))
      expect(row).toBe('held')
    })

    it.each([acts[0], acts[3]])('is not opened by what is no token: %s …%s', async (method, act) => {
      const path = `/api/v1/bookings/${theirs.id}${act}`
      const tokens = [theirs.id, theirs.reference, theirs.manage_token.slice(0, -1), `${theirs.manage_token}A`]
      for (const token of [...tokens, theirs.manage_token.toLowerCase()]) {
        expect(await still.visitor.send(method, path, undefined, { authorization: `Bearer ${token}` })).toMatchObject(
          forbidden,
        )
      }
      const answer = await still.visitor.send(method, `${path}?manage_token=${theirs.manage_token}`, undefined)
      expect(answer.status).toBe(401)
    })

    it('is not opened by a tablet, be it the one on which it was made', async () => {
      for (const caller of [kiosk.caller, otherKiosk.caller]) {
        expect((await caller.get(`/api/v1/bookings/${theirs.id}`)).status).toBe(401)
      }
    })

    it('is listed nowhere on the customers’ listener', async () => {
      const paths = ['/api/v1/lot/plan', '/api/v1/site', '/api/v1/devices/self']
      const slots = '/api/v1/availability/wash?service_id=exterior&date=2025-12-08'
      for (const path of [...paths, slots]) {
        const { status, text } = await kiosk.caller.get(path)
        expect(status).toBe(200)
        for (const secret of ['KL07', theirs.id, theirs.reference, theirs.manage_token, '98470']) {
          expect(text).not.toContain(secret)
        }
      }
    })

    it('with the same key and wish, by another tablet, gives nobody the first one’s token', async () => {
      const headers = { 'idempotency-key': 'the-same-key' }
      // Word for word the same, as whoever looked over somebody's shoulder would ask.
      const wish = { kind: 'wash', service_id: 'exterior', start: '2025-12-08T12:00:00+05:30', plate: 'KL07AA1111' }
      const first = await kiosk.caller.post('/api/v1/bookings', wish, headers)
      const second = await otherKiosk.caller.post('/api/v1/bookings', wish, headers)
      const token = (first.json() as Held).manage_token
      expect(token).toHaveLength(43)
      expect(second.text).not.toContain(token)
      expect(second.status).toBe(201)
    })
  })

  describe('receipt', () => {
    it('is found by its own code and by nothing else that is known of it', async () => {
      await manage(kiosk.caller, theirs, 'confirm')
      const paid = await owner.post(`/api/v1/bookings/${theirs.id}/payments`, { method: 'cash' })
      expect(paid.status).toBe(201)
      const row = still.look((db) => db.prepare('SELECT * FROM receipt ORDER BY number DESC LIMIT 1').get()) as {
        number: number
      }
      const guesses = [`R-${row.number}`, String(row.number), theirs.id, theirs.reference, mine.manage_token]
      for (const guess of guesses) {
        const answer = await still.visitor.get(`/api/v1/receipts/verify/${guess}`)
        expect([400, 404]).toContain(answer.status)
        expect(answer.text).not.toContain('THEIR2')
      }
      for (const path of ['', '?q=KL07', `/R-${row.number}`]) {
        expect((await kiosk.caller.get(`/api/v1/receipts${path}`)).status).toBe(404)
      }
    })
  })

  describe('notification', () => {
    it('comes to no socket but one’s own', async () => {
      const [ownerId, attendantId] = [await userId(owner), await userId(attendant)]
      const base = still.server.staffUrl
      const as = (caller: Caller, id: string, at = base) =>
        refusedSocket(at, `/ws/notifications/${id}/?after=0`, { origin: at, cookie: caller.cookie })
      expect(await as(attendant, ownerId)).toEqual(forbidden)
      expect(await as(owner, attendantId)).toEqual(forbidden)
      expect(await as(otherKiosk.caller, kiosk.id, still.server.publicUrl)).toEqual(forbidden)
      expect(await as(kiosk.caller, attendantId, still.server.publicUrl)).toEqual(forbidden)
    })

    it('that is for managers comes to no attendant, not afterwards either', async () => {
      const shift = (await owner.get('/api/v1/shifts/current')).json() as { shift: { id: string } | null }
      expect(shift.shift).not.toBeNull()
      const closing = { counted_minor: 0, pin: '2468' }
      const closed = await owner.post(`/api/v1/shifts/${shift.shift?.id}/close`, closing)
      expect(closed.status).toBe(200)
      const heard = async (caller: Caller) => {
        const base = still.server.staffUrl
        const path = `/ws/notifications/${await userId(caller)}/?after=0`
        const socket = await openSocket(base, path, { origin: base, cookie: caller.cookie })
        const pong = new Promise((resolve) => socket.raw.once('pong', resolve))
        socket.raw.ping()
        await pong
        socket.close()
        return socket.unread.map(({ type }) => type)
      }
      expect(await heard(owner)).toContain('shift_changed')
      expect(await heard(attendant)).not.toContain('shift_changed')
      expect((await attendant.get('/api/v1/notices')).text).not.toContain('shift_changed')
    })

    it('stays unread for others when one has read it', async () => {
      const unread = async (caller: Caller) => (await caller.get('/api/v1/notices')).json() as { unread: number }
      const before = await unread(attendant)
      expect((await owner.post('/api/v1/notices/read', { up_to: 1_000_000 })).status).toBe(200)
      expect((await unread(attendant)).unread).toBe(before.unread)
      expect(before.unread).toBeGreaterThan(0)
    })
  })
})
