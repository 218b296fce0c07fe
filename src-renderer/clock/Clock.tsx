import { useState } from 'react'
import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { useSite } from '../shell/site.tsx'
import { ClientTable } from './ClientTable.tsx'
import { ClockFacts } from './ClockFacts.tsx'
import { ClockLog } from './ClockLog.tsx'
import { ClockPlot } from './ClockPlot.tsx'
import { ClockStatePanel } from './ClockStatePanel.tsx'
import { DemoTimePart } from './DemoTimePart.tsx'
import { SourceTable } from './SourceTable.tsx'
import { useFreshClockReport } from './use-clock-report.ts'
import { VouchDialog } from './VouchDialog.tsx'
import { doSourcesObject, vouchingFor } from './vouching.ts'

/** How right the time is, why Kerbside believes so, and what somebody in charge can do about it. */
export function Clock({ user }: { user: User }) {
  const t = useT()
  const { resource, refresh } = useFreshClockReport()
  return (
    <>
      <div className="screen__head">
        <h1>{t('clock.title')}</h1>
      </div>
      <ResourceView
        resource={resource}
        onRetry={() => void refresh()}
        asOf={({ server_time: serverTime }) => serverTime}
      >
        {(report) => <Report report={report} user={user} onChanged={() => void refresh()} />}
      </ResourceView>
    </>
  )
}

interface ReportProps {
  readonly report: ClockReport
  readonly user: User
  readonly onChanged: () => void
}

function Report({ report, user, onChanged }: ReportProps) {
  const [isVouching, setIsVouching] = useState(false)
  const { demo } = useSite()
  return (
    <div className="clock">
      <div className="clock__top">
        <ClockStatePanel report={report}>
          {vouchingFor(report).does !== 'nothing' && (
            <VouchButton
              isNext={!doSourcesObject(report)}
              mayVouch={user.role !== 'attendant'}
              onVouch={() => setIsVouching(true)}
            />
          )}
        </ClockStatePanel>
        <ClockFacts report={report} />
      </div>
      {demo && <DemoTimePart user={user} aheadMs={report.demo_ahead_ms} onChanged={onChanged} />}
      <ClockPlot history={report.history} />
      <SourceTable sources={report.sources} />
      <ClientTable clients={report.clients} />
      <ClockLog log={report.log} me={user.id} />
      {isVouching && <VouchDialog report={report} onVouched={onChanged} onClose={() => setIsVouching(false)} />}
    </div>
  )
}

interface VouchButtonProps {
  /** Whether this is the thing to do now; not while the sources say that the OS clock is wrong. */
  readonly isNext: boolean
  readonly mayVouch: boolean
  readonly onVouch: () => void
}

function VouchButton({ isNext, mayVouch, onVouch }: VouchButtonProps) {
  const t = useT()
  const whyNot = 'vouch-why-not'
  return (
    <div className="clock-state__act">
      <Button
        data-command="clock.vouch"
        look={isNext ? 'primary' : 'plain'}
        aria-disabled={!mayVouch}
        aria-describedby={mayVouch ? undefined : whyNot}
        onClick={onVouch}
      >
        {t('clock.vouch')}
      </Button>
      {!mayVouch && (
        <p className="field__hint" id={whyNot}>
          {t('clock.vouch.whyNot')}
        </p>
      )}
    </div>
  )
}
