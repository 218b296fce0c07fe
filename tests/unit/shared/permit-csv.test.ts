import { describe, expect, it } from 'vitest'
import type { Permit } from '../../../src-shared/api/permit-schemas.ts'
import { readPermitCsv } from '../../../src-shared/permits/permit-csv.ts'
import { readCsv } from '../../../src-shared/csv/read-csv.ts'

const HEAD = 'plate,holder,class,from,to\n'
const known: Permit = {
  id: 'a',
  plate: 'KL07BX1234',
  holder: 'Flat 3',
  bay_class: 'car',
  state: 'valid',
  from_date: '2025-12-01',
  to_date: '2025-12-31',
  revoked_at: null,
  revoked_reason: null,
}
const problemsOf = (row: string, others: readonly Permit[] = [known]) => {
  const file = readPermitCsv(HEAD + row, others, '2025-12-05')
  return file.is === 'read' ? file.rows.map(({ problems }) => problems) : file.why
}

describe('permits in a CSV', () => {
  it.each([
    ['KL01AA1111,A,,2025-12-01,2026-01-01', [[]]],
    ['KL01AA1111,A,Two-wheeler,2025-12-01,2025-12-05', [[]]],
    ['!,,boat,2025-13-01,x', [['plate', 'holder', 'class', 'from', 'to']]],
    ['KL01AA1111,A,,2025-12-09,2025-12-08', [['order']]],
    ['KL01AA1111,A,,2025-12-01,2025-12-04', [['past']]],
    ['kl-07 bx 1234,A,all,2025-12-31,2026-01-31', [['known']]],
    ['KL07BX1234,A,suv,2025-12-31,2026-01-31', [[]]],
    ['KL07BX1234,A,car,2026-01-01,2026-01-31', [[]]],
    ['KL01AA1111,A,,2025-12-01,2026-01-01\nKL01AA1111,B,ev,2026-01-01,2026-02-01', [[], ['twice']]],
  ])('%s', (row, problems) => {
    expect(problemsOf(row)).toEqual(problems)
  })

  it('a revoked permit is in nobody’s way', () => {
    expect(problemsOf('KL07BX1234,A,car,2025-12-31,2026-01-31', [{ ...known, state: 'revoked' }])).toEqual([[]])
  })

  it('says why a whole file cannot be read', () => {
    expect(readPermitCsv('', [], '2025-12-05')).toEqual({ is: 'unreadable', why: 'empty' })
    expect(readPermitCsv('plate,holder\na,b', [], '2025-12-05')).toEqual({ is: 'unreadable', why: 'columns' })
    expect(problemsOf('a\n'.repeat(501))).toBe('tooMany')
  })
})

describe('a CSV', () => {
  it.each([
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\uFEFFa;b\nc;d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,""x""\nb",c', [['a,"x"\nb', 'c']]],
    [
      'a,\n\n , \nb,c',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows)
  })
})
