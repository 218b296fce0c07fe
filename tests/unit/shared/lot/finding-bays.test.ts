import { describe, expect, it } from 'vitest'
import { isChoosable } from '../../../../src-shared/lot/bay-state.ts'
import { defaultLayout } from '../../../../src-shared/lot/default-layout.ts'
import { nearestBay } from '../../../../src-shared/lot/nearest-bay.ts'
import { typeLabel, type TypedLabel } from '../../../../src-shared/lot/typed-label.ts'
import { demoBays } from './demo-bays.ts'

describe('nearestBay', () => {
  const { bays } = defaultLayout(demoBays)

  it.each([
    ['A01', 'right', 'A02'],
    ['A02', 'left', 'A01'],
    ['A01', 'left', undefined],
    ['A10', 'right', undefined],
    ['A01', 'up', undefined],
    ['A01', 'down', 'A11'],
    ['A11', 'up', 'A01'],
    ['A20', 'up', 'A10'],
    ['W1', 'right', 'W2'],
    ['W2', 'right', undefined],
  ] as const)('leads from %s %s to %s', (from, direction, to) => {
    expect(nearestBay(bays, from, direction)).toBe(to)
  })

  it('leads nowhere from a bay that is not on the plan', () => {
    expect(nearestBay(bays, 'Z99', 'up')).toBeUndefined()
  })

  it('takes the bay straight ahead rather than a nearer one aside', () => {
    const place = (id: string, x: number, y: number) => ({ id, x, y, width: 10, height: 10 })
    const places = [place('here', 0, 0), place('ahead', 40, 0), place('aside', 30, 18)]
    expect(nearestBay(places, 'here', 'right')).toBe('ahead')
  })
})

describe('typeLabel', () => {
  const bays = ['A01', 'A02', 'A12', 'B-01'].map((label) => ({ id: `id ${label}`, label }))

  function type(keys: string, gapMs: number, from: string | null = null) {
    let typed: TypedLabel | null = null
    let id: string | undefined
    for (const [at, key] of [...keys].entries()) ({ typed, id } = typeLabel(bays, typed, key, at * gapMs, id ?? from))
    return id
  }

  it('leads to the bay whose label is typed, in small letters and without dashes too', () => {
    expect(type('A12', 100)).toBe('id A12')
    expect(type('b01', 100)).toBe('id B-01')
  })

  it('goes on among the bays of one letter when that letter is typed again', () => {
    expect(type('A', 0, 'id A01')).toBe('id A02')
    expect(type('AAA', 100)).toBe('id A12')
    expect(type('AAAA', 100)).toBe('id A01')
  })

  it('begins anew after a pause, and where no label goes on', () => {
    expect(type('A1B', 100)).toBe('id B-01')
    expect(type('A1', 2000)).toBeUndefined()
  })

  it('leads nowhere for a label that no bay has', () => expect(type('Q', 0)).toBeUndefined())
})

describe('isChoosable', () => {
  it('lets the attendant open every bay, and a customer choose a free one of the class asked for', () => {
    expect(isChoosable({ state: 'blocked', bayClass: 'car' }, 'console')).toBe(true)
    expect(isChoosable({ state: 'free', bayClass: 'car' }, 'kiosk', 'car')).toBe(true)
    expect(isChoosable({ state: 'free', bayClass: 'car' }, 'kiosk')).toBe(true)
    expect(isChoosable({ state: 'free', bayClass: 'ev' }, 'kiosk', 'car')).toBe(false)
    expect(isChoosable({ state: 'booked', bayClass: 'car' }, 'kiosk', 'car')).toBe(false)
  })
})
