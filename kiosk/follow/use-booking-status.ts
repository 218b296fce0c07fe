import { useCallback, useState } from 'react'
import type { customerRoutes } from '../../src-shared/api/customer-routes.ts'
import type { ResponseOf } from '../../src-shared/api/route.ts'
import { failureOf, type KioskApi } from '../session/kiosk-api.ts'
import type { Failure } from '../session/session.ts'
import { useVisiblePoll } from './use-visible-poll.ts'

export type BookingStatus = ResponseOf<(typeof customerRoutes)['GET /api/v1/bookings/{id}/status']>

/** What is known of a booking: the newest answer, and why there is no newer one if the last try failed. */
export interface Followed {
  readonly status: BookingStatus | undefined
  readonly failure: Failure | undefined
}

/** Follows a booking by its token for as long as the page is seen. @returns what is known, and a way to ask at once */
export function useBookingStatus(api: KioskApi, id: string, token: string): Followed & { readonly ask: () => void } {
  const [followed, setFollowed] = useState<Followed>({ status: undefined, failure: undefined })
  const look = useCallback(async () => {
    try {
      const status = await api.withToken(token).call('GET /api/v1/bookings/{id}/status', { params: { id } })
      setFollowed({ status, failure: undefined })
    } catch (error) {
      const failure = failureOf(error)
      setFollowed(({ status }) => ({ status, failure }))
    }
  }, [api, id, token])
  const ask = useVisiblePoll(look)
  return { ...followed, ask }
}
