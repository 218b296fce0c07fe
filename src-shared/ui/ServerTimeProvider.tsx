import { useEffect, useState, type ReactNode } from 'react'
import { createBrowserServerTime } from './browser/browser-server-time.ts'
import { ServerTimeContext } from './server-time-hooks.ts'
import type { ServerTimeStore } from './server-time-store.ts'

interface ServerTimeProviderProps {
  /** The server's `/ws/time/`, as `ws:` or `wss:`; by default that of the page's own host. A new one means a new link. */
  readonly url?: string
  /** A store made elsewhere (a test's, or one shared by two roots), instead of one of its own. */
  readonly store?: ServerTimeStore
  readonly children: ReactNode
}

/** One link to the server's time for everything below it. */
export function ServerTimeProvider({ url, store, children }: ServerTimeProviderProps) {
  if (store !== undefined) return <Linked store={store}>{children}</Linked>
  const address = url ?? pageTimeUrl()
  return (
    <OwnStore key={address} url={address}>
      {children}
    </OwnStore>
  )
}

function OwnStore({ url, children }: { url: string; children: ReactNode }) {
  const [store] = useState(() => createBrowserServerTime(url))
  return <Linked store={store}>{children}</Linked>
}

function Linked({ store, children }: { store: ServerTimeStore; children: ReactNode }) {
  useEffect(() => {
    store.start()
    return () => store.stop()
  }, [store])
  return <ServerTimeContext value={store}>{children}</ServerTimeContext>
}

function pageTimeUrl(): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/ws/time/`
}
