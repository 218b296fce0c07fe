import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { announce, type Announcement } from '../booking/booking-events.ts'
import { BayTakenError } from '../booking/hold-wash-slot.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { Done } from '../payments/money-write.ts'
import type { SiteService } from '../site/site-service.ts'
import type { SiteRow, Store, Transaction } from '../store/store.ts'
import { settleTime } from './settle-time.ts'
import { offerFreeBays } from './waitlist-offers.ts'

export interface LotWriteParts {
  readonly store: Store
  readonly clock: Clock
  readonly events: EventBus
  readonly site: SiteService
}

/**
 * One write about bays. First the lot is brought to the transaction's instant, last whoever waits is offered what has
 * become free; what happened is told only after the commit.
 */
export async function writeLot<T>(
  { store, clock, events, site: sites }: LotWriteParts,
  work: (tx: Transaction, site: SiteRow) => Promise<Done<T> | Refusal>,
): Promise<T | Refusal> {
  const site = await sites.row()
  if (site === undefined) return refuse('setup_needed')
  const written = await store
    .write(async (tx) => {
      const isTrusted = !isClockUntrusted(clock)
      const settled = isTrusted ? await settleTime(tx, site) : []
      const done = await work(tx, site)
      const offers = isTrusted ? await offerFreeBays(tx, site) : []
      return { done, around: [...settled, ...offers] }
    })
    .catch((error: unknown) => {
      if (error instanceof BayTakenError) return { done: refuse('slot_taken'), around: [] as readonly Announcement[] }
      throw error
    })
  const { done, around } = written
  announce(events, isRefusal(done) ? around : [...around, ...done.announcements])
  return isRefusal(done) ? done : done.answer
}
