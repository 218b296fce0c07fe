import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src-shared/api/routes.ts'
import { hashToken } from '../../src-server/identity/token-hash.ts'
import { Caller } from '../support/caller.ts'
import { ABSENT_PUBLIC, nextSlot, type PublicWho, type Row, type StaffWho } from '../support/access-rows.ts'
import { adminAccess } from './access/admin-access.ts'
import { customerAccess } from './access/customer-access.ts'
import { backupAccess } from './access/backup-access.ts'
import { helpAccess } from './access/help-access.ts'
import { houseAccess } from './access/house-access.ts'
import { lotAccess } from './access/lot-access.ts'
import { moneyAccess } from './access/money-access.ts'
import { networkAccess } from './access/network-access.ts'
import { filterAccess } from './access/filter-access.ts'
import { noticeAccess } from './access/notice-access.ts'
import { tariffAccess } from './access/tariff-access.ts'
import { reportAccess } from './access/report-access.ts'
import { washAccess } from './access/wash-access.ts'
import { pairKiosk, signIn, startStillServer, type Kiosk, type StillServer } from '../support/still-server.ts'

/** Every route of the contract with the status that each caller must get. */
const table: Readonly<Record<string, Row>> = {
  ...adminAccess,
  ...customerAccess,
  ...backupAccess,
  ...helpAccess,
  ...houseAccess,
  ...lotAccess,
  ...moneyAccess,
  ...networkAccess,
  ...filterAccess,
  ...noticeAccess,
  ...tariffAccess,
  ...reportAccess,
  ...washAccess,
}

const entries = Object.entries(table)
const publicCases = entries.flatMap(([key, row]) =>
  (Object.entries(row.public) as [PublicWho, number][]).map(([who, status]) => ({ key, row, who, status })),
)
const staffCases = entries.flatMap(([key, row]) =>
  (Object.entries(row.staff) as [StaffWho, number][]).map(([who, status]) => ({ key, row, who, status })),
)

