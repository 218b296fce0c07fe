import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'
import { formatUncertainty, modeWord } from '../../../src-shared/ui/clock-words.ts'

const t = createTranslator('en', english)

describe('an uncertainty in words', () => {
  it.each<[number | null, string]>([
    [null, 'not known'],
    [0, '1 ms'],
    [0.2, '1 ms'],
    [1, '1 ms'],
    [5.1, '6 ms'],
    [9.9, '10 ms'],
    [40, '40 ms'],
    [41, '50 ms'],
    [999, '1 s'],
    [1001, '2 s'],
    [20_000, '20 s'],
  ])('%s is %s', (ms, words) => {
    expect(formatUncertainty(ms, t)).toBe(words)
  })

  it('never says less than it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (ms) => {
        const [value = '', unit] = formatUncertainty(ms, t).split(' ')
        expect(Number(value.replaceAll(',', '')) * (unit === 's' ? 1000 : 1)).toBeGreaterThanOrEqual(ms * 0.999)
      }),
    )
  })
})

describe('the state in a word', () => {
  it.each([
    ['init', 'Connecting'],
    ['synced', 'Live'],
    ['doubt', 'Checking'],
    ['holdover', '≈ ± 40 ms'],
    ['offline', 'Offline'],
  ] as const)('%s is %s', (mode, word) => {
    expect(modeWord(mode, 40, t)).toBe(word)
  })
})
