import { useT } from '../../src-shared/ui/translator.tsx'
import { agreementWords, wallWords } from '../clock/clock-words.ts'
import { Fact } from '../clock/ClockFacts.tsx'
import { ClockStatePanel } from '../clock/ClockStatePanel.tsx'
import { useFreshClockReport } from '../clock/use-clock-report.ts'
import { ResourceView } from '../controls/ResourceView.tsx'
import { hrefOf } from '../shell/hash-route.ts'

/** What the server's clock is worth now, and what to do where that is not sure. */
export function ClockStep() {
  const t = useT()
  const { resource, refresh } = useFreshClockReport()
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()}>
      {(report) => (
        <>
          <ClockStatePanel report={report}>
            <dl className="clock-facts__list">
              <Fact name={t('clock.fact.wall')}>{wallWords(report.wall_ahead_ms, t)}</Fact>
              <Fact name={t('clock.fact.sources')}>{agreementWords(report, t)}</Fact>
            </dl>
          </ClockStatePanel>
          {report.state !== 'trusted' && (
            <p className="step__more">
              <a href={hrefOf('clock')}>{t('start.clock.more')}</a>
            </p>
          )}
        </>
      )}
    </ResourceView>
  )
}
