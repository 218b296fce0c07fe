import { useCallback, useEffect } from 'react'
import { useServerTime, useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { failureOf } from '../session/kiosk-api.ts'
import { useKiosk } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { useParkingChanges } from './use-parking-changes.ts'

/**
 * Keeps the bays for the chosen stay up to date: asked for on arrival, when anybody's parking changes, when the link is
 * back, and when the time of coming has passed by the server's clock.
 * @returns asks once more
 */
export function useBays({ stay }: SessionAt<'bay'>): () => void {
  const { api, store } = useKiosk()
  const { bayClass, start, end } = stay
  const isConnected = useServerTimeSelector((state) => state.isConnected)
  const { isBeforeServerTime } = useServerTime()
  const hasBegun = isBeforeServerTime(start)

  const ask = useCallback(() => {
    const asked = { bayClass, start, end }
    api.call('GET /api/v1/availability/parking', { query: { start, end, bay_class: bayClass } }).then(
      (availability) => store.send({ type: 'bays_arrived', stay: asked, availability }),
      (error: unknown) => store.send({ type: 'bays_missing', stay: asked, failure: failureOf(error) }),
    )
  }, [api, store, bayClass, start, end])

  useEffect(ask, [ask, isConnected, hasBegun])
  useParkingChanges(ask)
  return ask
}
