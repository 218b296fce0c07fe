import { useEffect } from 'react'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'

/** While somebody looks at the Clock screen, its figures are read again every so many seconds of the server's time. */
const LOOK_SECONDS = 5

/** What the server says of its clock; read again whenever something happens to it. */
export function useClockReport() {
  return useResource({
    key: 'clock',
    load: () => api.call('GET /api/v1/clock'),
    refreshOn: ({ type }) => type === 'clock_changed' || type === 'kiosk_changed',
  })
}

/** The same for the screen itself, which also follows what changes slowly. */
export function useFreshClockReport() {
  const report = useClockReport()
  const { refresh } = report
  const turn = useServerTimeSelector(({ timeData }) => Math.floor((timeData?.timestamp ?? 0) / LOOK_SECONDS))
  useEffect(() => {
    if (turn > 0) void refresh()
  }, [turn, refresh])
  return report
}
