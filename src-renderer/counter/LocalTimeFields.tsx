import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
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
        <Field label={t('counter.dayOf', { name })} {...(hint === undefined ? {} : { hint })}>
          {(tied) => (
            <input
              {...tied}
              className="input"
              type="date"
              value={value.date}
              onChange={(event) => onValue({ ...value, date: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('counter.timeOf', { name })}>
          {(tied) => (
            <input
              {...tied}
              className="input"
              type="time"
              value={value.time}
              onChange={(event) => onValue({ ...value, time: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  )
}
