import type { LotBayClass } from '../../../../src-shared/lot/bay-state.ts'

const kinds: readonly [letter: string, count: number, bayClass: LotBayClass][] = [
  ['A', 20, 'car'],
  ['B', 8, 'suv'],
  ['C', 6, 'two_wheeler'],
  ['D', 2, 'accessible'],
  ['E', 2, 'ev'],
  ['F', 2, 'permit'],
]

const parking = kinds.flatMap(([letter, count, bayClass]) =>
  Array.from({ length: count }, (_, at) => ({ label: `${letter}${String(at + 1).padStart(2, '0')}`, bayClass })),
)

/** The bays of the demo site: 40 to park in, W1 and W2 to wash in, each kind counted from 1. */
export const demoBays = [
  ...parking.map((bay, at) => ({ ...bay, id: bay.label, position: at + 1 })),
  ...['W1', 'W2'].map((label, at) => ({ id: label, label, bayClass: 'wash' as const, position: at + 1 })),
]
