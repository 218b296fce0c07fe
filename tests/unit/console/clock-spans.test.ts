import { describe, expect, it } from 'vitest'
import { formatShift, formatSpan } from '../../../src-renderer/clock/spans.ts'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'

const t = createTranslator('en', english)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('a length of time in words', () => {
  it.each([
    [0, 'under 1 ms'],
    [0.94, 'under 1 ms'],
    [0.96, '1 ms'],
    [1.44, '1.4 ms'],
    [9.94, '9.9 ms'],
    [45.4, '45 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [1240, '1.2 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min'],
    [200_000, '3 min 20 s'],
    [HOUR - 0.02, '1 h'],
    [HOUR + 0.02, '1 h'],
    [HOUR - 600, '59 min 59 s'],
    [2 * HOUR + 90_000, '2 h 1 min'],
    [DAY, '1 d'],
    [3652 * DAY + 12 * HOUR, '3,652 d 12 h'],
  ])('%d ms is %s', (ms, words) => {
    expect(formatSpan(ms, t)).toBe(words)
    expect(formatSpan(-ms, t)).toBe(words)
  })

  it('carries its sign where it is a change', () => {
    expect(formatShift(HOUR, t)).toBe('+1 h')
    expect(formatShift(-45, t)).toBe('−45 ms')
    expect(formatShift(-0.2, t)).toBe('under 1 ms')
  })
})
