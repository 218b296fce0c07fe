import { ApiError, createApiClient, type ApiClient } from '../../src-shared/api/client.ts'
import { routes, type Routes } from '../../src-shared/api/routes.ts'

const listeners = new Set<() => void>()
const lockListeners = new Set<() => void>()

/** Calls back whenever the server says that nobody is signed in. */
export function onUnauthenticated(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls back whenever the server says that the session is locked. */
export function onSessionLocked(listener: () => void): () => void {
  lockListeners.add(listener)
  return () => lockListeners.delete(listener)
}

const client = createApiClient(routes, (url, init) => fetch(url, init))

/** The server's API: at the page's own origin, in a browser and on the desktop alike. */
export const api: ApiClient<Routes> = {
  ...client,
  call: async (key, ...request) => {
    try {
      return await client.call(key, ...request)
    } catch (error) {
      const code = error instanceof ApiError ? error.problem?.code : undefined
      if (code === 'unauthenticated') for (const tell of listeners) tell()
      if (code === 'session_locked') for (const tell of lockListeners) tell()
      throw error
    }
  },
}
