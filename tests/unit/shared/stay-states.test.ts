import { describe, expect, it } from 'vitest'
import { stayMayBecome, stayStates, type StayState } from '../../../src-shared/stay/stay-states.ts'

const allowed: readonly (readonly [StayState, StayState])[] = [
  ['parked', 'exited'],
  ['parked', 'voided'],
]
const every = stayStates.flatMap((from) => stayStates.map((to) => [from, to] as const))
const forbidden = every.filter(([from, to]) => !allowed.some(([a, b]) => a === from && b === to))

describe('the life of a stay', () => {
  it('has three states', () => expect(stayStates).toHaveLength(3))

  it.each(allowed)('lets %s become %s', (from, to) => expect(stayMayBecome(from, to)).toBe(true))

  it.each(forbidden)('does not let %s become %s', (from, to) => expect(stayMayBecome(from, to)).toBe(false))
})
