import { useCallback, useEffect } from 'react'
import { useAvailabilityChanges, useServerTime, useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { failureOf } from '../session/kiosk-api.ts'
import { useKiosk } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { liveSlots, turnedSince, type LiveSlot } from './live-slots.ts'

/**
 * The slots of the chosen day as they are now. They are asked for on arrival, when anybody's booking changes that day,
 * when the link is back, and when the server's clock has moved a slot on.
 * @returns undefined while there are none to show
 */
export function useSlots(session: SessionAt<'slot'>): { slots: LiveSlot[] | undefined; ask: () => void } {
  const { api, store } = useKiosk()
  const { date, service } = session
  const serviceId = service.id
  const isConnected = useServerTimeSelector((state) => state.isConnected)
  const { isBeforeServerTime } = useServerTime()

  const ask = useCallback(() => {
    api.call('GET /api/v1/availability/wash', { query: { service_id: serviceId, date } }).then(
      (availability) => store.send({ type: 'slots_arrived', serviceId, date, availability }),
      (error: unknown) => store.send({ type: 'slots_missing', serviceId, date, failure: failureOf(error) }),
    )
  }, [api, store, serviceId, date])

  const slots =
    session.slots.are === 'here' ? liveSlots(session.slots.availability, (ms) => isBeforeServerTime(ms)) : undefined
  const turned = slots === undefined ? '' : turnedSince(slots)

  useEffect(ask, [ask, isConnected])
  useEffect(() => {
    if (turned !== '') ask()
  }, [ask, turned])
  useAvailabilityChanges('wash', date, ask)
  return { slots, ask }
}
