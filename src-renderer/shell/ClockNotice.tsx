import type { ClockState } from '../../src-shared/api/fields.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useLinkState } from '../connection/live.ts'

interface Notice {
  readonly words: MessageKey
  /** How loud: a quiet line, a banner, or one that tells of something stopped. */
  readonly look: 'quiet' | 'warning' | 'danger'
}

const noticeOfClock: Record<ClockState, Notice | undefined> = {
  trusted: undefined,
  provisional: { words: 'console.clock.provisional', look: 'quiet' },
  guarded: { words: 'console.clock.guarded', look: 'warning' },
  rollback: { words: 'console.clock.rollback', look: 'danger' },
  forward_suspect: { words: 'console.clock.forward_suspect', look: 'danger' },
}

/** What staff must know about the time, above everything else on the screen. */
export function ClockNotice() {
  const t = useT()
  const syncLost = useServerTimeSelector((state) => state.syncLost)
  const clockState = useServerTimeSelector((state) => state.timeData?.clock_state)
  const link = useLinkState((state) => state.link)
  const notice = currentNotice(syncLost, clockState, link === 'lost')
  // Always in the page, so that a screen reader hears what comes to stand in it.
  return (
    <div role="status">
      {notice !== undefined && <p className={`banner banner--${notice.look}`}>{t(notice.words)}</p>}
    </div>
  )
}

function currentNotice(syncLost: boolean, clockState: ClockState | undefined, linkLost: boolean): Notice | undefined {
  if (syncLost) return { words: 'console.clock.lost', look: 'warning' }
  const ofClock = clockState === undefined ? undefined : noticeOfClock[clockState]
  if (linkLost && ofClock?.look !== 'danger') return { words: 'console.live.lost', look: 'quiet' }
  return ofClock
}
