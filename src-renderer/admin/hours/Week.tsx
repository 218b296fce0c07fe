import type { OpeningHours } from '../../../src-shared/api/site-schemas.ts'
import type { HoursProblem } from '../../../src-shared/opening/hours-problems.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { DayHours } from './DayHours.tsx'
import { likeDay, weekdays, type Kind } from './hours-form.ts'

interface WeekProps {
  readonly kind: Kind
  readonly hours: OpeningHours[]
  readonly problems: readonly HoursProblem[]
  readonly onHours: (hours: OpeningHours[]) => void
}

/** The seven days of parking or of the wash. */
export function Week({ kind, hours, problems, onHours }: WeekProps) {
  const t = useT()
  return (
    <fieldset className="form__part week">
      <legend>{t(`admin.kind.${kind}`)}</legend>
      {weekdays.map((weekday) => (
        <DayHours key={weekday} kind={kind} weekday={weekday} hours={hours} problems={problems} onHours={onHours} />
      ))}
      <Button
        data-command="hours.copy"
        aria-label={t('admin.hours.copyOf', { kind: t(`admin.kind.${kind}`) })}
        onClick={() => onHours(likeDay(hours, kind, 1))}
      >
        {t('admin.hours.copy')}
      </Button>
    </fieldset>
  )
}
