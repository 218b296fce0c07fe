import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Caller } from '../../support/caller.ts'
import { at, bookBay, choosePin, PIN } from '../../support/parking.ts'
import { OWNER, startStillServer, type StillServer } from '../../support/still-server.ts'
import { must, PLANTED, serveCustomers } from './planted-customers.ts'

const HOST_SECRET = 'proxy.secret-of-nobody.example'

/** A day at the finest level of the log, with everything that goes wrong on the way. */
describe('what is logged and what is handed to whoever helps', () => {
  let still: StillServer
  let file: string
  let csv: string
  const secrets: string[] = []

  beforeAll(async () => {
    still = await startStillServer({ env: { KERBSIDE_LOG_LEVEL: 'trace' } })
    await serveCustomers(still)
    await choosePin(still)
    const { owner, visitor } = still
    const held = await must<{ id: string; manage_token: string }>(
      bookBay(visitor, at('21:00'), at('22:00'), { plate: PLANTED.unpaid[0], phone: PLANTED.phones[0] }),
    )
    const pairing = await must<{ code: string }>(owner.post('/api/v1/devices/pairing-codes'))
    const tablet = new Caller(visitor.base)
    await must(tablet.post('/api/v1/devices/pair', { code: pairing.code }))
    secrets.push(held.manage_token, pairing.code, OWNER.password, ...tokens(tablet), ...tokens(owner))
    await goWrong(still, held.id)
    csv = (await owner.get('/api/v1/reports/csv?from=2025-12-05&to=2025-12-05&table=exceptions')).text
    file = (await owner.get('/api/v1/admin/diagnostics')).text
  })
  afterAll(() => still.stop())

  const tokens = (caller: Caller) => caller.cookie.split('; ').map((pair) => pair.split('=')[1] ?? '')
  const planted = () => [...PLANTED.unpaid, ...PLANTED.paid, ...PLANTED.phones, PLANTED.holder]

  /** Requests that fail in every way: refused, malformed, at the wrong host, and by a fault of the server's own. */
  async function goWrong({ owner, visitor, plant }: StillServer, bookingId: string): Promise<void> {
    const [plate] = PLANTED.unpaid
    const phone = PLANTED.phones[0]
    await new Caller(owner.base).post('/api/v1/session', { username: OWNER.username, password: `${OWNER.password}x` })
    await visitor.get(`/api/v1/bookings/${bookingId}`, { authorization: `Bearer ${secrets[0]}x` })
    await visitor.post('/api/v1/bookings', `{"plate":"${plate}","phone":"${phone}"`)
    await visitor.post('/api/v1/bookings', { plate, phone, kind: 'nonsense', [HOST_SECRET]: phone })
    await owner.get(`/api/v1/lot/search?q=${plate}`)
    await owner.get(`/api/v1/nowhere/${plate}?phone=${encodeURIComponent(phone)}`)
    plant('ALTER TABLE waitlist RENAME TO waitlist_gone')
    const failed = await owner.post('/api/v1/waitlist', { plate, phone, bay_class: 'car' })
    expect(failed.status).toBe(500)
    plant('ALTER TABLE waitlist_gone RENAME TO waitlist')
  }

  it('has the failure in it, so that somebody can help', () => {
    expect(JSON.parse(file)).toMatchObject({
      format: 'kerbside-diagnostics 1',
      versions: { kerbside: expect.any(String) as string },
      clock: { state: expect.any(String) as string, log: expect.any(Array) as unknown[] },
      rules: { plateDays: 90, timezone: 'Asia/Kolkata' },
    })
    const { log, metrics } = JSON.parse(file) as { log: string[]; metrics: string[] }
    expect(log.join('\n')).toMatch(/no such table/)
    expect(metrics.join('\n')).toContain('kerbside_')
  })

  it('has no plate, number or name of a customer in it', () => {
    expect(planted().filter((one) => file.includes(one))).toEqual([])
  })

  it('has no secret in it: no password, token, code or digest, nor what people or the site are called', () => {
    const stored = still.look((db) =>
      db
        .prepare<[], string>(
          `SELECT password_hash FROM user UNION SELECT pin_hash FROM user WHERE pin_hash IS NOT NULL
           UNION SELECT token_hash FROM session UNION SELECT token_hash FROM device
           UNION SELECT lower(hex(secret_key)) FROM store_state`,
        )
        .pluck()
        .all(),
    )
    expect(stored.length).toBeGreaterThan(4)
    const all = [...secrets, ...stored, 'Meera Pillai', 'Quay Lane'].filter((one) => one.length >= 6)
    expect(all.length).toBeGreaterThan(9)
    expect(all.filter((one) => file.includes(one))).toEqual([])
    expect(file).not.toContain(`"${PIN}"`)
  })

  it('leaves plates out of what is exported', () => {
    expect(csv).toContain('Reason')
    expect(planted().filter((one) => csv.includes(one))).toEqual([])
  })
})
