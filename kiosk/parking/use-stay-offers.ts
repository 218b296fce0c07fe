import { useCallback, useEffect, useRef, useState } from 'react'
import type { ParkingAvailability } from '../../src-shared/api/parking-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { failureOf } from '../session/kiosk-api.ts'
import { useKiosk } from '../session/kiosk-context.ts'
import type { Failure, SessionAt } from '../session/session.ts'
import { useParkingChanges } from './use-parking-changes.ts'

/** What the server says of one stay; undefined while it is being asked. */
export type StayOffer = Pick<ParkingAvailability, 'free' | 'quote'> | { readonly failure: Failure } | undefined

/** Refusals that are about the time of coming, whichever time of leaving was asked for. */
const aboutArrival: readonly Failure[] = ['slot_past', 'lead_time', 'outside_window']

/** What stays that end at these instants cost, and whether a bay is free for them. @param ends ISO 8601 */
export function useStayOffers(session: SessionAt<'leave'>, ends: readonly string[]): (end: string) => StayOffer {
  const { api, store } = useKiosk()
  const { bayClass, start } = session
  const isConnected = useServerTimeSelector((state) => state.isConnected)
  const [offers, setOffers] = useState<Readonly<Record<string, StayOffer>>>({})
  const round = useRef(0)
  const wanted = ends.join(' ')

  const ask = useCallback(() => {
    const asked = (round.current += 1)
    for (const end of wanted === '' ? [] : wanted.split(' ')) {
      api.call('GET /api/v1/availability/parking', { query: { start, end, bay_class: bayClass } }).then(
        ({ free, quote }) => {
          if (round.current === asked) setOffers((known) => ({ ...known, [end]: { free, quote } }))
        },
        (error: unknown) => {
          const failure = failureOf(error)
          if (round.current !== asked) return
          if (aboutArrival.includes(failure)) store.send({ type: 'arrival_refused', failure })
          else if (failure === 'not_paired') store.send({ type: 'unpaired' })
          // A price once seen stays while the server cannot be reached.
          else
            setOffers((known) => (failure === 'unreachable' && known[end] ? known : { ...known, [end]: { failure } }))
        },
      )
    }
  }, [api, store, bayClass, start, wanted])

  useEffect(() => {
    ask()
    return () => {
      round.current += 1
    }
  }, [ask, isConnected])
  useParkingChanges(ask)
  return (end) => offers[end]
}
