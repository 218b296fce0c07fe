import { createContext, useEffect, useState, type ReactNode } from 'react'
import { createServerTimeStore, type ServerTimeStore } from './server-time-store.ts'

/** Read it through the hooks of `server-time-hooks.ts`. */
export const ServerTimeContext = createContext<ServerTimeStore | null>(null)

interface ServerTimeProviderProps {
  /** The server's `/ws/time/`; by default that of the page's own host. */
  readonly url?: string
  /** A store made elsewhere (a test's, or one shared by two roots) instead of one of its own. */
  readonly store?: ServerTimeStore
  readonly children: ReactNode
}

/** One link to the server's time for everything below it. */
export function ServerTimeProvider({ url, store, children }: ServerTimeProviderProps) {
  const [own] = useState(() => store ?? createServerTimeStore(url ?? pageTimeUrl()))
  useEffect(() => {
    own.start()
    return () => own.stop()
  }, [own])
  return <ServerTimeContext value={own}>{children}</ServerTimeContext>
}

function pageTimeUrl(): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/ws/time/`
}
