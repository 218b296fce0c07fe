import { useEffect, useState } from 'react'
import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'

/** A value once it has not changed for so many milliseconds: what is being typed, when the typing pauses. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => browserTimers.after(ms, () => setSettled(value)), [value, ms])
  return settled
}
