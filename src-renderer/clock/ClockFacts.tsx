import type { ReactNode } from 'react'
import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { agreementWords, bootWords, wallWords } from './clock-words.ts'
import { RunningClock } from './RunningClock.tsx'

export function ClockFacts({ report }: { report: ClockReport }) {
  const t = useT()
  return (
    <section className="clock-facts" aria-label={t('clock.facts')}>
      <dl className="clock-facts__list">
        <Fact name={t('clock.fact.business')}>
          <strong className="clock-facts__time">
            <RunningClock />
          </strong>
        </Fact>
        <Fact name={t('clock.fact.wall')}>{wallWords(report.wall_ahead_ms, t)}</Fact>
        <Fact name={t('clock.fact.sources')}>{agreementWords(report, t)}</Fact>
        <Fact name={t('clock.fact.restarts')}>{t(bootWords(report))}</Fact>
        <Fact name={t('clock.fact.epoch')} hint={t('clock.fact.epochHint')}>
          {report.epoch}
        </Fact>
      </dl>
    </section>
  )
}

export function Fact({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className="clock-facts__fact">
      <dt>{name}</dt>
      <dd className="tabular">
        {children}
        {hint !== undefined && <span className="clock-facts__hint"> {hint}</span>}
      </dd>
    </div>
  )
}
