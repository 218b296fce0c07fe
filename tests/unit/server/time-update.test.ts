import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { TimeUpdate } from '../../../src-shared/protocol/time-socket.ts'
import { makeTimeUpdate } from '../../../src-server/clock/time-update.ts'
import { clockAt } from './fixture.ts'

describe('time_update', () => {
  it('has the original’s fifteen fields in its formats, and ours', () => {
    expect(makeTimeUpdate(clockAt('2025-12-05T12:45:22.000Z'), 'UTC', 42)).toEqual({
      type: 'time_update',
      datetime: '2025-12-05T12:45:22+00:00',
      formatted: 'Friday, December 05 2025, 12:45:22 PM',
      date: '2025-12-05',
      time: '12:45:22 PM',
      time_24h: '12:45:22',
      timestamp: 1764938722,
      year: 2025,
      month: 12,
      day: 5,
      hour: 12,
      minute: 45,
      second: 22,
      weekday: 'Friday',
      timezone: 'UTC',
      epoch: 1,
      seq: 42,
      server_ms: 1764938722000,
      clock_state: 'trusted',
    })
  })

  it('tells the site’s zone', () => {
    expect(makeTimeUpdate(clockAt('2025-12-05T18:45:22.999Z'), 'Asia/Kolkata', 0)).toMatchObject({
      datetime: '2025-12-06T00:15:22+05:30',
      formatted: 'Saturday, December 06 2025, 12:15:22 AM',
      date: '2025-12-06',
      hour: 0,
      day: 6,
      weekday: 'Saturday',
      timezone: 'Asia/Kolkata',
      timestamp: 1764960322,
      server_ms: 1764960322999,
    })
  })

  it.each([
    ['00:00:00', '12:00:00 AM', 0],
    ['00:59:59', '12:59:59 AM', 0],
    ['01:02:03', '01:02:03 AM', 1],
    ['11:59:59', '11:59:59 AM', 11],
    ['12:00:00', '12:00:00 PM', 12],
    ['12:59:59', '12:59:59 PM', 12],
    ['13:00:00', '01:00:00 PM', 13],
    ['23:59:59', '11:59:59 PM', 23],
  ])('writes %s as %s', (time_24h, time, hour) => {
    const update = makeTimeUpdate(clockAt(`2025-01-02T${time_24h}Z`), 'UTC', 0)
    expect(update).toMatchObject({ time_24h, time, hour, formatted: `Thursday, January 02 2025, ${time}` })
  })

  it.each([
    ['2025-01-06', 'Monday, January 06'],
    ['2025-02-04', 'Tuesday, February 04'],
    ['2025-03-05', 'Wednesday, March 05'],
    ['2025-04-10', 'Thursday, April 10'],
    ['2025-05-02', 'Friday, May 02'],
    ['2025-06-07', 'Saturday, June 07'],
    ['2025-07-13', 'Sunday, July 13'],
    ['2025-08-31', 'Sunday, August 31'],
    ['2025-09-01', 'Monday, September 01'],
    ['2025-10-31', 'Friday, October 31'],
    ['2025-11-09', 'Sunday, November 09'],
    ['2024-02-29', 'Thursday, February 29'],
  ])('names the day and month of %s', (date, words) => {
    const { formatted } = makeTimeUpdate(clockAt(`${date}T12:00:00Z`), 'UTC', 0)
    expect(formatted).toBe(`${words} ${date.slice(0, 4)}, 12:00:00 PM`)
  })

  it.each([
    ['Europe/Dublin', '2025-10-26T00:30:00Z', '2025-10-26T01:30:00+01:00'],
    ['Europe/Dublin', '2025-10-26T01:30:00Z', '2025-10-26T01:30:00+00:00'],
    ['America/New_York', '2025-03-09T07:00:00Z', '2025-03-09T03:00:00-04:00'],
    ['Australia/Lord_Howe', '2025-12-05T00:00:00Z', '2025-12-05T11:00:00+11:00'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31T00:00:00+14:00'],
    ['Asia/Kathmandu', '2025-12-05T00:00:00Z', '2025-12-05T05:45:00+05:45'],
  ])('writes the offset that holds in %s at %s', (zone, now, datetime) => {
    expect(makeTimeUpdate(clockAt(now), zone, 0).datetime).toBe(datetime)
  })

  it('counts whole seconds, and keeps the fraction in server_ms alone', () => {
    const clock = {
      ...clockAt('2025-12-05T12:45:22Z'),
      now: () => 1764938722999.9,
      state: 'rollback' as const,
      epoch: 7,
    }
    const update = makeTimeUpdate(clock, 'UTC', 3)
    expect(update).toMatchObject({ timestamp: 1764938722, second: 22, server_ms: 1764938722999.9, epoch: 7 })
    expect(update.clock_state).toBe('rollback')
    expect(v.is(TimeUpdate, update)).toBe(true)
  })
})
