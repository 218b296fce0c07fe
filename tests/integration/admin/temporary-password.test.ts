import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AdminUser, UserWithPassword } from '../../../src-shared/api/admin-schemas.ts'
import type { RouteSpec } from '../../../src-shared/api/route.ts'
import { routes } from '../../../src-shared/api/routes.ts'
import type { Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { openSocket, refusedSocket } from '../../support/test-socket.ts'
import { PIN, read } from './admin-world.ts'

const OWN = 'a phrase of my own'

/** What is open before somebody has chosen a password of their own. Written by hand on purpose. */
const OPEN = [
  'GET /api/v1/session',
  'DELETE /api/v1/session',
  'PUT /api/v1/session/password',
  'POST /api/v1/session/lock',
  'POST /api/v1/session/unlock',
]

const guarded = Object.entries<RouteSpec>(routes)
  .filter(([, { access }]) => Array.isArray(access.staff))
  .map(([key]) => key)

describe('a password that somebody else has set', () => {
  let still: StillServer
  let owner: Caller
  let given: UserWithPassword
  let guest: Caller
  let names = 0

  beforeAll(async () => {
    still = await startStillServer({ site: 'demo' })
    owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
  })
  afterAll(() => still.stop())
  beforeEach(async () => {
    const body = { name: 'Rahul', username: `rahul${(names += 1)}`, role: 'owner', pin: PIN }
    given = (await owner.post('/api/v1/admin/users', body)).json() as UserWithPassword
    guest = await signIn(still, { username: given.user.username, password: given.temporary_password })
  })

  const choose = (password: string, next: string) =>
    guest.send('PUT', '/api/v1/session/password', { password, new_password: next })

  it('opens nothing until it is changed: every route', async () => {
    expect(guarded.length).toBeGreaterThan(70)
    for (const key of guarded.filter((one) => !OPEN.includes(one))) {
      const [method = '', path = ''] = key.split(' ')
      const answer = await guest.send(method, path.replace(/\{\w+\}/g, 'x'), undefined)
      expect([key, answer.status, answer.code]).toEqual([key, 403, 'password_temporary'])
    }
  })

  it('lets its owner see who they are, choose another, or leave again', async () => {
    expect((await guest.get('/api/v1/session')).json()).toMatchObject({
      user: { username: given.user.username },
      password_temporary: true,
    })
    expect((await guest.delete('/api/v1/session')).status).toBe(204)
    expect((await guest.get('/api/v1/session')).status).toBe(401)
  })

  it('opens no notifications', async () => {
    const path = `/ws/notifications/${given.user.id}/`
    const opening = { cookie: guest.cookie, origin: still.server.staffUrl }
    const refused = await refusedSocket(still.server.staffUrl, path, opening)
    expect(refused).toEqual({ status: 403, code: 'password_temporary' })
    await choose(given.temporary_password, OWN)
    const socket = await openSocket(still.server.staffUrl, path, opening)
    socket.close()
  })

  it('is changed for another one, with which everything is open', async () => {
    const same = await choose(given.temporary_password, given.temporary_password)
    expect([same.status, same.code]).toEqual([400, 'invalid_request'])
    expect((await choose('not what was given', OWN)).code).toBe('wrong_credentials')
    expect((await guest.get('/api/v1/lot')).code).toBe('password_temporary')
    expect((await choose(given.temporary_password, OWN)).status).toBe(204)
    expect((await guest.get('/api/v1/session')).json()).toMatchObject({ password_temporary: false })
    expect((await guest.get('/api/v1/lot')).status).toBe(200)
    const again = await signIn(still, { username: given.user.username, password: OWN })
    expect((await again.get('/api/v1/lot')).status).toBe(200)
  })

  it('is one again after a reset', async () => {
    await choose(given.temporary_password, OWN)
    const path = `/api/v1/admin/users/${given.user.id}/reset-password`
    const { temporary_password: password } = (await owner.post(path, { pin: PIN })).json() as UserWithPassword
    const back = await signIn(still, { username: given.user.username, password })
    expect((await back.get('/api/v1/lot')).code).toBe('password_temporary')
  })

  it('is none of those who chose theirs', async () => {
    expect((await owner.get('/api/v1/session')).json()).toMatchObject({ password_temporary: false })
    const { users } = await read<{ users: AdminUser[] }>(owner, '/api/v1/admin/users')
    expect(users.length).toBeGreaterThan(3)
  })
})
