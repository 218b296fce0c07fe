import { useEffect, useRef } from 'react'
import { useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'

/** Calls back when anybody's parking has changed on any day, as a stay may span several, or when that may be missed. */
export function useParkingChanges(onChange: () => void): void {
  const store = useServerTimeStore()
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(
    () =>
      store.onAvailability((change) => {
        if (change === null || change.kind === 'parking') latest.current()
      }),
    [store],
  )
}
