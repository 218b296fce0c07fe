import { useEffect, useState } from 'react'
import { whenIdle } from '../../src-shared/ui/browser/browser-time.ts'

let hasRested = false

/**
 * Whether the page has once had nothing to do since it was opened. What costs much the first time, and which nobody needs
 * in order to begin, waits for that.
 */
export function useAtRest(): boolean {
  const [isAtRest, setAtRest] = useState(hasRested)
  useEffect(() => {
    if (isAtRest) return
    return whenIdle(() => {
      hasRested = true
      setAtRest(true)
    })
  }, [isAtRest])
  return isAtRest
}
