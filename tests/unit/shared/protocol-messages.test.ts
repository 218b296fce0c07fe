import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { BookingRequest } from '../../../src-shared/api/booking-schemas.ts'
import { Problem } from '../../../src-shared/api/problem.ts'
import { closeCodes, reconnectWithinMs } from '../../../src-shared/protocol/close-codes.ts'
import { Notification } from '../../../src-shared/protocol/notifications.ts'
import { parseJson } from '../../../src-shared/protocol/parse.ts'
import { TimeClientMessage, TimeServerMessage } from '../../../src-shared/protocol/time-socket.ts'
import { anyText } from '../../support/any-text.ts'

const schemas = { TimeClientMessage, TimeServerMessage, Notification, Problem, BookingRequest }

describe('messages of a time client', () => {
  it.each([
    { type: 'sync', nonce: 'a' },
    { type: 'sync', nonce: 'x'.repeat(64) },
    { type: 'subscribe', topics: ['availability'] },
    { type: 'subscribe', topics: [] },
    { type: 'unsubscribe', topics: ['availability'] },
    { type: 'ticks', every: 0 },
    { type: 'ticks', every: 60 },
  ])('accepts %o', (message) => expect(parseJson(TimeClientMessage, JSON.stringify(message))).toEqual(message))

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a bare word', 'sync'],
    ['null', 'null'],
    ['a list', '[{"type":"sync","nonce":"a"}]'],
    ['an unknown type', '{"type":"set_time","timestamp":0}'],
    ['a server’s message', '{"type":"sync_reply","nonce":"a","epoch":1,"t2":0,"t3":0}'],
    ['an unknown member', '{"type":"sync","nonce":"a","now":1}'],
    ['no nonce', '{"type":"sync"}'],
    ['an empty nonce', '{"type":"sync","nonce":""}'],
    ['a long nonce', `{"type":"sync","nonce":"${'x'.repeat(65)}"}`],
    ['a nonce that is a number', '{"type":"sync","nonce":1}'],
    ['an unknown topic', '{"type":"subscribe","topics":["users"]}'],
    ['a topic that is no list', '{"type":"subscribe","topics":"availability"}'],
    ['nine topics', `{"type":"subscribe","topics":${JSON.stringify(Array.from({ length: 9 }, () => 'availability'))}}`],
    ['ticks below zero', '{"type":"ticks","every":-1}'],
    ['ticks above sixty', '{"type":"ticks","every":61}'],
    ['half a tick', '{"type":"ticks","every":0.5}'],
    ['ticks as text', '{"type":"ticks","every":"1"}'],
    ['a prototype', '{"__proto__":{"type":"sync","nonce":"a"}}'],
  ])('refuses %s', (_, text) => expect(parseJson(TimeClientMessage, text)).toBeUndefined())

  it('a prototype in a message poisons nothing', () => {
    parseJson(TimeClientMessage, '{"type":"sync","nonce":"a","__proto__":{"poisoned":true}}')
    expect(({} as Record<string, unknown>)['poisoned']).toBeUndefined()
  })
})

describe('requests for a wash', () => {
  const request = { kind: 'wash', service_id: 'exterior', start: '2025-12-05T15:00:00+05:30', plate: 'KL 07' }
  it.each([
    ['as it should be', request, true],
    ['with a telephone number', { ...request, phone: '+91 98470 12345' }, true],
    ['with a telephone number of words', { ...request, phone: 'call me' }, false],
    ['with a price', { ...request, price: 1 }, false],
    ['with a total', { ...request, total: { amount_minor: 1, currency: 'INR' } }, false],
    ['with the client’s time', { ...request, client_time: '2025-12-05T09:00:00+05:30' }, false],
    ['without a start', { ...request, start: undefined }, false],
    ['with a start that has no offset', { ...request, start: '2025-12-05T15:00:00' }, false],
    ['for a parking bay', { ...request, kind: 'parking' }, false],
    ['with an id of markup', { ...request, service_id: '<exterior>' }, false],
  ])('%s', (_, value, good) => expect(v.safeParse(BookingRequest, value).success).toBe(good))
})

describe('the parsers', { timeout: 30_000 }, () => {
  it.each(Object.entries(schemas))('%s throws at no JSON', (_, schema) => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(() => parseJson(schema, text)).not.toThrow()
      }),
    )
  })

  it.each(Object.entries(schemas))('%s throws at no text that is none', (_, schema) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => parseJson(schema, text)).not.toThrow()
      }),
    )
  })

  it.each(Object.entries(schemas))('%s throws at no message that is almost right', (_, schema) => {
    const types = ['sync', 'subscribe', 'ticks', 'time_update', 'booking_changed', 'kiosk_changed', 'wash', '__proto__']
    const members = fc.dictionary(
      fc.constantFrom('type', 'kind', 'nonce', 'topics', 'every', 'start', 'plate', 'errors', '__proto__', 'toString'),
      fc.oneof(fc.constantFrom<unknown>(...types), fc.jsonValue()),
    )
    fc.assert(
      fc.property(members, (value) => {
        expect(() => parseJson(schema, JSON.stringify(value))).not.toThrow()
      }),
    )
  })

  it('four thousand brackets deep is a message like any other that is refused', () => {
    expect(parseJson(TimeClientMessage, '['.repeat(2000) + ']'.repeat(2000))).toBeUndefined()
    expect(parseJson(TimeClientMessage, `${'{"type":'.repeat(400)}1${'}'.repeat(400)}`)).toBeUndefined()
  })
})

describe('close codes', () => {
  it('are stable, because clients read them', () => {
    expect(Object.fromEntries(Object.entries(closeCodes).map(([name, { code }]) => [name, code]))).toEqual({
      goingAway: 1001,
      restarting: 1012,
      binary: 1003,
      unknownMessage: 4400,
      revoked: 4401,
      tooSlow: 4408,
      tooMany: 4429,
    })
  })

  it('say within how long a restarting server is to be called again, within reason', () => {
    const { code, reason } = closeCodes.restarting
    expect(reconnectWithinMs(code, reason)).toBe(1000)
    expect(reconnectWithinMs(code, 'restarting: reconnect within 5000 ms')).toBe(5000)
    expect(reconnectWithinMs(code, 'restarting: reconnect within 0 ms')).toBe(250)
    expect(reconnectWithinMs(code, 'restarting: reconnect within 999999 ms')).toBe(30_000)
    expect(reconnectWithinMs(code, '')).toBe(1000)
    expect(reconnectWithinMs(1001, reason)).toBeUndefined()
  })

  it.each(Object.values(closeCodes))('$code fits in a close frame', ({ reason }) => {
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123)
  })
})
