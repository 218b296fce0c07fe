import { describe, expect, it } from 'vitest'
import { compareWithBounds } from '../../../src-shared/time/compare.ts'

const noon = 1_764_936_000_000
const bounds = { earliestMs: noon - 20, latestMs: noon + 20 }

describe('an instant against the server’s time', () => {
  it.each<[string | number, string]>([
    [noon - 21, 'before'],
    [noon - 20, 'unknown'],
    [noon, 'unknown'],
    [noon + 20, 'unknown'],
    [noon + 21, 'after'],
    ['2025-12-05T11:59:59Z', 'before'],
    ['2025-12-05T12:00:00+00:00', 'unknown'],
    ['2025-12-05T17:30:01+05:30', 'after'],
    ['2025-12-05T12:00:00', 'unknown'],
    ['2025-02-30T12:00:00Z', 'unknown'],
    ['soon', 'unknown'],
    [Number.NaN, 'unknown'],
    [Infinity, 'unknown'],
  ])('%s is %s', (t, answer) => {
    expect(compareWithBounds(t, bounds)).toBe(answer)
  })

  it('can still tell that something has passed when only the earliest time is known', () => {
    const half = { earliestMs: noon, latestMs: Infinity }
    expect(compareWithBounds(noon - 1, half)).toBe('before')
    expect(compareWithBounds(noon + 1e9, half)).toBe('unknown')
  })

  it('says nothing when nothing is known', () => {
    expect(compareWithBounds(noon, { earliestMs: -Infinity, latestMs: Infinity })).toBe('unknown')
  })
})
