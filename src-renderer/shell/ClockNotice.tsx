import type { ReactNode } from 'react'
import type { ClockState } from '../../src-shared/api/fields.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { formatShift } from '../clock/spans.ts'
import { useClockReport } from '../clock/use-clock-report.ts'
import { AGREES_WITHIN_MS } from '../clock/vouching.ts'
import { useLinkState } from '../connection/live.ts'
import { hrefOf } from './hash-route.ts'

/** What staff must know about the time, above everything else on the screen. */
export function ClockNotice() {
  const syncLost = useServerTimeSelector((state) => state.syncLost)
  const clockState = useServerTimeSelector((state) => state.serverClockState)
  const link = useLinkState((state) => state.link)
  // Always in the page, so that a screen reader hears what comes to stand in it.
  return (
    <div role="status">
      <Notice syncLost={syncLost} clockState={clockState} linkLost={link === 'lost'} />
    </div>
  )
}

interface NoticeProps {
  readonly syncLost: boolean
  readonly clockState: ClockState | null
  readonly linkLost: boolean
}

/** The one thing that matters most: how loud it is goes with what has stopped. */
function Notice({ syncLost, clockState, linkLost }: NoticeProps) {
  const t = useT()
  if (syncLost) return <Banner look="warning">{t('console.clock.lost')}</Banner>
  if (clockState === 'rollback' || clockState === 'forward_suspect') {
    return (
      <Banner look="danger" leadsToClock>
        {t(`clock.banner.${clockState}`)}
      </Banner>
    )
  }
  if (clockState === 'guarded') return <GuardedBanner />
  if (linkLost) return <Banner look="quiet">{t('console.live.lost')}</Banner>
  return clockState === 'provisional' ? <Banner look="quiet">{t('clock.banner.provisional')}</Banner> : null
}

/** By how much the clock was changed stands in the server's report; until it is here, the words do without. */
function GuardedBanner() {
  const t = useT()
  const { resource } = useClockReport()
  const ahead = 'value' in resource ? resource.value.wall_ahead_ms : 0
  return (
    <Banner look="warning" leadsToClock>
      {Math.abs(ahead) <= AGREES_WITHIN_MS
        ? t('clock.banner.guarded')
        : t('clock.banner.guardedBy', { shift: formatShift(ahead, t) })}
    </Banner>
  )
}

interface BannerProps {
  /** A quiet line, a banner, or one that tells of something stopped. */
  readonly look: 'quiet' | 'warning' | 'danger'
  readonly leadsToClock?: boolean
  readonly children: ReactNode
}

function Banner({ look, leadsToClock = false, children }: BannerProps) {
  const t = useT()
  return (
    <p className={`banner banner--${look}`}>
      {children}
      {leadsToClock && (
        <>
          {' '}
          <a className="banner__link" href={hrefOf('clock')}>
            {t('clock.banner.look')}
          </a>
        </>
      )}
    </p>
  )
}
