import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowCounts, signIn, startStillServer, type StillServer } from '../support/still-server.ts'
import { book } from '../support/wash.ts'

const FORM = {
  site_name: 'Quay Lane',
  timezone: 'Europe/Dublin',
  currency: 'EUR',
  owner_name: 'Aoife Byrne',
  username: 'aoife',
  password: 'ten letters',
}

describe('the first start', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer({ site: 'none' })
  })
  afterEach(() => still.stop())

  const setUp = (change: Readonly<Record<string, unknown>> = {}) =>
    still.stranger.post('/api/v1/setup', { ...FORM, ...change })

  it('until it is done, tells the time and takes no bookings', async () => {
    expect((await still.stranger.get('/api/v1/setup')).json()).toEqual({
      needed: true,
      suggested_timezone: expect.any(String) as string,
    })
    expect((await still.visitor.get('/api/v1/time')).json()).toMatchObject({ timezone: 'UTC', timestamp: 1764918922 })
    expect((await still.visitor.get('/healthz')).status).toBe(200)
    for (const answer of [
      await still.visitor.get('/api/v1/site'),
      await still.visitor.get('/api/v1/availability/wash?service_id=exterior&date=2025-12-05'),
      await book(still.visitor, '2025-12-05T15:00:00+05:30'),
    ]) {
      expect([answer.status, answer.code]).toEqual([503, 'setup_needed'])
    }
    expect((await still.stranger.post('/api/v1/session', { username: 'owner', password: 'x' })).code).toBe(
      'wrong_credentials',
    )
    expect(await still.server.newPairingCode()).toBeUndefined()
  })

  it('makes the site and its owner, signed in', async () => {
    const done = await setUp()
    expect(done.status).toBe(201)
    expect(done.json()).toEqual({
      user: { id: expect.any(String) as string, name: 'Aoife Byrne', username: 'aoife', role: 'owner' },
      // Twelve hours on, on the new site's clock.
      password_temporary: false,
      lock_minutes: 15,
      expires_at: expect.stringMatching(/^2025-12-05T19:15:22(\.\d{3})?\+00:00$/) as string,
    })
    expect(done.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^kerbside_staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/) as string,
    ])
    expect((await still.stranger.get('/api/v1/session')).status).toBe(200)
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({
      name: 'Quay Lane',
      timezone: 'Europe/Dublin',
      currency: 'EUR',
      demo: false,
      window: { min_date: '2025-12-05', max_date: '2025-12-12' },
    })
    expect((await still.visitor.get('/api/v1/time')).json()).toMatchObject({ timezone: 'Europe/Dublin', hour: 7 })
    expect((await still.stranger.get('/api/v1/setup')).json()).toMatchObject({ needed: false })
    expect((await book(still.visitor, '2025-12-05T15:00:00+00:00')).status).toBe(201)
    expect(await still.look((db) => db.prepare('SELECT password_hash FROM user').pluck().get())).toMatch(/^scrypt\$/)
  })

  it('takes hours, languages and a lot of one’s own in the same step, or nothing of it', async () => {
    const hours = [{ kind: 'parking', weekday: 1, opens: '08:00', closes: '20:00' }]
    const bays = [
      { label: 'Z1', bay_class: 'car', place: null },
      { label: 'W9', bay_class: 'wash', place: null },
    ]
    const lot = { bays, plan: null }
    const wrong: readonly (readonly [object, string])[] = [
      [{ hours: [{ ...hours[0], closes: '07:00' }] }, 'invalid_request'],
      [{ lot: { bays: [...bays, { ...bays[0], label: 'z1' }], plan: null } }, 'name_taken'],
      [{ languages: 'en,en' }, 'invalid_request'],
    ]
    for (const [change, code] of wrong) expect((await setUp({ ...change })).code).toBe(code)
    for (const table of ['site', 'user', 'resource']) {
      expect(await still.look((db) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toBe(0)
    }

    expect((await setUp({ hours, lot, languages: 'hi,en' })).status).toBe(201)
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({
      opening_hours: hours,
      bay_classes: [{ bay_class: 'car', count: 1 }],
      languages: ['hi', 'en'],
      wash_services: [{ name: 'Exterior' }, { name: 'Interior' }, { name: 'Full' }],
    })
    expect((await still.stranger.get('/api/v1/admin/lot')).json()).toMatchObject({ lot })
  })

  it('happens once', async () => {
    await setUp()
    const counts = rowCounts(still)
    const again = await setUp({ username: 'mallory' })
    expect([again.status, again.code]).toEqual([409, 'already_set_up'])
    expect(rowCounts(still)).toEqual(counts)
  })

  it('happens once, though many try at the same time', async () => {
    const answers = await Promise.all(['a1', 'a2', 'a3', 'a4'].map((username) => setUp({ username })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409])
    expect(rowCounts(still)['user']).toBe(1)
  })

  it.each([
    ['timezone', 'Mars/Olympus'],
    ['timezone', ''],
    ['timezone', '+05:30'],
    ['timezone', '../Europe/Dublin'],
    ['currency', 'euro'],
    ['currency', 'eur'],
    ['site_name', '   '],
    ['site_name', 'x'.repeat(81)],
    ['owner_name', ''],
    ['username', 'A'],
    ['username', 'Aoife'],
    ['username', 'aoife byrne'],
    ['password', 'too short'],
    ['password', 'x'.repeat(201)],
    ['role', 'admin'],
    ['now', '2025-12-05T00:00:00Z'],
  ])('refuses %s = %j, and is still to be done', async (name, value) => {
    const answer = await setUp({ [name]: value })
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
    const { errors } = answer.json() as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toContain(`body.${name}`)
    expect(rowCounts(still)).toMatchObject({ user: 0, session: 0 })
    expect(still.look((db) => db.prepare('SELECT count(*) FROM site').pluck().get())).toBe(0)
    expect((await still.stranger.get('/api/v1/setup')).json()).toMatchObject({ needed: true })
  })

  it('is remembered', async () => {
    await setUp()
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    expect((await still.stranger.get('/api/v1/setup')).json()).toMatchObject({ needed: false })
    expect((await signIn(still, { username: 'aoife', password: 'ten letters' })).cookie).not.toBe('')
  })
})
