import { useState } from 'react'
import { useResourceMemory } from '../../connection/resource-memory.tsx'
import type { Draft } from './draft.ts'

const KEY = 'tariff draft'

/** The draft that somebody has begun and not saved: it outlives a look at another screen, not the page or the session. */
export function useKeptDraft() {
  const memory = useResourceMemory()
  // Only `keep` writes under this key.
  const [kept, setKept] = useState<Draft | null>(() => (memory.get(KEY) as Draft | undefined) ?? null)
  const keep = (draft: Draft) => {
    memory.set(KEY, draft)
    setKept(draft)
  }
  const discard = () => {
    memory.delete(KEY)
    setKept(null)
  }
  return { kept, keep, discard }
}
