import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { RunningClock } from './RunningClock.tsx'
import { formatSpan } from './spans.ts'
import { doSourcesObject, vouchingFor } from './vouching.ts'

/** What the OS clock says now, and what follows when it is taken for right. */
export function VouchEffect({ report }: { report: ClockReport }) {
  const t = useT()
  const vouching = vouchingFor(report)
  return (
    <>
      <p className="vouch__says">
        <span>{t('clock.vouch.says')}</span>
        <strong className="vouch__time">
          <RunningClock aheadMs={report.wall_ahead_ms} withDay />
        </strong>
      </p>
      {vouching.does === 'set' ? (
        <ul className="vouch__effects">
          <li>
            {t(vouching.movesByMs > 0 ? 'clock.vouch.forward' : 'clock.vouch.back', {
              span: formatSpan(vouching.movesByMs, t),
            })}
          </li>
          <li>{t('clock.vouch.epoch', { epoch: vouching.epoch })}</li>
        </ul>
      ) : (
        <p>{t(`clock.vouch.${vouching.does}`)}</p>
      )}
      {doSourcesObject(report) && <p className="note note--warning">{t('clock.vouch.sourcesDisagree')}</p>}
    </>
  )
}
