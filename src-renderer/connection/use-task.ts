import { useCallback, useRef, useState } from 'react'
import { failureOf, type Failure } from './failure.ts'

export type Task =
  { readonly is: 'idle' } | { readonly is: 'busy' } | { readonly is: 'failed'; readonly failure: Failure }

/** One thing sent to the server at a time: a second press while the first is on its way does nothing. */
export function useTask() {
  const [task, setTask] = useState<Task>({ is: 'idle' })
  const busy = useRef(false)
  const run = useCallback(async (work: () => Promise<void>) => {
    if (busy.current) return
    busy.current = true
    setTask({ is: 'busy' })
    try {
      await work()
      setTask({ is: 'idle' })
    } catch (error) {
      setTask({ is: 'failed', failure: failureOf(error) })
    } finally {
      busy.current = false
    }
  }, [])
  const clear = useCallback(() => setTask({ is: 'idle' }), [])
  return { task, run, clear }
}
