import { useEffect, useState } from 'react'
import type { LotLayout } from '../../src-shared/lot/lot-layout.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { failureOf } from '../session/kiosk-api.ts'
import { useKiosk } from '../session/kiosk-context.ts'

/** The plan of the lot, asked for again when the link is back; `missing` while it cannot be had. */
export function useLotPlan(): LotLayout | 'asked' | 'missing' {
  const { api } = useKiosk()
  const isConnected = useServerTimeSelector((state) => state.isConnected)
  const [plan, setPlan] = useState<LotLayout | 'asked' | 'missing'>('asked')
  useEffect(() => {
    let isStale = false
    api.call('GET /api/v1/lot/plan').then(
      (layout) => !isStale && setPlan(layout),
      (error: unknown) => {
        failureOf(error)
        if (!isStale) setPlan((known) => (known === 'asked' ? 'missing' : known))
      },
    )
    return () => {
      isStale = true
    }
  }, [api, isConnected])
  return plan
}
