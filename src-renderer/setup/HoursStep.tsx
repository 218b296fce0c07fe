import { hoursProblems } from '../../src-shared/opening/hours-problems.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { kinds } from '../admin/hours/hours-form.ts'
import { Week } from '../admin/hours/Week.tsx'
import type { SetupPartProps } from './setup-rules.ts'

/** The week that the site begins with. */
export function HoursStep({ form, change }: SetupPartProps) {
  const t = useT()
  const problems = hoursProblems(form.hours)
  return (
    <>
      <div className="weeks">
        {kinds.map((kind) => (
          <Week
            key={kind}
            kind={kind}
            hours={[...form.hours]}
            problems={problems}
            onHours={(hours) => change({ hours })}
          />
        ))}
      </div>
      {problems.length > 0 && (
        <p className="field__fault" role="status">
          {t('admin.hours.problems', { count: problems.length })}
        </p>
      )}
    </>
  )
}
