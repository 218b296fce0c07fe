import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine, plainLines } from '../../../../src-server/receipts/plain-line.ts'

describe('what somebody typed', () => {
  it.each([
    ['  Harbour\tStreet \n Park ', 'Harbour Street Park'],
    ['zero\u0000byte', 'zero byte'],
    ['line\u2028separator', 'line separator'],
    ['half \uD83D pair', 'half pair'],
    ['\n\t ', ''],
  ])('%j is printed as %j', (typed, printed) => expect(plainLine(typed, 80)).toBe(printed))

  it('is cut between characters, never inside one', () => {
    expect(plainLine('ab🚗', 3)).toBe('ab')
    expect(plainLine('ab🚗', 4)).toBe('ab🚗')
  })

  it('fits every paper, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (typed, longest) => {
        const line = plainLine(typed, longest)
        expect(line.length).toBeLessThanOrEqual(longest)
        expect(line).toMatch(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u)
        expect(plainLine(line, longest)).toBe(line)
      }),
    )
  })

  it('keeps its lines, without the empty ones, as many as fit', () => {
    expect(plainLines('1 Quay Lane\r\n\n  Kochi \nKerala\nIndia', 80, 3)).toEqual(['1 Quay Lane', 'Kochi', 'Kerala'])
  })
})
