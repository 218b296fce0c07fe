import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminUser } from '../../../src-shared/api/admin-schemas.ts'
import type { Caller } from '../../support/caller.ts'
import { settleIn, signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { openSocket } from '../../support/test-socket.ts'
import { PIN, read, trail } from './admin-world.ts'

const account = (who: string) => ({ username: who, password: `harbour-${who}` })

describe('staff accounts', () => {
  let still: StillServer
  let owner: Caller
  let admin: Caller
  beforeEach(async () => {
    still = await startStillServer({ site: 'demo' })
    owner = await signIn(still, account('owner'))
    admin = await signIn(still, account('admin'))
  })
  afterEach(() => still.stop())

  const users = async () => (await read<{ users: AdminUser[] }>(owner, '/api/v1/admin/users')).users
  const userOf = async (username: string) => (await users()).find((user) => user.username === username)!
  const patch = (by: Caller, user: AdminUser, change: object) =>
    by.send('PATCH', `/api/v1/admin/users/${user.id}`, { version: user.version, pin: PIN, ...change })
  const add = (by: Caller, change: object = {}) =>
    by.post('/api/v1/admin/users', { name: 'Rahul', username: 'rahul', role: 'attendant', pin: PIN, ...change })

  it('are added with a password that is told once and signs in', async () => {
    const made = await add(admin)
    expect(made.status).toBe(201)
    const { temporary_password: password, user } = made.json() as { temporary_password: string; user: AdminUser }
    expect(password).toMatch(/^[0-9A-Z]{12}$/)
    expect(user).toMatchObject({ role: 'attendant', active: true, has_pin: false, signed_in: false })
    expect((await signIn(still, { username: 'rahul', password })).cookie).not.toBe('')
    expect((await userOf('rahul')).signed_in).toBe(true)
    expect(JSON.stringify(trail(still, 'user.added'))).not.toContain(password)
    expect((await add(owner)).code).toBe('name_taken')
  })

  it.each(['add', 'change', 'password', 'pin'])('ask for the PIN: %s', async (what) => {
    const user = await userOf('attendant')
    const base = `/api/v1/admin/users/${user.id}`
    const pin = '99999999'
    const answer = await {
      add: () => add(owner, { pin }),
      change: () => patch(owner, user, { name: 'X', pin }),
      password: () => owner.post(`${base}/reset-password`, { pin }),
      pin: () => owner.post(`${base}/reset-pin`, { pin }),
    }[what]!()
    expect([answer.status, answer.code]).toEqual([403, 'wrong_pin'])
    expect(await userOf('attendant')).toEqual(user)
  })

  it('that are shut lose sessions and sockets at once, and open again with the same password', async () => {
    const attendant = await signIn(still, account('attendant'))
    const user = await userOf('attendant')
    const socket = await openSocket(still.server.staffUrl, `/ws/notifications/${user.id}/`, {
      cookie: attendant.cookie,
      origin: still.server.staffUrl,
    })
    const shut = await patch(owner, user, { active: false })
    expect(shut.json()).toMatchObject({ active: false, signed_in: false })
    expect((await socket.closed).code).toBe(4401)
    expect((await attendant.get('/api/v1/session')).code).toBe('unauthenticated')
    expect((await still.stranger.post('/api/v1/session', account('attendant'))).code).toBe('wrong_credentials')
    await patch(owner, shut.json() as AdminUser, { active: true })
    expect((await signIn(still, account('attendant'))).cookie).not.toBe('')
  })

  it('with another role sign in anew; another name is no reason to', async () => {
    const attendant = await signIn(still, account('attendant'))
    const renamed = (await patch(owner, await userOf('attendant'), { name: 'Arun K. Das' })).json() as AdminUser
    expect((await attendant.get('/api/v1/session')).json()).toMatchObject({ user: { name: 'Arun K. Das' } })
    expect((await patch(admin, renamed, { role: 'admin' })).status).toBe(200)
    expect((await attendant.get('/api/v1/session')).status).toBe(401)
    expect((await patch(owner, renamed, { role: 'owner' })).code).toBe('changed_meanwhile')
  })

  it('of owners are no admin’s to make, change or open', async () => {
    const boss = await userOf('owner')
    expect((await add(admin, { role: 'owner' })).code).toBe('forbidden')
    expect((await patch(admin, await userOf('attendant'), { role: 'owner' })).code).toBe('forbidden')
    expect((await patch(admin, boss, { name: 'X' })).code).toBe('forbidden')
    expect((await patch(admin, boss, { active: false })).code).toBe('forbidden')
    for (const what of ['reset-password', 'reset-pin']) {
      expect((await admin.post(`/api/v1/admin/users/${boss.id}/${what}`, { pin: PIN })).code).toBe('forbidden')
    }
    expect(await userOf('owner')).toEqual(boss)
  })

  it('keep the last owner who can sign in', async () => {
    const boss = await userOf('owner')
    for (const change of [{ active: false }, { role: 'admin' }, { role: 'attendant' }]) {
      expect((await patch(owner, boss, change)).code).toBe('last_owner')
    }
    const second = ((await add(owner, { role: 'owner' })).json() as { user: AdminUser }).user
    await patch(owner, second, { active: false })
    // One that is shut is none.
    expect((await patch(owner, boss, { role: 'admin' })).code).toBe('last_owner')
    await patch(owner, await userOf('rahul'), { active: true })
    expect((await patch(owner, boss, { role: 'admin' })).status).toBe(200)
  })

  it('keep one owner though two shut each other at the same moment', async () => {
    const made = (await add(owner, { role: 'owner' })).json() as { user: AdminUser; temporary_password: string }
    const password = 'a phrase of my own'
    const second = await settleIn(still, { username: 'rahul', temporary: made.temporary_password, password })
    expect((await second.send('PUT', '/api/v1/session/pin', { password, pin: PIN })).status).toBe(204)
    const answers = await Promise.all([
      patch(owner, await userOf('rahul'), { active: false }),
      patch(second, await userOf('owner'), { active: false }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const active = still.look((db) =>
      db.prepare('SELECT count(*) FROM "user" WHERE role = \'owner\' AND active = 1').pluck().get(),
    )
    expect(active).toBe(1)
  })

  it('get another password, which ends their sessions, or lose their PIN', async () => {
    const attendant = await signIn(still, account('attendant'))
    const { id } = await userOf('attendant')
    const reset = await owner.post(`/api/v1/admin/users/${id}/reset-password`, { pin: PIN })
    const { temporary_password: password } = reset.json() as { temporary_password: string }
    expect((await attendant.get('/api/v1/session')).status).toBe(401)
    expect((await still.stranger.post('/api/v1/session', account('attendant'))).code).toBe('wrong_credentials')
    await signIn(still, { username: 'attendant', password })
    const bare = await owner.post(`/api/v1/admin/users/${id}/reset-pin`, { pin: PIN })
    expect(bare.json()).toMatchObject({ has_pin: false })
    expect(trail(still, 'user.pin_reset')).toHaveLength(1)
  })

  it('change their own password, which ends their other sessions and keeps this one', async () => {
    const here = await signIn(still, account('attendant'))
    const elsewhere = await signIn(still, account('attendant'))
    const put = (password: string, next = 'quite another one') =>
      here.send('PUT', '/api/v1/session/password', { password, new_password: next })
    expect((await put('wrong')).code).toBe('wrong_credentials')
    expect((await put('harbour-attendant', 'short')).code).toBe('invalid_request')
    expect((await put('harbour-attendant')).status).toBe(204)
    expect((await here.get('/api/v1/session')).status).toBe(200)
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401)
    await signIn(still, { username: 'attendant', password: 'quite another one' })
  })
})
