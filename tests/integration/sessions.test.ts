import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OWNER, rowCounts, signIn, startStillServer, type StillServer } from '../support/still-server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('a session', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  const who = async () => (await still.owner.get('/api/v1/session')).status

  it('ends two hours after it was last used', async () => {
    still.world.slip(2 * HOUR - 1)
    expect(await who()).toBe(200)
    still.world.slip(2 * HOUR - 1)
    expect(await who()).toBe(200)
    still.world.slip(2 * HOUR + MINUTE)
    expect(await who()).toBe(401)
  })

  it('ends twelve hours after sign-in, however busy it was', async () => {
    const { expires_at } = (await still.owner.get('/api/v1/session')).json() as { expires_at: string }
    for (let hour = 0; hour < 11; hour += 1) {
      still.world.slip(HOUR)
      expect(await who()).toBe(200)
    }
    still.world.slip(Date.parse(expires_at) - still.world.wallMs() - 1)
    expect(await who()).toBe(200)
    still.world.slip(1)
    expect(await who()).toBe(401)
    expect((await still.owner.get('/api/v1/metrics/summary')).code).toBe('unauthenticated')
  })

  it('is forgotten once it has ended, and somebody signs in', async () => {
    const sessions = () => still.look((db) => db.prepare('SELECT count(*) FROM session').pluck().get())
    expect(sessions()).toBe(1)
    still.world.slip(12 * HOUR)
    await signIn(still, OWNER)
    expect(sessions()).toBe(1)
  })

  it('is not made longer by setting the wall clock back', async () => {
    still.world.stepWall(-HOUR)
    still.world.slip(2 * HOUR)
    expect(await who()).toBe(401)
  })

  it('goes on over a restart', async () => {
    await still.halt()
    const before = still.owner
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    expect((await before.at(still.server.staffUrl).get('/api/v1/session')).status).toBe(200)
  })

  it('is over at once on signing out, for every copy of its cookie', async () => {
    const copy = still.owner.at(still.server.staffUrl)
    const elsewhere = await signIn(still, OWNER)
    const gone = await still.owner.delete('/api/v1/session')
    expect([gone.status, gone.text]).toEqual([204, ''])
    expect((await copy.get('/api/v1/session')).status).toBe(401)
    expect((await elsewhere.get('/api/v1/session')).status).toBe(200)
  })

  it('is kept as a hash: the cookie is nowhere on the disk', async () => {
    const token = still.owner.cookie.split('=')[1] ?? ''
    expect(token).toHaveLength(43)
    const kept = still.look((db) => JSON.stringify(db.prepare('SELECT * FROM session').all()))
    expect(kept).not.toContain(token)
  })

  it.each(['', 'x', 'x'.repeat(43), '%00', "' OR 1=1 --"])('is not had with the cookie %j', async (value) => {
    const answer = await still.stranger.get('/api/v1/session', { cookie: `kerbside_staff=${value}` })
    expect([answer.status, answer.code]).toEqual([401, 'unauthenticated'])
  })
})

describe('signing in', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  const attempt = (username: string, password: string) => still.stranger.post('/api/v1/session', { username, password })

  it('answers a wrong name and a wrong password alike', async () => {
    const [name, password] = [await attempt('nobody', 'x'), await attempt(OWNER.username, 'x')]
    expect([name.status, name.code]).toEqual([401, 'wrong_credentials'])
    expect(password.text).toBe(name.text)
    expect([...password.headers.keys()]).toEqual([...name.headers.keys()])
    expect(name.headers.getSetCookie()).toEqual([])
  })

  it('takes the name in any case and with spaces around it, as people type it', async () => {
    expect((await attempt(' Owner ', OWNER.password)).status).toBe(201)
  })

  it(
    'is refused after ten wrong tries, also with the right password, and only for that name',
    { timeout: 60_000 },
    async () => {
      const tries = await Promise.all(Array.from({ length: 14 }, (_, n) => attempt(OWNER.username, `wrong ${n}`)))
      const codes = tries.map(({ status, code }) => `${status} ${code}`).toSorted()
      expect(codes).toEqual([
        ...Array.from({ length: 10 }, () => '401 wrong_credentials'),
        ...Array.from({ length: 4 }, () => '429 rate_limited'),
      ])
      expect((await attempt(OWNER.username, OWNER.password)).code).toBe('rate_limited')
      expect((await attempt('nobody', 'x')).code).toBe('wrong_credentials')
      expect((await still.owner.get('/api/v1/session')).status).toBe(200)
    },
  )

  it.each([
    ['no password', { username: 'owner' }],
    ['an empty name', { username: '', password: 'x' }],
    ['a password that is a list', { username: 'owner', password: ['x'] }],
    ['a password that is an object', { username: 'owner', password: { $ne: '' } }],
    ['a role', { ...OWNER, role: 'admin' }],
    ['a password of a thousand letters', { username: 'owner', password: 'x'.repeat(1000) }],
  ])('is refused with %s', async (_, body) => {
    const before = rowCounts(still)
    expect((await still.stranger.post('/api/v1/session', body)).code).toBe('invalid_request')
    expect(rowCounts(still)).toEqual(before)
  })
})
