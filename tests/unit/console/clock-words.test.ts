import { describe, expect, it } from 'vitest'
import {
  actorWords,
  adviceFor,
  bootWords,
  deviceClockWords,
  happeningWords,
  reachMarks,
  troubleWords,
} from '../../../src-renderer/clock/clock-words.ts'
import type { ClockReport } from '../../../src-shared/api/clock-schemas.ts'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'
import { clockReport, source } from './clock-fixture.ts'

const t = createTranslator('en', english)

describe('what to do', () => {
  it.each<[Partial<ClockReport>, string]>([
    [{}, 'clock.do.nothing'],
    [{ state: 'provisional' }, 'clock.do.compare'],
    [{ state: 'provisional', sources: [source] }, 'clock.do.wait'],
    [{ state: 'guarded', wall_ahead_ms: 3_600_000, sources_bear_out: 'business' }, 'clock.do.setRight'],
    [{ state: 'rollback', wall_ahead_ms: -9000, sources_bear_out: 'neither' }, 'clock.do.setRight'],
    [{ state: 'guarded', wall_ahead_ms: 3_600_000 }, 'clock.do.compareThenVouch'],
    [{ state: 'guarded', wall_ahead_ms: 5 }, 'clock.do.agreesAgain'],
    [{ state: 'forward_suspect', wall_ahead_ms: 0 }, 'clock.do.agreesAgain'],
  ])('%j: %s', (change, advice) => {
    expect(adviceFor(clockReport(change))).toBe(advice)
  })
})

describe('what the tables say', () => {
  it('shows eight marks, the newest try last', () => {
    expect(reachMarks(0b1111_1000)).toEqual([true, true, true, true, true, false, false, false])
    expect(reachMarks(0b0000_0001)).toEqual([...Array.from({ length: 7 }, () => false), true])
  })

  it.each([
    'short',
    'not_an_answer',
    'not_ours',
    'unsynchronised',
    'implausible',
    'silent',
    'unreachable',
    'kiss RATE',
  ])('has words for a source in trouble: %s', (trouble) => {
    expect(troubleWords({ ...source, trouble }, t)).not.toBe('Gives no usable answer')
  })

  it('knows a source that has not been asked from one that answers', () => {
    expect(troubleWords(source, t)).toBeNull()
    expect(troubleWords({ ...source, offset_ms: null }, t)).toBe('Not asked yet')
    expect(troubleWords({ ...source, trouble: 'something new' }, t)).toBe('Gives no usable answer')
  })

  it('points out a device clock that is off by more than five seconds', () => {
    const client = { name: 'Entrance', kind: 'kiosk', mode: 'synced', uncertainty_ms: 12 } as const
    expect(deviceClockWords({ ...client, device_offset_ms: 5000 }, t)).toBeNull()
    expect(deviceClockWords({ ...client, device_offset_ms: null }, t)).toBeNull()
    expect(deviceClockWords({ ...client, device_offset_ms: 180_000 }, t)).toBe('Device clock is 3 min ahead')
    expect(deviceClockWords({ ...client, device_offset_ms: -7000 }, t)).toBe('Device clock is 7 s behind')
  })

  it('says what happened, and who was behind it', () => {
    const line = {
      at: '2025-12-05T12:45:22+05:30',
      what: 'slept',
      from_state: 'trusted',
      to_state: 'trusted',
      epoch: 1,
      wall_ahead_ms: 0,
      slept_ms: 1_200_000,
      actor: 'clock',
      actor_name: null,
      reason: null,
    } as const
    expect(happeningWords(line, t)).toBe('The computer slept for 20 min')
    expect(happeningWords({ ...line, what: 'something new' }, t)).toBe('something new')
    expect(actorWords(line, 'u1', t)).toBe('Kerbside')
    expect(actorWords({ ...line, actor: 'sources' }, 'u1', t)).toBe('Time sources')
    expect(actorWords({ ...line, actor: 'user:u1', actor_name: 'Meera' }, 'u1', t)).toBe('You')
    expect(actorWords({ ...line, actor: 'user:u2', actor_name: 'Sana' }, 'u1', t)).toBe('Sana')
    expect(actorWords({ ...line, actor: 'user:u3' }, 'u1', t)).toBe('Staff')
  })

  it('says what the computer lacks', () => {
    expect(bootWords(clockReport())).toBe('clock.boot.full')
    expect(bootWords(clockReport({ boot_clock: false }))).toBe('clock.boot.noClock')
    expect(bootWords(clockReport({ boot_id: false }))).toBe('clock.boot.noId')
    expect(bootWords(clockReport({ boot_clock: false, boot_id: false }))).toBe('clock.boot.neither')
  })
})
