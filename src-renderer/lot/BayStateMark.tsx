import { bayStateMarks, type BayState } from '../../src-shared/lot/bay-state.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** A bay's state as on the map: its letter on its colour, and the word. */
export function BayStateMark({ state }: { state: BayState }) {
  const t = useT()
  return (
    <span className="bay-mark">
      <span className="lot-legend__tile bay-state" data-state={state} aria-hidden="true">
        <span className="lot-legend__letter">{bayStateMarks[state].letter}</span>
      </span>
      {t(`lot.state.${state}`)}
    </span>
  )
}
