import { useEffect } from 'react'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'

/** A name needs a second to be taken, and a tablet a few to be there: read again every so many seconds. */
const LOOK_SECONDS = 3

/** How tablets find this computer, as it is now. */
export function useNetwork() {
  const network = useResource({ key: 'network', load: () => api.call('GET /api/v1/network') })
  const { refresh } = network
  const turn = useServerTimeSelector(({ timeData }) => Math.floor((timeData?.timestamp ?? 0) / LOOK_SECONDS))
  useEffect(() => {
    if (turn > 0) void refresh()
  }, [turn, refresh])
  return network
}
