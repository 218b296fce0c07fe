import { useT } from '../../src-shared/ui/translator.tsx'
import { DateField } from '../controls/DateField.tsx'
import { TimeField } from '../controls/TimeField.tsx'
import type { LocalTime } from '../../src-shared/format/local-time.ts'

interface LocalTimeFieldsProps {
  /** Which time it is: `Entered`, `Until`. */
  readonly name: string
  readonly value: LocalTime
  readonly onValue: (value: LocalTime) => void
  readonly hint?: string
}

/** A day and a time on the site's clock. */
export function LocalTimeFields({ name, value, onValue, hint }: LocalTimeFieldsProps) {
  const t = useT()
  return (
    <fieldset className="local-time">
      <legend className="visually-hidden">{name}</legend>
      <div className="form__row">
        <DateField
          label={t('counter.dayOf', { name })}
          hint={hint}
          value={value.date}
          onValue={(date) => onValue({ ...value, date })}
        />
        <TimeField
          label={t('counter.timeOf', { name })}
          value={value.time}
          onValue={(time) => onValue({ ...value, time })}
        />
      </div>
    </fieldset>
  )
}
