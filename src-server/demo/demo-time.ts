import type { DemoLeap, DemoTime } from '../../src-shared/api/demo-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { ClockGuard } from '../clock/clock-guard.ts'
import type { ClockService } from '../clock/clock-service.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import { dateAt, instantOf, plusDays, toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Ms } from '../store/store.ts'

const MINUTE = 60_000
const MORNING = '09:00'
/** Longer than anything in the demo lasts: what comes after it is another demo. */
const MOST_AHEAD_MS = 28 * 24 * 60 * MINUTE

interface Parts {
  readonly site: Pick<SiteService, 'row' | 'timezone'>
  readonly clock: ClockGuard
  readonly keeper: Pick<ClockService, 'putAhead'>
}

/**
 * Lets time pass at a demo site at once: what would be overdue by then expires, and what would have begun has begun. There
 * is no way back, by which a past slot would be open again, other than a new demo.
 */
export async function leapAhead(
  { site, clock, keeper }: Parts,
  leap: DemoLeap,
  actor: string,
): Promise<DemoTime | Refusal> {
  if ((await site.row())?.demo !== true) return refuse('not_demo')
  if (isClockUntrusted(clock)) return refuse('clock_untrusted')
  const byMs = lengthOf(leap, clock.now(), site.timezone)
  if (clock.demoAheadMs + byMs > MOST_AHEAD_MS)
    return refuse('invalid_request', 'a demo’s time can be put ahead by four weeks in all; begin with another demo')
  await keeper.putAhead(actor, byMs)
  return { server_time: toSiteIso(clock.now(), site.timezone), demo_ahead_ms: clock.demoAheadMs }
}

/** In whole ms. */
function lengthOf(leap: DemoLeap, now: Ms, timezone: string): number {
  switch (leap) {
    case 'quarter':
      return 15 * MINUTE
    case 'hour':
      return 60 * MINUTE
    case 'two_hours':
      return 120 * MINUTE
    case 'next_morning': {
      const today = dateAt(now, timezone)
      const morning = instantOf(today, MORNING, timezone)
      return Math.ceil((morning > now ? morning : instantOf(plusDays(today, 1), MORNING, timezone)) - now)
    }
  }
}
