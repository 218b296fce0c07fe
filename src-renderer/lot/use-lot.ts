import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import type { MapBay } from '../../src-shared/lot/bay-state.ts'
import {
  useAvailabilityChanges,
  useServerTimeSelector,
  useServerTimeStore,
} from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { isNewsOfCars } from '../connection/news-of-cars.ts'
import { useResource } from '../connection/use-resource.ts'
import { useSite } from '../shell/site.tsx'
import { needsSeconds, toMapBay } from './map-bays.ts'

/** Every bay as it is now: read anew by news of any car or booking, and whenever parking availability has changed. */
export function useLot() {
  const today = useServerTimeSelector((state) => state.timeData?.date ?? null)
  const lot = useResource({
    key: 'lot',
    load: () => api.call('GET /api/v1/lot'),
    refreshOn: isNewsOfCars,
  })
  useAvailabilityChanges('parking', today, () => void lot.refresh())
  useAvailabilityChanges('wash', today, () => void lot.refresh())
  return lot
}

/** The bays as the map draws them, their captions by the server's time: each second while something runs by seconds. */
export function useMapBays(bays: readonly LotBay[]): readonly MapBay[] {
  const t = useT()
  const store = useServerTimeStore()
  const { timezone } = useSite()
  const step = needsSeconds(bays) ? 1000 : 60_000
  useServerTimeSelector(({ serverTime }) => (serverTime === null ? null : Math.floor(serverTime / step)))
  const clock = { now: store.now(), timezone, language: t.language }
  return bays.map((bay) => toMapBay(bay, clock))
}
