import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ntpRequest, readNtpReply } from '../../../src-server/clock/sntp/ntp-packet.ts'
import { ntpReply, type ReplyFields } from '../../support/ntp-reply.ts'
import { NOON } from './machine.ts'

const cookie = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
const read = (change: Partial<ReplyFields>, near = NOON) =>
  readNtpReply(ntpReply({ cookie, receivedAt: NOON, sentAt: NOON + 1, ...change }), cookie, near)

describe('a request', () => {
  it('says version 4, client, and nothing but its random transmit timestamp', () => {
    const request = ntpRequest(cookie)
    expect(request).toHaveLength(48)
    expect([...request]).toEqual([0x23, ...Array<number>(39).fill(0), ...cookie])
  })
})

describe('an answer', () => {
  it('is read to the fraction of a millisecond', () => {
    const reply = read({
      receivedAt: NOON + 0.25,
      sentAt: NOON + 1.5,
      stratum: 3,
      rootDelayMs: 31,
      rootDispersionMs: 8,
    })
    if ('refused' in reply) throw new Error(reply.refused)
    expect(reply.stratum).toBe(3)
    expect(reply.receivedAt).toBeCloseTo(NOON + 0.25, 2)
    expect(reply.sentAt).toBeCloseTo(NOON + 1.5, 2)
    expect(reply.rootDelayMs).toBeCloseTo(31, 1)
    expect(reply.rootDispersionMs).toBeCloseTo(8, 1)
  })

  it.each<[string, Partial<ReplyFields>]>([
    ['not_ours', { cookie: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 9) }],
    ['not_ours', { cookie: new Uint8Array(8) }],
    ['not_ours', { cookie: new Uint8Array(8), mode: 5 }],
    ['not_ours', { cookie: new Uint8Array(8), stratum: 0, reference: 'DENY' }],
    ['not_an_answer', { mode: 3 }],
    ['not_an_answer', { mode: 5 }],
    ['not_an_answer', { version: 2 }],
    ['not_an_answer', { version: 5 }],
    ['unsynchronised', { leap: 3 }],
    ['unsynchronised', { stratum: 16 }],
    ['unsynchronised', { stratum: 255 }],
    ['implausible', { sentAt: null }],
    ['implausible', { sentAt: NOON - 1 }],
    ['implausible', { rootDelayMs: 32_000 }],
    ['implausible', { rootDispersionMs: 16_000 }],
  ])('is refused as %s when it has %o', (refused, change) => {
    expect(read(change)).toEqual({ refused })
  })

  it.each([{ version: 3 }, { leap: 1 }, { leap: 2 }, { stratum: 1 }, { stratum: 15 }])('is taken with %o', (change) => {
    expect(read(change)).not.toHaveProperty('refused')
  })

  it.each([0, 1, 47])('of %i bytes is too short', (length) => {
    expect(readNtpReply(new Uint8Array(length), cookie, NOON)).toEqual({ refused: 'short' })
  })

  it('may carry extension fields and a key after the 48 bytes', () => {
    const long = new Uint8Array(68)
    long.set(ntpReply({ cookie, receivedAt: NOON, sentAt: NOON }))
    expect(readNtpReply(long, cookie, NOON)).not.toHaveProperty('refused')
  })

  it.each([
    ['RATE', 'RATE'],
    ['DENY', 'DENY'],
    ['RSTR', 'RSTR'],
    ['x\0\u0007!', ''],
  ])('of stratum 0 that says %j is a kiss-of-death', (reference, code) => {
    expect(read({ stratum: 0, leap: 3, reference })).toEqual({ refused: 'kiss', code })
  })

  it.each([
    '1970-01-01T00:00:00Z',
    '2036-02-07T06:28:15.999Z',
    '2036-02-07T06:28:16.001Z',
    '2038-01-19T03:14:08Z',
    '2104-02-26T09:42:23Z',
    '2104-02-26T09:42:24Z',
    '2200-01-01T00:00:00Z',
  ])('of %s is read in its own era, by a clock up to 68 years off', (iso) => {
    const at = Date.parse(iso)
    const most = 68 * 365.25 * 86_400_000
    for (const near of [at, at - most, at + most]) {
      const reply = read({ receivedAt: at, sentAt: at }, near)
      if ('refused' in reply) throw new Error(reply.refused)
      expect(Math.abs(reply.sentAt - at)).toBeLessThan(0.01)
    }
  })

  it('of the very instant at which an era turns is refused: all zeros mean that it is not known', () => {
    const turn = Date.parse('2036-02-07T06:28:16Z')
    expect(read({ receivedAt: turn, sentAt: turn }, turn)).toEqual({ refused: 'implausible' })
  })

  it('round the turn of an era is read on both sides of it', () => {
    const turn = Date.parse('2036-02-07T06:28:16Z')
    const reply = read({ receivedAt: turn - 1, sentAt: turn + 1 }, turn)
    if ('refused' in reply) throw new Error(reply.refused)
    expect(reply.sentAt - reply.receivedAt).toBeCloseTo(2, 2)
  })

  it('of random bytes never throws, and is never taken without the request’s own timestamp', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(readNtpReply(bytes, cookie, NOON)).toHaveProperty('refused')
      }),
    )
  })

  it('of random bytes with the right timestamp never throws, and never gives anything but finite numbers', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 48, maxLength: 60 }),
        fc.constantFrom(0x24, 0x1c, undefined),
        (bytes, head) => {
          bytes.set(cookie, 24)
          if (head !== undefined) bytes[0] = head
          const reply = readNtpReply(bytes, cookie, NOON)
          if ('refused' in reply) return
          expect(Object.values(reply).every(Number.isFinite)).toBe(true)
          expect(reply.sentAt).toBeGreaterThanOrEqual(reply.receivedAt)
          expect(reply.stratum).toBeGreaterThan(0)
          expect(reply.stratum).toBeLessThan(16)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
