import '../../../support/property-seed.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, readCsvRows } from '../../../../src-shared/csv/read-csv.ts'
import { bayKinds, lotCsvTemplate, writeLotCsv } from '../../../../src-shared/lot/lot-csv.ts'
import type { LotFeature } from '../../../../src-shared/lot/lot-layout.ts'
import type { ListedBay, LotList } from '../../../../src-shared/lot/lot-list.ts'
import { readLotCsv } from '../../../../src-shared/lot/read-lot-csv.ts'

const HEAD = 'kind,label,x,y,width,height,faces\n'
const problemsOf = (rows: string) => {
  const file = readLotCsv(HEAD + rows)
  return file.is === 'read' ? file.rows.map(({ problems }) => problems) : file.why
}
const lotOf = (text: string) => {
  const file = readLotCsv(text)
  return file.is === 'read' ? file.lot : undefined
}

describe('a lot in a CSV', () => {
  it.each([
    ['car,A01,,,,,', [[]]],
    ['Two-wheeler,C 1,,,,,\nwash,W1,,,,,', [[], []]],
    ['boat,A01,,,,,', [['kind']]],
    ['car,=1+1,,,,,', [['label']]],
    ['car,A01,,,,,\nsuv,a01,,,,,', [[], ['twice']]],
    ['car,A01,1,,,,', [['y']]],
    ['car,A01,1.25,-1,0,a,north', [['faces', 'x', 'y', 'width', 'height']]],
    ['car,A01,0,0,,,\ncar,A02,2.4,0,,,', [['overlap'], ['overlap']]],
    ['car,A01,0,0,,,\ncar,A02,2.5,0,,,', [[], []]],
    ['plan,,10,5,,,', [['width', 'height']]],
    ['plan,,,,10,5,\nplan,,,,10,5,', [[], ['plan_twice']]],
    ['plan,,,,10,5,\ncar,A01,9,0,,,up', [[], ['outside']]],
    ['exit,,0,0,1,1,', [['faces']]],
    ['lane,,0,0,1,1,', [[]]],
    ['text,,0,0,1,1,', [['label']]],
  ])('%s', (rows, problems) => {
    expect(problemsOf(rows)).toEqual(problems)
  })

  it('needs no more than kind and label, in any order, with semicolons and decimal commas too', () => {
    expect(lotOf('label,kind\nA01,car\n')).toEqual({
      bays: [{ label: 'A01', bay_class: 'car', place: null }],
      plan: null,
    })
    expect(lotOf('kind;label;x;y;faces\nsuv;B01;2,5;0;left\n')).toEqual({
      bays: [{ label: 'B01', bay_class: 'suv', place: { x: 25, y: 0, width: 55, height: 28, rotation: 270 } }],
      plan: { width: 80, height: 28, features: [] },
    })
  })

  it('says why a whole file cannot be read, and tells of lines as an editor counts them', () => {
    expect(readLotCsv('')).toEqual({ is: 'unreadable', why: 'empty' })
    expect(readLotCsv('kind,name\ncar,A01')).toEqual({ is: 'unreadable', why: 'columns' })
    expect(problemsOf(Array.from({ length: 2001 }, (_, index) => `car,A${index},,,,,`).join('\n'))).toBe('tooMany')
    const file = readLotCsv(`${HEAD}text,"two\nlines",0,0,1,1,\n\nboat,A01,,,,,\n`)
    expect(file.is === 'read' ? file.rows.map(({ line }) => line) : []).toEqual([2, 5])
    expect(readCsvRows('a\r\n\r\n"b\r\nc"\r\nd').map(({ line }) => line)).toEqual([1, 3, 5])
  })

  it('gives nothing while any row has a problem', () => {
    expect(lotOf(`${HEAD}car,A01,,,,,\nboat,A02,,,,,`)).toBeUndefined()
  })

  it('hands out a file to begin with that is a lot', () => {
    expect(lotOf(lotCsvTemplate())?.bays.map(({ label }) => label)).toEqual(['A01', 'A02', 'C01', 'D01', 'W1'])
  })

  it('writes nothing that a spreadsheet takes for a formula', () => {
    const features: LotFeature[] = [{ kind: 'text', x: 0, y: 0, width: 10, height: 10, text: '=1+1' }]
    const text = writeLotCsv({ bays: [], plan: { width: 100, height: 100, features } })
    expect(readCsv(text).flat()).toContain("'=1+1")
    expect(lotOf(text)?.plan?.features).toEqual(features)
  })

  it('is read as the lot that was written', () => {
    fc.assert(
      fc.property(lots, (lot) => {
        expect(lotOf(writeLotCsv(lot))).toEqual(lot)
      }),
    )
  })
})

const side = fc.integer({ min: 1, max: 400 })
const place = fc.integer({ min: 0, max: 400 })
const outline = { x: place, y: place, width: side, height: side }
const way = fc.constantFrom('up', 'right', 'down', 'left')
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((one) => one.length <= 40)
const feature: fc.Arbitrary<LotFeature> = fc.oneof(
  fc.record(
    { kind: fc.constant('lane'), ...outline, direction: way },
    { requiredKeys: ['kind', 'x', 'y', 'width', 'height'] },
  ),
  fc.record({ kind: fc.constantFrom('entrance', 'exit'), ...outline, direction: way }),
  fc.record({ kind: fc.constantFrom('wall', 'verge', 'wash_hall'), ...outline }),
  fc.record({ kind: fc.constant('text'), ...outline, text }),
) as fc.Arbitrary<LotFeature>
const label = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 -]{0,10}[A-Za-z0-9]$/)
const bay = fc.record({
  label,
  bay_class: fc.constantFrom(...bayKinds),
  isPlaced: fc.boolean(),
  rotation: fc.constantFrom(0, 90, 180, 270),
})

/** Bays side by side, none on another, on ground that holds them all. */
const lots: fc.Arbitrary<LotList> = fc
  .tuple(
    fc.uniqueArray(bay, { maxLength: 30, selector: (one) => one.label.toLowerCase() }),
    fc.option(fc.array(feature, { maxLength: 8 })),
  )
  .map(([bays, features]) => ({
    bays: bays.map(({ label: name, bay_class, isPlaced, rotation }, index): ListedBay => {
      const at = { x: index * 25, y: 7, width: 25, height: 51, rotation }
      return { label: name, bay_class, place: features !== null && isPlaced ? at : null }
    }),
    plan: features === null ? null : { width: 2000, height: 1000, features },
  }))
  .filter(({ bays, plan }) => bays.length > 0 || plan !== null)
