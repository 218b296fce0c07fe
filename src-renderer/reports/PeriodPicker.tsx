import { useT } from '../../src-shared/ui/translator.tsx'
import { DateField } from '../controls/DateField.tsx'
import { daysOf, faultOf, presets, type PeriodChoice } from './periods.ts'

interface PeriodPickerProps {
  readonly choice: PeriodChoice
  /** The server's day, YYYY-MM-DD. */
  readonly today: string
  readonly onChoice: (choice: PeriodChoice) => void
}

/** Which days are looked at: a usual stretch by one press, or any two days. */
export function PeriodPicker({ choice, today, onChoice }: PeriodPickerProps) {
  const t = useT()
  const { preset, days } = choice
  const fault = faultOf(days)
  const change = (part: Partial<typeof days>) => onChoice({ preset: 'custom', days: { ...days, ...part } })
  return (
    <div className="period">
      <fieldset className="period__presets">
        <legend className="visually-hidden">{t('report.period')}</legend>
        {presets.map((name) => (
          <label key={name} className="period__preset">
            <input
              type="radio"
              name="period"
              className="visually-hidden"
              checked={preset === name}
              onChange={() => onChoice({ preset: name, days: name === 'custom' ? days : daysOf(name, today) })}
            />
            <span>{t(`report.preset.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      {(['from', 'to'] as const).map((end) => (
        <DateField
          key={end}
          label={t(`report.${end}`)}
          fault={end === 'to' && fault !== undefined ? t(`report.${fault}Fault`) : undefined}
          max={today}
          value={days[end]}
          onValue={(day) => {
            if (day !== '') change({ [end]: day })
          }}
        />
      ))}
    </div>
  )
}
