import { createContext, useContext, useState, type ReactNode } from 'react'

/** The last known values by key, for as long as one user is at the console: a screen that is opened again begins with them. */
export type ResourceMemory = Map<string, unknown>

const MemoryContext = createContext<ResourceMemory>(new Map())

/** What one user has seen is gone with this component: the next user never meets it. */
export function ResourceMemoryProvider({ children }: { children: ReactNode }) {
  const [memory] = useState<ResourceMemory>(() => new Map())
  return <MemoryContext value={memory}>{children}</MemoryContext>
}

export function useResourceMemory(): ResourceMemory {
  return useContext(MemoryContext)
}
