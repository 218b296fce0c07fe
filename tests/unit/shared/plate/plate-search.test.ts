import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithinOneEdit } from '../../../../src-shared/plate/one-edit.ts'
import { matchPlate, rankPlates } from '../../../../src-shared/plate/plate-search.ts'

describe('matchPlate', () => {
  it.each([
    ['kl-07 bx 1234', 'KL07BX1234', 'exact'],
    ['kl07', 'KL07BX1234', 'prefix'],
    ['1234', 'KL07BX1234', 'suffix'],
    ['4', 'KL07BX1234', 'suffix'],
    ['7bx', 'KL07BX1234', 'part'],
    ['KLO7BX1234', 'KL07BX1234', 'look_alike'],
    ['KLO78X12E4', 'KL07BX1234', 'one_edit'],
    ['I2Z4', 'KL07BX1224', 'look_alike'],
    ['KL07BX1243', 'KL07BX1234', 'one_edit'],
    ['KL07BX123', 'KL07BX1234', 'prefix'],
    ['KL07X1234', 'KL07BX1234', 'one_edit'],
    ['KL07BBX1234', 'KL07BX1234', 'one_edit'],
    ['1324', 'KL07BX1234', 'one_edit'],
    ['1235', 'KL07BX1234', 'one_edit'],
    ['X134', 'KL07BX1234', 'one_edit'],
  ])('takes %s for %s: %s', (query, plate, kind) => {
    expect(matchPlate(query, plate)).toEqual({ kind, distance: kind === 'one_edit' ? 1 : 0 })
  })

  it.each([
    ['nothing typed', ' - ', 'KL07BX1234'],
    ['no plate', '1234', ''],
    ['two wrong characters at the end', '1299', 'KL07BX1234'],
    ['a slip in a text of three', '235', 'KL07BX1234'],
    ['two slips in a whole plate', 'KL70BX1243', 'KL07BX1234'],
    ['a slip that leaves three characters of the end', '8Y34', 'KL07BX1834'],
    ['a slip in the middle', '07BY', 'KL07BX1234'],
  ])('finds nothing for %s', (_, query, plate) => expect(matchPlate(query, plate)).toBeUndefined())

  it('finds every plate of five characters or more after any one slip', () => {
    fc.assert(
      fc.property(plateOf(5, 12), slip, (plate, edit) => {
        expect(matchPlate(applied(plate, edit), plate)).toBeDefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('finds the last four or more after any one wrong, swapped or added character', () => {
    fc.assert(
      fc.property(plateOf(5, 12), fc.integer({ min: 4, max: 12 }), slip, (plate, length, edit) => {
        const typed = applied(plate.slice(-length), edit)
        expect(typed.length < 4 || matchPlate(typed, plate) !== undefined).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds two slips only where the text is a part of the plate, or one slip from its end, all the same', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ACEFG3467]{5,12}$/), slip, slip, (plate, one, other) => {
        const typed = applied(applied(plate, one), other)
        const ends = [...plate].map((_, from) => plate.slice(from)).filter((end) => end.length >= 4)
        const expected =
          plate.includes(typed) || (typed.length >= 4 && ends.some((end) => editDistance(typed, end) <= 1))
        expect(matchPlate(typed, plate) !== undefined).toBe(expected)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('isWithinOneEdit', () => {
  it('agrees with the table of optimal string alignment, both ways round', () => {
    const text = fc.stringMatching(/^[abc]{0,7}$/)
    fc.assert(
      fc.property(text, text, (one, other) => {
        const expected = editDistance(one, other) <= 1
        expect(isWithinOneEdit([...one], [...other])).toBe(expected)
        expect(isWithinOneEdit([...other], [...one])).toBe(expected)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('rankPlates', () => {
  const parked = ['AB12341', 'KA1234', 'I234XY', '1243', 'QX1235', '1234', '1234AB', 'AX1234', 'ZZ9999']

  it('puts exact first, then prefix, suffix, part, look-alike and one slip, and leaves the rest out', () => {
    const cars = parked.map((plate) => ({ plate }))
    expect(rankPlates('12-34', cars, (car) => car.plate).map((car) => car.plate)).toEqual([
      '1234',
      '1234AB',
      'KA1234',
      'AX1234',
      'AB12341',
      'I234XY',
      '1243',
      'QX1235',
    ])
  })

  it('keeps what it finds equally good in order, and finds what matchPlate finds', () => {
    const plates = fc.array(plateOf(3, 8), { maxLength: 40 })
    fc.assert(
      fc.property(plates, plateOf(1, 6), (all, query) => {
        const numbered = all.map((plate, at) => ({ plate, at }))
        const found = rankPlates(query, numbered, (item) => item.plate)
        expect(new Set(found)).toEqual(new Set(numbered.filter(({ plate }) => matchPlate(query, plate) !== undefined)))
        for (const [index, item] of found.entries()) {
          const next = found[index + 1]
          if (next === undefined || kindOf(query, item.plate) !== kindOf(query, next.plate)) continue
          expect(item.at).toBeLessThan(next.at)
        }
      }),
    )
  })
})

function kindOf(query: string, plate: string): string | undefined {
  return matchPlate(query, plate)?.kind
}

function plateOf(least: number, most: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'ABKLOISZ0123589'.split('')), minLength: least, maxLength: most })
}

interface Slip {
  readonly kind: 'wrong' | 'missing' | 'added' | 'swapped'
  readonly at: number
  readonly letter: string
}

const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom('wrong', 'missing', 'added', 'swapped'),
  at: fc.nat(11),
  letter: fc.constantFrom(...'ACEFG3467'.split('')),
})

function applied(text: string, { kind, at, letter }: Slip): string {
  const index = at % Math.max(1, text.length)
  const [before, here, after] = [text.slice(0, index), text.slice(index, index + 1), text.slice(index + 1)]
  if (kind === 'wrong') return before + letter + after
  if (kind === 'missing') return before + after
  if (kind === 'added') return before + letter + here + after
  return before + after.slice(0, 1) + here + after.slice(1)
}

/** Optimal string alignment by its table, as in the textbook. */
function editDistance(one: string, other: string): number {
  const rows: number[][] = [[...other, ''].map((_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1
      let least = Math.min(rows[row - 1]![column]! + 1, line[column - 1]! + 1, rows[row - 1]![column - 1]! + cost)
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) least = Math.min(least, rows[row - 2]![column - 2]! + 1)
      line.push(least)
    }
    rows.push(line)
  }
  return rows[one.length]![other.length]!
}
