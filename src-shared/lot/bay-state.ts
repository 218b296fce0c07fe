import * as v from 'valibot'
import { BayClass } from '../api/fields.ts'

/**
 * What the live map says of a bay at this moment. `booked`: nobody stands there, but somebody's booking begins within
 * the look-ahead. Wash bays use the same states.
 */
export const BayState = v.picklist(['free', 'held', 'booked', 'taken', 'overstay', 'blocked'])
export type BayState = v.InferOutput<typeof BayState>

/** The classes of bay that the map draws: those that are let, and the wash. */
export const LotBayClass = v.picklist([...BayClass.options, 'wash'])
export type LotBayClass = v.InferOutput<typeof LotBayClass>

export type BayPattern = 'plain' | 'dashed' | 'band' | 'car' | 'car_framed' | 'hatched'

/** What tells a state apart without colour. The letters are English; a page in another language hands in its own. */
export const bayStateMarks = {
  free: { letter: 'F', pattern: 'plain' },
  held: { letter: 'H', pattern: 'dashed' },
  booked: { letter: 'B', pattern: 'band' },
  taken: { letter: 'T', pattern: 'car' },
  overstay: { letter: '!', pattern: 'car_framed' },
  blocked: { letter: 'X', pattern: 'hatched' },
} as const satisfies Record<BayState, { letter: string; pattern: BayPattern }>

/** A bay as the live map shows it. */
export interface MapBay {
  readonly id: string
  readonly label: string
  readonly bayClass: LotBayClass
  readonly state: BayState
  readonly plate?: string | undefined
  /** A few characters in the bay, such as a countdown "4:12" or "till 16:20"; up to five are largest. */
  readonly caption?: string | undefined
}

/** At the counter each bay can be opened; a customer chooses among the free bays of the class that they asked for. */
export function isChoosable(
  bay: Pick<MapBay, 'state' | 'bayClass'>,
  mode: 'console' | 'kiosk',
  askedClass?: LotBayClass,
): boolean {
  return mode === 'console' || (bay.state === 'free' && (askedClass === undefined || bay.bayClass === askedClass))
}
