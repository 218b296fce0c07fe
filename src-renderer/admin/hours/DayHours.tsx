import { weekdayName } from './weekday-name.ts'
import type { OpeningHours } from '../../../src-shared/api/site-schemas.ts'
import type { HoursProblem } from '../../../src-shared/opening/hours-problems.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { hoursOf, withMore, type Kind } from './hours-form.ts'

interface DayHoursProps {
  readonly kind: Kind
  readonly weekday: number
  readonly hours: OpeningHours[]
  readonly problems: readonly HoursProblem[]
  readonly onHours: (hours: OpeningHours[]) => void
}

/** One day: any number of stretches, or closed. Times are typed, because 24:00 is no time to a browser's own picker. */
export function DayHours({ kind, weekday, hours, problems, onHours }: DayHoursProps) {
  const t = useT()
  const day = weekdayName(weekday, t.language)
  const own = hoursOf(hours, kind, weekday)
  const set = (index: number, change: Partial<OpeningHours>) =>
    onHours(hours.map((one, place) => (place === index ? { ...one, ...change } : one)))
  const which = { kind: t(`admin.kind.${kind}`), day }
  return (
    <div className="day-hours" role="group" aria-label={t('admin.hours.of', which)}>
      <span className="day-hours__day">{day}</span>
      <div className="day-hours__list">
        {own.length === 0 && <span className="day-hours__closed">{t('admin.hours.closed')}</span>}
        {own.map(({ index, opens, closes }, order) => {
          const problem = problems.find((one) => one.index === index)
          const number = order + 1
          return (
            <div className="day-hours__stretch" key={index}>
              {(['opens', 'closes'] as const).map((side) => (
                <input
                  key={side}
                  className="input input--time"
                  aria-label={t(`admin.hours.${side}`, { ...which, number })}
                  aria-invalid={problem === undefined ? undefined : true}
                  value={side === 'opens' ? opens : closes}
                  maxLength={5}
                  inputMode="numeric"
                  autoComplete="off"
                  onChange={(event) => set(index, { [side]: event.target.value })}
                />
              ))}
              <Button
                look="quiet"
                aria-label={t('admin.hours.removeOf', { ...which, number })}
                onClick={() => onHours(hours.filter((_, place) => place !== index))}
              >
                {t('admin.hours.remove')}
              </Button>
              {problem !== undefined && <p className="field__fault">{t(`admin.hours.problem.${problem.kind}`)}</p>}
            </div>
          )
        })}
      </div>
      <Button
        look="quiet"
        aria-label={t('admin.hours.addOf', which)}
        onClick={() => onHours(withMore(hours, kind, weekday))}
      >
        {t('admin.hours.add')}
      </Button>
    </div>
  )
}
