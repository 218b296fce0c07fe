import { create } from 'zustand/react'
import type { BayClass } from '../../src-shared/api/fields.ts'

/** A bay that somebody pointed at on the map. */
export interface ChosenBay {
  readonly id: string
  readonly label: string
  readonly bay_class: BayClass
}

/** What the attendant is doing for the customer who stands at the counter: at most one thing at a time. */
export type CounterTask =
  | { readonly is: 'nothing' }
  | { readonly is: 'walk-in'; readonly bay?: ChosenBay; readonly plate?: string }
  | { readonly is: 'exit'; readonly stayId?: string; readonly text?: string }
  | { readonly is: 'book-parking'; readonly bay?: ChosenBay }
  | { readonly is: 'book-wash'; readonly date: string | null }
  | { readonly is: 'wait'; readonly plate?: string; readonly bayClass?: BayClass }

export const useCounterTask = create<{ task: CounterTask }>(() => ({ task: { is: 'nothing' } }))

/** Opens the dialog for a task, from wherever somebody is: a key, the palette, the map, a list. */
export function openCounter(task: CounterTask) {
  useCounterTask.setState({ task })
}

export function closeCounter() {
  openCounter({ is: 'nothing' })
}