describe('the contract', () => {
  let paired: StillServer
  let open: StillServer
  let kiosk: Kiosk
  let openOwner: Caller
  let unpaired: Kiosk
  let outlived: Caller
  let idle: Caller
  let somebodys: { id: string; token: string }
  const staff = new Map<StaffWho, Caller>()
  const member = (who: StaffWho): Caller => staff.get(who) ?? paired.stranger
  const account = (who: StaffWho) => ({ username: who, password: `harbour-${who}` })

  beforeAll(async () => {
    paired = await startStillServer({ site: 'demo', kioskAccess: 'paired' })
    open = await startStillServer({ site: 'demo', kioskAccess: 'open' })
    for (const who of ['attendant', 'owner', 'admin'] as const) staff.set(who, await signIn(paired, account(who)))
    const gone = await signIn(paired, account('attendant'))
    // A copy of the cookie, as a thief would hold it, after its owner has signed out.
    staff.set('signed out', gone.at(paired.server.staffUrl))
    await gone.delete('/api/v1/session')
    openOwner = await signIn(open, account('owner'))
    kiosk = await pairKiosk(paired, member('owner'), 'Entrance')
    unpaired = await pairKiosk(paired, member('owner'), 'Stolen')
    await member('owner').delete(`/api/v1/devices/${unpaired.id}`)
    ;[outlived, idle] = [await signIn(paired, account('owner')), await signIn(paired, account('owner'))]
    const now = paired.world.wallMs()
    endSession(outlived, `expires_at = ${now}`)
    endSession(idle, `seen_at = ${now - 2 * 3_600_000}`)
    somebodys = await booking(paired, 'held')
    // Passwords take their time, and on a busy machine more of it.
  }, 120_000)
  afterAll(() => Promise.all([paired.stop(), open.stop()]))

  /** As time alone would; moving it would end all the other sessions, too. @param change of the row in the store */
  function endSession(caller: Caller, change: string): void {
    const token = /kerbside_staff=([\w-]+)/.exec(caller.cookie)?.[1] ?? ''
    paired.plant(`UPDATE session SET ${change} WHERE token_hash = '${hashToken(token)}'`)
  }

  it('has a row in the table for each of its routes, and none beyond them', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  /** A booking in a state, made at the counter of a site. */
  async function booking(
    site: StillServer,
    state: NonNullable<Row['booking']>,
  ): Promise<{ id: string; token: string }> {
    const counter = site === paired ? member('owner') : openOwner
    const body = { kind: 'wash', service_id: 'exterior', start: nextSlot(), plate: 'KL07BX1234' }
    const made = (await counter.post('/api/v1/bookings', body)).json() as { id: string; manage_token: string }
    const path = `/api/v1/bookings/${made.id}`
    const steps = [
      ['awaiting_payment', `${path}/confirm`, undefined],
      ['confirmed', `${path}/payments`, { method: 'cash' }],
      ['checked_in', `${path}/check-in`, undefined],
    ] as const
    const last = steps.findIndex(([reached]) => reached === state)
    for (const [, step, stepBody] of steps.slice(0, last + 1)) await counter.post(step, stepBody)
    return { id: made.id, token: made.manage_token }
  }

  async function pathOf(
    key: string,
    row: Row,
    site: StillServer,
  ): Promise<{ path: string; token: string | undefined }> {
    const path = row.path ?? key.replace(/^\w+ /, '')
    if (row.booking !== undefined) {
      const { id, token } = await booking(site, row.booking)
      return { path: path.replace('{id}', id), token }
    }
    if (row.ownDevice === true) {
      const { id } = await pairKiosk(site, site === paired ? member('owner') : openOwner)
      return { path: path.replace('{id}', id), token: undefined }
    }
    return { path, token: undefined }
  }

  it.each(publicCases)('public listener: $who gets $status from $key', async ({ key, row, who, status }) => {
    const site = who === 'open kiosk' ? open : paired
    // What is not there needs no booking of its own to be not there.
    const reduced = status === 404 ? { ...row, booking: undefined, ownDevice: undefined } : row
    const { path, token } = await pathOf(key, reduced as Row, site)
    const caller = who === 'device' ? kiosk.caller : site.visitor
    // A token that is good, for another booking.
    const bearer = who === 'own token' ? (token ?? 'x'.repeat(43)) : site === paired ? somebodys.token : 'y'.repeat(43)
    const headers = who.endsWith('token') ? { authorization: `Bearer ${bearer}` } : {}
    const answer = await caller.send(key.split(' ')[0] ?? '', path.replace('{id}', 'x'), row.body?.(who), headers)
    expect([answer.status, answer.text]).toEqual([status, expect.anything()])
    expect(status < 400 || answer.code !== undefined).toBe(true)
  })

  it.each(staffCases)('staff listener: $who gets $status from $key', async ({ key, row, who, status }) => {
    const { path } = await pathOf(key, row, paired)
    const signedIn = who !== 'stranger' && who !== 'signed out'
    const caller =
      row.ownSession === true && signedIn ? await signIn(paired, account(who)) : member(who).at(paired.server.staffUrl)
    const ask = () => caller.send(key.split(' ')[0] ?? '', path, row.body?.(who))
    let answer = await ask()
    // A backup that an earlier case has begun goes on for a moment.
    for (let turn = 0; turn < 100 && answer.code === 'backup_running'; turn += 1) {
      await pause(100)
      answer = await ask()
    }
    expect([answer.status, answer.text]).toEqual([status, expect.anything()])
    expect(status < 400 || answer.code !== undefined).toBe(true)
  })

  /** Those whose credentials are worth nothing here, or nothing any more: each route treats them as whoever has none. */
  const worthless = (): Record<'public' | 'staff', readonly { readonly who: string; readonly cookie?: string }[]> => ({
    public: [
      { who: 'a tablet that was unpaired', cookie: unpaired.caller.cookie },
      { who: 'an owner, on the customers’ listener', cookie: member('owner').cookie },
      { who: 'somebody with a cookie of their own making', cookie: 'kerbside_device=x; kerbside_staff=y' },
    ],
    staff: [
      { who: 'an owner whose session is over', cookie: outlived.cookie },
      { who: 'an owner who was away for too long', cookie: idle.cookie },
      { who: 'a paired tablet, on the staff listener', cookie: kiosk.caller.cookie },
      { who: 'a customer with a booking’s token' },
    ],
  })

  it.each(entries)('whoever has worthless credentials has none: %s', async (key, row) => {
    const method = key.split(' ')[0] ?? ''
    const path = (row.path ?? key.replace(/^\w+ /, '')).replace('{id}', somebodys.id)
    for (const listener of ['public', 'staff'] as const) {
      const expected = listener === 'public' ? row.public.nobody : row.staff.stranger
      const base = listener === 'public' ? paired.server.publicUrl : paired.server.staffUrl
      for (const { who, cookie = '' } of worthless()[listener]) {
        const headers = cookie === '' ? { authorization: `Bearer ${somebodys.token}` } : { cookie }
        const answer = await new Caller(base).send(method, path, row.body?.('nobody'), headers)
        // A route for anybody may say by now that there have been too many guesses, or that it is done.
        const statuses = expected === 401 || expected === 404 ? [expected] : [expected, 429]
        expect([who, answer.status, statuses.includes(answer.status)]).toEqual([who, answer.status, true])
      }
    }
  })

  it.each(entries.filter(([, row]) => row.public === ABSENT_PUBLIC))(
    'public listener: not even a signed-in owner finds %s',
    async (key, row) => {
      const caller = member('owner').at(paired.server.publicUrl)
      const path = (row.path ?? key.replace(/^\w+ /, '')).replace('{id}', kiosk.id)
      const answer = await caller.send(key.split(' ')[0] ?? '', path, row.body?.('owner'))
      expect([answer.status, answer.code]).toEqual([404, 'not_found'])
    },
  )

  it.each([
    'DELETE /api/v1/bookings',
    'PUT /api/v1/session',
    'PATCH /api/v1/devices',
    'POST /healthz',
    'TRACE /healthz',
    'OPTIONS /api/v1/bookings',
    'GET /api/v1',
    'GET /api/v1/users',
    'GET /API/V1/SITE',
    'GET /api/v1/site/',
    'GET /%2e%2e/package.json',
    'GET //api/v1/session',
  ])('has nothing at %s', async (key) => {
    const [method = '', path = ''] = key.split(' ')
    const send = () => member('owner').send(method, path, undefined)
    // fetch itself refuses TRACE.
    const answer = await send().catch((error: unknown) => error)
    expect(answer).toSatisfy(
      (got: { status?: number; code?: string }) =>
        got instanceof TypeError || (got.status === 404 && got.code === 'not_found'),
    )
  })

  it('a page of somebody else’s changes nothing with our cookies', async () => {
    for (const [caller, path, body] of [
      [member('owner'), '/api/v1/devices/pairing-codes', undefined],
      [member('owner'), '/api/v1/session', undefined],
      [
        kiosk.caller,
        '/api/v1/bookings',
        { kind: 'wash', service_id: 'exterior', start: nextSlot(), plate: 'KL07BX1234' },
      ],
    ] as const) {
      for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null']) {
        const method = path === '/api/v1/session' ? 'DELETE' : 'POST'
        const answer = await caller.send(method, path, body, { origin })
        expect([answer.status, answer.code]).toEqual([403, 'forbidden'])
      }
    }
    expect((await member('owner').get('/api/v1/session')).status).toBe(200)
  })

  it('every answer says that it is not to be guessed at or kept', async () => {
    const answer = await paired.visitor.get('/api/v1/site')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})
