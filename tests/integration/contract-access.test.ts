import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src-shared/api/routes.ts'
import type { Caller } from '../support/caller.ts'
import { ABSENT_PUBLIC, nextSlot, type PublicWho, type Row, type StaffWho } from '../support/access-rows.ts'
import { adminAccess } from './access/admin-access.ts'
import { customerAccess } from './access/customer-access.ts'
import { houseAccess } from './access/house-access.ts'
import { lotAccess } from './access/lot-access.ts'
import { moneyAccess } from './access/money-access.ts'
import { noticeAccess } from './access/notice-access.ts'
import { tariffAccess } from './access/tariff-access.ts'
import { reportAccess } from './access/report-access.ts'
import { washAccess } from './access/wash-access.ts'
import { pairKiosk, signIn, startStillServer, type Kiosk, type StillServer } from '../support/still-server.ts'

/** Every route of the contract with the status that each caller must get. */
const table: Readonly<Record<string, Row>> = {
  ...adminAccess,
  ...customerAccess,
  ...houseAccess,
  ...lotAccess,
  ...moneyAccess,
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
  })
  afterAll(() => Promise.all([paired.stop(), open.stop()]))

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
    const bearer = who === 'own token' ? (token ?? 'x'.repeat(43)) : 'y'.repeat(43)
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
    const answer = await caller.send(key.split(' ')[0] ?? '', path, row.body?.(who))
    expect([answer.status, answer.text]).toEqual([status, expect.anything()])
    expect(status < 400 || answer.code !== undefined).toBe(true)
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
