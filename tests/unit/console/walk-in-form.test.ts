import { describe, expect, it } from 'vitest'
import { authoriseFaults } from '../../../src-renderer/counter/authorise.ts'
import { bayByLabel, classOfKey, walkInFaults } from '../../../src-renderer/counter/walk-in-form.ts'
import { bayWith } from './lot-fixture.ts'

const form = { plate: 'KL 01 ZZ 9999', bayClass: 'car', bay: '' } as const
const free = [
  bayWith({ id: 'a7', label: 'A07' }),
  bayWith({ id: 'a17', label: 'A17' }),
  bayWith({ id: 'x', label: 'A70' }),
]

describe('the form of a walk-in', () => {
  it('needs a plate, and a bay that is free if one is named', () => {
    expect(walkInFaults(form, free)).toEqual([])
    expect(walkInFaults({ ...form, plate: '?', bay: 'Z9' }, free)).toEqual(['plate', 'bay'])
    expect(walkInFaults({ ...form, bay: 'a7' }, free)).toEqual([])
  })

  it('knows a bay by its label however it is typed, and by no other', () => {
    expect(bayByLabel('a7', free)?.id).toBe('a7')
    expect(bayByLabel(' A-07 ', free)?.id).toBe('a7')
    expect(bayByLabel('a70', free)?.id).toBe('x')
    expect(bayByLabel('', free)).toBeUndefined()
    expect(bayByLabel('7', free)).toBeUndefined()
  })

  it('takes a class by its number in the choice or its first letter', () => {
    const offered = ['car', 'suv', 'ev'] as const
    expect(['1', '3', 's', 'E', 't', '9', 'Enter'].map((key) => classOfKey(key, offered))).toEqual([
      'car',
      'ev',
      'suv',
      'ev',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('an act on record', () => {
  it('needs a reason, and mostly a PIN', () => {
    expect(authoriseFaults({ reason: '  x ', pin: '12' }, true)).toEqual(['reason', 'pin'])
    expect(authoriseFaults({ reason: 'gate broke', pin: '' }, false)).toEqual([])
    expect(authoriseFaults({ reason: 'gate broke', pin: '2468' }, true)).toEqual([])
  })
})
