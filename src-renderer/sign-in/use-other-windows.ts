import { useEffect } from 'react'
import type { ConsoleSession } from './session-machine.ts'
import { hearLeft, joinOthers, lockConsole, useSession } from './session-store.ts'

/** What the console's windows tell each other: they are all one person's. */
type Word = 'in' | 'locked' | 'left'

/** What the others must know of a change here. */
export function wordFor(now: ConsoleSession, before: ConsoleSession): Word | undefined {
  if (now.is === before.is || before.is === 'starting' || before.is === 'unreachable') return undefined
  if (now.is === 'signed-in') return 'in'
  if (now.is === 'locked' && before.is === 'signed-in') return 'locked'
  return now.is === 'signed-out' && now.left ? 'left' : undefined
}

/** Keeps the windows of one console together: whoever locks, opens or leaves one does so with all, even while the server is away. */
export function useOtherWindows(): void {
  useEffect(() => {
    const others = new BroadcastChannel('kerbside-console-session')
    let isHearing = false
    const unsubscribe = useSession.subscribe((now, before) => {
      const word = isHearing ? undefined : wordFor(now, before)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin, and takes none
      if (word !== undefined) others.postMessage(word)
    })
    others.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      // What was heard is not said again.
      isHearing = true
      try {
        if (data === 'locked') lockConsole()
        if (data === 'left') hearLeft()
      } finally {
        isHearing = false
      }
      if (data === 'in') void joinOthers()
    })
    return () => {
      unsubscribe()
      others.close()
    }
  }, [])
}
