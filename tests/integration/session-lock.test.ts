import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RouteSpec } from '../../src-shared/api/route.ts'
import { routes } from '../../src-shared/api/routes.ts'
import type { Caller } from '../support/caller.ts'
import { OWNER, signIn, startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket, refusedSocket } from '../support/test-socket.ts'
import { choosePin, PIN, trail } from './admin/admin-world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What staff may ask for, and is not said to be open to a locked session. */
const shut = Object.entries<RouteSpec>(routes).filter(
  ([, { access }]) => Array.isArray(access.staff) && access.whileLocked !== true,
)

describe('a locked session', () => {
  let still: StillServer
  let ownerId: string
  beforeEach(async () => {
    still = await startStillServer()
    await choosePin(still)
    ownerId = ((await still.owner.get('/api/v1/session')).json() as { user: { id: string } }).user.id
  })
  afterEach(() => still.stop())

  const lock = (who: Caller = still.owner) => who.post('/api/v1/session/lock')
  const unlock = (secret: string, who: Caller = still.owner) => who.post('/api/v1/session/unlock', { secret })
  const who = async (caller: Caller = still.owner) => {
    const { status, code } = await caller.get('/api/v1/session')
    return code ?? status
  }

  it('is refused everything but unlocking and signing out, and is told nothing', async () => {
    expect((await lock()).status).toBe(204)
    expect(shut.length).toBeGreaterThan(80)
    for (const [key] of shut) {
      const [method = '', path = ''] = key.split(' ')
      const answer = await still.owner.send(method, path.replace(/\{\w+\}/g, 'x'), undefined)
      expect([key, answer.status, answer.code]).toEqual([key, 403, 'session_locked'])
      expect(answer.text).not.toMatch(/Meera|owner|Quay/)
    }
  })

  it('opens by the PIN, and by the password', async () => {
    for (const secret of [PIN, OWNER.password]) {
      await lock()
      expect(await who()).toBe('session_locked')
      const opened = await unlock(secret)
      expect(opened.json()).toMatchObject({ user: { id: ownerId, username: 'owner' }, lock_minutes: 15 })
      expect(await who()).toBe(200)
    }
    const lines = ['session.locked', 'session.unlocked'].map((kind) => trail(still, kind))
    expect(lines.map((list) => list.length)).toEqual([2, 2])
    expect(lines.flat().every(({ actor, subject }) => actor === `user:${ownerId}` && subject === ownerId)).toBe(true)
  })

  it('stays locked for every copy of its cookie, over a restart, and however often it is locked', async () => {
    await lock()
    expect((await lock()).status).toBe(204)
    expect(trail(still, 'session.locked')).toHaveLength(1)
    const copy = still.owner.at(still.server.staffUrl)
    expect(await who(copy)).toBe('session_locked')
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    expect(await who(copy.at(still.server.staffUrl))).toBe('session_locked')
  })

  it('is one session: the same person elsewhere works on', async () => {
    const elsewhere = await signIn(still, OWNER)
    await lock()
    expect([await who(), await who(elsewhere)]).toEqual(['session_locked', 200])
  })

  it('loses its sockets, and opens none but that of the time', async () => {
    const base = still.server.staffUrl
    const opening = { origin: base, cookie: still.owner.cookie }
    const path = `/ws/notifications/${ownerId}/`
    const open = [await openSocket(base, path, opening), await openSocket(base, '/ws/time/', opening)]
    await lock()
    expect((await Promise.all(open.map(({ closed }) => closed))).map(({ code }) => code)).toEqual([4401, 4401])
    expect(await refusedSocket(base, path, opening)).toEqual({ status: 403, code: 'session_locked' })
    const time = await openSocket(base, '/ws/time/', opening)
    expect((await time.next()).type).toBe('time_update')
    time.close()
    await unlock(PIN)
    ;(await openSocket(base, path, opening)).close()
  })

  it('ends at the fifth wrong try, and signing in is what is left', async () => {
    await lock()
    const tries: unknown[] = []
    for (let count = 0; count < 5; count += 1) tries.push((await unlock(`999${count}`)).code)
    expect(tries).toEqual(['wrong_pin', 'wrong_pin', 'wrong_pin', 'wrong_pin', 'unauthenticated'])
    expect((await unlock(PIN)).code).toBe('unauthenticated')
    expect(trail(still, 'session.lock_failed')).toHaveLength(1)
    expect(await who(await signIn(still, OWNER))).toBe(200)
  })

  it('forgives the wrong tries of before once it was opened', async () => {
    for (let round = 0; round < 2; round += 1) {
      await lock()
      for (let count = 0; count < 4; count += 1) expect((await unlock('9999')).code).toBe('wrong_pin')
      expect((await unlock(PIN)).status).toBe(200)
      still.world.slip(5 * MINUTE)
    }
  })

  it('is guessed at no more often than the PIN is anywhere', async () => {
    const elsewhere = await signIn(still, OWNER)
    await lock(elsewhere)
    for (let count = 0; count < 5; count += 1) {
      const body = { pin: '9999', reason: 'checked by telephone' }
      expect((await still.owner.post('/api/v1/clock/accept', body)).code).toBe('wrong_pin')
    }
    expect((await unlock(PIN, elsewhere)).code).toBe('rate_limited')
    expect(await who(elsewhere)).toBe('session_locked')
  })

  it('that nobody has locked is not thrown out by wrong tries', async () => {
    for (let count = 0; count < 5; count += 1) expect((await unlock('9999')).code).toBe('wrong_pin')
    expect(await who()).toBe(200)
  })

  it('is kept no longer by asking: two hours after its last use it is over', async () => {
    await lock()
    for (let quarter = 0; quarter < 8; quarter += 1) {
      expect(await who()).toBe('session_locked')
      still.world.slip(HOUR / 4)
    }
    expect(await who()).toBe('unauthenticated')
    expect((await unlock(PIN)).code).toBe('unauthenticated')
  })

  it('may be signed out of', async () => {
    await lock()
    expect((await still.owner.delete('/api/v1/session')).status).toBe(204)
    expect(await who()).toBe('unauthenticated')
  })

  it('is over when somebody signs in in its place', async () => {
    await lock()
    const copy = still.owner.at(still.server.staffUrl)
    expect((await still.owner.post('/api/v1/session', OWNER)).status).toBe(201)
    expect([await who(), await who(copy)]).toEqual([200, 'unauthenticated'])
  })

  it('of somebody without a PIN opens by the password alone', async () => {
    still.plant('UPDATE "user" SET pin_hash = NULL')
    await lock()
    expect((await unlock(PIN)).code).toBe('wrong_pin')
    expect((await unlock(OWNER.password)).status).toBe(200)
  })

  it.each([
    ['nothing', {}],
    ['an empty secret', { secret: '' }],
    ['a list', { secret: ['2468'] }],
    ['a name', { secret: PIN, username: 'owner' }],
  ])('does not open by %s', async (_, body) => {
    await lock()
    expect((await still.owner.post('/api/v1/session/unlock', body)).code).toBe('invalid_request')
    expect(await who()).toBe('session_locked')
  })

  it('tells after how many idle minutes its console locks, as the site says', async () => {
    const { version, settings } = (await still.owner.get('/api/v1/admin/site')).json() as Record<string, object>
    const saved = await still.owner.send('PUT', '/api/v1/admin/site', {
      version,
      settings: { ...settings, lock_minutes: 0 },
    })
    expect(saved.status).toBe(200)
    expect((await still.owner.get('/api/v1/session')).json()).toMatchObject({ lock_minutes: 0 })
  })
})
