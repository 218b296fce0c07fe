import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminSite } from '../../../src-shared/api/admin-schemas.ts'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { choosePin, PIN, read, trail } from './admin-world.ts'

describe('the site', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
    await choosePin(still)
  })
  afterEach(() => still.stop())

  const get = () => read<AdminSite>(still.owner, '/api/v1/admin/site')
  const put = (site: AdminSite, change: object, more: object = {}) =>
    still.owner.send('PUT', '/api/v1/admin/site', {
      version: site.version,
      settings: { ...site.settings, ...change },
      ...more,
    })

  it('is changed, told to everybody, and audited with what it was', async () => {
    const done = await put(await get(), { name: 'Quay Lane Parking', window_days: 14 })
    expect(done.status).toBe(200)
    expect((await still.visitor.get('/api/v1/site')).json()).toMatchObject({
      name: 'Quay Lane Parking',
      window: { min_date: '2025-12-05', max_date: '2025-12-19' },
    })
    const [line] = trail(still, 'site.changed')
    const { before, after } = line!.data as { before: string; after: string }
    expect(JSON.parse(before)).toEqual({ name: 'Quay Lane', window_days: 7 })
    expect(JSON.parse(after)).toEqual({ name: 'Quay Lane Parking', window_days: 14 })
    expect(line!.actor).toMatch(/^user:/)
  })

  it('is not overwritten by somebody who has not seen the last change', async () => {
    const seen = await get()
    expect((await put(seen, { name: 'First' })).status).toBe(200)
    const second = await put(seen, { name: 'Second' })
    expect([second.status, second.code]).toEqual([409, 'changed_meanwhile'])
    expect((await get()).settings.name).toBe('First')
  })

  it('lets one of two through who save at the same moment', async () => {
    const seen = await get()
    const answers = await Promise.all(['one', 'two', 'three'].map((name) => put(seen, { name })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(trail(still, 'site.changed')).toHaveLength(1)
  })

  it.each([
    ['upi_id', 'quay@upi'],
    ['public_url', 'https://park.example'],
    ['tax_id', '29AAAPL1234C1ZV'],
    ['business_name', 'Quay Lane Ltd'],
    ['currency', 'EUR'],
    ['timezone', 'Europe/Dublin'],
  ])('asks for the PIN before it changes %s', async (setting, value) => {
    const site = await get()
    expect((await put(site, { [setting]: value })).code).toBe('pin_needed')
    expect((await put(site, { [setting]: value }, { pin: '1111' })).code).toBe('wrong_pin')
    expect((await get()).settings).toEqual(site.settings)
    expect((await put(site, { [setting]: value }, { pin: PIN })).status).toBe(200)
    expect((await get()).settings).toMatchObject({ [setting]: value })
  })

  it.each([
    ['name', ''],
    ['currency', 'XXQ'],
    ['timezone', 'Mars/Olympus'],
    ['window_days', 367],
    ['hold_minutes', 0],
    ['wash_slot_minutes', 4],
    ['wash_lead_minutes', 1.5],
    ['upi_id', 'no at sign'],
    ['phone', 'none'],
    ['public_url', 'park.example'],
    ['public_url', 'ftp://park.example'],
    ['public_url', 'https://park.example/kiosk'],
    ['public_url', 'https://owner@park.example'],
    ['public_url', 'https://park.example:0'],
    ['public_url', 'https://park.example:65536'],
    ['public_url', 'http://localhost:8000'],
    ['public_url', 'http://127.0.0.1:8000'],
    ['public_url', 'javascript:alert(1)//'],
    ['languages', ''],
    ['languages', 'en,'],
    ['languages', 'hi,en,hi'],
    ['languages', 'en,tlh'],
    ['demo', true],
  ])('refuses %s = %j, by its path', async (setting, value) => {
    const answer = await put(await get(), { [setting]: value }, { pin: PIN })
    expect([answer.status, answer.code]).toEqual([400, 'invalid_request'])
    const { errors } = answer.json() as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toContain(`body.settings.${setting}`)
  })

  it('tells kiosks the languages in the order that it was given', async () => {
    expect((await put(await get(), { languages: 'ml,ar,en' })).status).toBe(200)
    const site = (await still.visitor.get('/api/v1/site')).json() as { languages: string[] }
    expect(site.languages).toEqual(['ml', 'ar', 'en'])
  })

  it('keeps its currency once money has been taken in it', async () => {
    const held = (await book(still.visitor, '2025-12-05T15:00:00+05:30')).json() as { id: string; manage_token: string }
    await still.owner.post(`/api/v1/bookings/${held.id}/confirm`)
    expect((await get()).currency_fixed).toBe(false)
    await still.owner.post('/api/v1/shifts', { float_minor: 0 })
    const paid = await still.owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'card' })
    expect([paid.status, paid.text]).toEqual([201, expect.anything()])
    const site = await get()
    expect(site.currency_fixed).toBe(true)
    expect((await put(site, { currency: 'EUR' }, { pin: PIN })).code).toBe('currency_fixed')
  })

  it('shows what another zone would change, and moves no booking', async () => {
    const start = '2025-12-05T15:00:00+05:30'
    const held = (await book(still.visitor, start)).json() as { id: string }
    const preview = await read(still.owner, '/api/v1/admin/zone-preview?timezone=Europe%2FDublin')
    expect(preview).toMatchObject({
      now: { before: '2025-12-05 12:45', after: '2025-12-05 07:15' },
      bookings: 1,
      examples: [{ before: '2025-12-05 15:00', after: '2025-12-05 09:30' }],
      stranded: [],
    })
    // Half past six in the morning there, before the wash opens.
    await book(still.visitor, '2025-12-05T16:00:00+05:30')
    const west = await read<{ stranded: unknown[] }>(
      still.owner,
      '/api/v1/admin/zone-preview?timezone=America%2FNew_York',
    )
    expect(west.stranded).toHaveLength(2)
    await put(await get(), { timezone: 'Europe/Dublin' }, { pin: PIN })
    const row = still.look((db) => db.prepare('SELECT starts_at FROM booking WHERE id = ?').pluck().get(held.id))
    expect(row).toBe(Date.parse(start))
    expect((await still.visitor.get('/api/v1/time')).json()).toMatchObject({ timezone: 'Europe/Dublin', hour: 7 })
  })
})

it('says so where the environment names the zone', async () => {
  const still = await startStillServer({ env: { KERBSIDE_TIMEZONE: 'Asia/Tokyo' } })
  const site = await read<AdminSite>(still.owner, '/api/v1/admin/site')
  expect([site.timezone_override, site.settings.timezone]).toEqual(['Asia/Tokyo', 'Asia/Kolkata'])
  const { settings } = await read<{ settings: object[] }>(still.owner, '/api/v1/admin/settings')
  expect(settings).toContainEqual({ variable: 'KERBSIDE_TIMEZONE', value: 'Asia/Tokyo', is_default: false })
  expect(settings).toContainEqual({ variable: 'KERBSIDE_LOG_LEVEL', value: 'silent', is_default: false })
  await still.stop()
})
