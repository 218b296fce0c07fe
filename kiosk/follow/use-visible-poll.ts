import { useCallback, useEffect, useRef } from 'react'
import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'

const EVERY_MS = 12_000

/**
 * Looks at once, again every 12 s while the page is visible, and when it is seen or online again. A look that is under
 * way is not doubled.
 * @returns looks at once
 */
export function useVisiblePoll(look: () => Promise<void>): () => void {
  const latest = useRef<() => void>(() => {})
  useEffect(() => {
    const stop = new AbortController()
    let isLooking = false
    let cancel = (): void => {}
    const lookNow = async (): Promise<void> => {
      cancel()
      if (isLooking || document.visibilityState === 'hidden') return
      isLooking = true
      await look()
      isLooking = false
      if (!stop.signal.aborted) cancel = browserTimers.after(EVERY_MS, () => void lookNow())
    }
    const onSeen = () => void lookNow()
    latest.current = onSeen
    document.addEventListener('visibilitychange', onSeen, { signal: stop.signal })
    window.addEventListener('online', onSeen, { signal: stop.signal })
    onSeen()
    return () => {
      stop.abort()
      cancel()
    }
  }, [look])
  return useCallback(() => latest.current(), [])
}
