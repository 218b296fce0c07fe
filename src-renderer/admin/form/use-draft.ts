import { useState } from 'react'

/** Something that is being changed, beside how it was read. */
export interface Draft<T> {
  readonly value: T
  readonly saved: T
  readonly dirty: boolean
  change(value: T): void
  /** What the server has now is what is shown. */
  reset(saved: T): void
}

/** What is typed stays until it is saved or thrown away, whatever the server tells meanwhile. */
export function useDraft<T>(read: T): Draft<T> {
  const [{ value, saved }, set] = useState({ value: read, saved: read })
  const dirty = JSON.stringify(value) !== JSON.stringify(saved)
  return {
    value,
    saved,
    dirty,
    change: (next) => set((before) => ({ ...before, value: next })),
    reset: (next) => set({ value: next, saved: next }),
  }
}
