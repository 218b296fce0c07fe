import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowCounts, startStillServer, type StillServer } from '../support/still-server.ts'
import { book, hold, washAt } from '../support/wash.ts'

const FREE = '2025-12-05T15:00:00+05:30'

describe('a request for a wash is refused', () => {
  let still: StillServer
  beforeAll(async () => {
    still = await startStillServer()
    still.plant(`INSERT INTO closure VALUES
      ('c1', 'wash', '2025-12-07', '2025-12-08', 'New brushes are fitted'),
      ('c2', NULL, '2025-12-09', '2025-12-09', 'Harbour day'),
      ('c3', 'parking', '2025-12-10', '2025-12-10', 'Resurfacing')`)
    still.plant("DELETE FROM opening_rule WHERE kind = 'wash' AND weekday = 4")
    still.plant("UPDATE opening_rule SET opens = '13:00' WHERE kind = 'wash' AND weekday = 3")
    still.plant("INSERT INTO opening_rule VALUES ('wash', 3, '09:00', '12:00')")
    for (let bay = 0; bay < 2; bay += 1) await hold(still.visitor, '2025-12-06T10:00:00+05:30')
  })
  afterAll(() => still.stop())

  /** Sends it and looks at the store before and after. */
  async function refusal(send: () => Promise<{ status: number; code: unknown; text: string }>) {
    const before = rowCounts(still)
    const { status, code, text } = await send()
    expect(rowCounts(still)).toEqual(before)
    return { status, code, text }
  }

  it.each([
    ['a slot that has begun', 422, 'slot_past', '2025-12-05T12:30:00+05:30'],
    ['a slot of yesterday', 422, 'slot_past', '2025-12-04T15:00:00+05:30'],
    ['a slot of another century', 422, 'slot_past', '0001-01-01T00:00:00+23:59'],
    ['the instant that is now', 422, 'slot_past', '2025-12-05T12:45:22+05:30'],
    ['the millisecond before now', 422, 'slot_past', '2025-12-05T12:45:21.999+05:30'],
    ['a day after the window', 422, 'outside_window', '2025-12-13T09:00:00+05:30'],
    ['the last millennium', 422, 'outside_window', '9999-12-31T23:59:59-23:59'],
    ['a slot that is full', 409, 'slot_taken', '2025-12-06T10:00:00+05:30'],
    ['the night', 422, 'site_closed', '2025-12-06T03:00:00+05:30'],
    ['the minute of closing', 422, 'site_closed', '2025-12-06T21:00:00+05:30'],
    ['the break at noon', 422, 'site_closed', '2025-12-10T12:30:00+05:30'],
    ['a weekday without opening hours', 422, 'site_closed', '2025-12-11T10:00:00+05:30'],
    ['the first day of a closure', 422, 'site_closed', '2025-12-07T09:00:00+05:30'],
    ['the last day of a closure', 422, 'site_closed', '2025-12-08T20:30:00+05:30'],
    ['a closure of everything', 422, 'site_closed', '2025-12-09T12:00:00+05:30'],
    ['a slot within the lead time', 422, 'lead_time', '2025-12-05T13:00:00+05:30'],
    ['a start between two slots', 422, 'invalid_interval', '2025-12-05T15:10:00+05:30'],
    ['a start a second after a slot', 422, 'invalid_interval', '2025-12-05T15:00:01+05:30'],
    ['a start a millisecond after a slot', 422, 'invalid_interval', '2025-12-05T15:00:00.001+05:30'],
  ])('for %s', async (_, status, code, start) => {
    expect(await refusal(() => book(still.visitor, start))).toMatchObject({ status, code })
  })

  it('with the reason of the closure', async () => {
    const { text } = await refusal(() => book(still.visitor, '2025-12-07T09:00:00+05:30'))
    expect(JSON.parse(text)).toMatchObject({ detail: 'New brushes are fitted' })
  })

  it('for a service that would run into closing time', async () => {
    const wish = washAt('2025-12-06T20:30:00+05:30', { service_id: 'full' })
    expect(await refusal(() => still.visitor.post('/api/v1/bookings', wish))).toMatchObject({
      status: 422,
      code: 'invalid_interval',
    })
  })

  it.each([
    ['a price', washAt(FREE, { price: 1 }), 'body.price'],
    ['a total', washAt(FREE, { total: { amount_minor: 1, currency: 'INR' } }), 'body.total'],
    ['an amount', washAt(FREE, { amount_minor: 0 }), 'body.amount_minor'],
    ['the client’s time', washAt(FREE, { client_time: '2025-12-05T09:00:00+05:30' }), 'body.client_time'],
    ['an end before the start', washAt(FREE, { end: '2025-12-05T14:00:00+05:30' }), 'body.end'],
    ['a state', washAt(FREE, { state: 'confirmed' }), 'body.state'],
    ['a resource', washAt(FREE, { resource_id: 'W1' }), 'body.resource_id'],
    ['no plate', { kind: 'wash', service_id: 'exterior', start: FREE }, 'body.plate'],
    ['a plate of null', washAt(FREE, { plate: null }), 'body.plate'],
    ['a plate of dashes', washAt(FREE, { plate: '---' }), 'body.plate'],
    ['a plate of twenty-five noughts', washAt(FREE, { plate: '0'.repeat(25) }), 'body.plate'],
    ['a telephone number that is none', washAt(FREE, { phone: 'ring me' }), 'body.phone'],
    ['a start that is a number', washAt(FREE, { start: 1764938722000 }), 'body.start'],
    ['a start without an offset', washAt('2025-12-05T15:00:00'), 'body.start'],
    ['a start with a zone’s name', washAt('2025-12-05T15:00:00+05:30[Asia/Kolkata]'), 'body.start'],
    ['a day that does not exist', washAt('2025-02-30T15:00:00+05:30'), 'body.start'],
    ['an hour that does not exist', washAt('2025-12-05T24:00:00+05:30'), 'body.start'],
    ['an offset that does not exist', washAt('2025-12-05T15:00:00+25:00'), 'body.start'],
    ['a service that does not exist', washAt(FREE, { service_id: 'waxing' }), 'body.service_id'],
    ['a service that is a list', washAt(FREE, { service_id: ['exterior'] }), 'body.service_id'],
    ['SQL for a service', washAt(FREE, { service_id: "' OR 1=1 --" }), 'body.service_id'],
    ['another kind', washAt(FREE, { kind: 'valet' }), 'body.kind'],
    ['no kind', { service_id: 'exterior', start: FREE, plate: 'KL07' }, 'body.kind'],
  ])('with %s, and told which member is wrong', async (_, body, path) => {
    const { status, code, text } = await refusal(() => still.visitor.post('/api/v1/bookings', body))
    expect({ status, code }).toEqual({ status: 400, code: 'invalid_request' })
    const { errors } = JSON.parse(text) as { errors: { path: string; message: string }[] }
    expect([...new Set(errors.map((error) => error.path))]).toEqual([path])
  })

  it.each([
    ['a list', '[]'],
    ['a list of requests', JSON.stringify([washAt(FREE)])],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"wash"'],
    ['nothing', undefined],
    ['an empty text', ''],
    ['half a JSON', '{"kind":"wash",'],
    ['two JSONs', '{}{}'],
    ['a JSON with a comment', '{/* wash */}'],
    ['a prototype', `{"__proto__":{"admin":true},${JSON.stringify(washAt(FREE)).slice(1)}`],
    [
      'a constructor’s prototype',
      `{"constructor":{"prototype":{"admin":true}},${JSON.stringify(washAt(FREE)).slice(1)}`,
    ],
    ['bytes', '\u0000\u0001\u0002'],
    ['ten thousand brackets', '['.repeat(7000) + ']'.repeat(7000)],
    ['a number too large for any', `{"kind":"wash","start":1e999}`],
  ])('when its body is %s', async (_, body) => {
    const headers = { 'content-type': 'application/json' }
    expect(await refusal(() => still.visitor.send('POST', '/api/v1/bookings', body, headers))).toMatchObject({
      status: 400,
      code: 'invalid_request',
    })
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it('when its body is larger than 16 KiB, however it is sent', async () => {
    const large = JSON.stringify(washAt(FREE, { plate: 'x'.repeat(17_000) }))
    expect(await refusal(() => still.visitor.send('POST', '/api/v1/bookings', large))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    })
    const huge = 'x'.repeat(5_000_000)
    const outcome = await refusal(() =>
      still.visitor
        .send('POST', '/api/v1/bookings', huge)
        .catch(() => ({ status: 413, code: 'body_too_large', text: '' })),
    )
    expect(outcome).toMatchObject({ status: 413 })
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'json',
    'application/json-patch+json',
  ])('when it calls itself %s', async (type) => {
    const body = JSON.stringify(washAt(FREE))
    const headers = { 'content-type': type }
    expect(await refusal(() => still.visitor.send('POST', '/api/v1/bookings', body, headers))).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    })
  })

  it.each(['', 'with a space', 'x'.repeat(129), 'ключ'.normalize()])('when its Idempotency-Key is %j', async (key) => {
    const headers = { 'idempotency-key': Buffer.from(key, 'utf8').toString('latin1') }
    const send = () => still.visitor.post('/api/v1/bookings', washAt(FREE), headers)
    expect(await refusal(send)).toMatchObject({ status: 400, code: 'invalid_request' })
  })

  it.each([
    ['a day before the window', 'service_id=exterior&date=2025-12-04', 422, 'outside_window'],
    ['a day after the window', 'service_id=exterior&date=2025-12-13', 422, 'outside_window'],
    ['a day that does not exist', 'service_id=exterior&date=2025-02-29', 400, 'invalid_request'],
    ['an instant for a day', 'service_id=exterior&date=2025-12-05T00:00:00Z', 400, 'invalid_request'],
    ['two days', 'service_id=exterior&date=2025-12-05&date=2025-12-06', 400, 'invalid_request'],
    ['no day', 'service_id=exterior', 400, 'invalid_request'],
    ['an unknown key', 'service_id=exterior&date=2025-12-05&zone=UTC', 400, 'invalid_request'],
    ['a prototype’s key', 'service_id=exterior&date=2025-12-05&__proto__=1', 400, 'invalid_request'],
    ['a service that does not exist', 'service_id=waxing&date=2025-12-05', 400, 'invalid_request'],
    ['broken percent signs', 'service_id=%E0%A4%A&date=2025-12-05', 400, 'invalid_request'],
  ])('likewise a question about %s', async (_, query, status, code) => {
    const send = () => still.visitor.get(`/api/v1/availability/wash?${query}`)
    expect(await refusal(send)).toMatchObject({ status, code })
  })

  it.each(['confirm', 'cancel', 'check-in', 'complete', 'no-show', 'payments'])(
    'likewise to %s what is not there, or with a body that says more',
    async (act) => {
      const body = act === 'payments' ? { method: 'cash' } : undefined
      const missing = () => still.owner.post(`/api/v1/bookings/no-such-booking/${act}`, body)
      expect(await refusal(missing)).toMatchObject({ status: 404, code: 'not_found' })
      const held = await hold(still.visitor, '2025-12-12T09:00:00+05:30')
      const more = () => still.owner.post(`/api/v1/bookings/${held.id}/${act}`, { ...body, amount_minor: 1 })
      expect(await refusal(more)).toMatchObject({ status: 400, code: 'invalid_request' })
      const list = () => still.owner.send('POST', `/api/v1/bookings/${held.id}/${act}`, [])
      expect(await refusal(list)).toMatchObject({ status: 400, code: 'invalid_request' })
      const odd = () => still.owner.post(`/api/v1/bookings/${'x'.repeat(65)}/${act}`, body)
      expect(await refusal(odd)).toMatchObject({ status: 400, code: 'invalid_request' })
      await still.owner.post(`/api/v1/bookings/${held.id}/cancel`)
    },
  )

  it('and after all that the server books as ever', async () => {
    expect((await book(still.visitor, FREE)).status).toBe(201)
    expect((await book(still.visitor, '2025-12-12T20:30:00+05:30')).status).toBe(201)
    expect((await book(still.visitor, '2025-12-10T10:00:00+05:30')).status).toBe(201)
    expect((await still.visitor.get('/healthz')).status).toBe(200)
  })
})

describe('at the edge of time', () => {
  let still: StillServer
  const book1500 = () => book(still.visitor, FREE)
  beforeAll(async () => {
    still = await startStillServer({ startAt: '2025-12-05T14:00:00+05:30' })
  })
  afterAll(() => still.stop())

  it('a slot can be booked exactly half an hour before it begins, and not a millisecond later', async () => {
    still.world.slip(30 * 60_000)
    expect((await book1500()).status).toBe(201)
    still.world.slip(1)
    expect((await book1500()).code).toBe('lead_time')
  })

  it('a slot is near until its last millisecond, and past at the very instant that it begins', async () => {
    still.world.slip(30 * 60_000 - 2)
    expect((await book1500()).code).toBe('lead_time')
    still.world.slip(1)
    expect((await book1500()).code).toBe('slot_past')
    still.world.slip(1)
    expect((await book1500()).code).toBe('slot_past')
  })

  it('a change of the wall clock changes none of that', async () => {
    still.world.stepWall(-2 * 3_600_000)
    expect((await book1500()).code).toBe('slot_past')
    still.world.stepWall(30 * 24 * 3_600_000)
    expect((await book(still.visitor, '2025-12-05T18:00:00+05:30')).status).toBe(201)
  })
})
