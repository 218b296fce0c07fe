import { bayStateMarks, type BayState, type LotBayClass } from '../../lot/bay-state.ts'
import { ClassSymbol } from './ClassSymbol.tsx'
import './lot-legend.css'

interface LotLegendProps {
  /** What the list is, for a screen reader. */
  readonly name: string
  readonly states: readonly { readonly state: BayState; readonly words: string; readonly letter?: string }[]
  /** Of a plain car there is no symbol. */
  readonly classes?: readonly { readonly bayClass: LotBayClass; readonly words: string }[]
}

/** What colours, letters and signs on the map mean, in words. */
export function LotLegend({ name, states, classes = [] }: LotLegendProps) {
  return (
    <ul className="lot-legend" aria-label={name}>
      {states.map(({ state, words, letter }) => (
        <li key={state} className="lot-legend__item">
          <span className="lot-legend__tile bay-state" data-state={state} aria-hidden="true">
            <span className="lot-legend__letter">{letter ?? bayStateMarks[state].letter}</span>
          </span>
          {words}
        </li>
      ))}
      {classes.map(({ bayClass, words }) => (
        <li key={bayClass} className="lot-legend__item">
          <svg className="lot-legend__symbol" viewBox="0 0 24 24" aria-hidden="true">
            <ClassSymbol bayClass={bayClass} x={12} y={12} size={24} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
