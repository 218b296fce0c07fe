import type { ClockState } from '../../../src-shared/api/fields.ts'
import type { Clock } from '../../../src-server/clock/clock.ts'
import { defaultRules } from '../../../src-server/setup/site-template.ts'
import type { SiteRow } from '../../../src-server/store/store.ts'

export const SITE: SiteRow = {
  name: 'Quay Lane',
  timezone: 'Asia/Kolkata',
  currency: 'INR',
  demo: false,
  ...defaultRules,
}

/** A clock that stands at an instant. @param iso ISO 8601 with an offset */
export function clockAt(iso: string, state: ClockState = 'trusted'): Clock {
  const now = Date.parse(iso)
  return { now: () => now, epoch: 1, state, commitStamp: () => now }
}
