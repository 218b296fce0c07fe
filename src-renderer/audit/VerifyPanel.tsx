import { useEffect } from 'react'
import type { AuditVerification } from '../../src-shared/api/audit-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { FaultList } from './FaultList.tsx'
import { HeadFacts } from './HeadFacts.tsx'
import { PaperCheck } from './PaperCheck.tsx'

/** Whether the trail is whole: asked for by a press, with its progress and a plain answer. */
export function VerifyPanel() {
  const t = useT()
  const { resource, refresh } = useResource({
    key: 'audit verification',
    load: () => api.call('GET /api/v1/audit/verification'),
  })
  const { task, run } = useTask()
  const isRunning = 'value' in resource && resource.value.state === 'running'
  const second = useServerTimeSelector((state) => (isRunning ? (state.timeData?.second ?? null) : null))
  useEffect(() => {
    if (second !== null) void refresh()
  }, [second, refresh])
  const verify = () =>
    run(async () => {
      await api.call('POST /api/v1/audit/verification')
      await refresh()
    })
  return (
    <section className="verify" aria-labelledby="verify-title">
      <div className="chart__head">
        <h2 id="verify-title">{t('audit.verify.title')}</h2>
        <Button
          data-command="audit.verify"
          look="primary"
          busy={task.is === 'busy' || isRunning}
          onClick={() => void verify()}
        >
          {t('value' in resource && resource.value.state === 'done' ? 'audit.verify.again' : 'audit.verify')}
        </Button>
      </div>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {(verification) => (
          <>
            <Verdict verification={verification} />
            <HeadFacts verification={verification} />
          </>
        )}
      </ResourceView>
      <PaperCheck />
    </section>
  )
}

function Verdict({ verification }: { verification: AuditVerification }) {
  const t = useT()
  const { state, checked, total, amounts_checked: amounts } = verification
  switch (state) {
    case 'never':
      return <p>{t('audit.verify.never')}</p>
    case 'failed':
      return <p className="note note--warning">{t('audit.verify.failed')}</p>
    case 'running':
      return (
        <div className="verify__progress" role="status">
          <progress max={Math.max(total, 1)} value={checked} aria-label={t('audit.verify')} />
          <p className="tabular">{t('audit.verify.running', { checked, total, amounts })}</p>
        </div>
      )
    case 'done':
      return <Findings verification={verification} />
  }
}

function Findings({ verification }: { verification: AuditVerification }) {
  const t = useT()
  const at = useSiteTime()
  const { checked, amounts_checked: amounts, first_broken_seq: seq, faults, fault_count: count } = verification
  if (seq === null && count === 0) {
    return (
      <div className="note note--ok" role="status">
        <div>
          <p className="verify__verdict">
            <span aria-hidden="true">✓ </span>
            {t('audit.verify.whole')}
          </p>
          <p>{t('audit.verify.wholeDetail', { checked, amounts, at: at(verification.finished_at ?? '') })}</p>
        </div>
      </div>
    )
  }
  return (
    <div className="note note--danger" role="alert">
      <div>
        {seq !== null && (
          <>
            <p className="verify__verdict">
              <span aria-hidden="true">✕ </span>
              {t('audit.verify.broken', { seq })}
            </p>
            <p>{t('audit.verify.brokenDetail')}</p>
          </>
        )}
        {count > 0 && <p className="verify__verdict">{t('audit.verify.faults', { count })}</p>}
        <FaultList faults={faults} />
      </div>
    </div>
  )
}
