import type { WashBoard } from '../../src-shared/api/wash-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** How long each service really takes, beside what was planned. */
export function DurationLine({ durations }: Pick<WashBoard, 'durations'>) {
  const t = useT()
  return (
    <section className="wash-durations" aria-label={t('wash.durations')}>
      <h2 className="wash-durations__title">{t('wash.durations')}</h2>
      <ul className="wash-durations__list tabular">
        {durations.map(({ service, planned_minutes: planned, median_minutes: median }) => (
          <li key={service.id}>
            {median === null
              ? t('wash.durations.planned', { service: service.name, planned })
              : t('wash.durations.measured', { service: service.name, planned, median: Math.round(median) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
