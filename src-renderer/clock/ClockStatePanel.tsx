import type { ReactNode } from 'react'
import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { adviceFor } from './clock-words.ts'

/** The state in a word, what it means, and what to do. */
export function ClockStatePanel({ report, children }: { report: ClockReport; children: ReactNode }) {
  const t = useT()
  const { state } = report
  return (
    <section className="clock-state" data-state={state} aria-labelledby="clock-state">
      <h2 id="clock-state" className="clock-state__name">
        <span className="visually-hidden">{t('clock.state')}: </span>
        {t(`clock.state.${state}`)}
      </h2>
      <p>{t(`clock.means.${state}`)}</p>
      <p className="clock-state__advice">{t(adviceFor(report))}</p>
      {children}
    </section>
  )
}
