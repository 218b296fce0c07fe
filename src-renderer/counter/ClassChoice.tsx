import { useRef, type KeyboardEvent } from 'react'
import type { BayClass } from '../../src-shared/api/fields.ts'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { classOfKey } from './walk-in-form.ts'

interface ClassChoiceProps {
  readonly offered: readonly BayClass[]
  /** How many bays are free is told beside each class; undefined where that is not known. */
  readonly free?: readonly LotBay[]
  readonly chosen: BayClass
  readonly onChoose: (bayClass: BayClass) => void
}

/** The class of bay: arrows, its number, or its first letter. */
export function ClassChoice({ offered, free, chosen, onChoose }: ClassChoiceProps) {
  const t = useT()
  const choice = useRef<HTMLFieldSetElement>(null)
  const onKey = (event: KeyboardEvent) => {
    const meant = event.ctrlKey || event.metaKey || event.altKey ? undefined : classOfKey(event.key, offered)
    if (meant === undefined) return
    event.preventDefault()
    onChoose(meant)
    // The radio buttons are one stop of the keyboard, which is the chosen one.
    choice.current?.querySelector<HTMLElement>(`[value="${meant}"]`)?.focus()
  }
  return (
    <fieldset className="choices choices--row class-choice" ref={choice}>
      <legend className="field__label">{t('counter.class')}</legend>
      {offered.map((bayClass, index) => (
        <label className="choice" key={bayClass}>
          <input
            type="radio"
            name="class"
            value={bayClass}
            checked={bayClass === chosen}
            onChange={() => onChoose(bayClass)}
            onKeyDown={onKey}
          />
          <span className="choice__name">
            {t(`tariff.class.${bayClass}`)} <kbd aria-hidden="true">{index + 1}</kbd>
          </span>
          {free !== undefined && (
            <span className="choice__detail">
              {t('counter.classFree', { count: free.filter((bay) => bay.bay_class === bayClass).length })}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
