import { useEffect } from 'react'
import { browserTime } from '../../src-shared/ui/browser/browser-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { desktop } from '../bridge.ts'
import { useSession } from '../sign-in/session-store.ts'
import { countOf, hasNew, useAttention, useTellAttention } from './attention-store.ts'
import { playSound } from './sound.ts'
import { useSoundLevel } from './sound-choice.ts'

/** Things that come at once sound once; so much, in ms, lies between two sounds. */
const gapMs = 3000

/**
 * Shows by a sound and by a number outside of the page that something needs somebody. Of several windows one does it, so that there
 * is one sound for one thing.
 * @returns how many things there are
 */
export function useAttentionSigns(): number {
  const count = useAttention(countOf)
  const trouble = useServerTimeSelector((state) => state.storeTrouble)
  useTellAttention('store', trouble === null ? [] : [trouble])
  const isIn = useSession(({ is }) => is === 'signed-in')
  useEffect(() => {
    if (!isIn) return
    const end = new AbortController()
    // The lock is held until this window ends or its console is covered; then another one has it.
    const held = navigator.locks.request('kerbside-attention', { signal: end.signal }, () => signs(end.signal))
    held.catch(() => undefined)
    return () => end.abort()
  }, [isIn])
  return count
}

/** Ends with the signal. */
function signs(until: AbortSignal): Promise<void> {
  const time = browserTime()
  let soundedAt = -Infinity
  void desktop?.showBadge(countOf(useAttention.getState()))
  const unsubscribe = useAttention.subscribe((now, before) => {
    if (countOf(now) !== countOf(before)) void desktop?.showBadge(countOf(now))
    if (!hasNew(now, before) || time.monotonicMs() - soundedAt < gapMs) return
    soundedAt = time.monotonicMs()
    playSound(useSoundLevel.getState().level)
  })
  return new Promise((resolve) => {
    until.addEventListener('abort', () => {
      unsubscribe()
      void desktop?.showBadge(0)
      resolve()
    })
  })
}
