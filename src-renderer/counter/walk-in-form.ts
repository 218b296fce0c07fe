import * as v from 'valibot'
import { Plate, type BayClass } from '../../src-shared/api/fields.ts'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'

export interface WalkInForm {
  readonly plate: string
  readonly bayClass: BayClass
  /** A bay's label as it is typed; empty for any free bay of the class. */
  readonly bay: string
}

export type WalkInFault = 'plate' | 'bay'

/** What is not right yet, in the order of the form. @param free the bays that can be had */
export function walkInFaults({ plate, bay }: WalkInForm, free: readonly LotBay[]): WalkInFault[] {
  const faults: WalkInFault[] = []
  if (!v.is(Plate, plate.trim())) faults.push('plate')
  if (bay.trim() !== '' && bayByLabel(bay, free) === undefined) faults.push('bay')
  return faults
}

/** The bay that a typed label means: `a7` is A07. */
export function bayByLabel(typed: string, bays: readonly LotBay[]): LotBay | undefined {
  const meant = spelled(typed)
  return meant === '' ? undefined : bays.find(({ label }) => spelled(label) === meant)
}

/** Without spaces, dashes and leading zeros of its number, in capitals. */
function spelled(label: string): string {
  return label
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
}

const classLetters: Readonly<Record<string, BayClass>> = {
  c: 'car',
  s: 'suv',
  t: 'two_wheeler',
  a: 'accessible',
  e: 'ev',
  p: 'permit',
}

/** The class that a key means in the choice of classes: its number there, or its first letter. */
export function classOfKey(key: string, offered: readonly BayClass[]): BayClass | undefined {
  const place = /^[1-9]$/.test(key) ? offered[Number(key) - 1] : undefined
  const letter = classLetters[key.toLowerCase()]
  return place ?? offered.find((one) => one === letter)
}
