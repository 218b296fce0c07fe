import { useEffect, useState } from 'react'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'
import type { UpdateView } from '../../src-shared/desktop/updates.ts'

/** What the desktop knows about newer versions, as it changes; null until it has told. */
export function useUpdates({ updates }: DesktopBridge): UpdateView | null {
  const [view, setView] = useState<UpdateView | null>(null)
  useEffect(() => {
    void updates.get().then(setView)
    return updates.follow(setView)
  }, [updates])
  return view
}
