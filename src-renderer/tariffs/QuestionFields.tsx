import { useId } from 'react'
import { BayClass } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { DateField } from '../controls/DateField.tsx'
import { Field } from '../controls/Field.tsx'
import { TimeField } from '../controls/TimeField.tsx'
import { useSite } from '../shell/site.tsx'
import type { PriceQuestion } from './price-question.ts'

interface QuestionFieldsProps {
  readonly question: PriceQuestion
  readonly change: (part: Partial<PriceQuestion>) => void
}

export function QuestionFields({ question, change }: QuestionFieldsProps) {
  const t = useT()
  const offered = useSite().bay_classes.map(({ bay_class }) => bay_class)
  const classes = offered.length === 0 ? BayClass.options : offered
  return (
    <div className="prices__question">
      <Field label={t('tariffs.class')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={question.bayClass}
            onChange={({ target }) => change({ bayClass: classes.find((name) => name === target.value) ?? 'car' })}
          >
            {classes.map((name) => (
              <option key={name} value={name}>
                {t(`tariff.class.${name}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <MomentFields
        names={['tariffs.date', 'tariffs.time']}
        date={question.date}
        time={question.time}
        onDate={(date) => change({ date })}
        onTime={(time) => change({ time })}
      />
      <LengthFields question={question} change={change} />
      <CaseFields question={question} change={change} />
    </div>
  )
}

interface MomentFieldsProps {
  readonly names: readonly [
    'tariffs.date' | 'tariffs.bookedDate' | 'tariffs.save.date',
    'tariffs.time' | 'tariffs.bookedTime' | 'tariffs.save.time',
  ]
  readonly date: string
  readonly time: string
  readonly onDate: (date: string) => void
  readonly onTime: (time: string) => void
}

/** A date and a time of day on the site's clock. */
export function MomentFields({ names, date, time, onDate, onTime }: MomentFieldsProps) {
  const t = useT()
  return (
    <div className="field-pair">
      <DateField label={t(names[0])} value={date} onValue={onDate} />
      <TimeField label={t(names[1])} value={time} onValue={onTime} />
    </div>
  )
}

function LengthFields({ question, change }: QuestionFieldsProps) {
  const t = useT()
  const label = useId()
  return (
    <div className="field" role="group" aria-labelledby={label}>
      <span className="field__label" id={label}>
        {t('tariffs.length')}
      </span>
      <span className="length-pair">
        {(['hours', 'minutes'] as const).map((unit) => (
          <label className="length-pair__part" key={unit}>
            <input
              className="input input--number"
              inputMode="numeric"
              maxLength={4}
              autoComplete="off"
              aria-label={t(`tariffs.length.${unit}`)}
              value={question[unit]}
              onChange={({ target }) => change({ [unit]: target.value })}
            />
            <span aria-hidden="true">{t(`tariffs.length.${unit}Short`)}</span>
          </label>
        ))}
      </span>
    </div>
  )
}

const cases = ['isBooked', 'lostTicket', 'permit'] as const

function CaseFields({ question, change }: QuestionFieldsProps) {
  const t = useT()
  return (
    <>
      <div className="prices__cases">
        {cases.map((name) => (
          <label className="check" key={name}>
            <input
              type="checkbox"
              checked={question[name]}
              onChange={({ target }) => change({ [name]: target.checked })}
            />
            <span>{t(`tariffs.case.${name}`)}</span>
          </label>
        ))}
      </div>
      {question.isBooked && (
        <MomentFields
          names={['tariffs.bookedDate', 'tariffs.bookedTime']}
          date={question.bookedDate}
          time={question.bookedTime}
          onDate={(bookedDate) => change({ bookedDate })}
          onTime={(bookedTime) => change({ bookedTime })}
        />
      )}
    </>
  )
}
